"""What each column may hold, derived from the one declaration of the row."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from math import isfinite
from types import UnionType
from typing import NamedTuple, cast, get_type_hints

from quotes.records import COLUMNS, Kind, Row, SpeakerType

PAIRS: tuple[str, ...] = tuple(name for name in COLUMNS if f"{name}_start" in COLUMNS)
"""The columns whose words stand in the document, with their offsets beside them."""

HINTS: Mapping[str, type | UnionType] = {
    name: hint for name, hint in get_type_hints(Row).items() if name in COLUMNS
}
TEXT = frozenset(name for name in COLUMNS if HINTS[name] in (str, str | None))
REQUIRED = frozenset(name for name in COLUMNS if not isinstance(None, HINTS[name]))

REPAIR = "correct the row or extract the ledger again"
SHOWN = 60


class Flaw(NamedTuple):
    """What is wrong in one column of a row."""

    column: str
    problem: str
    remedy: str = REPAIR


def shown(value: object) -> str:
    """Return a value as messages show it: quoted, and cut if it is long."""
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 2]}…{text[-1]}"


def missing_columns(names: Container[str]) -> list[str]:
    """Return the ledger's columns that are not among the names, in their order."""
    return [name for name in COLUMNS if name not in names]


def build_row(values: Mapping[str, object]) -> tuple[Row | None, list[Flaw]]:
    """Make a row of the values read for it, if they are of the right types.

    Args:
        values: a value for every column; columns of other names are ignored.

    Returns:
        the row, None if a value is of the wrong type, and everything wrong with the row
        that shows without its document.
    """
    flaws = [flaw for name in COLUMNS for flaw in _type_flaws(name, values[name])]
    if flaws:
        return None, flaws
    cells = {name: values[name] for name in COLUMNS}
    if cells["confidence"] is not None:
        cells["confidence"] = float(cast(float, cells["confidence"]))
    row = Row(**cells)  # type: ignore[arg-type]  # the types were checked above
    return row, list(row_flaws(row))


def _type_flaws(name: str, value: object) -> Iterator[Flaw]:
    hint = HINTS[name]
    if isinstance(value, hint) and not isinstance(value, bool):
        return
    if isinstance(0.0, hint) and isinstance(value, int) and not isinstance(value, bool):
        return
    yield Flaw(name, f"expected {_wanted(name)}, found {shown(value)}")


def _wanted(name: str) -> str:
    kind = "text" if name in TEXT else "a number" if name == "confidence" else "a whole number"
    return kind if name in REQUIRED else f"{kind} or nothing"


def row_flaws(row: Row) -> Iterator[Flaw]:
    """Find what is wrong with a row by itself, without its document."""
    yield from _vocabulary_flaws(row)
    for name in PAIRS:
        yield from _pair_flaws(row, name)
    yield from _together(row, "speaker", "speaker_type")
    yield from _together(row, "title", "title_rule")
    if row.utterance < 1:
        yield Flaw("utterance", f"expected 1 or more, found {row.utterance}")
    if row.confidence is not None and not (isfinite(row.confidence) and 0 <= row.confidence <= 1):
        yield Flaw("confidence", f"expected 0 to 1, found {row.confidence}")


def _vocabulary_flaws(row: Row) -> Iterator[Flaw]:
    for name, vocabulary in (("kind", Kind), ("speaker_type", SpeakerType)):
        value = getattr(row, name)
        if value is not None and value not in list(vocabulary):
            known = ", ".join(vocabulary)
            yield Flaw(name, f"expected one of {known}; found {shown(value)}")


def _pair_flaws(row: Row, name: str) -> Iterator[Flaw]:
    words, start, end = span_of(row, name)
    if (words is None) != (start is None) or (words is None) != (end is None):
        found = f"{shown(words)} at {start}:{end}"
        yield Flaw(name, f"words and offsets must all be there or all be missing, found {found}")
    elif words is not None and start is not None and end is not None and not 0 <= start < end:
        yield Flaw(name, f"expected offsets 0 ≤ start < end, found {start}:{end}")


def _together(row: Row, one: str, other: str) -> Iterator[Flaw]:
    if (getattr(row, one) is None) != (getattr(row, other) is None):
        found = f"{shown(getattr(row, one))} and {shown(getattr(row, other))}"
        yield Flaw(other, f"must be there exactly if {one} is, found {found}")


def span_of(row: Row, name: str) -> tuple[str | None, int | None, int | None]:
    """Return the words of a column with their offsets."""
    return getattr(row, name), getattr(row, f"{name}_start"), getattr(row, f"{name}_end")
