"""Covering: whether one rule matches whatever another one matches, as far as their words tell."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.rules.model import (
    AttributionRule,
    CarryRule,
    Node,
    QuoteTest,
    Rule,
    SpeechRule,
    TitleRule,
    TokenTest,
)

STRICTER = {
    "any": ("alone", "opens", "closes", "inside"),
    "opens": ("alone",),
    "closes": ("alone",),
}
"""The places of a quotation that a place takes in."""
DISTANT = frozenset({"after", "before"})


def covers(one: Rule, other: Rule) -> bool:
    """Tell whether `one` surely matches wherever `other` matches.

    The answer errs on the side of no: it compares the rules' conditions, not what they mean.
    """
    if isinstance(one, AttributionRule) and isinstance(other, AttributionRule):
        return (
            _stands(one.stands, other.stands)
            and _quote(one.quote, other.quote)
            and _pattern(one, other)
        )
    if isinstance(one, CarryRule) and isinstance(other, CarryRule):
        return (
            one.source == other.source
            and one.between in ("any", other.between)
            and _stands(one.stands, other.stands)
            and _quote(one.quote, other.quote)
        )
    if isinstance(one, SpeechRule) and isinstance(other, SpeechRule):
        return _speech(one, other)
    if isinstance(one, TitleRule) and isinstance(other, TitleRule):
        return (
            one.of == other.of
            and (one.noun is None or (other.noun is not None and _test(one.noun, other.noun)))
            and one.span == other.span
            and _pattern(one, other)
        )
    return False


def _speech(one: SpeechRule, other: SpeechRule) -> bool:
    return (
        _stands(one.stands, other.stands)
        and _quote(one.quote, other.quote)
        and _among(one.link, other.link)
        and _among(one.rules, other.rules)
        and _among(one.previous, other.previous)
        and (one.cue is None or (other.cue is not None and _test(one.cue, other.cue)))
        and _pattern(one, other)
    )


def _stands(one: str, other: str) -> bool:
    return one == other or other in STRICTER.get(one, ())


def _among(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    return one is None or (other is not None and one >= other)


def _quote(one: QuoteTest, other: QuoteTest) -> bool:
    return (
        one.begins in (None, other.begins)
        and _among(one.ends, other.ends)
        and one.title_case in (None, other.title_case)
        and _among(one.marks, other.marks)
        and (
            one.words_at_most is None
            or (other.words_at_most is not None and one.words_at_most >= other.words_at_most)
        )
        and (
            one.words_at_least is None
            or (other.words_at_least is not None and one.words_at_least <= other.words_at_least)
        )
    )


def _test(one: TokenTest, other: TokenTest) -> bool:
    return (
        _among(one.words, other.words)
        and (one.not_words is None or one.not_words <= (other.not_words or frozenset()))
        and _among(one.tags, other.tags)
        and _among(one.deps, other.deps)
        and one.capital in (None, other.capital)
        and one.quoted in (None, other.quoted)
    )


Patterned = AttributionRule | SpeechRule | TitleRule


def _pattern(one: Patterned, other: Patterned) -> bool:
    """Compare node by node; a pattern with more nodes matches less."""
    nodes = other.nodes[: len(one.nodes)]
    return (
        len(nodes) == len(one.nodes)
        and all(_node(a, b, one.nodes, nodes) for a, b in zip(one.nodes, nodes, strict=True))
        and (not one.order or _places(one.order, one.nodes) == _places(other.order, other.nodes))
    )


def _node(one: Node, other: Node, ones: Sequence[Node], others: Sequence[Node]) -> bool:
    return (
        one.relation == other.relation
        and _places((one.anchor,), ones) == _places((other.anchor,), others)
        and _test(one.test, other.test)
        and one.through >= other.through
        and _among(one.by, other.by)
        and (one.relation not in DISTANT or one.within >= other.within)
        and one.skip == other.skip
        and (not one.first or other.first)
        and set(one.has) <= set(other.has)
        and set(one.lacks) <= set(other.lacks)
    )


def _places(names: Sequence[str], nodes: Sequence[Node]) -> list[int]:
    """Return the positions of named nodes; -1 for what a pattern begins with."""
    positions = {node.name: position for position, node in enumerate(nodes)}
    return [positions.get(name, -1) for name in names]
