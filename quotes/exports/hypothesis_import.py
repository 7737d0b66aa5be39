"""Hypothesis: a file for the import of its client, whose offsets count UTF-16 units.

The client keeps `uri`, `document`, `text`, `tags` and `target`, sorts by `user`, and leaves
`ledger` alone, which holds the row so that the file can be proved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from quotes.errors import LedgerError
from quotes.exports.anchors import anchor_of, iri_of
from quotes.exports.json_text import decoded, encoded
from quotes.exports.layout import OFFSET_UNIT, Found, Options, entry_of
from quotes.ledger import Entry, Scale, Unit, rescaled
from quotes.records import COLUMNS, Document, Row

USER = {
    "user": "acct:quote-ledger@localhost",
    "user_info": {"display_name": "quote-ledger"},
}
MARKDOWN = re.compile(r"[\\`*_{}\[\]()<>#+!|&~$-]")
OWN = frozenset({"quote", "quote_start", "quote_end"})
"""Columns that have a place of their own in an annotation."""


def write_hypothesis(found: Iterable[Found], stream: BinaryIO, _options: Options) -> int:
    """Write the annotations as they come.

    Returns:
        the number of annotations.
    """
    count = 0
    stream.write(b'{"annotations": [')
    for document, rows in found:
        if document is None:
            continue
        scale = Scale(document.text, Unit.UTF16)
        for row in rows:
            stream.write((b",\n" if count else b"\n") + encoded(_annotation(document, row, scale)))
            count += 1
    stream.write(b"\n]}\n")
    return count


def _annotation(document: Document, row: Row, scale: Scale) -> dict[str, object]:
    exact, prefix, suffix = anchor_of(document, row)
    uri = iri_of(row.document, row.document_sha256)
    moved = rescaled(row, scale.of)
    selectors = [
        {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
        {"type": "TextPositionSelector", "start": moved.quote_start, "end": moved.quote_end},
    ]
    kept = {name: getattr(moved, name) for name in COLUMNS if name not in OWN}
    if exact != row.quote:
        kept["quote"] = row.quote
    return USER | {
        "uri": uri,
        "document": {"title": [row.document]},
        "text": _comment(row),
        "tags": ["quote", row.kind],
        "target": [{"source": uri, "selector": selectors}],
        "ledger": kept | {OFFSET_UNIT: Unit.UTF16.value},
    }


def _comment(row: Row) -> str:
    """Return what a reader of the page sees, in Markdown."""
    if row.speaker is None:
        return "No speaker found."
    title = f", {_plain(row.title)}" if row.title else ""
    return f"**{_plain(row.speaker)}**{title}"


def _plain(words: str) -> str:
    """Return words that Markdown shows as they are."""
    return MARKDOWN.sub(r"\\\g<0>", " ".join(words.split()))


def read_hypothesis(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """Read the rows back that an import file was made of.

    Raises:
        LedgerError: it is no JSON, or no file of annotations.
    """
    data = decoded(stream, name)
    items = data.get("annotations") if isinstance(data, Mapping) else None
    if not isinstance(items, list):
        remedy = "give a file that `quotes extract` wrote"
        raise LedgerError("no Hypothesis annotations", where=name, remedy=remedy)
    for number, item in enumerate(items, 1):
        yield entry_of(number, 0, _values(item))


def _values(item: object) -> dict[str, object]:
    """Return the columns of an annotation; what is not there is None."""
    values: dict[str, object] = dict.fromkeys(COLUMNS)
    try:
        assert isinstance(item, Mapping)
        (target,) = item["target"]
        words, position = target["selector"]
        values["quote"] = words["exact"]
        values["quote_start"], values["quote_end"] = position["start"], position["end"]
        values |= item["ledger"]
    except (AssertionError, KeyError, TypeError, ValueError):
        pass  # what is missing is named by its column
    return values
