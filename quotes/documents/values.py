"""Values of JSON objects, checked as they are taken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quotes.documents.html_text import weave_html
from quotes.documents.plain import check_text
from quotes.documents.source_map import Piece, Weaver
from quotes.errors import DocumentError
from quotes.records import Document

LISTED = 12
"""How many fields an error lists."""
UNFIT = re.compile("[\0\ud800-\udfff]")
"""NUL and lone surrogates: JSON has escapes for them, but no text in UTF-8 may hold them."""


class Part(NamedTuple):
    """A string of a JSON value that holds a part of an article."""

    pointer: str
    """Where it stands, as a JSON Pointer (RFC 6901)."""
    value: str
    is_html: bool


def parse_json(text: str) -> object:
    """Parse a JSON value.

    Raises:
        DocumentError: it is none, or is nested too deeply.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if "\n" in text else ""
        what = f"no JSON: {error.msg} at {line}column {error.colno}"
        raise DocumentError(what, remedy="correct it or leave it out") from None
    except RecursionError:
        raise DocumentError("no JSON: nested too deeply", remedy="leave it out") from None
    except ValueError as error:
        raise DocumentError(f"no JSON: {error}", remedy="correct it or leave it out") from None


def check_object(value: object) -> Mapping[str, object]:
    """Return a JSON object as what it is.

    Raises:
        DocumentError: it is something else.
    """
    if not isinstance(value, dict):
        raise DocumentError(
            f"expected a JSON object, found {kind_of(value)}",
            remedy="give each article an object with its id and its text",
        )
    return value


def kind_of(value: object) -> str:
    """Return what a JSON value is, in words."""
    kinds = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
    return kinds.get(type(value), "nothing" if value is None else "a number")


def listing(record: Mapping[str, object]) -> str:
    """Return the names of an object's fields for a message."""
    names = ", ".join(list(record)[:LISTED])
    more = len(record) - LISTED
    return f"{names} and {more} more" if more > 0 else names or "none"


def id_of(record: Mapping[str, object], names: Iterable[str], option: str) -> str:
    """Return the id in the first of the fields that is there.

    Args:
        record: the object.
        names: the fields to look in.
        option: what the message says to do if there is none.

    Raises:
        DocumentError: there is none, or it is neither text nor a whole number.
    """
    name = next((name for name in names if record.get(name) is not None), None)
    if name is None:
        wanted = " or ".join(f"'{name}'" for name in names)
        raise DocumentError(f"no field {wanted}; its fields: {listing(record)}", remedy=option)
    value = record[name]
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        found = "empty text" if value == "" else kind_of(value)
        raise DocumentError(f"field '{name}' holds {found}, not an id", remedy=option)
    return check_characters(str(value), name)


def check_characters(text: str, name: str) -> str:
    """Return a text as it is.

    Raises:
        DocumentError: it holds a character that no ledger could.
    """
    if found := UNFIT.search(text):
        kind = "a lone surrogate" if ord(found[0]) else "a NUL"
        place = f"(U+{ord(found[0]):04X}) at offset {found.start()}"
        what = f"field '{name}' holds {kind} {place}"
        raise DocumentError(what, remedy="repair the text where it was exported")
    return text


def compose(id: str, parts: Iterable[Part]) -> Document:
    """Make a document of the parts of an article, with an empty line between them.

    Raises:
        DocumentError: the last part, its body, holds no text.
    """
    weaver, start = Weaver(), 0
    for part in parts:
        if weaver.length:
            weaver.add(Piece("\n\n"))
        start = weaver.length
        weaver.begin(part.pointer)
        _weave(part, weaver)
    document = weaver.document(id)
    check_text(document.text[start:])
    return document


def _weave(part: Part, weaver: Weaver) -> None:
    value = check_characters(part.value, part.pointer.removeprefix("/"))
    if part.is_html:
        weave_html(value, weaver)
    elif value:
        weaver.add(Piece(value, 0, len(value)))
