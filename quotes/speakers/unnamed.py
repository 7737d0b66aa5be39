"""Unnamed people: the indefinite noun phrases that begin sentences (A clerk said it was late)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from quotes.records import Span
from quotes.speakers.lexicon import Lexicon

PHRASE = re.compile(
    r"(?:^|[.?!:][”\"'’)]*\s|(?P<opening>\w+)[^.?!:,;”\"]*, )\s*"
    r"(?P<words>(?P<first>\w+) (?:[a-z][\w’'-]* ){0,3}?(?P<noun>[a-z][\w-]*)) (?P<behind>[a-z]+)",
    re.MULTILINE,
)
"""A few words in lower case at a sentence's beginning, or behind an opening phrase's comma."""


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
    opens = lexicon.prepositions | lexicon.subordinators
    for paragraph in paragraphs:
        for match in PHRASE.finditer(text, paragraph.start, paragraph.end):
            first, opening = match["first"].lower(), match["opening"]
            if first not in lexicon.single_words or (opening and opening.lower() not in opens):
                continue
            goes_on = match["behind"] in lexicon.prepositions or lexicon.is_verb(match["behind"])
            if match["noun"] in nouns and goes_on:  # not: a comic tone
                yield Span(*match.span("words")), match["noun"]
