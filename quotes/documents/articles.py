"""Articles in JSON objects: plain ones, news items in ninjs 1 to 3, and Superdesk's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from quotes.documents.fields import Fields
from quotes.documents.values import Part, compose, id_of, kind_of, listing
from quotes.errors import DocumentError
from quotes.records import Document

ITEM_IDS = ("guid", "uri", "_id", "id")
BODIES = "bodies"
BODY = "body_"
NAME_ID = "name the field that holds the id with --id-field"
NAME_TEXT = "name the field that holds the article with --text-field or --html-field"
FOOTER = "body_footer"
"""Superdesk's boilerplate below an article."""
MARKUP = re.compile(r"\A\s*<[a-zA-Z!]|</(?:p|div)>|<br", re.IGNORECASE)


def is_item(record: Mapping[str, object]) -> bool:
    """Tell whether an object is a news item: ninjs and Superdesk have bodies of their own."""
    return BODIES in record or any(name.startswith(BODY) for name in record)


def article_of(record: Mapping[str, object], fields: Fields) -> Document:
    """Make a document of an object with its id and its text or HTML in fields.

    Raises:
        DocumentError: a field is missing or holds something else.
    """
    id = id_of(record, [fields.id or "id"], NAME_ID)
    names = {fields.text or "text": False, fields.html or "html": True}
    if fields.names_article:
        names = {name: html for name, html in ((fields.text, False), (fields.html, True)) if name}
    name = next((name for name in names if record.get(name) is not None), None)
    if name is None:
        wanted = " or ".join(f"'{name}'" for name in names)
        raise DocumentError(f"no field {wanted}; its fields: {listing(record)}", remedy=NAME_TEXT)
    value = record[name]
    if not isinstance(value, str):
        raise DocumentError(f"field '{name}' holds {kind_of(value)}, not text", remedy=NAME_TEXT)
    return compose(id, [Part(pointer(name), value, names[name])])


def item_of(record: Mapping[str, object], fields: Fields) -> Document:
    """Make a document of a news item: its headline and its body.

    Of several bodies the HTML goes before plain text, which often lacks the paragraphs, unless
    it has less than half the length of another, as a summary has.

    Raises:
        DocumentError: it has no body or no id.
    """
    id = id_of(record, [fields.id] if fields.id else ITEM_IDS, NAME_ID)
    bodies = [body for body in _bodies(record) if body.value.strip()]
    if not bodies:
        what = f"no body_html, body_text or bodies with text; its fields: {listing(record)}"
        raise DocumentError(what, remedy="leave it out if it is no article")
    longest = max(len(body.value) for body in bodies)
    whole = [body for body in bodies if 2 * len(body.value) >= longest]
    body = next((body for body in whole if body.is_html), whole[0])
    return replace(compose(id, [*_headline(record), body]), item=record)


def _bodies(record: Mapping[str, object]) -> Iterator[Part]:
    """Yield the bodies of an item, `body_html` and the main ones first."""
    for name in sorted(record, key=lambda name: name != "body_html"):
        value = record[name]
        if name.startswith(BODY) and name != FOOTER and isinstance(value, str):
            is_html = name == "body_html" or (name != "body_text" and bool(MARKUP.search(value)))
            yield Part(pointer(name), value, is_html)
    yield from _listed(record, BODIES)


def _headline(record: Mapping[str, object]) -> list[Part]:
    for name in ("headline", "headline_main"):
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            # Superdesk's may hold markup; a plain one reads the same as HTML.
            return [Part(pointer(name), value, True)]
    return [part for part in _listed(record, "headlines") if part.value.strip()][:1]


def _listed(record: Mapping[str, object], name: str) -> Iterator[Part]:
    """Yield the texts in a list of `{role, contenttype, value}`, the main ones first."""
    entries = record.get(name)
    found = [
        (entry.get("role") not in ("main", None), number, entry)
        for number, entry in enumerate(entries if isinstance(entries, list) else [])
        if isinstance(entry, dict) and isinstance(entry.get("value"), str)
    ]
    for _, number, entry in sorted(found, key=lambda one: one[:2]):
        yield Part(pointer(name, str(number), "value"), entry["value"], _is_html(entry))


def _is_html(entry: Mapping[str, object]) -> bool:
    kind = str(entry.get("contenttype") or entry.get("contentType") or "").lower()
    return "html" in kind or ("plain" not in kind and bool(MARKUP.search(str(entry["value"]))))


def pointer(*names: str) -> str:
    """Return the JSON Pointer (RFC 6901) that the names lead along."""
    return "".join("/" + name.replace("~", "~0").replace("/", "~1") for name in names)
