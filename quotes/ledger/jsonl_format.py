"""JSON Lines: an object a row, numbers as numbers, what is missing as null."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from quotes.ledger.columns import Flaw, build_row, missing_columns, shown
from quotes.ledger.entries import Entry
from quotes.records import COLUMNS, Row


def write_jsonl(rows: Iterable[Row], stream: BinaryIO) -> int:
    """Write the rows as they come, their columns in order, in UTF-8.

    Returns:
        the number of rows.
    """
    count = 0
    for row in rows:
        stream.write(_line({name: getattr(row, name) for name in COLUMNS}))
        count += 1
    return count


def _line(values: dict[str, object]) -> bytes:
    try:
        return (json.dumps(values, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:
        # UTF-8 has no lone surrogates, but JSON has an escape for them.
        return (json.dumps(values) + "\n").encode()


def read_jsonl(stream: BinaryIO, _name: str) -> Iterator[Entry]:
    """Read a ledger's rows; keys may stand in any order and others beside them.

    Args:
        stream: the file's bytes.

    Yields:
        an entry for every line; one that is no row says why.
    """
    number = 0
    for line, data in enumerate(stream, 1):
        if not data.isspace():
            number += 1
            row, flaws = _row(data)
            yield Entry(number, line, row, tuple(flaws))


def _row(data: bytes) -> tuple[Row | None, list[Flaw]]:
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        return None, [Flaw("", f"no JSON: {error}")]
    if not isinstance(values, dict):
        return None, [Flaw("", f"expected a JSON object, found {shown(values)}")]
    if missing := missing_columns(values):
        return None, [Flaw(", ".join(missing), "missing")]
    return build_row(values)
