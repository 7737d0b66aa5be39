"""ninjs: the news item back, a line each, its speakers as people and its quotes in an extension.

ninjs forbids unknown properties; IPTC's way to add one is a schema of one's own, under an id of
its own, which takes the published one whole. Those schemas are in `schemas/`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, NamedTuple

from quotes.errors import LedgerError
from quotes.exports.anchors import iri_of
from quotes.exports.json_text import decoded, encoded
from quotes.exports.layout import (
    OFFSET_UNIT,
    Found,
    Options,
    columns_of,
    entry_of,
    making_of,
    records_of,
)
from quotes.ledger import Entry, document_sha256
from quotes.records import Document, Row, SpeakerType

EXTENSION = "quoteLedger"
"""The property that the extension schemas add."""
SPEAKS = "speaker"
"""The relationship of an item to those who speak in it."""
OLD = re.compile(r"(person|organisation|place|byline|headline|body_.+|headline_.+|version\w+)")


class Edition(NamedTuple):
    """A major version of ninjs."""

    version: str
    """The one whose schema is extended."""
    people: str
    organisations: str
    standard: str

    @property
    def schema(self) -> str:
        """The id of the extension schema."""
        return f"urn:quote-ledger:ninjs-{self.version}"


EDITIONS = {
    "1": Edition("1.6", "person", "organisation", "$standard"),
    "2": Edition("2.2", "people", "organisations", "standard"),
    "3": Edition("3.1", "people", "organisations", "standard"),
}
LISTS = {SpeakerType.PERSON: "people", SpeakerType.ORGANIZATION: "organisations"}
"""In which list of an edition a speaker of a type stands; those of other types in none."""


def write_ninjs(found: Iterable[Found], stream: BinaryIO, options: Options) -> int:
    """Write an item for each document; one that was no news item becomes one.

    Returns:
        the number of quotes.
    """
    count = 0
    for document, rows in found:
        if document is not None:
            listed = list(rows)
            stream.write(encoded(item_of(document, listed, options)) + b"\n")
            count += len(listed)
    return count


def item_of(document: Document, rows: list[Row], options: Options) -> dict[str, object]:
    """Return the item of a document with its speakers and quotes."""
    # Superdesk's own items have a guid instead of a uri.
    given = document.item if document.item and isinstance(document.item.get("uri"), str) else None
    item = dict(given or _new_item(document))
    edition = edition_of(item)
    for row in rows:
        _add_speaker(item, edition, row)
    item[EXTENSION] = ledger_of(document, rows, options)
    own = item.get(edition.standard)
    standard = dict(own) if isinstance(own, Mapping) else {}
    defaults = {"name": "ninjs", "version": edition.version}
    item[edition.standard] = defaults | standard | {"schema": edition.schema}
    return item


def ledger_of(document: Document, rows: list[Row], options: Options) -> dict[str, object]:
    """Return what the extension holds: rows as objects, and what their offsets count.

    The rows of a text that was extracted from HTML or JSON also say where their quotes stand there.
    """
    sourced = Options(options.unit, sourced=document.source is not None)
    names = columns_of(sourced)
    records = records_of([Found(document, rows)], sourced)
    quotes = [dict(zip(names, values, strict=True)) for values in records]
    return {**making_of(options), "quotes": quotes}


def _new_item(document: Document) -> dict[str, object]:
    uri = iri_of(document.id, document_sha256(document.text))
    if ":" not in uri:
        uri = f"urn:quote-ledger:document:{uri}"
    body = {"role": "main", "contentType": "text/plain", "value": document.text}
    return {"uri": uri, "type": "text", "language": "en", "bodies": [body]}


def edition_of(item: Mapping[str, object]) -> Edition:
    """Return the major version of an item: the one it names, otherwise the one it looks like."""
    standard = item.get("standard") or item.get("$standard")
    version = standard.get("version") if isinstance(standard, Mapping) else None
    if isinstance(version, str) and version[:1] in EDITIONS:
        return EDITIONS[version[:1]]
    if any(name in item for name in ("bodies", "headlines", "people", "by")):
        return EDITIONS["2" if _has_lower_case_names(item) else "3"]
    return EDITIONS["1" if any(map(OLD.fullmatch, item)) else "3"]


def _has_lower_case_names(item: Mapping[str, object]) -> bool:
    """Tell ninjs 2 from 3, which writes names such as `versionCreated` in camel case."""
    listed = (one for name in ("bodies", "headlines") for one in _list(item.get(name)))
    names = {*item, *(key for one in listed if isinstance(one, Mapping) for key in one)}
    return bool(names & {"versioncreated", "firstcreated", "copyrightnotice", "contenttype"})


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _add_speaker(item: dict[str, object], edition: Edition, row: Row) -> None:
    """Add the speaker of a row unless the item has one of that name."""
    kind = LISTS.get(SpeakerType(row.speaker_type)) if row.speaker_type else None
    if kind is None:
        return
    name = getattr(edition, kind)
    known = _list(item.get(name))
    if not any(isinstance(one, Mapping) and one.get("name") == row.speaker for one in known):
        item[name] = [*known, {"name": row.speaker, "rel": SPEAKS}]


def read_ninjs(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """Read the rows back from items, one a line or one alone.

    Raises:
        LedgerError: it is no JSON.
    """
    for number, values in enumerate(_quotes(stream, name), 1):
        yield entry_of(number, 0, values)


def _quotes(stream: BinaryIO, name: str) -> Iterator[Mapping[str, object]]:
    for item in _items(stream, name):
        ledger = item.get(EXTENSION) if isinstance(item, Mapping) else None
        if not isinstance(ledger, Mapping):
            remedy = "give items that `quotes extract` wrote"
            raise LedgerError(f"an item without {EXTENSION}", where=name, remedy=remedy)
        nothing = dict.fromkeys(columns_of(Options()))
        for quote in _list(ledger.get("quotes")):
            values = quote if isinstance(quote, Mapping) else {}
            unit = ledger.get("offsetUnit")
            yield nothing | dict(values) | ({OFFSET_UNIT: unit} if unit else {})


def _items(stream: BinaryIO, name: str) -> Iterator[object]:
    for line in stream:
        if not line.isspace():
            yield decoded(io.BytesIO(line), name)
