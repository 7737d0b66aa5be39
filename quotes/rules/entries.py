"""The entries of one rule file, each checked for its shape on its own.

One faulty entry hides none of the others: every fault of a file is found in one pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from quotes.rules.faults import Fault, choice, fault, shown
from quotes.rules.fields import Id, ListedWord, Name, Text
from quotes.rules.reading import LocatedDict, LocatedList, line_at, read_file
from quotes.rules.schema import RULE_SPECS, FileSpec, ListSpec, Measurement, ModelLabels
from quotes.rules.wording import Complaint, complaints

MAX_ENTRIES = {"rules": 5_000, "disable": 500}
MAX_COMPLAINTS = 250
"""Faults of one entry that are named."""
KEYS = tuple(FileSpec.model_fields)
LISTED = {"rules": "begin each rule with `- id:`", "disable": "write `disable: [some.id]`"}
"""Top-level keys that hold lists, with the remedy where they do not."""
NAMES: dict[str, Any] = {
    "lists": Name,
    "tags": Name,
    "irregular": ListedWord,
    "disable": Id,
    "measured": Id,
}
VALUES: dict[str, Any] = {
    "lists": ListSpec,
    "tags": list[Text],
    "irregular": list[ListedWord],
    "labels": ModelLabels,
    "measured": Measurement,
}
TITLES = {
    "lists": "list",
    "tags": "tag set",
    "irregular": "irregular word",
    "measured": "measurement of",
}

S = TypeVar("S")
Item = tuple[str, object, int]
"""An entry before it is checked: its name, its value, its line."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[S]):
    """Something that a file defines under a name."""

    name: str
    spec: S
    path: Path
    line: int
    raw: object
    """The value with its line numbers."""

    def line_of(self, *place: str | int) -> int:
        """Return the line of a value inside the entry, or of the nearest one around it."""
        return line_at(self.raw, place) or self.line


@dataclass(frozen=True, slots=True)
class Found:
    """What one look at a file's entry gives: the entry if its shape is right, else its faults."""

    section: str
    name: str
    entry: Entry[Any] | None
    faults: tuple[Fault, ...] = ()


def read_entries(path: Path) -> Iterator[Found]:
    """Read a rule file and check the shape of each of its entries.

    Args:
        path: a regular file.

    Yields:
        One record for each entry, in the file's order, and one without an entry or a name for
        each fault of the file itself.
    """
    tree, faults = read_file(path)
    yield from (Found("", "", None, (found,)) for found in faults)
    for section, value in (tree or {}).items():
        line = tree.lines[section] if tree else 0
        misshapen = _section_fault(section, value)
        if misshapen:
            yield Found("", "", None, (fault(path, line, *misshapen),))
            continue
        for name, item, at in _items(section, value, line):
            yield _check(path, section, (name, item, at))


def _section_fault(section: str, value: object) -> tuple[str, str] | None:
    if section not in KEYS:
        remedy = choice(section, KEYS, "the keys of a file are " + ", ".join(KEYS))
        return f"unknown key {shown(section)}", remedy
    if section in LISTED:
        if not isinstance(value, LocatedList):
            return f"{section} must be a list", LISTED[section]
        if len(value) > MAX_ENTRIES[section]:
            return f"{section} has more than {MAX_ENTRIES[section]} entries", "keep those you need"
    elif not isinstance(value, LocatedDict):
        return f"{section} must be a mapping", "write `name: …` lines, indented alike"
    return None


def _items(section: str, value: object, line: int) -> Iterator[Item]:
    if section == "labels":
        yield section, value, line
    elif isinstance(value, LocatedList):
        for item, at in zip(value, value.lines, strict=True):
            yield _name_of(section, item), item, at
    elif isinstance(value, LocatedDict):
        for name, item in value.items():
            yield name, item, value.lines[name]


def _name_of(section: str, item: object) -> str:
    if section == "rules":
        item = item.get("id") if isinstance(item, LocatedDict) else ""
    return item if isinstance(item, str) else ""


def _check(path: Path, section: str, item: Item) -> Found:
    name, value, line = item
    spec, found = _shape(section, name, value)
    rule = name if section == "rules" else None
    title = f"{TITLES[section]} {shown(name)}: " if section in TITLES else ""
    faults = tuple(
        fault(path, line_at(value, place) or line, title + problem, remedy, rule)
        for place, problem, remedy in found
    )
    entry = None if faults else Entry(name, spec, path, line, value)
    return Found(section, name, entry, faults)


def _shape(section: str, name: str, value: object) -> tuple[Any, list[Complaint]]:
    if section == "rules":
        return _rule_shape(value)
    wrong = _complaints_about(NAMES[section], name)[1] if section in NAMES else []
    if section == "disable":
        return name, wrong
    spec, problems = _complaints_about(VALUES[section], value)
    return spec, wrong + problems


def _rule_shape(value: object) -> tuple[Any, list[Complaint]]:
    if not isinstance(value, LocatedDict):
        return None, [((), f"a rule must be a mapping, not {shown(value)}", LISTED["rules"])]
    kind = value.get("kind")
    if isinstance(kind, str) and kind in RULE_SPECS:
        return _complaints_about(RULE_SPECS[kind], value)
    problem = f"kind is {shown(kind)}" if "kind" in value else "has no 'kind'"
    remedy = choice(str(kind), RULE_SPECS, "write one of " + ", ".join(RULE_SPECS))
    return None, [(("kind",), problem, remedy)]


def _complaints_about(shape: object, value: object) -> tuple[Any, list[Complaint]]:
    model = shape if isinstance(shape, type) and issubclass(shape, BaseModel) else None
    try:
        return _adapter(shape).validate_python(value), []
    except ValidationError as error:
        return None, list(islice(complaints(error, model), MAX_COMPLAINTS))


@cache
def _adapter(shape: object) -> TypeAdapter[Any]:
    return TypeAdapter(cast("Any", shape))
