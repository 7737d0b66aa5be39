"""The characters that quote, separate and fill: typography, no language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quotes.records import Span


def _characters(*codes: int | range) -> str:
    return "".join(chr(c) for code in codes for c in (code if isinstance(code, range) else (code,)))


LINE_ENDS = _characters(range(0x0A, 0x0E), range(0x1C, 0x1F), 0x85, 0x2028, 0x2029)
ZERO_WIDTH = _characters(
    *(0xAD, 0x180E, range(0x200B, 0x2010), range(0x202A, 0x202F)),
    *(range(0x2060, 0x2065), range(0x2066, 0x206A), 0xFEFF),
)
BLANKS = (
    LINE_ENDS
    + ZERO_WIDTH
    + _characters(0x09, 0x1F, 0x20, 0xA0, 0x1680, range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
)
"""What may stand inside a mark without being quoted: Python's blanks and the zero-width ones."""

DASHES = "-‐‑‒–—―/"
OPENING_BRACKETS = "([{<>¿¡|"
CLOSING_PUNCTUATION = ".,;:!?…)]}"
FRACTIONS = "¼½¾"


class Side(StrEnum):
    """Which end of a quotation a mark stands at."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Glyph:
    """What the shape of a mark tells by itself."""

    style: str
    """Marks of one style make a pair."""
    side: Side


DOUBLE_GLYPHS: dict[str, Glyph] = {
    '"': Glyph("straight", Side.EITHER),
    "＂": Glyph("straight", Side.EITHER),
    "“": Glyph("curly", Side.OPEN),
    "‟": Glyph("curly", Side.OPEN),
    "”": Glyph("curly", Side.CLOSE),
    "„": Glyph("low", Side.OPEN),
    "''": Glyph("doubled", Side.EITHER),
    "‘‘": Glyph("doubled", Side.OPEN),
    "’’": Glyph("doubled", Side.CLOSE),
    "``": Glyph("latex", Side.OPEN),
    "«": Glyph("guillemet", Side.OPEN),
    "»": Glyph("guillemet", Side.CLOSE),
    "‹": Glyph("single-guillemet", Side.OPEN),
    "›": Glyph("single-guillemet", Side.CLOSE),
}
"""Marks that are never an apostrophe."""

SINGLE_GLYPHS: dict[str, Glyph] = {
    "'": Glyph("single-straight", Side.EITHER),
    "‘": Glyph("single-curly", Side.OPEN),
    "‛": Glyph("single-curly", Side.OPEN),
    "’": Glyph("single-curly", Side.CLOSE),
    "‚": Glyph("single-low", Side.OPEN),
    "`": Glyph("single-latex", Side.OPEN),
}
"""Marks that may be an apostrophe or belong to a measurement."""

MARK_CHARACTERS = "".join(sorted({c for mark in DOUBLE_GLYPHS | SINGLE_GLYPHS for c in mark}))


def trim(text: str, start: int, end: int) -> Span | None:
    """Narrow a stretch of text by the blanks and zero-width characters at its ends.

    Args:
        text: the document's text.
        start: first code point of the stretch.
        end: code point after the stretch.

    Returns:
        The narrowed span, or None if there is nothing but blanks.
    """
    words = text[start:end].rstrip(BLANKS)
    if not words:
        return None
    return Span(start + len(words) - len(words.lstrip(BLANKS)), start + len(words))
