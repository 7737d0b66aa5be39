"""Finding titles: title rules tried at every place where a speaker is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from quotes.match.mentions import span_of
from quotes.match.patterns import in_order
from quotes.parse import Parse
from quotes.records import Span
from quotes.rules.model import TitleRule
from quotes.speakers.cast import Person
from quotes.speakers.names import Name
from quotes.titles.spans import TitleWords, owns_other, title_tokens

NAME = "name"


@dataclass(frozen=True, slots=True)
class Title:
    """A title and the rule that found it."""

    span: Span
    rule: str
    priority: int


def find_title(
    person: Person,
    parses: Mapping[int, Sequence[Parse]],
    rules: Sequence[TitleRule],
    words: TitleWords,
    subjects: Set[int] = frozenset(),
) -> Title | None:
    """Return the best title that any of the parses gives a person, or None.

    Args:
        person: somebody named in the document.
        parses: parsed frames of the document, by the offsets at which their tokens begin.
        rules: title rules, the first in rank first.
        words: words that belong to a name or join the parts of a title.
        subjects: offsets at which the subjects of reporting clauses begin, which are no titles
            of the name before them.
    """
    best: Title | None = None
    best_rank: tuple[int, int, int] | None = None
    left = rules
    for name in person.names:
        for parse in parses.get(name.span.start, ()):
            for title in _titles(name, parse, left, words, subjects):
                rank = title_rank(title.priority, name, title.span)
                if best_rank is None or rank > best_rank:
                    best, best_rank = title, rank
                    left = [rule for rule in left if rule.priority >= title.priority]
    return best


def name_offsets(people: Iterable[Person]) -> set[int]:
    """Return the offsets at which some people's names begin."""
    return {name.span.start for person in people for name in person.names}


def by_offset(parses: Iterable[Parse], people: Iterable[Person]) -> dict[int, list[Parse]]:
    """Return the parses in which some people's names begin, by the names' offsets."""
    wanted = name_offsets(people)
    found: dict[int, list[Parse]] = defaultdict(list)
    for parse in parses:
        for start, quoted in zip(parse.starts, parse.quoted, strict=True):
            if start in wanted and quoted < 0:
                found[start].append(parse)
    return found


def _titles(
    name: Name,
    parse: Parse,
    rules: Sequence[TitleRule],
    words: TitleWords,
    subjects: Set[int],
) -> Iterator[Title]:
    """Yield the title that the first fitting rule gives a name, if it stands in the parse."""
    tokens = name_tokens(parse, name, words)
    if not tokens:
        return
    for rule in rules:
        found = match_title(rule, parse, name, tokens, words, subjects)
        if found is not None:
            yield Title(found[0], rule.id, rule.priority)
            return


def match_title(
    rule: TitleRule,
    parse: Parse,
    name: Name,
    tokens: tuple[int, ...],
    words: TitleWords,
    subjects: Set[int],
) -> tuple[Span, Mapping[str, tuple[int, ...]]] | None:
    """Return the title that a rule finds beside a name, and the words that it matched.

    Args:
        rule: a title rule; one that is not of names finds nothing.
        parse: where the name stands.
        name: the name.
        tokens: its tokens there.
        words: words that join the parts of a title.
        subjects: see `find_title`.
    """
    if rule.of != NAME:
        return None
    found = in_order(parse, rule.nodes, {NAME: tokens}, rule.order)
    if parse.starts[tokens[-1]] >= name.span.end:
        # Letters for a degree or seat are passed over, but may be a title themselves.
        bare = tuple(t for t in tokens if parse.starts[t] < name.span.end)
        found = chain(found, in_order(parse, rule.nodes, {NAME: bare}, rule.order))
    for bound in found:
        head = bound["title"][0]
        if parse.words[head] in name.words or owns_other(parse, head, tokens):
            continue  # the Roe we know is Roe
        title = title_tokens(parse, head, tokens, rule.span, _roles(rule), words)
        span = _span(parse, title)
        if span is not None and not span.overlaps(name.span):
            return None if _is_subject(span, name, subjects) else (span, bound)
    return None


def _is_subject(title: Span, name: Name, subjects: Set[int]) -> bool:
    """Tell whether words behind a name are no title but the subject of a reporting clause."""
    return title.start > name.span.end and title.start in subjects


def _span(parse: Parse, title: range) -> Span | None:
    """Return the document span of a title, with the marks of a work at its end."""
    quoted = parse.quoted[title[-1]]
    if quoted < 0:
        return span_of(parse, title)
    return Span(parse.starts[title[0]], parse.frame.outers[quoted].end)


def _roles(rule: TitleRule) -> list[Set[str]]:
    """Return the lists of words that a rule's pattern asks for."""
    return [node.test.words for node in rule.nodes if node.test.words is not None]


def title_rank(priority: int, name: Name, title: Span) -> tuple[int, int, int]:
    """Return how much speaks for a title: its rule, a full name, standing early."""
    return priority, min(len(name.words), 2), -title.start


def name_tokens(parse: Parse, name: Name, words: TitleWords) -> tuple[int, ...]:
    """Return the tokens of a name in a parse, with Dr. and the like before it, MD behind it.

    Returns:
        Their indexes; none if the name does not stand there outside quotation marks.
    """
    tokens = [
        t
        for t in range(len(parse))
        if name.span.start <= parse.starts[t] < name.span.end and parse.quoted[t] < 0
    ]
    while tokens and tokens[0] > 0 and _is_courtesy(parse, tokens[0] - 1, words):
        tokens.insert(0, tokens[0] - 1)
    while tokens and (more := _credential(parse, tokens[-1] + 1, words)):
        tokens += more
    return tuple(tokens)


def _is_courtesy(parse: Parse, token: int, words: TitleWords) -> bool:
    """Tell whether a word is a courtesy title (Lady Roe) and not an office (First Lady Roe)."""
    is_office = token > 0 and parse.lower[token - 1] in words.ordinals
    return parse.lower[token].rstrip(".") in words.courtesy and not is_office


def _credential(parse: Parse, token: int, words: TitleWords) -> range:
    """Return the letters for a degree or seat that stand at a token, a comma before them or not."""
    first = token
    token += parse.words[token : token + 1] == [","]
    is_one = token < len(parse) and parse.lower[token].replace(".", "") in words.credentials
    return range(first, token + 1 if is_one else first)
