"""Noun phrases: whom or what they stand for (the mayor, his doctor, the email)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotes.records import Span
from quotes.speakers.cast import Cast, Person
from quotes.speakers.lexicon import Lexicon, is_possessive
from quotes.speakers.phrases import phrases
from quotes.speakers.ranking import PLURAL, Ranking
from quotes.speakers.roles import Roles
from quotes.speakers.setting import BARE, Setting

REACH, FARTHEST = 8, 4000
"""Paragraphs and characters in which what a noun takes up is looked for, at most."""
NEAR = 50_000
"""Characters before and behind a description in which a name beside it is looked for."""
MOST_MODIFIERS = 5
"""Words between an article and its noun, at most."""


class Nominals:
    """Finds the people and texts for which a document's noun phrases stand.

    Args:
        setting: the document.
        cast: its people.
        lexicon: words that tell what a noun phrase is.
        roles: what its people are.
        ranking: who is how likely meant, as far as the document is read.
    """

    def __init__(
        self, setting: Setting, cast: Cast, lexicon: Lexicon, roles: Roles, ranking: Ranking
    ) -> None:
        self._setting = setting
        self._cast = cast
        self._lexicon = lexicon
        self._roles = roles
        self._ranking = ranking
        self.people_nouns = lexicon.role_nouns | lexicon.source_nouns | lexicon.kin_nouns
        """What somebody unnamed may be called, lower case."""
        self._headline_end = setting.headline_end()
        self._aged = phrases(lexicon).aged
        self._beside: dict[str, Person | None] = {}
        """By the words of a description, whose name it stands beside elsewhere."""
        self._callings: dict[str, Person | None] = {}
        """By calling, the person whom it may mean wherever it stands."""

    def meant(self, noun: str, tag: str, mention: Span) -> Person | None:
        """Return whom a noun phrase describes: somebody named, or unnamed and known already."""
        repeated = self._repeated(mention, noun)
        if repeated is not None:
            return repeated
        aged = self._aged.search(mention.of(self._setting.text)) is not None
        if (tag in ("NN", "NNP") or aged) and self.may_describe(noun, mention):
            person = self.described(mention, noun)
            if person is not None and person.span is None:
                return person
        titled = self._titled(mention) if noun in self.people_nouns else None
        return titled or self._unnamed_before(mention, noun) or self._presumed(mention, noun)

    def may_describe(self, noun: str, mention: Span) -> bool:
        """Tell whether a noun phrase may stand for somebody named: it is definite and a role."""
        words = mention.of(self._setting.text).lower().split()
        is_kin = noun in self._lexicon.kin_nouns
        if noun in self._lexicon.source_nouns or not self._lexicon.is_definite(words[0]):
            return False
        aged = self._aged.search(words[-1]) is not None
        return is_kin or aged or noun in self._lexicon.role_nouns

    def described(self, mention: Span, noun: str) -> Person | None:
        """Return the person whom a definite description fits best.

        A bare noun (the driver) needs somebody who is said to be one; one with modifiers (the
        Texas senator) may also tell something new of whoever is most present in mind, and must do
        so clearly where its modifiers are no names (the call handler).
        """
        people, role = self.in_question(mention, noun)
        gender = self._lexicon.word_gender(noun)
        person = self._ranking.best(people, mention, gender, role)
        if person is None:
            return None
        if role:
            told = self._roles.has(person, noun) or self._is_by_name(mention)
            return person if told else self._ranking.clearest(people, mention, gender, role)
        if person.span is not None or noun in self._lexicon.kin_nouns:
            return person
        # One who is said to be one, but long ago, counts less than the subject right before.
        recent = [p for p in self._ranking.recent(mention.start) if p.span is None]
        return self._ranking.clearest(recent, mention, gender, noun) or person

    def _is_by_name(self, mention: Span) -> bool:
        """Tell whether a name is among the modifiers of a description (the Texas senator)."""
        modifiers = mention.of(self._setting.text).split()[1:-1]
        return any(word[0].isupper() for word in modifiers)

    def clearly_described(self, span: Span, noun: str) -> Person | None:
        """Return the person for whom a definite description clearly stands, or None.

        Args:
            span: the description, such as `the Texas senator`.
            noun: its head noun, lower case.
        """
        words = set(span.of(self._setting.text).lower().split())
        if self._setting.in_quotation(span) or words & self._lexicon.ordinal_words:
            return None
        people, role = self.in_question(span, noun)
        return self._ranking.clearest(people, span, self._lexicon.word_gender(noun), role)

    def called(self, span: Span, noun: str) -> Person | None:
        """Return the person whom the document is about, if a calling may stand for that person.

        Args:
            span: the phrase, such as `the real estate mogul`.
            noun: its head noun, lower case.
        """
        if self._setting.in_quotation(span):
            return None
        if noun not in self._callings:
            is_said = any(self._roles.has(person, noun) for person in self._cast.people)
            gender = self._lexicon.word_gender(noun)
            # Where somebody is said to be one, that person may be meant.
            self._callings[noun] = None if is_said else self._cast.protagonist(gender)
        return self._callings[noun]

    def in_question(self, mention: Span, noun: str) -> tuple[Sequence[Person], str]:
        """Return who may be meant by a definite description, and the role that then counts."""
        recent = self._ranking.recent(mention.start)
        words = mention.of(self._setting.text).lower().split()
        if (
            (len(words) <= BARE and not self._aged.search(words[-1]))
            or self._lexicon.ordinal_words & set(words)
            or any(self._is_owner(word) for word in words[:-1])  # his doctor is somebody else
        ):
            needed = [noun, *self._lexicon.rank_words.intersection(words)]
            return [p for p in recent if all(self._roles.has(p, word) for word in needed)], ""
        return [person for person in recent if person.span is None], noun

    def introduced(self, mention: Span, noun: str) -> Span | None:
        """Return the words that last introduced what a bare noun takes up (an email, the email)."""
        text, setting = self._setting.text, self._setting
        words = mention.of(text).lower().split()
        if len(words) != BARE or words[0] not in self._lexicon.definite_words:
            return None
        begin = setting.paragraphs[max(0, setting.paragraph_at(mention.start) - REACH)].start
        pattern = _introductions(self._lexicon.single_words, noun)
        start = max(begin, mention.start - FARTHEST)
        spans = (Span(*m.span(1)) for m in pattern.finditer(text, start, mention.start))
        return max((span for span in spans if self._introduces(span)), default=None)

    def _introduces(self, span: Span) -> bool:
        """Tell whether an article, words and a noun are one phrase of the writer's."""
        between = span.of(self._setting.text).lower().split()[1:-1]
        return (
            len(between) > 0  # else it tells no more than the noun that takes it up
            and not any(word in self._lexicon.function_words for word in between)
            and not self._setting.in_quotation(span)
            and span.start >= self._headline_end
        )

    def _titled(self, mention: Span) -> Person | None:
        """Return the person beside whose name a description of several words stands elsewhere.

        Roe's campaign manager said …; Roe's campaign manager, Ann Holm, left.
        """
        words = mention.of(self._setting.text)
        if words.count(" ") < BARE or words.split()[0].lower() in self._lexicon.indefinite_words:
            return None
        if words not in self._beside:
            self._beside[words] = self._named_beside(words, mention.start)
        return self._beside[words]

    def _named_beside(self, words: str, offset: int) -> Person | None:
        """Return the first person right behind some words, or right before them and a comma.

        Of a long document only what is near the offset is searched.
        """
        text = self._setting.text
        pattern = re.compile(re.escape(words), re.IGNORECASE)
        for found in pattern.finditer(text, max(0, offset - NEAR), offset + NEAR):
            behind = found.end() + len(", " if text.startswith(", ", found.end()) else " ")
            for span in (Span(behind, behind + 1), Span(found.start() - 3, found.start() - 2)):
                name = self._cast.name_at(span)
                ends = name is not None and text[name.span.end : found.start()] == ", "
                if name is not None and (name.run.start == behind or ends):
                    return self._cast.person_of(name)
        return None

    def _presumed(self, mention: Span, noun: str) -> Person | None:
        """Return who is clearly most in mind where a bare noun is said of people named before.

        Nobody is said to be one (the businessman), but nobody else can be meant.
        """
        words = mention.of(self._setting.text).lower().split()
        if (
            len(words) != BARE
            or words[0] not in self._lexicon.definite_articles
            or noun not in self._lexicon.reference_nouns | self._lexicon.calling_nouns
        ):
            return None
        people = [person for person in self._ranking.recent(mention.start) if person.span is None]
        return self._ranking.clearest(people, mention, self._lexicon.word_gender(noun))

    def _unnamed_before(self, mention: Span, noun: str) -> Person | None:
        """Return the unnamed somebody whom a description takes up (a ferry clerk, the clerk)."""
        words = mention.of(self._setting.text).lower().split()
        if len(words) > BARE or words[0] not in self._lexicon.definite_words:
            return None
        people = [
            person
            for person in self._unnamed(mention, noun)
            if person.gender != PLURAL
            and person.full.split()[0].lower() in self._lexicon.indefinite_words
        ]
        return self._ranking.best(people, mention, self._lexicon.word_gender(noun))

    def _repeated(self, mention: Span, noun: str) -> Person | None:
        """Return the unnamed somebody of whom a longer description says the same words again.

        A senior port adviser said …; the senior port adviser said.
        """
        article, *words = mention.of(self._setting.text).lower().split()
        if len(words) < BARE or article not in self._lexicon.definite_articles:
            return None
        people = self._unnamed(mention, noun)
        return next((p for p in people if p.full.lower().split()[1:] == words), None)

    def _unnamed(self, mention: Span, noun: str) -> Iterator[Person]:
        """Yield the unnamed people in mind where a mention stands who are called by a noun."""
        for person in self._ranking.recent(mention.start):
            if person.span is not None and person.noun == noun:
                yield person

    def _is_owner(self, word: str) -> bool:
        """Tell whether a lower-case word says whose somebody is (his, Roe's)."""
        lexicon = self._lexicon
        pronouns = lexicon.singular_pronouns | lexicon.plural_pronouns | lexicon.other_pronouns
        return word in pronouns or is_possessive(word)


def _introductions(firsts: frozenset[str], noun: str) -> re.Pattern[str]:
    """Compile the pattern of the phrases that introduce something by a noun (a short email)."""
    article = "|".join(sorted(firsts))
    words = rf"(?:[\w’'/-]+ ){{0,{MOST_MODIFIERS}}}?"
    return re.compile(rf"\b(?=((?i:{article}) {words}{re.escape(noun)})\b)")
