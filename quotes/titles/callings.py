"""Callings: definite phrases that say what the article's main person is (the real estate mogul).

A description in any place of a sentence stands for whoever the reader has in mind, and offices
are shared and contested (the front-runner); what somebody is by trade mostly is the person whom
the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quotes.records import Span
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.phrases import phrases
from quotes.titles.descriptions import LONGEST, Description

BARE = re.compile(r"[\w-]*\w")
"""A word without the marks and the possessive ending behind it."""
ENDS = re.compile(r"[.;:)?!”\"]|[’']s?\b|''|,(?! [A-Z])| [-–—“\"]")
"""What may stand behind a phrase that is complete; a comma and a capital may lead to a name."""


def find_callings(text: str, paragraphs: Iterable[Span], lexicon: Lexicon) -> Iterator[Description]:
    """Yield the definite phrases of two words and more whose noun is a calling.

    Args:
        text: the document's text.
        paragraphs: where to look.
        lexicon: words; callings head the phrases, and what follows tells whether they are whole.
    """
    definite = phrases(lexicon).definite
    for paragraph in paragraphs:
        for match in definite.finditer(text, paragraph.start, paragraph.end):
            end = match.start("words")
            for i, word in enumerate(match["words"].split(" ")[:LONGEST]):
                bare = BARE.match(word)
                noun = bare[0] if bare else ""
                if i and noun in lexicon.calling_nouns and _ends(text, end + len(noun), lexicon):
                    yield Description(Span(match.start(), end + len(noun)), noun)
                if noun != word or noun.lower() in lexicon.function_words:
                    break
                end += len(word) + 1


def _ends(text: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a phrase is complete: no name, noun or ending of a plural follows."""
    if ENDS.match(text, end):
        return True
    following = text[end : end + 30].split()[:2] if text.startswith(" ", end) else []
    word, *behind = [w.rstrip(".,;:") for w in following] or [""]
    if word in lexicon.joining_words and lexicon.determiners.intersection(behind):
        return False  # two people, each with a calling
    return (
        word in lexicon.prepositions
        or word in lexicon.function_words
        or word in lexicon.acting_verbs
        or lexicon.is_verb(word)
    )
