"""Unnamed people: the indefinite noun phrases that begin sentences (A clerk said it was late)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import pairwise

from quotes.records import Span
from quotes.speakers.lexicon import Lexicon

WORDS = re.compile(r"(?: [a-z\d][\w’'-]*){1,6}(?:, [a-z]+)?")
"""A few words in lower case behind the first; then a verb, a preposition or a relative pronoun."""
OPENING = re.compile(r"(?:^|[.?!:][”\"'’)]*\s)\s*(?P<first>\w+)[^.?!:,;”\"]*, $")
"""A sentence's opening phrase and its comma."""
MOST_OPENING = 120
BEGINS = re.compile(r"(?:^|[.?!:][”\"'’)]*\s)\s*$")


def find_unnamed(
    text: str, paragraphs: Iterable[Span], nouns: Set[str], lexicon: Lexicon
) -> Iterator[tuple[Span, str]]:
    """Yield the phrases for unnamed people that are the subjects of their sentences.

    Args:
        text: the document's text.
        paragraphs: where to look.
        nouns: what unnamed people are called, lower case.
        lexicon: words that begin such phrases, and those that begin phrases before them.

    Yields:
        The phrase, from its first word to its noun, and the noun.
    """
    firsts = _firsts(lexicon.single_words)
    for paragraph in paragraphs:
        for first in firsts.finditer(text, paragraph.start, paragraph.end):
            noun = _noun(text, first.end(), nouns, lexicon)
            if noun is None:
                continue
            before = text[max(paragraph.start, first.start() - MOST_OPENING) : first.start()]
            if _begins_sentence(before, lexicon):
                yield Span(first.start(), noun.end), noun.of(text)


def _noun(text: str, offset: int, nouns: Set[str], lexicon: Lexicon) -> Span | None:
    """Return the noun of a phrase that a verb or preposition follows (not: a comic tone).

    A relative clause may follow as well (A clerk, who asked not to be named, said).
    """
    phrase = WORDS.match(text, offset)
    words = phrase[0].split() if phrase else []
    end = offset
    for word, behind in pairwise(words):
        end += 1 + len(word)
        noun = word.removesuffix(",")
        if noun != word:
            follows = behind in lexicon.person_relatives
        else:
            follows = behind in lexicon.prepositions or lexicon.is_verb(behind)
        if noun in nouns and follows:
            begin = end - len(word)
            return Span(begin, begin + len(noun))
    return None


@lru_cache(maxsize=4)
def _firsts(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?i:{'|'.join(sorted(words))})(?= )")


def _begins_sentence(before: str, lexicon: Lexicon) -> bool:
    """Tell whether a sentence begins behind some words, but for an opening phrase."""
    if BEGINS.search(before):
        return True
    opening = OPENING.search(before) if before.endswith(", ") else None
    first = opening["first"].lower() if opening else ""
    # A verb behind a preposition has its subject there already (Among them was Roe, a clerk).
    inverted = opening is not None and not lexicon.title_verbs.isdisjoint(opening[0].split())
    return (first in lexicon.prepositions and not inverted) or first in lexicon.subordinators
