"""Genders: what the document's own words tell of the gender of its people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from quotes.frames import SENTENCE_BREAK
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.names import Name, core_words, words_before
from quotes.speakers.phrases import phrases

WORD_REACH = 30
"""Characters behind a name that are read for its verb."""
GENDER_REACH = 150
"""How far behind a name its sentence is searched for a pronoun that tells the gender."""


class Tally:
    """What speaks for the gender of a group of names that grows."""

    def __init__(self) -> None:
        self.votes: Counter[str] = Counter()
        self.counted = 0
        """How many of the names have their votes counted."""
        self.told = False
        """Whether an honorific tells the gender."""
        self.pronouns: Counter[str] = Counter()
        self.followed = 0
        """How many of the names have the pronouns behind them counted."""


class Genders:
    """The genders of groups of names, each group one person's.

    Args:
        text: the document's text.
        names: the names found in it, in text order.
        lexicon: words that tell a gender.
    """

    def __init__(self, text: str, names: Sequence[Name], lexicon: Lexicon) -> None:
        self._text = text
        self._names = names
        self._lexicon = lexicon
        self._phrases = phrases(lexicon)
        self._tallies: dict[int, Tally] = defaultdict(Tally)

    def of(self, group: Sequence[Name]) -> str:
        """Return the gender of a group of names: `m`, `f`, or empty where nothing tells."""
        return self._count(Tally(), group)

    def so_far(self, group: Sequence[Name]) -> str:
        """Return the gender of a group that grows, looking only at the names that are new."""
        return self._count(self._tallies[id(group)], group)

    def _count(self, tally: Tally, group: Sequence[Name]) -> str:
        """Return the gender of a group, of whose names the first ones are counted already."""
        votes = tally.votes
        for name in group[tally.counted :]:
            gender = self._lexicon.word_gender(name.honorific)
            tally.told |= bool(gender)
            votes[gender] += 3
            core = core_words(name, self._lexicon)
            votes[self._lexicon.given_gender(core[0])] += len(core) > 1
            votes[self._lexicon.word_gender(self.kin_before(name))] += 1
            votes[self._gender_of_role(name)] += 1
        tally.counted = len(group)
        del votes[""]
        if not any(votes.values()):
            votes = tally.pronouns
            votes.update(self._pronouns_after(group[tally.followed :]))
            tally.followed = len(group)
        return max(votes, key=lambda g: votes[g]) if any(votes.values()) else ""

    def _gender_of_role(self, name: Name) -> str:
        """Return the gender that a role right before or behind a name tells (the actress Roe)."""
        lexicon = self._lexicon
        before = words_before(self._text, name)[-1:]
        behind = self._phrases.role_after.match(self._text, name.span.end)
        words = [*before, *(behind[1].split() if behind else ())]
        roles = (word.lower() for word in words if word.lower() in lexicon.role_nouns)
        return next((g for g in map(lexicon.word_gender, roles) if g), "")

    def kin_before(self, name: Name) -> str:
        """Return the word of kin right before a name, or nothing (His daughter Ann)."""
        before = self._text[max(0, name.run.start - 40) : name.run.start].lower().split()[-2:]
        if len(before) < 2:
            return ""
        kin = before[1].rstrip(",")
        return (
            kin if self._lexicon.is_definite(before[0]) and kin in self._lexicon.kin_nouns else ""
        )

    def _pronouns_after(self, group: Sequence[Name]) -> Counter[str]:
        """Count the gendered pronouns that follow a name in its sentence, no other name between."""
        votes: Counter[str] = Counter()
        for name in group:
            end = min(len(self._text), name.span.end + GENDER_REACH)
            stop = SENTENCE_BREAK.search(self._text, name.span.end, end)
            end = stop.start() if stop else end
            index = bisect_left(self._names, name.span.end, key=lambda other: other.run.start)
            if index < len(self._names):
                end = min(end, self._names[index].run.start)
            found = self._phrases.gendered.search(self._text, name.span.end, end)
            if found and not self._is_of_other(name, found):
                votes["m" if found[1] else "f"] += 1
        return votes

    def _is_of_other(self, name: Name, found: re.Match[str]) -> bool:
        """Tell whether a pronoun behind a name takes up one before it (Her boss, Roe, saw her)."""
        start = max(0, name.run.start - GENDER_REACH)
        before = SENTENCE_BREAK.split(self._text[start : name.run.start])[-1]
        first = self._phrases.owned.match(before)
        return first is not None and bool(first[1]) == bool(found[1])

    def is_taken_up(self, name: Name) -> bool:
        """Tell whether he, she or the like takes up the subject that a name is in its sentence."""
        behind = self._text[name.span.end : name.span.end + WORD_REACH].split(None, 1)[:1]
        return (
            bool(behind) and self._lexicon.is_verb(behind[0]) and any(self._pronouns_after([name]))
        )

    def is_told(self, group: Sequence[Name]) -> bool:
        """Tell whether an honorific tells the gender of a group that grows."""
        return self._tallies[id(group)].told
