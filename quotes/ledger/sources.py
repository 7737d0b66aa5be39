"""Where a row's quote stands in the HTML or the JSON string that its document is from."""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType

from quotes.documents import source_field, source_span
from quotes.records import Document, Row

SOURCES: Mapping[str, type | UnionType] = {
    "source_field": str | None,
    "source_start": int | None,
    "source_end": int | None,
}
"""Columns that rows have on request, and what they hold: the string of the JSON value as a JSON
Pointer (nothing if the source is a whole file), and offsets in it in code points."""


def source_cells(document: Document | None, row: Row) -> tuple[str | None, int | None, int | None]:
    """Return the values of a row's `SOURCES`.

    Args:
        document: the row's document; None where it is not at hand.
        row: the row, its offsets in code points.
    """
    span = source_span(document, row.quote_start, row.quote_end) if document else None
    if document is None or span is None:
        return None, None, None
    return source_field(document, row.quote_start) or None, span.start, span.end
