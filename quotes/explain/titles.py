"""Which rules find a title for a speaker, and which of them gives the row's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quotes.explain.citing import cite, lower_rank, quoted, words_of
from quotes.explain.records import Match, Trial
from quotes.pipeline import Extractor, Workings
from quotes.records import Document, Row, Span
from quotes.rules.model import TitleRule
from quotes.speakers.cast import Person
from quotes.speakers.names import Name
from quotes.speakers.resolve import Speaker
from quotes.speakers.setting import subjects
from quotes.titles.find import by_offset, match_title, name_tokens, title_rank
from quotes.titles.spans import TitleWords


@dataclass(frozen=True, slots=True)
class _Found:
    """A title beside a name."""

    rule: TitleRule
    span: Span
    name: Name
    match: Match

    @property
    def rank(self) -> tuple[int, int, int]:
        """How much speaks for it."""
        return title_rank(self.rule.priority, self.name, self.span)


class Titles:
    """Tries every title rule beside the names of a document's speakers."""

    def __init__(self, extractor: Extractor, document: Document, workings: Workings) -> None:
        self._extractor = extractor
        self._text = document.text
        people = [s.person for s in workings.speakers.values() if s.person is not None]
        self._parses = by_offset([*workings.parses, *workings.title_parses], people)
        self._subjects = subjects(workings.links.values())
        self._known: dict[str, tuple[Trial, ...]] = {}

    def trials(self, row: Row, speaker: Speaker) -> tuple[Trial, ...]:
        """Return the trials of the rules that find a title for a row's speaker.

        Args:
            row: the row.
            speaker: its speaker.
        """
        person = speaker.person
        if person is not None and person.full not in self._known:
            self._known[person.full] = tuple(self._of_person(person))
        beside = self._known[person.full] if person is not None else ()
        return beside or tuple(_described(self._extractor, row))

    def _of_person(self, person: Person) -> Iterator[Trial]:
        # The same words may stand in two frames.
        every = {(f.rule.id, f.span): f for name in person.names for f in self._beside(name)}
        found = sorted(every.values(), key=lambda f: f.rank, reverse=True)
        for one in found:
            lost = _lost(one, found[0]) if one is not found[0] else ""
            yield replace(_trial(self._extractor, self._text, one), lost=lost)

    def _beside(self, name: Name) -> Iterator[_Found]:
        """Yield the first title of each rule in each parse in which a name stands."""
        words = TitleWords.of(self._extractor.lexicon)
        for parse in self._parses.get(name.span.start, ()):
            tokens = name_tokens(parse, name, words)
            for rule in self._extractor.rules.title if tokens else ():
                found = match_title(rule, parse, name, tokens, words, self._subjects)
                if found is not None:
                    span, nodes = found
                    yield _Found(rule, span, name, Match(parse, nodes))


def _trial(extractor: Extractor, text: str, found: _Found) -> Trial:
    beside = quoted(words_of(text, found.name.span))
    place = f"Beside the name {beside} at character {found.name.span.start:,}."
    gives = quoted(words_of(text, found.span))
    return Trial(cite(extractor, found.rule), gives, "", found.match, place)


def _lost(found: _Found, winner: _Found) -> str:
    if found.rule.id != winner.rule.id:
        return lower_rank(found.rule, winner.rule)
    if found.rank[1] < winner.rank[1]:
        return "the name beside it is not the full one"
    return "it stands later in the text"


def _described(extractor: Extractor, row: Row) -> Iterator[Trial]:
    """Yield the trial of a rule that takes a title from words that stand for the speaker."""
    for rule in extractor.rules.title:
        if rule.id == row.title_rule and row.title is not None:
            place = f"The words at character {row.title_start:,} stand for the speaker."
            yield Trial(cite(extractor, rule), quoted(row.title), "", None, place)
