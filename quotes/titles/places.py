"""Places: the sentences outside quotations that may state a speaker's title."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence

from quotes.frames import Frame, frame_of, sentence_end, sentence_starts
from quotes.records import Quotation, Span
from quotes.speakers.cast import Person
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.names import Name

MOST_SENTENCES = 4
"""Sentences looked at for one person, besides the frames."""
LONGEST = 600
TAIL_WORDS = 16
"""How many words behind a name may state the title."""
AFTER = re.compile(r"[’']?s?(?:, | ?\(| - | — |—| (?P<word>[a-z]+) )")
APPOSED = re.compile(
    r"(?:, \d{1,3},)?(?:,|(?: (?P<verb>[a-z]+)))(?: (?P<adverb>[a-z]+))? (?P<word>an?|the) "
)
"""What stands behind a surname alone that an apposition follows, or a verb that states a role."""
BEFORE = re.compile(r"(?:[a-z][\w’'-]*|,)\s$")


def title_frames(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    people: Iterable[Person],
    parsed: Container[int],
    lexicon: Lexicon,
) -> list[Frame]:
    """Build frames for sentences that name a speaker and may state the title.

    Args:
        text: the document's text.
        paragraphs: its paragraphs.
        quotations: its quotations.
        people: the speakers.
        parsed: offsets at which a token begins that is parsed already.
        lexicon: words; title leads follow a name, determiners begin an apposition.
    """
    found: dict[Span, int] = {}
    for person in people:
        count = 0
        for name in sorted(person.names, key=lambda n: (-min(len(n.words), 2), n.span.start)):
            paragraph = bisect_right(paragraphs, Span(name.span.start, len(text) + 1)) - 1
            if name.span.start in parsed or not _promises(text, name, lexicon):
                continue
            found[_sentence(text, paragraphs[paragraph], name.span)] = paragraph
            count += 1
            if count == MOST_SENTENCES:
                break
    return [
        frame_of(text, span, paragraph, _inside(quotations, span))
        for span, paragraph in sorted(found.items())
    ]


def _promises(text: str, name: Name, lexicon: Lexicon) -> bool:
    """Tell whether the words around a name may state a title."""
    if name.title is not None:
        return True
    if len(name.words) < 2:
        apposed = APPOSED.match(text, name.span.end)
        return (
            apposed is not None
            and apposed["verb"] in (None, *lexicon.title_verbs)
            and (not apposed["adverb"] or apposed["adverb"] in lexicon.verb_adverbs)
        )
    before = BEFORE.search(text[max(0, name.run.start - 30) : name.run.start])
    after = AFTER.match(text, name.span.end)
    leads = after is not None and (not after["word"] or after["word"] in lexicon.title_leads)
    return leads or before is not None


def _sentence(text: str, paragraph: Span, inside: Span) -> Span:
    start = max(paragraph.start, inside.start - LONGEST)
    start = max(sentence_starts(text, start, inside.start), default=start)
    end = min(paragraph.end, inside.end + LONGEST)
    return Span(start, sentence_end(text, inside.end, end, TAIL_WORDS))


def _inside(quotations: Sequence[Quotation], span: Span) -> list[tuple[int, Quotation]]:
    first, last = (
        bisect_left(quotations, at, key=lambda q: q.outer.start) for at in (span.start, span.end)
    )
    numbered = enumerate(quotations[first:last], first)
    return [(i, q) for i, q in numbered if q.outer.end <= span.end]
