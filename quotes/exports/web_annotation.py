"""W3C Web Annotation: a collection in JSON-LD, an annotation a quote.

The target is the quote's place, as words and as code points; the body is a schema.org Quotation
with its creator. What the ledger knows besides stands in the body under `ledger:`, so that an
annotation can be read back as the row that it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import BinaryIO
from uuid import UUID

from quotes.errors import LedgerError
from quotes.exports.anchors import anchor_of, iri_of
from quotes.exports.json_text import decoded, encoded
from quotes.exports.layout import Found, Options, entry_of
from quotes.ledger import Entry
from quotes.records import COLUMNS, Document, Row, SpeakerType

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"ledger": "urn:quote-ledger:"}]
CREATORS = {
    SpeakerType.PERSON: "schema:Person",
    SpeakerType.UNNAMED: "schema:Person",
    SpeakerType.ORGANIZATION: "schema:Organization",
    SpeakerType.GROUP: "schema:Organization",
    SpeakerType.DOCUMENT: "schema:CreativeWork",
}
OWN = frozenset({"quote", "quote_start", "quote_end", "speaker", "title"})
"""Columns that have a place of their own in an annotation."""


def write_web_annotations(found: Iterable[Found], stream: BinaryIO, options: Options) -> int:
    """Write a collection with one page, annotation by annotation as they come.

    Returns:
        the number of annotations.
    """
    stream.write(b'{"@context": ' + encoded(CONTEXT) + b', "type": "AnnotationCollection", ')
    stream.write(_head(options) + b'"first": {"type": "AnnotationPage", "startIndex": 0, ')
    stream.write(b'"items": [')
    count, digest = 0, sha256()
    for annotation in (annotation_of(document, row) for document, row in _pairs(found)):
        stream.write((b",\n" if count else b"\n") + encoded(annotation))
        digest.update(str(annotation["id"]).encode())
        count += 1
    page, whole = (_id(f"{part} {digest.hexdigest()}") for part in ("page", "collection"))
    stream.write(f'\n], "id": "{page}"}}, "total": {count}, "id": "{whole}"}}\n'.encode())
    return count


def _pairs(found: Iterable[Found]) -> Iterator[tuple[Document, Row]]:
    for document, rows in found:
        if document is not None:
            yield from ((document, row) for row in rows)


def _head(options: Options) -> bytes:
    head: dict[str, object] = {"label": "Quote ledger", "ledger:offsetUnit": options.unit}
    if options.origin:
        head["generator"] = {
            "id": "urn:quote-ledger:program",
            "type": "Software",
            "name": options.origin.program,
        }
        head |= {"ledger:model": options.origin.model, "ledger:rules": options.origin.rules}
    return encoded(head)[1:-1] + b", "


def annotation_of(document: Document, row: Row) -> dict[str, object]:
    """Return a row as an annotation, without its context."""
    exact, prefix, suffix = anchor_of(document, row)
    selectors = [
        {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
        {"type": "TextPositionSelector", "start": row.quote_start, "end": row.quote_end},
    ]
    return {
        "id": _id(f"{row.document} {row.quote_id}"),
        "type": "Annotation",
        "motivation": "identifying",
        "body": _body(row) | ({} if exact == row.quote else {"ledger:quote": row.quote}),
        "target": {
            "type": "SpecificResource",
            "source": iri_of(row.document, row.document_sha256),
            "selector": selectors,
        },
    }


def _id(name: str) -> str:
    # Version 5 is what UUIDs made of names are, though this one is by a younger checksum.
    digest = sha256(f"quote-ledger {name}".encode(errors="surrogatepass")).digest()
    return UUID(bytes=digest[:16], version=5).urn


def _body(row: Row) -> dict[str, object]:
    body: dict[str, object] = {"type": "schema:Quotation", "schema:text": row.quote}
    if row.speaker is not None:
        creator = {
            "type": CREATORS[SpeakerType(row.speaker_type or SpeakerType.PERSON)],
            "schema:name": row.speaker,
        }
        body["schema:creator"] = creator | ({"schema:jobTitle": row.title} if row.title else {})
    values = {name: getattr(row, name) for name in COLUMNS if name not in OWN}
    return body | {f"ledger:{name}": value for name, value in values.items() if value is not None}


def read_web_annotations(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """Read the rows back that a collection was made of.

    Raises:
        LedgerError: it is no JSON, or no collection of annotations.
    """
    items = _inner(_inner(decoded(stream, name), "first"), "items")
    if not isinstance(items, list):
        remedy = "give a collection that `quotes extract` wrote"
        raise LedgerError("no Web Annotation collection", where=name, remedy=remedy)
    for number, item in enumerate(items, 1):
        yield entry_of(number, 0, _values(item))


def _values(annotation: object) -> dict[str, object]:
    """Return the columns of an annotation; what is not there is None."""
    body, target = _inner(annotation, "body"), _inner(annotation, "target")
    creator = _inner(body, "schema:creator")
    position = _selector(target, "TextPositionSelector")
    values = {name: _inner(body, f"ledger:{name}") for name in COLUMNS}
    return values | {
        "quote": values["quote"] or _inner(_selector(target, "TextQuoteSelector"), "exact"),
        "quote_start": _inner(position, "start"),
        "quote_end": _inner(position, "end"),
        "speaker": _inner(creator, "schema:name"),
        "title": _inner(creator, "schema:jobTitle"),
    }


def _selector(target: object, kind: str) -> object:
    selectors = _inner(target, "selector")
    found = selectors if isinstance(selectors, list) else []
    return next((one for one in found if _inner(one, "type") == kind), None)


def _inner(value: object, name: str) -> object:
    return value.get(name) if isinstance(value, Mapping) else None
