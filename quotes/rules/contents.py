"""What a folder of rules holds, over all its files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quotes.rules.entries import Entry, Found, read_entries
from quotes.rules.faults import Fault, fault
from quotes.rules.schema import AnyRule, ListSpec, ModelLabels

SUFFIXES = (".yml", ".yaml")
MAX_FILES = 500
MAX_FOLDER_BYTES = 10_000_000
MAX_FAULTS = 200
"""Faults of one file that are named; a file with more is not read further."""


@dataclass(slots=True)
class Contents:
    """All that the files of one folder define, in the order of their paths."""

    folder: Path
    rules: list[Entry[AnyRule]] = field(default_factory=list)
    lists: list[Entry[ListSpec]] = field(default_factory=list)
    tags: list[Entry[list[str]]] = field(default_factory=list)
    irregular: list[Entry[list[str]]] = field(default_factory=list)
    disable: list[Entry[str]] = field(default_factory=list)
    labels: list[Entry[ModelLabels]] = field(default_factory=list)
    measured: list[Entry[list[int]]] = field(default_factory=list)
    named: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By section the names of all entries, of the faulty ones too: what may be referred to."""
    faults: list[Fault] = field(default_factory=list)


def read_folder(folder: Path) -> Contents:
    """Read all rule files of a folder and below, or one file.

    Args:
        folder: a folder with `.yml` or `.yaml` files, or one such file.

    Returns:
        The entries that have the right shape, and the faults of the others.
    """
    contents = Contents(folder)
    for path in _files(folder, contents.faults):
        contents.faults += _read_into(contents, path)
    for section in (contents.rules, contents.tags):
        contents.faults += _repeated(section)
    contents.faults += _repeated([part for part in contents.lists if not part.spec.extends])
    return contents


def _files(folder: Path, faults: list[Fault]) -> list[Path]:
    if not folder.exists():
        faults.append(fault(folder, 0, "there is no such file or folder", "check the path"))
        return []
    found: list[Path] = []
    size = 0
    for path in _rule_files(folder):
        found.append(path)
        size += path.stat().st_size
        if len(found) > MAX_FILES or size > MAX_FOLDER_BYTES:
            problem = f"there are more than {MAX_FILES} rule files or 10 MB of them"
            faults.append(fault(folder, 0, problem, "name a folder that holds only rules"))
            return []
    if not found:
        remedy = "check the path, or put a file of rules there"
        faults.append(fault(folder, 0, "there is no rule file (.yml or .yaml)", remedy))
    return sorted(found)


def _rule_files(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
        return
    for path in folder.rglob("*"):
        if path.suffix in SUFFIXES and path.is_file():
            yield path


def _read_into(contents: Contents, path: Path) -> list[Fault]:
    faults: list[Fault] = []
    for found in read_entries(path):
        _take(contents, found)
        faults += found.faults
        if len(faults) > MAX_FAULTS:
            problem = f"there are more than {MAX_FAULTS} faults in this file"
            return [*faults[:MAX_FAULTS], fault(path, 0, problem, "mend those named first")]
    return faults


def _take(contents: Contents, found: Found) -> None:
    if found.name:
        contents.named[found.section].add(found.name)
    if found.entry is not None:
        getattr(contents, found.section).append(found.entry)


def _repeated(entries: list[Any]) -> Iterator[Fault]:
    first: dict[str, Entry[Any]] = {}
    for entry in entries:
        earlier = first.setdefault(entry.name, entry)
        if earlier is not entry:
            yield fault(
                entry.path,
                entry.line,
                f"{entry.name!r} is already defined in {earlier.path}:{earlier.line}",
                "give it a name of its own, or remove one of the two",
            )
