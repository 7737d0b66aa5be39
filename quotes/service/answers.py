"""What clients get: the ledger in the format that they accept best."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import NamedTuple

from quotes.exports import FORMATS, Found, Options, ledger_of
from quotes.exports.json_text import encoded
from quotes.records import Document, Row

PROFILE = 'profile="http://www.w3.org/ns/anno.jsonld"'


class Answer(NamedTuple):
    """A format of answers."""

    media_type: str
    """As it is asked for."""
    content_type: str
    """As it is sent."""
    write: Callable[[Document, list[Row], Options], bytes]


def _json(document: Document, rows: list[Row], options: Options) -> bytes:
    return encoded({"document": document.id} | ledger_of(document, rows, options))


def _exported(name: str) -> Callable[[Document, list[Row], Options], bytes]:
    def write(document: Document, rows: list[Row], options: Options) -> bytes:
        stream = io.BytesIO()
        FORMATS[name].write([Found(document, rows)], stream, options)
        return stream.getvalue()

    return write


ANSWERS = (
    Answer("application/json", "application/json", _json),
    Answer("text/csv", "text/csv; charset=utf-8; header=present", _exported("csv")),
    Answer("application/ld+json", f"application/ld+json; {PROFILE}", _exported("webannotation")),
)
"""The formats, the usual one first."""


def answer_for(accept: str) -> Answer | None:
    """Return the format that a client prefers; None if it takes none of them.

    Args:
        accept: the header `Accept`; empty for anything.
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    best, quality = None, 0.0
    for answer in ANSWERS:
        found = _quality(answer.media_type, ranges)
        if found > quality:
            best, quality = answer, found
    return best


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = next((p[2:] for p in parameters if p.startswith("q=")), "1")
    try:
        return name, min(max(float(weight), 0.0), 1.0)
    except ValueError:
        return name, 0.0


def _quality(media_type: str, ranges: list[tuple[str, float]]) -> float:
    """Return how well a type is accepted; the most specific range that fits counts."""
    family = media_type.partition("/")[0]
    for name in (media_type, f"{family}/*", "*/*"):
        found = [weight for range, weight in ranges if range == name]
        if found:
            return max(found)
    return 0.0
