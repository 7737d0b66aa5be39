"""Sieve: which rules a frame leaves in question, before any pattern is searched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.parse import Parse
from quotes.rules.model import AttributionRule, Node

Asked = tuple[str, frozenset[str]]
"""Whether words, tags or dependencies, and of which one must be in the frame."""


class Sieve:
    """Tells which attribution rules may fit a frame.

    A rule asks for words of its lists, for tags and for dependencies; where the frame has none
    of those that one word of its pattern may have, it cannot fit. What rules ask for is shared by
    many, and looked through once for a frame.

    Args:
        rules: the rules, the first in rank first.
    """

    def __init__(self, rules: Sequence[AttributionRule]) -> None:
        self.rules = rules
        numbers: dict[Asked, int] = {}
        asked = [[numbers.setdefault(a, len(numbers)) for a in _asked(r.nodes)] for r in rules]
        self._asked = [(number, kind, wanted) for (kind, wanted), number in numbers.items()]
        self._rules = list(zip(rules, map(frozenset, asked), strict=True))

    def may_fit(self, parse: Parse) -> list[AttributionRule]:
        """Return the rules for which the frame has all that they ask for, in the rules' order."""
        has = {"words": set(parse.lower), "tags": set(parse.tags), "deps": set(parse.deps)}
        absent = {number for number, kind, wanted in self._asked if wanted.isdisjoint(has[kind])}
        return [rule for rule, asked in self._rules if absent.isdisjoint(asked)]


def _asked(nodes: Sequence[Node]) -> Iterator[Asked]:
    """Yield what a frame must have for a pattern to fit."""
    for node in nodes:
        for test in (node.test, *node.has):
            if test.words is not None:
                yield "words", test.words
            if test.tags is not None:
                yield "tags", test.tags
            if test.deps is not None:
                yield "deps", test.deps
