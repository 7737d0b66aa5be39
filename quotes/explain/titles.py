"""Which rules find a title for a speaker, and which of them gives the row's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.explain.citing import cite, lower_rank, quoted, words_of
from quotes.explain.records import Match, Trial
from quotes.explain.sites import in_order
from quotes.match.mentions import span_of
from quotes.parse import Parse
from quotes.pipeline import Extractor, Workings
from quotes.records import Document, Row, Span
from quotes.rules.model import TitleRule
from quotes.speakers.names import Name
from quotes.speakers.resolve import Speaker
from quotes.titles.find import NAME, name_tokens
from quotes.titles.spans import title_tokens


@dataclass(frozen=True, slots=True)
class _Found:
    """A title beside a name."""

    rule: TitleRule
    span: Span
    name: Name
    match: Match

    @property
    def rank(self) -> tuple[int, int, int]:
        """How much speaks for it: the rule, a full name, standing early."""
        return self.rule.priority, min(len(self.name.words), 2), -self.span.start


def title_trials(
    extractor: Extractor, document: Document, workings: Workings, row: Row, speaker: Speaker
) -> tuple[Trial, ...]:
    """Return the trials of the rules that find a title for a row's speaker.

    Args:
        extractor: holds the rules.
        document: the document.
        workings: what its rows were made of.
        row: the row.
        speaker: its speaker.
    """
    names = speaker.person.names if speaker.person else ()
    parses = (*workings.parses, *workings.title_parses)
    courtesy = extractor.lexicon.courtesy_titles
    found = sorted(
        {
            (f.rule.id, f.span): f
            for name in names
            for f in _beside(name, parses, extractor.rules.title, courtesy)
        }.values(),
        key=lambda f: f.rank,
        reverse=True,
    )
    if not found:
        return tuple(_described(extractor, row))
    trials = [_trial(extractor, document.text, f) for f in found]
    losers = zip(found[1:], trials[1:], strict=True)
    return (trials[0], *(replace(t, lost=_lost(f, found[0])) for f, t in losers))


def _beside(
    name: Name, parses: Sequence[Parse], rules: Sequence[TitleRule], courtesy: frozenset[str]
) -> Iterator[_Found]:
    """Yield the first title of each rule in each parse in which a name stands."""
    for parse in parses:
        tokens = name_tokens(parse, name, courtesy)
        for rule in rules if tokens else ():
            found = _first(rule, parse, name, tokens) if rule.of == NAME else None
            if found is not None:
                yield found


def _first(rule: TitleRule, parse: Parse, name: Name, tokens: tuple[int, ...]) -> _Found | None:
    for nodes in in_order(parse, rule.nodes, {NAME: tokens}, rule.order):
        span = span_of(parse, title_tokens(parse, nodes["title"][0], tokens, rule.span))
        if span is not None and not span.overlaps(name.span):
            return _Found(rule, span, name, Match(parse, nodes))
    return None


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
