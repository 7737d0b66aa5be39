"""Pairing the marks that are never an apostrophe."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.marks.apostrophes import Trust, closing_trust, opening_trust
from quotes.marks.characters import FRACTIONS, Side, trim
from quotes.marks.tokens import Mark, Marks
from quotes.records import Span

DEEPEST_LOOK = 4
"""How many open marks a closing one is compared with: keeps the work linear."""

CLOSED_BY = {
    "low": {"curly"},
    "latex": {"doubled"},
    "single-low": {"single-curly"},
    "single-latex": {"single-straight"},
}
"""The styles that close a style, where it is not itself."""
NEVER_CLOSE = frozenset({"low", "latex"})

_FEET = re.compile(rf"\d['’′] ?\d{{1,2}}[{FRACTIONS}]?\Z")
_YEAR = re.compile(r"\d{4}\Z")
_REACH = 7


@dataclass(frozen=True, slots=True)
class Pair:
    """An outermost quotation of a paragraph."""

    start: int
    end: int
    """Where it ends, closing mark included."""
    opener: Mark | None
    """Missing if the paragraph carries on a quotation without reopening its mark."""
    closer: Mark | None
    """Missing if the quotation is never closed in the paragraph."""
    runs_on: bool = False
    """It is not closed and reaches the paragraph's end."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """What the marks of a paragraph make."""

    pairs: list[Pair]
    stray: Mark | None
    """A closing mark before any opening one."""


def pair_doubles(text: str, paragraph: Span, marks: Marks, *, reopened: bool) -> Pairing:
    """Pair the marks of a paragraph that are never an apostrophe, nested quotations left out.

    Args:
        text: the document's text.
        paragraph: the stretch that holds the marks.
        marks: its marks; the single ones only mend a mark that nothing else closes.
        reopened: whether the next paragraph begins with an opening mark.

    Returns:
        The outermost pairs in text order, and the first closing mark if nothing opened it.
    """
    doubles = list(_outside_tags(text, marks.doubles))
    stack: list[Mark] = []
    found: list[Pair] = []
    stray: Mark | None = None
    for index, mark in enumerate(doubles):
        following = doubles[index + 1] if index + 1 < len(doubles) else None
        if _is_inch(text, mark, following, len(stack)) or (mark.right == ">" and not stack):
            continue
        if _side(mark, stack[-1] if stack else None) is Side.OPEN:
            stack.append(mark)
        elif stack:
            _close(stack, mark, found)
        elif not found and stray is None:
            stray = mark
    unclosed = [Pair(mark.start, paragraph.end, mark, None, runs_on=True) for mark in stack]
    items = sorted((*found, *unclosed), key=_start)
    return Pairing(list(_resolve(text, items, marks.singles, reopened=reopened)), stray)


def _outside_tags(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Leave out the marks around the values in <a href="…">."""
    inside = False
    for mark in marks:
        if inside:
            inside = False
        elif mark.left == "=" and text[max(0, mark.start - 2)].isalnum():
            inside = True
        else:
            yield mark


def _side(mark: Mark, innermost: Mark | None) -> Side:
    """Decide between opening and closing, given the innermost mark that is still open."""
    shape, lean, style = mark.glyph.side, mark.lean, mark.glyph.style
    toggled = Side.CLOSE if innermost else Side.OPEN
    if shape is Side.EITHER:
        return toggled if lean is Side.EITHER else lean
    if shape is Side.OPEN:
        closes = lean is Side.CLOSE or (innermost and not mark.right)
        return Side.CLOSE if closes and style not in NEVER_CLOSE else Side.OPEN
    if lean is Side.OPEN and innermost and innermost.glyph.style != style:
        return Side.OPEN
    return Side.CLOSE if lean is Side.CLOSE else toggled


def _is_inch(text: str, mark: Mark, following: Mark | None, depth: int) -> bool:
    """Tell whether a mark after a number measures; if it could close, one after it must."""
    number = mark.left.isdigit() or (mark.left and mark.left in FRACTIONS)
    if mark.glyph.side is Side.OPEN or not number:
        return False
    if not depth:
        return True
    before = text[max(0, mark.start - _REACH) : mark.start]
    if (depth > 1 and not _FEET.search(before)) or _YEAR.search(before):
        return False
    return following is not None and following.lean is Side.CLOSE


def _close(stack: list[Mark], closer: Mark, found: list[Pair]) -> None:
    style = closer.glyph.style
    nearest = range(len(stack) - 1, max(-1, len(stack) - 1 - DEEPEST_LOOK), -1)
    depth = next((i for i in nearest if style in _closers(stack[i])), len(stack) - 1)
    opener = stack[depth]
    del stack[depth:]
    while found and found[-1].start > opener.start:
        opener, closer = _fuse(opener, closer, found.pop())
    found.append(Pair(opener.start, closer.end, opener, closer))


def _closers(opener: Mark) -> set[str]:
    style = opener.glyph.style
    return CLOSED_BY.get(style, {style})


def _fuse(opener: Mark, closer: Mark, inner: Pair) -> tuple[Mark, Mark]:
    """Make one mark of a mark written twice, as in ""No"", so that the words stand alone."""
    if inner.opener is None or inner.closer is None:
        return opener, closer
    if (inner.start, inner.end) != (opener.end, closer.start):
        return opener, closer
    if inner.opener.glyph.style != opener.glyph.style:
        return opener, closer
    return replace(opener, end=inner.opener.end), replace(closer, start=inner.closer.start)


def _resolve(
    text: str, items: Sequence[Pair], singles: Sequence[Mark], *, reopened: bool
) -> Iterator[Pair]:
    """Give the marks that are never closed an end."""
    for index, item in enumerate(items):
        if item.closer or item.opener is None:
            yield item
        elif not _is_trusted(item.opener):
            continue
        elif reopened and not item.opener.left and _others(item.opener, items[index + 1 :]):
            yield item
            return
        else:
            limit = items[index + 1].start if index + 1 < len(items) else item.end
            if closer := _closing_single(text, item.opener, limit, singles):
                yield replace(item, end=closer.end, closer=closer, runs_on=False)
            elif words := trim(text, item.opener.end, limit):
                yield replace(item, end=words.end, runs_on=limit == item.end)


def _closing_single(text: str, opener: Mark, limit: int, singles: Sequence[Mark]) -> Mark | None:
    """Find half of a closing mark: the first after punctuation that ends nothing else."""
    depth = 0
    first, last = (bisect_left(singles, at, key=_start) for at in (opener.end, limit))
    for mark in singles[first:last]:
        if opening_trust(text, mark) > Trust.WEAK:
            depth += 1
        elif closing_trust(text, mark) > Trust.WEAK:
            if not depth and not mark.left.isalnum():
                return mark
            depth = max(0, depth - 1)
    return None


def _start(item: Mark | Pair) -> int:
    return item.start


def _is_trusted(opener: Mark) -> bool:
    """Tell whether a mark opens a quotation even if nothing closes it."""
    shown = opener.lean is Side.OPEN or opener.glyph.side is Side.OPEN
    return shown or not opener.left


def _others(opener: Mark, items: Sequence[Pair]) -> bool:
    style = opener.glyph.style
    return all(item.opener is None or item.opener.glyph.style != style for item in items)
