"""Quotations that run over paragraphs share a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quotes.marks.characters import BLANKS, MARK_CHARACTERS, SINGLE_GLYPHS, trim
from quotes.marks.doubles import CLOSED_BY, Pair
from quotes.marks.tokens import Mark
from quotes.records import Quotation, Span

LONGEST_SIGNATURE = 80
SENTENCE_ENDS = ".!?…"
NOT_WORDS = BLANKS + MARK_CHARACTERS


@dataclass(frozen=True, slots=True)
class Page:
    """A paragraph with its outermost quotations."""

    index: int
    paragraph: Span
    pairs: list[Pair]
    stray: Mark | None
    """A closing mark before any opening one."""


def number(text: str, pages: Iterable[Page]) -> Iterator[Quotation]:
    """Turn the pairs of a document into numbered quotations.

    A quotation that a paragraph leaves open goes on in the next one if that reopens it at its
    very beginning, or only closes it.

    Args:
        text: the document's text.
        pages: its paragraphs that have marks, in text order.

    Yields:
        The quotations in text order; pairs around nothing but blanks and marks are left out.
    """
    run, expected = -1, 0
    carried: Pair | None = None
    for page in pages:
        if page.index != expected:
            carried = None
        pairs = _with_stray(text, page, carried)
        for pair in pairs:
            goes_on = carried is not None and _goes_on(carried, pair)
            carried = None
            if span := _words(text, page, pair):
                run += not goes_on
                yield _quotation(page, pair, span, run)
                carried = pair if pair.runs_on else None
        carried = carried if pairs else None
        expected = page.index + 1


def _with_stray(text: str, page: Page, carried: Pair | None) -> list[Pair]:
    stray = page.stray
    if carried is None or stray is None or _is_single(carried):
        return page.pairs
    if page.pairs and page.pairs[0].start < stray.end:
        return page.pairs
    tail = Pair(page.paragraph.start, stray.end, None, stray)
    return page.pairs if _is_signature(text, page, carried, tail) else [tail, *page.pairs]


def _is_signature(text: str, page: Page, carried: Pair, tail: Pair) -> bool:
    """Tell whether a short line names the speaker of a pull quote inside its closing mark."""
    if tail.end < page.paragraph.end or tail.end - tail.start > LONGEST_SIGNATURE:
        return False
    first_words = text[tail.start : tail.end].split()[:2]
    named = len(first_words) == 2 and all(word[0].isupper() for word in first_words)
    return named and text[carried.end - 1] in SENTENCE_ENDS


def _goes_on(carried: Pair, pair: Pair) -> bool:
    if pair.opener is None:
        return True
    return not pair.opener.left and _is_single(carried) == _is_single(pair)


def _is_single(pair: Pair) -> bool:
    return pair.opener is not None and pair.opener.glyph in SINGLE_GLYPHS.values()


def _words(text: str, page: Page, pair: Pair) -> Span | None:
    start = pair.opener.end if pair.opener else page.paragraph.start
    span = trim(text, start, pair.closer.start if pair.closer else pair.end)
    return span if span and span.of(text).strip(NOT_WORDS) else None


def _quotation(page: Page, pair: Pair, span: Span, run: int) -> Quotation:
    return Quotation(
        span=span,
        outer=Span(
            pair.start if pair.opener else span.start, pair.end if pair.closer else span.end
        ),
        style=_style(pair),
        closed=pair.closer is not None,
        paragraph=page.index,
        run=run,
    )


def _style(pair: Pair) -> str:
    styles = [mark.glyph.style for mark in (pair.opener, pair.closer) if mark]
    if len(styles) == 2 and styles[1] not in CLOSED_BY.get(styles[0], {styles[0]}):
        return "mixed"
    return styles[0]
