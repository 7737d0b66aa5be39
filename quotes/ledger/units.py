"""Units that offsets may count in, and the way from one to the other within a text."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from quotes.ledger.columns import PAIRS
from quotes.records import Row


class Unit(StrEnum):
    """What offsets count; the ledger's own are code points."""

    CODEPOINT = "codepoint"
    UTF16 = "utf16"
    """16-bit units, as JavaScript, Java and C# count: two for an emoji."""
    UTF8 = "utf8"
    """Bytes of the text in UTF-8, as Go and Rust count."""


OFFSETS: tuple[str, ...] = tuple(f"{name}_{end}" for name in PAIRS for end in ("start", "end"))
"""The columns that hold offsets into the document's text."""

WIDE = {Unit.UTF16: re.compile(r"[^\x00-\uffff]"), Unit.UTF8: re.compile(r"[^\x00-\x7f]")}
"""The characters that count for more than one."""


class Scale:
    """The offsets of one text in code points and in another unit, each found from the other.

    Args:
        text: the text.
        unit: the other unit; a lone surrogate counts as the code point that it is.
    """

    def __init__(self, text: str, unit: Unit) -> None:
        self._at = array("q")
        """Code point offset of every wide character."""
        self._extra = array("q", [0])
        """By how much the first n wide characters together exceed one unit each."""
        if unit in WIDE:
            for match in WIDE[unit].finditer(text):
                self._at.append(match.start())
                self._extra.append(self._extra[-1] + _excess(match[0], unit))
        self._starts = array("q", map(sum, zip(self._at, self._extra)))  # noqa: B905 (one longer)

    def of(self, offset: int) -> int:
        """Return an offset in the unit, given in code points."""
        return offset + self._extra[bisect_left(self._at, offset)]

    def codepoints(self, offset: int) -> int | None:
        """Return an offset in code points, given in the unit; None inside a character."""
        wide = bisect_right(self._starts, offset)
        if wide and offset == self._starts[wide - 1]:
            return self._at[wide - 1]
        found = offset - self._extra[wide]
        return None if wide and found <= self._at[wide - 1] else found


def _excess(character: str, unit: Unit) -> int:
    return 1 if unit is Unit.UTF16 else len(character.encode(errors="surrogatepass")) - 1


def rescaled(row: Row, convert: Callable[[int], int]) -> Row:
    """Return the row with every offset converted."""
    found = {name: getattr(row, name) for name in OFFSETS}
    moved = {name: convert(at) for name, at in found.items() if at is not None}
    return replace(row, **moved)  # type: ignore[arg-type]  # all these columns hold numbers
