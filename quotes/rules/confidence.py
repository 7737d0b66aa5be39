"""Confidence: how often a rule is right, from how often it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quotes.rules.model import RuleSet

SEEN_OFTEN = 20
"""Times from which on a rule's own count says what rules are like."""
WEIGHT = 10
"""How many links the expectation counts for beside those that were seen.

Measured on one half of the articles and held against the other, 10 came closest for rules that
were seen often and seldom alike; 5 and 20 do nearly as well.
"""
DIGITS = 3


def confidence(ruleset: RuleSet, rule_id: str) -> float | None:
    """Return the share of a rule's links that can be expected to be right.

    Args:
        ruleset: the rules with their measurements.
        rule_id: an attribution, carry or title rule.

    Returns:
        0 to 1 in three digits; None for other rules and where nothing was ever measured.
    """
    return confidences(ruleset).get(rule_id)


def confidences(ruleset: RuleSet) -> dict[str, float]:
    """Return the confidence in every rule that makes links or finds titles, by id."""
    links = [rule.id for rule in (*ruleset.attribution, *ruleset.carry)]
    titles = [rule.id for rule in ruleset.title]
    return {**smoothed(ruleset.measured, links), **smoothed(ruleset.measured, titles)}


def smoothed(measured: Mapping[str, tuple[int, int]], ids: Iterable[str]) -> dict[str, float]:
    """Return the precision of each rule of a kind, drawn towards what rules of that kind are like.

    A rule that is seldom seen is expected to be like a rule, not like a link: the mean is over
    rules, each counted once. Over links it would be that of the few rules that make most of them,
    which are common because they are sure, and would flatter all others.

    Args:
        measured: by rule id how many were right, of how many.
        ids: the rules of the kind, measured or not.
    """
    counts = {id_: measured.get(id_, (0, 0)) for id_ in ids}
    expected = _expected(counts.values())
    if expected is None:
        return {}
    return {
        id_: round((right + WEIGHT * expected) / (total + WEIGHT), DIGITS)
        for id_, (right, total) in counts.items()
    }


def _expected(counts: Iterable[tuple[int, int]]) -> float | None:
    """Return the mean precision of the rules seen often, of all that were seen if none was."""
    seen = [(right, total) for right, total in counts if total]
    often = [(right, total) for right, total in seen if total >= SEEN_OFTEN] or seen
    return sum(right / total for right, total in often) / len(often) if often else None
