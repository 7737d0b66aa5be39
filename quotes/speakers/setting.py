"""The setting: a document's text with what earlier stages found in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quotes.frames import is_headline
from quotes.match.attribute import Link
from quotes.parse import Parse
from quotes.records import Quotation, Span

LONGEST_HEADLINE = 300
MOST_REST = 300
"""Characters of a sentence before or behind a mention that are searched, at most."""
BARE = 2
"""Words of a description without modifiers: the article and the noun."""
SENTENCE_END = re.compile(r"[.?!:;][”\"'’)]*\s")
SENTENCE_ENDS = tuple(".?!”\"’'")


@dataclass(frozen=True, slots=True)
class Setting:
    """What there is to know of a document before its people are known."""

    text: str
    paragraphs: Sequence[Span]
    quotations: Sequence[Quotation]
    parses: Sequence[Parse]
    links: Mapping[Span, Link] = field(default_factory=dict)
    """By the mention of a source, the first link that leads to it."""
    _found: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    def paragraph_at(self, offset: int) -> int:
        """Return the index of the paragraph in which an offset lies, or of the one before it."""
        return bisect_right(self.paragraphs, Span(offset, len(self.text) + 1)) - 1

    def in_quotation(self, span: Span) -> bool:
        """Tell whether a span stands inside quotation marks."""
        after = bisect_left(self.quotations, span.end, key=lambda q: q.outer.start)
        return after > 0 and self.quotations[after - 1].outer.overlaps(span)

    def headline_end(self) -> int:
        """Return where a first paragraph ends that is a headline or no sentence, else 0."""
        if not self.paragraphs:
            return 0
        first = self.paragraphs[0]
        is_long = first.end - first.start > LONGEST_HEADLINE
        words = "" if is_long else first.of(self.text).rstrip()
        ends = words[-1:] in SENTENCE_ENDS and not is_headline(words)
        return 0 if is_long or ends else first.end

    def first(self, words: str) -> int:
        """Return the offset at which some words are first printed, -1 if nowhere."""
        if words not in self._found:
            self._found[words] = self.text.find(words)
        return self._found[words]


def subjects(links: Iterable[Link]) -> frozenset[int]:
    """Return where the mentions begin that have their cue right behind them.

    Such words are a subject, and no apposition to a name before them (Roe, the pilot said).
    """
    found = ((link.mention, link.cue) for link in links)
    return frozenset(m.start for m, cue in found if m and cue and 0 <= cue.start - m.end <= 1)
