"""From the marks of a text to its quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.marks.apostrophes import Trust
from quotes.marks.doubles import Pair, Pairing, pair_doubles
from quotes.marks.paragraphs import find_paragraphs
from quotes.marks.runs import Page, number
from quotes.marks.singles import Single, pair_singles, weigh_singles
from quotes.marks.tokens import CLUSTER, scan
from quotes.records import Quotation, Span

_DOUBLE_OPENERS = ('"', "＂", "“", "‟", "„", "''", "‘‘", "``", "«", "»", "”")
_SINGLE_OPENERS = ("'", "‘", "‛", "‚", "`")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paragraph with its marks, on its way to quotations."""

    index: int
    paragraph: Span
    doubles: Pairing
    singles: list[Single]


def find_quotations(text: str, paragraphs: Sequence[Span] | None = None) -> list[Quotation]:
    """Find what stands between quotation marks, nested quotations left to the outer one.

    Args:
        text: any text.
        paragraphs: its paragraphs in text order; found by `find_paragraphs` if left out.

    Returns:
        The outermost quotations in text order. A quotation that runs over paragraphs gives one
        for each of them, all with the same run number.
    """
    if not CLUSTER.search(text):
        return []
    if paragraphs is None:
        paragraphs = find_paragraphs(text)
    sheets = list(_sheets(text, paragraphs))
    primary = _singles_are_primary(sheets)
    return list(number(text, (_page(text, paragraphs, sheet, primary) for sheet in sheets)))


def _sheets(text: str, paragraphs: Sequence[Span]) -> Iterator[Sheet]:
    for index, paragraph in enumerate(paragraphs):
        marks = scan(text, paragraph)
        if not marks.doubles and not marks.singles:
            continue
        reopened = _begins(text, paragraphs, index + 1, _DOUBLE_OPENERS)
        doubles = pair_doubles(text, paragraph, marks, reopened=reopened)
        yield Sheet(index, paragraph, doubles, weigh_singles(text, marks.singles, doubles.pairs))


def _begins(text: str, paragraphs: Sequence[Span], index: int, openers: tuple[str, ...]) -> bool:
    return index < len(paragraphs) and text.startswith(openers, paragraphs[index].start)


def _singles_are_primary(sheets: Sequence[Sheet]) -> bool:
    """Tell whether single marks are the document's usual ones; when in doubt, the first are."""
    doubles = [pair.start for sheet in sheets for pair in sheet.doubles.pairs]
    singles = [
        single.mark.start
        for sheet in sheets
        for single in sheet.singles
        if single.opens is Trust.STRONG
    ]
    if singles and len(singles) == len(doubles):
        return singles[0] < doubles[0]
    return len(singles) > len(doubles)


def _page(text: str, paragraphs: Sequence[Span], sheet: Sheet, primary: bool) -> Page:
    pairs = sheet.doubles.pairs
    if sheet.singles:
        reopened = _begins(text, paragraphs, sheet.index + 1, _SINGLE_OPENERS)
        singles = pair_singles(sheet.paragraph, sheet.singles, primary=primary, reopened=reopened)
        pairs = _outermost(pairs, singles)
    return Page(sheet.index, sheet.paragraph, pairs, sheet.doubles.stray)


def _outermost(doubles: Sequence[Pair], singles: Sequence[Pair]) -> list[Pair]:
    outermost: list[Pair] = []
    for pair in sorted((*doubles, *singles), key=lambda pair: pair.start):
        if not outermost or pair.start >= outermost[-1].end:
            outermost.append(pair)
    return outermost
