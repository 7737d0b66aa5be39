"""A rule as it stands in its file."""

from __future__ import annotations

import textwrap

from quotes.rules.model import Rule


def rule_source(rule: Rule) -> str:
    """Return the lines of a rule's file in which it is written, without their indentation."""
    lines = rule.path.read_text(encoding="utf-8-sig").splitlines()[rule.line - 1 :]
    # The place of the hyphen tells where the rule ends, also where a whole rule is one line.
    depth = _depth(lines[0])
    end = 1
    while end < len(lines) and (not lines[end].strip() or _depth(lines[end]) > depth):
        end += 1
    # A rule in braces may close at the hyphen's depth.
    end += lines[end : end + 1] == [" " * depth + "}"]
    return textwrap.dedent("\n".join(lines[:end])).rstrip()


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
