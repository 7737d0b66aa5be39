"""Sieve: which rules a frame's words leave in question, before any pattern is searched."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.parse import Parse
from quotes.rules.model import AttributionRule


class Sieve:
    """Tells which attribution rules may fit a frame.

    A rule asks for words of its lists; where the frame has none of a list's, it cannot fit. The
    lists are few, as rules share them, and are looked through once for a frame.

    Args:
        rules: the rules, the first in rank first.
    """

    def __init__(self, rules: Sequence[AttributionRule]) -> None:
        lists = {
            id(node.test.words): node.test.words
            for rule in rules
            for node in rule.nodes
            if node.test.words is not None
        }
        self._lists = tuple(lists.items())
        self._rules = tuple(
            (rule, tuple({id(n.test.words) for n in rule.nodes if n.test.words is not None}))
            for rule in rules
        )

    def may_fit(self, parse: Parse) -> list[AttributionRule]:
        """Return the rules of whose lists the frame has words, in the rules' order."""
        words = set(parse.lower)
        absent = {key for key, listed in self._lists if listed.isdisjoint(words)}
        return [rule for rule, asked in self._rules if absent.isdisjoint(asked)]
