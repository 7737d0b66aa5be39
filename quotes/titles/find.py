"""Finding titles: title rules tried at every place where a speaker is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.match.mentions import span_of
from quotes.match.patterns import bindings
from quotes.parse import Parse
from quotes.records import Span
from quotes.rules.model import TitleRule
from quotes.speakers.cast import Person
from quotes.speakers.names import Name
from quotes.titles.spans import title_tokens

NAME = "name"


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the rule that found it."""

    span: Span
    rule: str
    priority: int


def find_title(person: Person, parses: Sequence[Parse], rules: Sequence[TitleRule]) -> Title | None:
    """Return the best title that any of the parses gives a person, or None.

    Args:
        person: somebody named in the document.
        parses: parsed frames of the document.
        rules: title rules, the first in rank first.
    """
    best: Title | None = None
    best_rank: tuple[int, int, int] | None = None
    for name in person.names:
        for parse in parses:
            for title in _titles(name, parse, rules):
                rank = (title.priority, min(len(name.words), 2), -title.span.start)
                if best_rank is None or rank > best_rank:
                    best, best_rank = title, rank
    return best


def _titles(name: Name, parse: Parse, rules: Sequence[TitleRule]) -> Iterator[Title]:
    """Yield the title that the first fitting rule gives a name, if it stands in the parse."""
    tokens = name_tokens(parse, name.span)
    if not tokens:
        return
    for rule in rules:
        for bound in bindings(parse, rule.nodes, {NAME: tokens}):
            firsts = [bound[node][0] for node in rule.order]
            if firsts != sorted(firsts):
                continue
            span = span_of(parse, title_tokens(parse, bound["title"][0], tokens, rule.span))
            if span is not None:
                yield Title(span, rule.id, rule.priority)
                return


def name_tokens(parse: Parse, span: Span) -> tuple[int, ...]:
    """Return the tokens of a document span in a parse, none if it does not stand there."""
    first = parse.frame.starts and parse.frame.origins
    if not first or not _covers(parse, span):
        return ()
    return tuple(
        t
        for t in range(len(parse))
        if parse.quoted[t] < 0 and span.start <= parse.starts[t] and 0 <= parse.ends[t] <= span.end
    )


def _covers(parse: Parse, span: Span) -> bool:
    known = [s for s in parse.starts if s >= 0]
    return bool(known) and known[0] <= span.start and span.end <= max(parse.ends)
