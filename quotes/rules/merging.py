"""Several folders of rules made one: the later folder has the last word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.rules.contents import Contents
from quotes.rules.entries import Entry
from quotes.rules.faults import Fault, choice, fault
from quotes.rules.schema import AnyRule, ListSpec, ModelLabels


@dataclass(slots=True)
class Library:
    """What all folders together define, each name once."""

    rules: list[Entry[AnyRule]] = field(default_factory=list)
    """In the order of folders, files and lines; an id twice only where one folder has it twice."""
    lists: dict[str, list[Entry[ListSpec]]] = field(default_factory=dict)
    """By name the parts that make up a list, the first one first."""
    tags: dict[str, Entry[list[str]]] = field(default_factory=dict)
    irregular: dict[str, list[str]] = field(default_factory=dict)
    labels: ModelLabels | None = None
    measured: dict[str, tuple[int, int]] = field(default_factory=dict)
    named: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By section all names ever defined, those of faulty and disabled entries too."""
    faults: list[Fault] = field(default_factory=list)


def merge(folders: Sequence[Contents]) -> Library:
    """Merge folders of rules, the later over the earlier.

    A rule replaces the earlier one of its id wholly, a tag set and a list the one of its name; a
    list that extends adds to it. `disable` switches off rules of the folders before.
    """
    library = Library()
    for contents in folders:
        library.faults += contents.faults
        _make_way(library, contents)
        for section, names in contents.named.items():
            library.named[section] |= names
        _add_rules(library, contents)
        _add_lists(library, contents)
        _add_words(library, contents)
    return library


def _make_way(library: Library, contents: Contents) -> None:
    """Drop the rules that a folder switches off or replaces."""
    for entry in contents.disable:
        if entry.name not in library.named["rules"]:
            remedy = choice(
                entry.name, library.named["rules"], "see `quotes rules list` for the ids there are"
            )
            problem = f"disable names {entry.name!r}, but no folder before has that rule"
            library.faults.append(fault(entry.path, entry.line, problem, remedy))
    off = {entry.name for entry in contents.disable} | {rule.name for rule in contents.rules}
    library.rules = [rule for rule in library.rules if rule.name not in off]
    # A measurement belongs to the rule it was made with, not to the one that replaces it.
    library.measured = {id_: of for id_, of in library.measured.items() if id_ not in off}


def _add_rules(library: Library, contents: Contents) -> None:
    library.rules += contents.rules
    for entry in contents.measured:
        right, total = entry.spec
        if right > total:
            problem = f"measured {entry.name!r} says {right} right of {total}"
            remedy = "measure again instead of writing the numbers by hand"
            library.faults.append(fault(entry.path, entry.line, problem, remedy))
        library.measured[entry.name] = (right, total)


def _add_lists(library: Library, contents: Contents) -> None:
    own = [part for part in contents.lists if not part.spec.extends]
    for part in own:
        library.lists[part.name] = [part]
    for part in contents.lists:
        if not part.spec.extends:
            continue
        if part.name not in library.lists:
            problem = f"list {part.name!r} extends a list that is not there"
            remedy = choice(
                part.name, library.lists, "remove `extends: true` to make it a new list"
            )
            library.faults.append(fault(part.path, part.line, problem, remedy))
        library.lists.setdefault(part.name, []).append(part)


def _add_words(library: Library, contents: Contents) -> None:
    for tags in contents.tags:
        library.tags[tags.name] = tags
    for labels in contents.labels:
        library.labels = labels.spec
    forms: dict[str, list[str]] = {}
    for entry in contents.irregular:
        forms.setdefault(entry.name, []).extend(entry.spec)
    library.irregular.update(forms)
