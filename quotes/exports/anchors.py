"""Anchors: what a reader needs to find a quote again in an article that it got elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from quotes.records import Document, Row, Span

CONTEXT = 32
"""Characters of prefix and suffix."""
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:[^\s<>\"{}|\\^`]+")


class Anchor(NamedTuple):
    """A quote's words with what stands around them."""

    exact: str
    prefix: str
    suffix: str


def anchor_of(document: Document, row: Row) -> Anchor:
    """Return the anchor of a row's quote.

    In a text that was extracted from HTML, what stands in no source is left out: paragraph
    breaks, and the marks put in for `<q>`. Prefix and suffix end there, so that the words are
    those of one block of the page.
    """
    text, start, end = document.text, row.quote_start, row.quote_end
    if document.source is None:
        before = text[max(start - CONTEXT, 0) : start]
        return Anchor(row.quote, before, text[end : end + CONTEXT])
    before = _before(document, Span(max(start - CONTEXT, 0), start))
    after = _after(document, Span(end, min(end + CONTEXT, len(text))))
    exact = "".join(words.of(text) for words in _sourced(document, Span(start, end)))
    return Anchor(exact, before, after)


def _before(document: Document, span: Span) -> str:
    """Return the words of a span back to where its source breaks off."""
    start = span.end
    for piece in reversed(list(_sourced(document, span))):
        if piece.end != start:
            break
        start = piece.start
    return document.text[start : span.end]


def _after(document: Document, span: Span) -> str:
    end = span.start
    for piece in _sourced(document, span):
        if piece.start != end:
            break
        end = piece.end
    return document.text[span.start : end]


def _sourced(document: Document, span: Span) -> Iterator[Span]:
    """Yield the pieces of a span that stand in the source."""
    source = document.source
    if source is None or span.start >= span.end:
        return
    number = bisect_right(source.starts, span.start) - 1
    while number < len(source.starts) and source.starts[number] < span.end:
        following = source.starts[number + 1 : number + 2]
        stop = following[0] if following else len(document.text)
        if source.origins[number] >= 0:
            yield Span(max(source.starts[number], span.start), min(stop, span.end))
        number += 1


def iri_of(document: str, sha: str) -> str:
    """Return what stands for a document where an IRI must.

    Args:
        document: the document's id; one that is an IRI stays as it is, a path becomes a
            relative one.
        sha: the document's checksum, for one that came from standard input.
    """
    if IRI.fullmatch(document):
        return document
    if document in {"", "-"}:
        return f"urn:quote-ledger:document:{sha}"
    return quote(document, errors="backslashreplace")
