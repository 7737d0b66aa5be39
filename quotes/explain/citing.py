"""Rules cited, and words quoted in sentences."""

from __future__ import annotations

from quotes.explain.records import Cited
from quotes.pipeline import Extractor
from quotes.records import Span
from quotes.rules.model import Rule

LONGEST = 60
"""Characters of a quotation by which another one is named."""


def cite(extractor: Extractor, rule: Rule) -> Cited:
    """Refer to a rule with what was measured of it."""
    right, total = extractor.rules.measured.get(rule.id, (0, 0))
    confidence = extractor.confidences.get(rule.id)
    return Cited(rule.id, rule.why, rule.priority, right, total, confidence)


def words_of(text: str, span: Span) -> str:
    """Return the words of a span on one line."""
    return " ".join(span.of(text).split())


def quoted(words: str) -> str:
    """Return words in quotation marks, long ones cut short."""
    words = " ".join(words.split())
    return f"“{words}”" if len(words) <= LONGEST else f"“{words[:LONGEST].rstrip()}…”"


def lower_rank(rule: Rule, winner: Rule) -> str:
    """Say why a rule stands behind another one."""
    if rule.priority == winner.priority:
        return f"{winner.id} has the same priority, {rule.priority}, and stands before it"
    return f"its priority, {rule.priority}, is below the {winner.priority} of {winner.id}"
