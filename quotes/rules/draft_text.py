"""Drafts as text: a rule in YAML, ready to edit."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quotes.rules.drafting import DraftNode

HIGHEST = 1000


@dataclass(frozen=True, slots=True)
class Draft:
    """All that a drafted rule says."""

    kind: str
    """`attribution` or `title`."""
    nodes: Sequence[DraftNode]
    priority: int
    text: str
    """The sentence that it is made from."""
    expect: Mapping[str, str]
    """What must be found there."""
    counterexample: str
    extent: str = ""
    """Of a title rule: one of TITLE_SPANS."""


def write_draft(draft: Draft, id_: str, lists: Mapping[str, frozenset[str]]) -> str:
    """Return a rule as YAML, to stand below `rules:`.

    Args:
        draft: what it says.
        id_: an id that no rule has.
        lists: word lists, which comments name where a word stands in them.
    """
    pattern = [f"      {line}" for line in _pattern(draft.nodes, lists)]
    span = [f"    span: {draft.extent}"] if draft.extent else []
    expected = [f"        {column}: {_text(words)}" for column, words in draft.expect.items()]
    lines = [
        f"  - id: {id_}",
        f"    kind: {draft.kind}",
        "    why: Say here what the rule is for.",
        f"    priority: {min(HIGHEST, draft.priority)}",
        "    pattern:",
        *pattern,
        *span,
        "    examples:",
        f"      - text: {_text(draft.text)}",
        *expected,
        "    counterexamples:",
        "      # Put here a sentence like yours that the rule must leave alone.",
        f"      - {_text(draft.counterexample)}",
    ]
    return "\n".join(lines) + "\n"


def free_id(words: Iterable[str], taken: Collection[str]) -> str:
    """Return an id made of words that no rule has."""
    parts = [re.sub("[^a-z0-9]+", "-", word.lower()).strip("-") for word in words]
    stem = "house." + ("-".join(filter(None, parts)) or "rule")
    number = 2
    found = stem
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    return found


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _pattern(nodes: Iterable[DraftNode], lists: Mapping[str, frozenset[str]]) -> list[str]:
    return [f"{node.name}: {{{_flow(node.keys)}}}{_comment(node.keys, lists)}" for node in nodes]


def _flow(keys: Mapping[str, str | int | list[str]]) -> str:
    return ", ".join(f"{key}: {_value(value)}" for key, value in keys.items())


def _value(value: str | int | list[str]) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, int):
        return str(value)
    plain = value.replace("_", "").isalpha() and value not in ("true", "false", "null")
    return value if plain else _text(value)


def _comment(keys: Mapping[str, object], lists: Mapping[str, frozenset[str]]) -> str:
    words = keys.get("words")
    if not isinstance(words, list):
        return ""
    named = [name for name, forms in lists.items() if forms.issuperset(words)]
    return f"  # or words: {', or '.join(named)}" if named else ""
