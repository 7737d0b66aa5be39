"""The rules as the service lists them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quotes.rules import load_rules
from quotes.rules.confidence import confidences

KINDS = ("attribution", "carry", "speech", "title")


def rules_list(folders: Sequence[Path]) -> list[dict[str, object]]:
    """Return every rule with what it is for and how often it was right.

    Raises:
        RuleError: the rules cannot be loaded.
    """
    ruleset = load_rules(folders)
    measured = confidences(ruleset)
    return [
        {
            "id": rule.id,
            "kind": kind,
            "why": rule.why,
            "priority": rule.priority,
            "confidence": measured.get(rule.id),
        }
        for kind in KINDS
        for rule in getattr(ruleset, kind)
    ]


SCHEMA = {
    "type": "object",
    "required": ["rules"],
    "properties": {
        "rules": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "kind", "why", "priority", "confidence"],
                "properties": {
                    "id": {"type": "string"},
                    "kind": {"enum": list(KINDS)},
                    "why": {"type": "string"},
                    "priority": {"type": "integer"},
                    "confidence": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
                },
            },
        }
    },
}
