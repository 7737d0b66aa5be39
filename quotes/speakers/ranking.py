"""Ranking: who may be meant by a pronoun or a description, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotes.frames import SENTENCE_BREAK
from quotes.records import Span
from quotes.speakers.cast import Cast, Person
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.roles import Roles
from quotes.speakers.salience import SUBJECT, Salience
from quotes.speakers.setting import MOST_REST, Setting

GENDER_FITS = 1.3
"""By how much a fitting gender raises somebody's salience."""
CLEARLY = 1.7
"""How many times as much speaks for one person as for the next where a description is clear."""
SPOKEN_OF = 0.4
"""What being named in the quotation leaves of it: few people speak of themselves by name."""
WORD_OR_BREAK = re.compile(r"[^\W\d_]+|[,;:—–]")
PLURAL = "p"
"""Stands for the gender of several people."""
WHOM_NAMES, WHOM_REACH = 3, 60
"""Names and characters before a relative pronoun in which whom it means is looked for, at most."""


class Ranking:
    """The people of a document by how likely each is meant.

    Args:
        setting: the document.
        cast: its people.
        lexicon: words that part clauses.
        roles: what its people are.
    """

    def __init__(self, setting: Setting, cast: Cast, lexicon: Lexicon, roles: Roles) -> None:
        self._setting = setting
        self._cast = cast
        self._lexicon = lexicon
        self._roles = roles
        self._salience = Salience(setting, cast, lexicon)
        self._of_full: dict[str, Person] = {person.full: person for person in cast.people}

    def add(self, person: Person, offset: int, weight: float = SUBJECT) -> None:
        """Take note of a mention of somebody, with the weight of its grammatical role."""
        self._of_full.setdefault(person.full, person)
        self._salience.add(offset, person.full, weight)

    def recent(self, offset: int) -> list[Person]:
        """Return the people who are in mind at an offset, named or not."""
        return [self._of_full[full] for full in self._salience.scores(offset)]

    def best(
        self, people: Sequence[Person], mention: Span, gender: str, role: str = ""
    ) -> Person | None:
        """Return the person most present in mind where a mention stands, or None.

        Args:
            people: who comes into question.
            mention: the mention; only what stands before it counts.
            gender: `m`, `f`, or empty where the mention does not tell.
            role: the role noun by which a mention describes somebody, lower case, or nothing.
        """
        ranked = self.ranked(people, mention, gender, role)
        return ranked[0][0] if ranked else None

    def ranked(
        self, people: Sequence[Person], mention: Span, gender: str, role: str
    ) -> list[tuple[Person, float]]:
        """Return the people for whom something speaks, the likeliest first; see `best`."""
        scored = self._scored(people, mention, gender, role)
        return sorted((pair for pair in scored if pair[1] > 0), key=lambda pair: -pair[1])

    def clearest(
        self, people: Sequence[Person], mention: Span, gender: str, role: str = ""
    ) -> Person | None:
        """Return the same as `best` where nobody else comes near, otherwise None."""
        ranked = self.ranked(people, mention, gender, role)
        clear = len(ranked) == 1 or (ranked and ranked[0][1] >= CLEARLY * ranked[1][1])
        return ranked[0][0] if clear else None

    def spoken_of(self, mention: Span) -> set[str]:
        """Return the full forms of the names that are spoken of where a mention is the subject.

        They count for little where the mention is a pronoun or a description. They stand in
        the quotation that is attributed to it, or behind its verb in its clause (he said Roe
        was ill), where a pronoun's own name does not stand (Chomsky, "Lectures on Government
        and Binding", 1981, principle C).
        """
        spans = [self._rest(mention.end)]
        link = self._setting.links.get(mention)
        if link is not None:
            verb = max(mention.end, link.cue.end if link.cue else 0)
            spans += [self._setting.quotations[link.origin].outer, self._rest(verb)]
        people = (self._cast.person_of(name) for span in spans for name in self._cast.within(span))
        spoken_of = {person.full for person in people if person is not None}
        object_ = self._of_whom(mention)
        return spoken_of | {object_.full} if object_ is not None else spoken_of

    def _of_whom(self, mention: Span) -> Person | None:
        """Return the last person named before a relative pronoun right before a mention.

        It is the object of the mention's verb (Roe of Ulm, whom she called a fool).
        """
        text = self._setting.text
        before = text[max(0, mention.start - WHOM_REACH) : mention.start]
        sentence: str = SENTENCE_BREAK.split(before)[-1]
        *_, word = ["", *sentence.split()]
        if word not in self._lexicon.person_relatives:
            return None
        names = reversed(self._cast.before(mention.start, WHOM_NAMES))
        near = (name for name in names if name.span.end > mention.start - WHOM_REACH)
        return next(filter(None, map(self._cast.person_of, near)), None)

    def _scored(
        self, people: Sequence[Person], mention: Span, gender: str, role: str
    ) -> Iterator[tuple[Person, float]]:
        """Yield how much speaks for each of the people whose gender fits; see `best`."""
        scores = self._salience.scores(mention.start)
        spoken_of = self.spoken_of(mention)
        for person in people:
            if gender and person.gender not in ("" if gender != PLURAL else PLURAL, gender):
                continue
            score = scores.get(person.full, 0.0)
            score *= GENDER_FITS if gender and person.gender == gender else 1.0
            score *= self._roles.fit(person, role) if role else 1.0
            score *= SPOKEN_OF if person.full in spoken_of else 1.0
            yield person, score

    def _rest(self, offset: int) -> Span:
        """Return what is left of a clause from an offset on."""
        text, paragraphs = self._setting.text, self._setting.paragraphs
        end = min(paragraphs[self._setting.paragraph_at(offset)].end, offset + MOST_REST)
        stop = SENTENCE_BREAK.search(text, offset, end)
        end = stop.start() if stop else end
        for found in WORD_OR_BREAK.finditer(text, offset, end):
            if not found[0].isalpha() or found[0] in self._lexicon.subordinators:
                return Span(offset, found.start())
        return Span(offset, end)
