"""What goes into a file and how: the choices of its writer, and the rows as they leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from quotes.exports.origin import Origin
from quotes.ledger import Entry, Scale, Unit, rescaled
from quotes.ledger.columns import TEXT, Flaw, build_row, shown
from quotes.records import COLUMNS, Document, Row

OFFSET_UNIT = "offset_unit"
"""A column that stands in the rows of a file whose offsets do not count code points."""
FORMULA_GUARD = "formula_guard"
"""A column that stands in the rows of a file in which text is guarded."""
APOSTROPHE = "apostrophe"
FORMULA_STARTS = frozenset("=+-@\t\r\n'")
"""What a guarded cell may not begin with; the apostrophe itself, so that it can be taken off."""

values_of = attrgetter(*COLUMNS)


class Found(NamedTuple):
    """A document and what was found in it."""

    document: Document | None
    """None where rows are written without their documents."""
    rows: Iterable[Row]


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be written."""

    unit: Unit = Unit.CODEPOINT
    """What its offsets count."""
    guarded: bool = False
    """Whether cells that a spreadsheet could run as a formula begin with an apostrophe."""
    origin: Origin | None = None
    """What made the rows; None if that is not to be told."""


AS_IT_IS = Options()
"""Code points, and no cell altered."""


def columns_of(options: Options) -> tuple[str, ...]:
    """Return the columns of a file in their order."""
    unit = () if options.unit is Unit.CODEPOINT else (OFFSET_UNIT,)
    return (*COLUMNS, *unit, *((FORMULA_GUARD,) if options.guarded else ()))


def rows_of(found: Iterable[Found], unit: Unit) -> Iterator[Row]:
    """Yield every row with its offsets counted in the unit."""
    for document, rows in found:
        if document is None or unit is Unit.CODEPOINT:
            yield from rows
        else:
            scale = Scale(document.text, unit)
            yield from (rescaled(row, scale.of) for row in rows)


def records_of(found: Iterable[Found], options: Options) -> Iterator[tuple[object, ...]]:
    """Yield the values of every row in the order of the file's columns."""
    unit = () if options.unit is Unit.CODEPOINT else (options.unit.value,)
    for row in rows_of(found, options.unit):
        if options.guarded:
            yield (*map(guarded, values_of(row)), *unit, APOSTROPHE)
        else:
            yield (*values_of(row), *unit)


def guarded(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value[:1] in FORMULA_STARTS and value:
        return f"'{value}"
    return value


def entry_of(number: int, line: int, values: Mapping[str, object]) -> Entry:
    """Make an entry of the values read for a row: the guard taken off, the unit told.

    Args:
        number: of the row, from 1.
        line: of the file, from 1.
        values: a value for every column of the ledger, and others beside them.
    """
    unit, flaws = _unit(values.get(OFFSET_UNIT))
    guard = values.get(FORMULA_GUARD)
    if guard == APOSTROPHE:
        values = values | {name: _bare(values[name]) for name in TEXT}  # type: ignore[operator]
    elif guard is not None:
        flaws.append(Flaw(FORMULA_GUARD, f"expected {APOSTROPHE} or nothing, found {shown(guard)}"))
    row, found = build_row(values)
    return Entry(number, line, row, (*flaws, *found), unit)


def _unit(value: object) -> tuple[Unit, list[Flaw]]:
    if value is None:
        return Unit.CODEPOINT, []
    if isinstance(value, str) and value in list(Unit):
        return Unit(value), []
    known = ", ".join(Unit)
    problem = f"expected one of {known} or nothing; found {shown(value)}"
    return Unit.CODEPOINT, [Flaw(OFFSET_UNIT, problem)]


def _bare(value: object) -> object:
    return value[1:] if isinstance(value, str) and value.startswith("'") else value
