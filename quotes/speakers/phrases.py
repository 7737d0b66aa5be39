"""Phrases: patterns of what stands beside names, made of the lexicon's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from quotes.speakers.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Phrases:
    """Patterns for the text right behind or before a name, one set for each lexicon."""

    introduction: re.Pattern[str]
    """What follows a person's name at first: who, an age, an apposition (Roe, the mayor)."""
    alone: re.Pattern[str]
    """What follows a name of one word only if it is a person's: who, an age, a clerk who."""
    role_behind: re.Pattern[str]
    """What follows a name whose role has no article (, executive director of; , Ulm editor at)."""
    surname_first: re.Pattern[str]
    """What follows a person's name that begins with the surname (Zhao Wenting, who; said)."""
    role_after: re.Pattern[str]
    """An apposition behind a name, as far as its noun."""
    gendered: re.Pattern[str]
    """A pronoun for a man, as its first group, or for a woman."""
    owned: re.Pattern[str]
    """A sentence's first word, if it tells whose somebody is: his, as the first group, or her."""
    apposition: re.Pattern[str]
    """A comma or a verb of being behind a name, and what it leads to."""
    aged: re.Pattern[str]
    """What somebody is called by age alone (the 67-year-old)."""
    definite: re.Pattern[str]
    """A definite article and, looked at only, the words behind it."""
    of_what: re.Pattern[str]
    """What a role may be followed by (the mayor of New York, the secretary of state)."""
    tail: re.Pattern[str]
    """When or in what somebody speaks, behind the words for who it is (on Monday, in a letter)."""


@lru_cache(maxsize=4)
def phrases(lexicon: Lexicon) -> Phrases:
    """Compile the patterns from a lexicon's words."""
    articles = _any(lexicon.determiners)
    beginning = _any(lexicon.determiners | lexicon.possessives)
    relative = _any(lexicon.person_relatives)
    subject = _any(lexicon.person_relatives & lexicon.relative_pronouns)
    behind = _any(lexicon.role_prepositions)
    being = _any(lexicon.title_verbs)
    saying = _any(lexicon.speech_verbs)
    definite = _any(lexicon.definite_articles)
    return Phrases(
        re.compile(
            rf", (?:{relative}|\d{{1,3}}\b|[A-Z]-[A-Z]|{beginning} \w"
            r"|(?:[A-Z][\w.]+ )?[A-Z]\w+[’']s [a-z])| \(\d{1,3}\)"
        ),
        re.compile(rf", (?:(?:{subject}|\d{{1,3}}),? |{articles} (?:[\w’'-]+ ){{1,5}}?{subject} )"),
        re.compile(rf", ((?:[\w-]+ ){{1,5}}?){behind} "),
        re.compile(rf"(?:, (?:{relative}|{articles}|\d)| {behind} {definite} | {saying}\b)"),
        re.compile(
            rf", {articles} ((?:[\w’'-]+ ){{0,4}}?[\w-]+)(?=[,.]| (?:{behind}|{subject})\b)"
        ),
        _gendered(lexicon),
        _owned(lexicon),
        re.compile(rf"(?:, | {being} |, {subject} {being} )([^,.;:—]{{1,80}})"),
        re.compile(rf"(?:\d{{1,3}}|[a-z]+)-{_any(lexicon.age_words)}$"),
        re.compile(rf"(?<![\w’'])(?i:{definite}) (?=(?P<words>[\w.’'-]+(?: [\w.’'-]+){{0,6}}))"),
        re.compile(
            rf" {_any(lexicon.belonging_prepositions)} (?:(?:{definite} )?"
            r"[A-Z][\w’'-]*(?:\.(?=[A-Z ]))?(?: [A-Z][\w’'-]*)*|[a-z]+)"
        ),
        _tail(lexicon),
    )


def _gendered(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile the pattern of a pronoun that tells a gender, but behind a comparison (than he).

    Not of one that is the object of a verb, which is somebody else (Roe told him, her to leave).
    """
    male, female = (
        _any(_pronouns(lexicon) & words) for words in (lexicon.male_words, lexicon.female_words)
    )
    compared = "".join(rf"(?<!{word} )" for word in sorted(lexicon.comparing_words))
    other = _any(lexicon.object_pronouns)
    owned = rf"(?!{other}(?! (?!{_any(lexicon.function_words)}\b)\w))"
    return re.compile(rf"(?<=[\s(]){compared}{owned}(?:({male})|({female}))\b", re.IGNORECASE)


def _pronouns(lexicon: Lexicon) -> frozenset[str]:
    """Return the pronouns for one person that are a subject or an owner."""
    only_objects = lexicon.object_pronouns - lexicon.possessives
    return (lexicon.singular_pronouns | lexicon.possessives) - only_objects


def _owned(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile the pattern of a possessive that tells a gender, at the beginning."""
    male, female = (
        _any(lexicon.possessives & words) for words in (lexicon.male_words, lexicon.female_words)
    )
    return re.compile(rf"\s*(?:({male})|({female}))\b", re.IGNORECASE)


def _tail(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile the pattern of a day or an occasion; the man in the letter is told by it."""
    leads, days = _any(lexicon.tail_leads), _any(lexicon.calendar_words)
    within, occasions = _any(lexicon.occasion_leads), _any(lexicon.occasion_nouns)
    definite = _any(lexicon.definite_articles)
    owners = _any(lexicon.possessives | lexicon.single_words)
    date = rf" {leads} (?i:{days})\b(?! [A-Z])"
    occasion = rf" {within} (?!{definite} )(?:{owners} )?(?:[\w-]+ ){{0,3}}{occasions}\b"
    return re.compile(rf"{date}|{occasion}")


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))})"
