"""JSON files: one article or several, and JSON Lines with an article on each line."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from quotes.documents.articles import article_of, is_item, item_of
from quotes.documents.fields import Fields
from quotes.documents.plain import decode, take, too_large
from quotes.documents.values import check_object, parse_json
from quotes.errors import DocumentError
from quotes.records import Document

ITEMS = "_items"
"""Where answers of Superdesk's interface have their items."""
EXTRA = "no JSON: Extra data"
LEDGER_KEY = b'"document_sha256":'
OPENINGS = (b"{", b"[")

Found = Iterator[Document | DocumentError]


def read_json(name: str, stream: BinaryIO, limit: int, fields: Fields) -> Found:
    """Read the articles of a JSON file: an object, a list of objects or `{"_items": […]}`.

    An object with `bodies` or `body_…` is a news item, any other one an article with its id and
    its text or HTML in fields.

    Yields:
        documents; in the place of an article that cannot be read, the error that says why.

    Raises:
        DocumentError: the file is too large, not UTF-8 or no JSON.
    """
    for number, value in _numbered(_parse_file(name, stream, limit)):
        yield _attempt(value, fields, number)


def read_items(name: str, stream: BinaryIO, limit: int, fields: Fields) -> Found:
    """Read the news items of a JSON file, likewise; nothing else is taken for an article."""
    for number, value in _numbered(_parse_file(name, stream, limit)):
        yield _attempt(value, fields, number, items_only=True)


def _parse_file(name: str, stream: BinaryIO, limit: int) -> list[object]:
    try:
        value = parse_json(decode(take(stream, limit), name))
    except DocumentError as error:
        if not error.what.startswith(EXTRA):
            raise
        remedy = "if each line holds one, read it as JSON Lines with --input jsonl"
        raise DocumentError("more than one JSON value", remedy=remedy) from None
    if isinstance(value, dict) and isinstance(value.get(ITEMS), list):
        value = value[ITEMS]
    values = value if isinstance(value, list) else [value]
    if not values:
        raise _empty()
    return values


def _empty() -> DocumentError:
    return DocumentError("there is no article in it", remedy="leave it out")


def _numbered(values: Sequence[object]) -> Iterator[tuple[str, object]]:
    for number, value in enumerate(values, 1):
        yield f"item {number}" if len(values) > 1 else "", value


def read_json_lines(name: str, stream: BinaryIO, limit: int, fields: Fields) -> Found:
    """Read the articles of a JSON Lines file, one object a line; blank lines are skipped.

    Args:
        name: the file, for messages.
        stream: its bytes; only a line at a time is held in memory.
        limit: the most bytes of a line.
        fields: where the articles have their ids and texts.

    Yields:
        documents; in the place of a line that cannot be read, the error that says why.

    Raises:
        DocumentError: the file holds no line at all, or one value over many lines.
    """
    empty = True
    for number, data in _lines(stream, limit):
        if empty and data is not None and data.strip() in OPENINGS:
            remedy = "name it .json or give --input json"
            raise DocumentError("one JSON value over many lines, not JSON Lines", remedy=remedy)
        found = _read_line(name, f"line {number}", data, limit, fields)
        if empty and isinstance(found, DocumentError) and LEDGER_KEY in (data or b""):
            raise DocumentError("a quote ledger, not articles", remedy="leave it out")
        empty = False
        yield found
    if empty:
        raise _empty()


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines that are not blank, numbered from 1; None for one beyond the limit."""
    number = 0
    while data := stream.readline(limit + 1):
        number += 1
        data = data.removeprefix(BOM_UTF8) if number == 1 else data
        if len(data) <= limit or data.endswith(b"\n"):
            if not data.isspace():
                yield number, data
            continue
        while data and not data.endswith(b"\n"):
            data = stream.readline(limit)
        yield number, None


def _read_line(
    name: str, place: str, data: bytes | None, limit: int, fields: Fields
) -> Document | DocumentError:
    try:
        if data is None:
            raise too_large(limit)
        value = parse_json(decode(data, name).rstrip())
    except DocumentError as error:
        return DocumentError(error.what, where=place, remedy=error.remedy)
    return _attempt(value, fields, place)


def _attempt(
    value: object, fields: Fields, place: str, *, items_only: bool = False
) -> Document | DocumentError:
    try:
        return _read(check_object(value), fields, items_only)
    except DocumentError as error:
        return DocumentError(error.what, where=place, remedy=error.remedy)


def _read(record: Mapping[str, object], fields: Fields, items_only: bool) -> Document:
    if items_only or (is_item(record) and not fields.names_article):
        return item_of(record, fields)
    return article_of(record, fields)
