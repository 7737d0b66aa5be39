"""JSON Lines: an object a row, numbers as numbers, what is missing as null."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from quotes.exports.json_text import encoded
from quotes.exports.layout import Found, Options, columns_of, entry_of, records_of
from quotes.ledger import Entry
from quotes.ledger.columns import Flaw, missing_columns, shown


def write_jsonl(found: Iterable[Found], stream: BinaryIO, options: Options) -> int:
    """Write the rows as they come, their columns in order, in UTF-8.

    Returns:
        the number of rows.
    """
    count, columns = 0, columns_of(options)
    for values in records_of(found, options):
        stream.write(encoded(dict(zip(columns, values, strict=True))) + b"\n")
        count += 1
    return count


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
            yield _entry(number, line, data)


def _entry(number: int, line: int, data: bytes) -> Entry:
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        return Entry(number, line, None, (Flaw("", f"no JSON: {error}"),))
    if not isinstance(values, dict):
        flaw = Flaw("", f"expected a JSON object, found {shown(values)}")
        return Entry(number, line, None, (flaw,))
    if missing := missing_columns(values):
        return Entry(number, line, None, (Flaw(", ".join(missing), "missing"),))
    return entry_of(number, line, values)
