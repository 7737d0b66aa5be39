"""Warnings: rules that load but look wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from quotes.rules.covering import covers
from quotes.rules.examples import all_rules
from quotes.rules.faults import Fault, fault
from quotes.rules.model import Rule

if TYPE_CHECKING:
    from quotes.rules.entries import Entry
    from quotes.rules.loading import Loaded
    from quotes.rules.merging import Library
    from quotes.rules.schema import AnyRule, ListSpec, NodeSpec

USED_WITH = {
    "through": ("subject_of", "antecedent_of"),
    "by": ("ancestor_of",),
    "outermost": ("ancestor_of",),
    "within": ("after", "before"),
    "skip": ("right_after", "right_before"),
}
"""Keys of a node that mean something with certain relations only."""


def lint(loaded: Loaded, used: Collection[str] = ()) -> list[Fault]:
    """Return what looks wrong in rules, in the order of files and lines.

    Args:
        loaded: rules with what they were made from.
        used: names of word lists that other parts of the program look up.
    """
    library = loaded.library
    found = [
        *_repeated_words(library),
        *_unused_lists(library, used),
        *(warning for entry in library.rules for warning in _idle_keys(entry)),
        *_shadowed(all_rules(loaded.ruleset)),
    ]
    return sorted(found, key=lambda warning: warning.place)


def _repeated_words(library: Library) -> Iterator[Fault]:
    for name, parts in library.lists.items():
        seen: dict[str, str] = {}
        for part in parts:
            for position, word in enumerate(part.spec.words):
                line = part.line_of("words", position)
                if word in seen:
                    problem = f"list {name!r} has {word!r} twice, first in {seen[word]}"
                    yield fault(part.path, line, problem, "remove one of the two")
                seen.setdefault(word, f"{part.path}:{line}")


def _unused_lists(library: Library, used: Collection[str]) -> Iterator[Fault]:
    named = set(used)
    for entry in library.rules:
        named |= _lists_in(
            entry.spec.model_dump(include={"pattern", "cue", "noun"}, exclude_none=True)
        )
    for name, parts in library.lists.items():
        if name not in named:
            yield _unused(name, parts[-1])


def _unused(name: str, part: Entry[ListSpec]) -> Fault:
    remedy = "name it in a rule, or remove it"
    return fault(part.path, part.line, f"list {name!r} is used by no rule", remedy)


def _lists_in(value: object) -> set[str]:
    """Return the lists that a pattern names, wherever in it: its words that begin with +."""
    if isinstance(value, str):
        return {value[1:]} if value.startswith("+") else set()
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {name for part in parts for name in _lists_in(part)}


def _idle_keys(entry: Entry[AnyRule]) -> Iterator[Fault]:
    pattern: dict[str, NodeSpec] = getattr(entry.spec, "pattern", None) or {}
    for name, node in pattern.items():
        for key, relations in USED_WITH.items():
            if getattr(node, key) is not None and not set(relations) & set(node.relations):
                problem = f"pattern.{name}.{key} does nothing here"
                remedy = f"it goes with {' or '.join(relations)}; remove it"
                line = entry.line_of("pattern", name, key)
                yield fault(entry.path, line, problem, remedy, entry.name)


def _shadowed(rules: Collection[Rule]) -> Iterator[Fault]:
    earlier: list[Rule] = []
    for rule in rules:
        other = next((one for one in earlier if covers(one, rule)), None)
        if other is not None:
            where = f"{other.path}:{other.line}"
            problem = f"{other.id!r} ({where}) is tried before and matches all that this matches"
            remedy = "give this rule the higher priority, or remove it"
            yield fault(rule.path, rule.line, problem, remedy, rule.id)
        earlier.append(rule)
