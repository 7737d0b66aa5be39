"""CSV as RFC 4180 has it: a header, commas, CRLF, quotes only where they are needed, UTF-8."""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from quotes.errors import LedgerError
from quotes.exports.layout import (
    FORMULA_GUARD,
    OFFSET_UNIT,
    Found,
    Options,
    columns_of,
    entry_of,
    records_of,
)
from quotes.ledger import Entry
from quotes.ledger.columns import REQUIRED, TEXT, Flaw, missing_columns
from quotes.records import COLUMNS

NUMBER = re.compile(r"-?[0-9]{1,18}")
DECIMAL = re.compile(r"-?[0-9]{1,18}(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")
# A quote may be as long as its document; csv's own limit of 131,072 characters is too low.
LONGEST_CELL = 2**31 - 1
WORDS = TEXT | {OFFSET_UNIT, FORMULA_GUARD}
"""Columns whose cells are never numbers."""


class _Utf8:
    """What the csv module writes to: text in, bytes out."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        return self.stream.write(text.encode())


def write_csv(found: Iterable[Found], stream: BinaryIO, options: Options) -> int:
    """Write the header and the rows as they come; with a byte order mark where they are guarded.

    Returns:
        the number of rows.

    Raises:
        LedgerError: a row holds a lone surrogate, for which UTF-8 has no bytes.
    """
    # Spreadsheets take a file without the mark for one in the encoding of their system.
    stream.write(BOM_UTF8 if options.guarded else b"")
    writer = csv.writer(_Utf8(stream), lineterminator="\r\n")
    writer.writerow(columns_of(options))
    count = 0
    for values in records_of(found, options):
        count += 1
        try:
            writer.writerow(values)
        except UnicodeEncodeError as error:
            lone = f"U+{ord(error.object[error.start]):04X}"
            raise LedgerError(
                f"a lone surrogate ({lone}) cannot be written as CSV",
                where=f"row {count}",
                remedy="write JSON Lines instead",
            ) from None
    return count


def read_csv(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """Read a ledger's rows; columns may stand in any order and others beside them.

    Args:
        stream: the file's bytes; a byte order mark before the header is skipped.
        name: what messages call the file.

    Raises:
        LedgerError: the file is no CSV in UTF-8 or lacks a column.
    """
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(_lines(stream, name), strict=True)
    try:
        header = next(reader, [])
        _check_header(header, name)
        number, line = 0, reader.line_num + 1
        for cells in reader:
            if cells:
                number += 1
                yield _entry(number, line, header, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        where = f"{name}: line {reader.line_num}"
        raise LedgerError(f"no CSV: {error}", where=where, remedy="export it again") from None


def _lines(stream: BinaryIO, name: str) -> Iterator[str]:
    for number, line in enumerate(stream, 1):
        try:
            yield (line.removeprefix(BOM_UTF8) if number == 1 else line).decode()
        except UnicodeDecodeError:
            where = f"{name}: line {number}"
            raise LedgerError("not UTF-8", where=where, remedy="save it as UTF-8") from None


def _check_header(header: list[str], name: str) -> None:
    wrong = [f"no column {column}" for column in missing_columns(header)]
    wrong += [f"column {column} twice" for column in COLUMNS if header.count(column) > 1]
    if wrong:
        remedy = "give a ledger that `quotes extract` wrote, with its header"
        raise LedgerError(", ".join(wrong), where=name, remedy=remedy)


def _entry(number: int, line: int, header: list[str], cells: list[str]) -> Entry:
    if len(cells) != len(header):
        flaw = Flaw("", f"expected {len(header)} cells, found {len(cells)}")
        return Entry(number, line, None, (flaw,))
    values = {name: _value(name, cell) for name, cell in zip(header, cells, strict=True)}
    return entry_of(number, line, values)


def _value(name: str, cell: str) -> object:
    """Return what a cell stands for; what does not fit its column stays text."""
    if not cell:
        return "" if name in TEXT & REQUIRED else None
    if name in WORDS:
        return cell
    if NUMBER.fullmatch(cell):
        return int(cell)
    return float(cell) if DECIMAL.fullmatch(cell) else cell
