"""Descriptions: definite noun phrases that stand for somebody named elsewhere (the mayor)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quotes.match.patterns import passes_word
from quotes.records import Span
from quotes.rules.model import TitleRule
from quotes.speakers.lexicon import Lexicon
from quotes.titles.find import Title

DEFINITE = re.compile(r"(?<![\w’'])(?:[Tt]he) (?P<words>[\w.’'-]+(?: [\w.’'-]+){0,6}),?")
OF_PLACE = re.compile(r" of (?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*)*")
"""What a role may be followed by (the mayor of New York)."""
LONGEST = 6
"""Words in which the role noun must come."""


@dataclass(frozen=True, slots=True)
class Description:
    """A definite noun phrase with a role for its head."""

    span: Span
    noun: str
    """The role noun, lower case."""


def find_descriptions(
    text: str, paragraphs: Iterable[Span], lexicon: Lexicon
) -> Iterator[Description]:
    """Yield the definite descriptions that are the subjects of the verbs right after them.

    Args:
        text: the document's text.
        paragraphs: where to look.
        lexicon: words; role nouns head a description, and verbs follow it.
    """
    for paragraph in paragraphs:
        for match in DEFINITE.finditer(text, paragraph.start, paragraph.end):
            # Behind a comma it may be an apposition, which the rules for names see to.
            apposed = text.endswith(",", 0, max(0, match.start() - 1))
            words = match["words"].split(" ")
            for i, word in enumerate(words[:LONGEST]):
                lower = word.lower()
                noun = _role(lower, lexicon)
                if noun:
                    end = match.start("words") + len(" ".join(words[: i + 1]).rstrip(","))
                    place = OF_PLACE.match(text, end)
                    end = place.end() if place else end
                    if _goes_on(text, end, lexicon, apposed=apposed):
                        yield Description(Span(match.start(), end), noun)
                    if i + 1 == len(words) or words[i + 1].lower() not in lexicon.role_nouns:
                        break
                if word[-1] in ".,’'" or lower in lexicon.function_words:
                    break


def _role(word: str, lexicon: Lexicon) -> str:
    """Return the role that a word names, also of two joined (actor-singer), or an empty string."""
    for noun in (word.rstrip(","), word.rstrip(",").rpartition("-")[2]):
        if noun in lexicon.role_nouns and not noun.endswith("s"):
            return noun
    return ""


def _goes_on(text: str, end: int, lexicon: Lexicon, *, apposed: bool) -> bool:
    """Tell whether a verb or a relative clause follows, as it does behind a subject."""
    if text.startswith((", who ", ", whose "), end):
        return not apposed
    following = text[end : end + 30].split(None, 1)[:1] if text.startswith(" ", end) else []
    return bool(following) and lexicon.is_verb(following[0])


def describing_title(
    mentions: Iterable[Description],
    rules: Iterable[TitleRule],
) -> Title | None:
    """Return the first description of a person that a rule accepts as a title, or None.

    Args:
        mentions: definite descriptions that stand for one person, in text order.
        rules: title rules, the first in rank first.
    """
    found = list(mentions)
    for rule in rules:
        if rule.of == "description":
            for description in found:
                if rule.noun is None or passes_word(description.noun, rule.noun):
                    return Title(description.span, rule.id, rule.priority)
    return None


def unnamed_title(mention: Description, rules: Iterable[TitleRule]) -> Title | None:
    """Return the words for an unnamed source as its title, where a rule says so."""
    for rule in rules:
        if rule.of == "unnamed" and (rule.noun is None or passes_word(mention.noun, rule.noun)):
            return Title(mention.span, rule.id, rule.priority)
    return None
