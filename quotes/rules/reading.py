"""Reading YAML as rules need it: plain values with their line numbers, and nothing else.

The format is a small part of YAML. Anchors, aliases, tags and several documents in one file are
refused, as are files too large or too deep, so that a hostile file costs no more than an honest
one. Only `true`, `false`, `null` and numbers are read as other than text: a word list may hold
`no` and `on` as they are.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from quotes.rules.faults import Fault, fault, shown

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_REPEATED = 100
"""Keys standing twice in a file that are named."""
PLAIN: dict[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
NUMBER_START = frozenset("-+0123456789")


class LocatedDict(dict[str, Any]):
    """A mapping that knows its lines."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class LocatedList(list[Any]):
    """A list that knows its lines."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


def line_at(value: object, path: tuple[str | int, ...]) -> int:
    """Return the line of the deepest value on a path that exists, 1-based, or 0."""
    line = getattr(value, "line", 0)
    for key in path:
        if isinstance(value, LocatedDict) and key in value:
            line = value.lines[str(key)]
            value = value[str(key)]
        elif isinstance(value, LocatedList) and isinstance(key, int) and key < len(value):
            line = value.lines[key]
            value = value[key]
        else:
            break
    return line


class _Mark(Protocol):
    line: int


class _Event(Protocol):
    """What the parser's events have; not every kind has all of it."""

    start_mark: _Mark
    anchor: str | None
    tag: str | None
    implicit: tuple[bool, bool]
    value: str


class _RefusalError(Exception):
    """Ends the reading of a file with its one fault."""

    def __init__(self, line: int, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.line, self.problem, self.remedy = line, problem, remedy


def read_file(path: Path) -> tuple[LocatedDict | None, list[Fault]]:
    """Read one YAML file.

    Args:
        path: a regular file.

    Returns:
        Its mapping, or None where it holds none, and its faults. A file that is refused has
        one fault; duplicate keys, of which the first is kept, have one each.
    """
    try:
        tree, repeated = _read(path)
    except _RefusalError as refusal:
        return None, [fault(path, refusal.line, refusal.problem, refusal.remedy)]
    faults = [
        fault(
            path,
            line,
            f"the key {shown(key)} stands twice in one mapping, first in line {first}",
            "keep one of them",
            _rule_at(tree, line),
        )
        for key, line, first in repeated
    ]
    return tree, faults


def _read(path: Path) -> tuple[LocatedDict | None, list[tuple[str, int, int]]]:
    composer = _Composer(_text(path))
    tree = composer.document()
    if tree is None or isinstance(tree, LocatedDict):
        return tree, composer.repeated
    raise _RefusalError(1, "the file is not a mapping", "begin with a key such as `rules:`")


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise _RefusalError(0, f"the file cannot be read: {reason}", "check it") from error
    if len(data) > MAX_BYTES:
        raise _RefusalError(0, "the file is larger than 1 MB", "split it into several files")
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise _RefusalError(line, "there is a NUL byte", "save the file as UTF-8 text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _RefusalError(line, "the text is not UTF-8", "save the file as UTF-8") from error


def _rule_at(tree: LocatedDict | None, line: int) -> str | None:
    """Return the id of the rule that a line belongs to."""
    rules = tree.get("rules") if tree else None
    if tree is None or not isinstance(rules, LocatedList):
        return None
    later = [at for at in tree.lines.values() if at > rules.line]
    bounds = [*rules.lines, min(later, default=line + 1)]
    for rule, (first, end) in zip(rules, pairwise(bounds), strict=True):
        if first <= line < end and isinstance(rule, LocatedDict):
            return str(rule.get("id") or "") or None
    return None


class _Composer:
    """Builds plain values from the parser's events, one event at a time."""

    def __init__(self, text: str) -> None:
        import yaml

        self._yaml = yaml
        self._loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        self._lines = len(text.splitlines())
        self.repeated: list[tuple[str, int, int]] = []
        """Key, line and first line of each key that stands twice in a mapping."""

    def document(self) -> object:
        """Return the value of the only document, None if there is none."""
        try:
            return self._document()
        except self._yaml.MarkedYAMLError as error:
            raise self._not_yaml(error) from error
        except self._yaml.YAMLError as error:
            reason = getattr(error, "reason", "")
            raise _RefusalError(0, f"this is not YAML: {reason}", MEND) from error

    def _not_yaml(self, error: MarkedYAMLError) -> _RefusalError:
        problem = f"this is not YAML: {error.problem}"
        if error.context and error.context_mark:
            problem += f" {error.context} that begins in line {error.context_mark.line + 1}"
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        return _RefusalError(min(line, self._lines), problem, MEND)

    def _document(self) -> object:
        yaml = self._yaml
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        value = self._value(self._next(), 1)
        self._next()
        end = self._next()
        if not isinstance(end, yaml.StreamEndEvent):
            raise _RefusalError(
                _line(end),
                "a second document begins",
                "remove the line `---` or move what follows into a file of its own",
            )
        return value

    def _next(self) -> _Event:
        event: _Event = self._loader.get_event()
        return event

    def _value(self, event: _Event, depth: int) -> object:
        yaml = self._yaml
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor is not None:
            raise _RefusalError(
                _line(event),
                f"anchors and aliases (&{event.anchor}, *{event.anchor}) are not allowed",
                "write the words out, or name a word list; put text that begins with & or *"
                " in quotation marks",
            )
        if event.tag is not None:
            raise _RefusalError(
                _line(event),
                f"the tag {shown(event.tag)} is not allowed",
                "write the plain value; put text that begins with ! in quotation marks",
            )
        if kind is yaml.ScalarEvent:
            return _plain(event.value) if event.implicit[0] else event.value
        if depth > MAX_DEPTH:
            raise _RefusalError(
                _line(event), f"the nesting is deeper than {MAX_DEPTH}", "flatten it"
            )
        return (
            self._mapping(event, depth)
            if kind is yaml.MappingStartEvent
            else self._list(event, depth)
        )

    def _list(self, event: _Event, depth: int) -> LocatedList:
        end, found = self._yaml.SequenceEndEvent, LocatedList(_line(event))
        while not isinstance(item := self._next(), end):
            found.lines.append(_line(item))
            found.append(self._value(item, depth + 1))
        return found

    def _mapping(self, event: _Event, depth: int) -> LocatedDict:
        yaml = self._yaml
        found = LocatedDict(_line(event))
        while not isinstance(item := self._next(), yaml.MappingEndEvent):
            line = _line(item)
            if type(item) is not yaml.ScalarEvent or item.anchor or item.tag:
                raise _RefusalError(line, "a key is not plain text", "write a word as the key")
            value = self._value(self._next(), depth + 1)
            if item.value in found:
                if len(self.repeated) < MAX_REPEATED:
                    self.repeated.append((item.value, line, found.lines[item.value]))
            else:
                found[item.value] = value
                found.lines[item.value] = line
        return found


MEND = "look for a missing quotation mark, colon or bracket, or for uneven indentation"


def _line(event: _Event) -> int:
    return event.start_mark.line + 1


def _plain(text: str) -> object:
    if text in PLAIN:
        return PLAIN[text]
    if text[0] in NUMBER_START:
        if INTEGER.fullmatch(text):
            return int(text)
        if DECIMAL.fullmatch(text):
            return float(text)
    return text
