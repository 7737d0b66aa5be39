"""The quotation marks and apostrophes of a paragraph, each with what its neighbours tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotes.marks.characters import (
    BLANKS,
    CLOSING_PUNCTUATION,
    DASHES,
    DOUBLE_GLYPHS,
    MARK_CHARACTERS,
    OPENING_BRACKETS,
    SINGLE_GLYPHS,
    ZERO_WIDTH,
    Glyph,
    Side,
)
from quotes.records import Span

LONGEST_CLUSTER = 8
"""More marks than this side by side are decoration."""

CLUSTER = re.compile(f"[{MARK_CHARACTERS}]+")
_OPENING_PIECE = re.compile("`{3,}|``|''|’’|‘‘|.")
# Where a quotation inside another ends with it, the single mark comes first: 'no'''
_CLOSING_PIECE = re.compile("`{3,}|``|'(?=''(?!'))|''|’(?=’’(?!’))|’’|‘‘|.")
_AFTER_CLOSING = CLOSING_PUNCTUATION + OPENING_BRACKETS + DASHES
_DOTS_OR_WORD = re.compile(r"\.(?:\s?\.|\w)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark, or an apostrophe that may be one."""

    start: int
    end: int
    glyph: Glyph
    lean: Side
    """Which end of a quotation its neighbours make it."""
    left: str
    """The character before it and the marks that touch it; empty at the paragraph's start."""
    right: str
    """The character after it and the marks that touch it; empty at the paragraph's end."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one paragraph, each kind in text order."""

    doubles: list[Mark]
    singles: list[Mark]


def scan(text: str, paragraph: Span) -> Marks:
    """Find the marks of a paragraph, apostrophes inside words left out.

    Args:
        text: the document's text.
        paragraph: the stretch to look at.

    Returns:
        The marks that are never an apostrophe, and those that may be one.
    """
    marks = Marks([], [])
    for cluster in CLUSTER.finditer(text, paragraph.start, paragraph.end):
        start, end = cluster.span()
        if end - start > LONGEST_CLUSTER:
            continue
        left = _before(text, start, paragraph.start)
        right = _after(text, end, paragraph.end)
        if end - start == 1 and left.isalnum() and right.isalnum() and text[start] in "'’":
            continue
        _split(text, Span(start, end), left, right, marks)
    return marks


def _split(text: str, cluster: Span, left: str, right: str, marks: Marks) -> None:
    lean = _lean(text, cluster, left, right)
    pieces = _OPENING_PIECE if lean is Side.OPEN else _CLOSING_PIECE
    for piece in pieces.finditer(text, cluster.start, cluster.end):
        start, end = piece.span()
        if glyph := DOUBLE_GLYPHS.get(piece.group()):
            marks.doubles.append(Mark(start, end, glyph, lean, left, right))
        elif glyph := SINGLE_GLYPHS.get(piece.group()):
            before = text[start - 1] if start > cluster.start else left
            after = text[end] if end < cluster.end else right
            marks.singles.append(Mark(start, end, glyph, lean, before, after))


def _lean(text: str, cluster: Span, left: str, right: str) -> Side:
    starts = not left or left in BLANKS or left in OPENING_BRACKETS
    ends = not right or right in BLANKS
    if starts:
        if ends:
            return Side.EITHER
        dots = right == "." and _DOTS_OR_WORD.match(text, cluster.end)
        return Side.EITHER if right in CLOSING_PUNCTUATION and not dots else Side.OPEN
    closes = ends or (right in _AFTER_CLOSING and left not in DASHES)
    return Side.CLOSE if closes else Side.EITHER


def _before(text: str, position: int, first: int) -> str:
    while position > first and text[position - 1] in ZERO_WIDTH:
        position -= 1
    return text[position - 1] if position > first else ""


def _after(text: str, position: int, last: int) -> str:
    while position < last and text[position] in ZERO_WIDTH:
        position += 1
    return text[position] if position < last else ""
