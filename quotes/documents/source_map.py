"""The map from a text back to the HTML or the JSON strings that it was extracted from."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from quotes.records import Document, SourceMap, Span

NOWHERE = -1


class Piece(NamedTuple):
    """Words of a text and the stretch of source that they stand for."""

    words: str
    start: int = NOWHERE
    end: int = NOWHERE


class Weaver:
    """Strings pieces together to a text with its map."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._starts: list[int] = []
        self._origins: list[int] = []
        self._ends: list[int] = []
        self._fields: list[tuple[int, str]] = []
        self._verbatim = False
        self.length = 0
        """Code points so far."""

    def begin(self, field: str) -> None:
        """Go on with pieces of another string."""
        self._fields.append((self.length, field))
        self._verbatim = False

    def add(self, piece: Piece) -> None:
        """Append a piece; one that continues the last in text and source makes one with it."""
        verbatim = piece.end - piece.start == len(piece.words)
        self._words.append(piece.words)
        if verbatim and self._verbatim and self._ends[-1] == piece.start:
            self._ends[-1] = piece.end
        else:
            self._starts.append(self.length)
            self._origins.append(piece.start)
            self._ends.append(piece.end)
        self._verbatim = verbatim
        self.length += len(piece.words)

    def document(self, id: str) -> Document:
        """Return the document that the pieces make."""
        source = SourceMap(
            tuple(self._starts),
            tuple(self._origins),
            tuple(self._ends),
            tuple(self._fields) or ((0, ""),),
        )
        return Document(id, "".join(self._words), source)


def source_span(document: Document, start: int, end: int) -> Span | None:
    """Find the words of a document in what it was extracted from.

    Args:
        document: the document.
        start: text offset of the first word's first character.
        end: text offset after the last word's last character.

    Returns:
        The span in the HTML, or in the string of the JSON value that `source_field` names, in code
        points. Between its ends may be tags and comments besides the words. Characters at the ends
        that are in no source, such as the marks put in for `<q>`, are left out. None if nothing is
        left or the words are from two strings. In a document that is its own source, the span as
        given.
    """
    source = document.source
    if source is None:
        return Span(start, end)
    reach = range(bisect_right(source.starts, start) - 1, bisect_right(source.starts, end - 1))
    mapped = [number for number in reach if source.origins[number] >= 0]
    if not mapped or source_field(document, start) != source_field(document, end - 1):
        return None
    first = _stretch(document.text, source, mapped[0], Span(start, end))
    last = _stretch(document.text, source, mapped[-1], Span(start, end))
    return Span(first.start, last.end)


def _stretch(text: str, source: SourceMap, number: int, within: Span) -> Span:
    """Return the source of as much of a piece as lies within a span of the text."""
    start, origin, end = source.starts[number], source.origins[number], source.ends[number]
    following = source.starts[number + 1 : number + 2]
    stop = following[0] if following else len(text)
    if end - origin != stop - start:
        return Span(origin, end)
    return Span(origin + max(within.start - start, 0), end - max(stop - within.end, 0))


def source_field(document: Document, offset: int) -> str:
    """Return which string of the JSON value a character of a document is from.

    Args:
        document: the document.
        offset: text offset of the character.

    Returns:
        a JSON Pointer (RFC 6901) such as `/body_html`; empty if the source is a whole file.
    """
    if document.source is None:
        return ""
    fields = document.source.fields
    return fields[max(bisect_right(fields, offset, key=lambda field: field[0]) - 1, 0)][1]
