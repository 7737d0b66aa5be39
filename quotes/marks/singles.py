"""Pairing single marks, told from apostrophes by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.marks.apostrophes import Trust, closing_trust, opening_trust
from quotes.marks.characters import Side
from quotes.marks.doubles import Pair
from quotes.marks.tokens import Mark
from quotes.records import Span

FARTHEST_DOUBT = 80
"""How many characters a quotation may have whose closing mark may be a possessive's."""


@dataclass(frozen=True, slots=True)
class Single:
    """A single mark outside other marks, with how well it would do at each end."""

    mark: Mark
    opens: Trust
    closes: Trust
    region: int
    """Number of double-marked quotations before it."""


def weigh_singles(text: str, marks: Sequence[Mark], doubles: Sequence[Pair]) -> list[Single]:
    """Weigh the single marks of a paragraph that are outside double ones.

    Args:
        text: the document's text.
        marks: the paragraph's single marks in text order.
        doubles: the paragraph's double-marked quotations in text order.

    Returns:
        The marks that can open or close a quotation, in text order.
    """
    return [
        single
        for mark, region in _outside(marks, doubles)
        if (single := _weigh(text, mark, region)).opens or single.closes
    ]


def pair_singles(
    paragraph: Span, singles: Sequence[Single], *, primary: bool, reopened: bool
) -> list[Pair]:
    """Pair the single marks of a paragraph.

    Args:
        paragraph: the stretch that holds the marks.
        singles: the marks outside double ones, in text order.
        primary: whether single marks are the document's usual ones; then they may hold double
            ones, and one that is never closed runs to the paragraph's end.
        reopened: whether the next paragraph begins with a single opening mark.

    Returns:
        The pairs in text order.
    """
    pairs: list[Pair] = []
    last = max((i for i, single in enumerate(singles) if single.opens > Trust.WEAK), default=-1)
    index = 0
    while index < len(singles):
        opener = singles[index]
        found = _closing(singles, index, primary=primary) if opener.opens else None
        closer = None if found is None else singles[found]
        if primary and _runs_on(opener, closer, is_last=index == last, reopened=reopened):
            return [*pairs, Pair(opener.mark.start, paragraph.end, opener.mark, None, runs_on=True)]
        if closer is not None:
            pairs.append(Pair(opener.mark.start, closer.mark.end, opener.mark, closer.mark))
        index = (index if found is None else found) + 1
    return pairs


def _outside(marks: Sequence[Mark], doubles: Sequence[Pair]) -> Iterator[tuple[Mark, int]]:
    region = 0
    for mark in marks:
        while region < len(doubles) and doubles[region].end <= mark.start:
            region += 1
        if region == len(doubles) or mark.start < doubles[region].start:
            yield mark, region


def _weigh(text: str, mark: Mark, region: int) -> Single:
    return Single(mark, opening_trust(text, mark), closing_trust(text, mark), region)


def _closing(singles: Sequence[Single], start: int, *, primary: bool) -> int | None:
    """Find the closing mark of an opening one: the first sure one, else the first doubtful."""
    opener = singles[start]
    needed = Trust.WEAK if opener.opens > Trust.WEAK else Trust.SURE
    doubtful: int | None = None
    for index in range(start + 1, len(singles)):
        single = singles[index]
        elsewhere = single.region != opener.region and not primary
        if elsewhere or single.mark.glyph.style == "single-latex":
            break
        if single.closes >= needed and _fits(opener.mark, single.mark):
            if single.closes > Trust.WEAK:
                return index
            if doubtful is None and single.mark.start - opener.mark.end <= FARTHEST_DOUBT:
                doubtful = index
        elif single.opens >= (Trust.STRONG if needed is Trust.WEAK else Trust.WEAK):
            break
    return doubtful


def _fits(opener: Mark, closer: Mark) -> bool:
    return closer.glyph.side is not Side.OPEN or opener.glyph.side is Side.OPEN


def _runs_on(opener: Single, closer: Single | None, *, is_last: bool, reopened: bool) -> bool:
    """Tell whether a quotation reaches the paragraph's end.

    A doubtful closing mark is a possessive's if the next paragraph reopens the quotation.
    """
    glyph, at_start = opener.mark.glyph, not opener.mark.left
    if opener.opens < Trust.STRONG or glyph.style == "single-latex":
        return False
    if glyph.side is not Side.OPEN and not at_start:
        return False
    doubtful = closer is not None and closer.closes is Trust.WEAK and reopened and at_start
    return is_last and (closer is None or doubtful)
