"""Roles: what the document says that its people are, as far as the words beside a name tell."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.speakers.cast import Cast, Person
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.names import Name
from quotes.speakers.phrases import phrases
from quotes.speakers.setting import SENTENCE_END, Setting, subjects

FAVOURED = 3.0
"""By how much a fitting role raises somebody's salience."""
ANY_OFFICE = 2.0
"""The same where the document has the person in an office that may be called so (the leader)."""
OTHER_OFFICE = 0.5
"""What holding another office than the one described leaves of it (Mayor X, the senator)."""
MOST_BETWEEN = 2
"""Words between names that share a title, at most."""


class Roles:
    """The roles of a document's people.

    Args:
        setting: the document.
        cast: its people.
        lexicon: words that are no roles, and offices.
    """

    def __init__(self, setting: Setting, cast: Cast, lexicon: Lexicon) -> None:
        self._setting = setting
        self._cast = cast
        self._lexicon = lexicon
        self._offices = lexicon.honorifics | lexicon.role_nouns
        self._no_apposition = lexicon.prepositions | lexicon.subordinators
        self._apposition = phrases(lexicon).apposition
        self._subjects = subjects(setting.links.values())
        self._known: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {}
        """By full name, the words beside the person's names and the titles before them."""

    def fit(self, person: Person, noun: str) -> float:
        """Return what speaks for or against a person's being described by a role, as a factor."""
        if self.has(person, noun):
            return FAVOURED
        if noun in self._lexicon.loose_roles:
            return 1.0  # whoever holds an office may be called the Ohio Democrat
        held = any(name.honorific in self._offices for name in person.names)
        if noun in self._lexicon.office_holders:
            return ANY_OFFICE if held else 1.0  # any office makes a leader
        return OTHER_OFFICE if held else 1.0

    def has(self, person: Person, noun: str) -> bool:
        """Tell whether a noun stands in the words around one of a person's names."""
        if person.span is not None:
            return noun in person.full.lower().split()
        if person.full not in self._known:
            around = (self._words_around(name) for name in person.names)
            titles = {n.honorific for n in person.names if len(n.honorific) > 1}
            titles |= {title for name in person.names for title in self._shared_title(name)}
            self._known[person.full] = frozenset().union(*around), tuple(titles)
        words, titles_before = self._known[person.full]
        if noun in words or any(self._means(title, noun) for title in titles_before):
            return True
        return noun in self._lexicon.office_holders and not self._offices.isdisjoint(titles_before)

    def _means(self, title: str, noun: str) -> bool:
        """Tell whether whoever bears a title before the name may be called by a noun."""
        short = title not in self._lexicon.courtesy_titles and _shortens(title, noun)
        return short or f"{title} {noun}" in self._lexicon.title_meanings

    def _shared_title(self, name: Name) -> Iterator[str]:
        """Yield the title before another name with which a name shares it (Sens. Roe and Holm)."""
        text, others = self._setting.text, self._cast.before(name.run.start, MOST_BETWEEN)
        for other in others:
            between = text[other.span.end : name.run.start].split()
            if (
                other.honorific.endswith("s")
                and self._lexicon.conjunctions.issuperset(between[-1:])
                and len(between) <= MOST_BETWEEN
            ):
                yield other.honorific.removesuffix("s")

    def _words_around(self, name: Name) -> set[str]:
        """Return the words right before a name and those of an apposition behind it."""
        text, begin = self._setting.text, name.run.start
        sentence = SENTENCE_END.split(text[max(0, begin - 40) : begin])[-1]
        before, title = sentence.lower(), text[begin : name.span.start].lower()
        after = self._apposition.match(text, name.span.end)
        words = after[1].lower().split() if after and after.start(1) not in self._subjects else []
        if words and (words[0] in self._no_apposition or self._lexicon.is_verb(words[0])):
            words = []  # Roe, at first, blamed a driver
        words = list(self._without_others(words))
        last = before.replace(",", " ").split()[-1:]
        named = [w for w in title.split() if w.rstrip(".") not in self._lexicon.courtesy_titles]
        near = [*last, *(word.removesuffix("s") for word in last), *named[-1:], *words]
        return {word.strip("“”\"'’.") for word in near}

    def _without_others(self, words: list[str]) -> Iterator[str]:
        """Yield the words of an apposition but for others' (a friend of the mayor and a baker)."""
        lexicon, of_other = self._lexicon, False
        partitive = words[:1] != [] and words[0] in lexicon.partitive_words
        for before, word in zip(["", *words], words, strict=False):
            if word in lexicon.conjunctions:
                of_other = False
            elif before in lexicon.prepositions and not partitive:
                of_other = lexicon.is_definite(word)
            if not of_other:
                yield word


def _shortens(title: str, noun: str) -> bool:
    """Tell whether a title before a name is short for a noun (Gov., the governor; Sgt.)."""
    rest = iter(noun)
    return noun[:1] == title[:1] and all(letter in rest for letter in title)
