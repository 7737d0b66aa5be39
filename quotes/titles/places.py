"""Places: the sentences outside quotations that may state a speaker's title."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from operator import itemgetter

from quotes.frames import Frame, frame_of, sentence_end, sentence_starts
from quotes.records import Quotation, Span
from quotes.speakers.cast import Person
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.names import Name

MOST_SENTENCES = 4
"""Sentences looked at for one person, besides the frames."""
LONGEST = 600
MOST_LEAD = 60
"""Characters before a name in which a phrase that leads to it is looked for."""
TAIL_WORDS = 16
"""How many words behind a name may state the title."""
AFTER = re.compile(r"[’']?s?(?:, | ?\(| - | — |—| (?P<word>[a-z]+) )")
APPOSED = re.compile(r"(?:, \d{1,3}(?=,))?(?:,|(?: (?P<verb>[a-z]+)))(?P<words>(?: [a-z]+){1,2}) ")
"""What stands behind a surname alone that an apposition follows, or a verb that states a role."""
OWNED = re.compile(r"[’']s ((?:[\w-]+ ){1,6})")
"""What stands behind a possessive name (Roe's time as mayor of Ulm)."""
MOST_SERVING = 7
"""Words before a name and its comma that may say as what somebody serves (As mayor of Ulm, Roe)."""
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
        unparsed = (name for name in person.names if name.span.start not in parsed)
        ranked = ((_promise(text, name, lexicon), name) for name in unparsed)
        promising = [(-promise, name.span.start, name) for promise, name in ranked if promise]
        for _, start, name in sorted(promising, key=itemgetter(0, 1))[:MOST_SENTENCES]:
            paragraph = bisect_right(paragraphs, Span(start, len(text) + 1)) - 1
            found[_sentence(text, paragraphs[paragraph], name.span)] = paragraph
    return [
        frame_of(text, span, paragraph, _inside(quotations, span))
        for span, paragraph in sorted(found.items())
    ]


def _promise(text: str, name: Name, lexicon: Lexicon) -> int:
    """Return how much the words around a name promise a title: 0 for nothing, 3 at most."""
    full = len(name.words) > 1
    before_name = name.title.of(text).lower().split() if name.title is not None else []
    if any(word.rstrip(".") not in lexicon.courtesy_titles for word in before_name):
        return 3 if full else 2
    if _serves(text, name, lexicon):
        return 3 if full else 2
    apposed = APPOSED.match(text, name.span.end)
    words = apposed["words"].split() if apposed and _leads(apposed["verb"], lexicon) else []
    if any(word in lexicon.determiners for word in words[:1] + _past_adverb(words, lexicon)):
        return 3 if full else 2
    if not full:
        return int(any(word in lexicon.relative_pronouns for word in words[:1]))
    before = BEFORE.search(text[max(0, name.run.start - 30) : name.run.start])
    after = AFTER.match(text, name.span.end)
    leads = after is not None and (not after["word"] or after["word"] in lexicon.title_leads)
    return 1 if leads or before is not None else 0


def _serves(text: str, name: Name, lexicon: Lexicon) -> bool:
    """Tell whether words beside a name say as what somebody serves."""
    before = text[max(0, name.run.start - MOST_LEAD) : name.run.start]
    lead = before[:-2].lower().split()[-MOST_SERVING:] if before.endswith(", ") else []
    owned = OWNED.match(text, name.span.end)
    for words in (lead, owned[1].split() if owned else []):
        serving = [i for i, word in enumerate(words) if word in lexicon.serving_words]
        if serving and not lexicon.role_nouns.isdisjoint(words[serving[-1] + 1 :]):
            return True
    return False


def _leads(verb: str | None, lexicon: Lexicon) -> bool:
    """Tell whether a role may follow what stands behind a name: a comma alone, or is and was."""
    return verb is None or verb in lexicon.title_verbs


def _past_adverb(words: list[str], lexicon: Lexicon) -> list[str]:
    """Return the words past an adverb with which they begin (then a clerk), if one does."""
    return words[1:] if words and words[0] in lexicon.verb_adverbs else []


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
