"""What goes into a file and how: the choices of its writer, and the rows as they leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from operator import attrgetter
from types import UnionType
from typing import NamedTuple

from quotes.exports.origin import Origin
from quotes.ledger import Entry, Scale, Unit, rescaled
from quotes.ledger.columns import HINTS, TEXT, Flaw, build_row, shown
from quotes.ledger.sources import SOURCES, source_cells
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
    sourced: bool = False
    """Whether the rows say where their quotes stand in what the documents are from."""


AS_IT_IS = Options()
"""Code points, and no cell altered."""


def making_of(options: Options) -> dict[str, str]:
    """Return what is to be known of a whole file: what its offsets count and what made it."""
    told = {} if options.origin is None else asdict(options.origin)
    return {"offsetUnit": options.unit.value} | told


def columns_of(options: Options) -> tuple[str, ...]:
    """Return the columns of a file in their order."""
    unit = () if options.unit is Unit.CODEPOINT else (OFFSET_UNIT,)
    guard = (FORMULA_GUARD,) if options.guarded else ()
    return (*COLUMNS, *(SOURCES if options.sourced else ()), *unit, *guard)


def hint_of(column: str) -> type | UnionType:
    """Return what a column holds: text or numbers, or nothing."""
    return HINTS.get(column) or SOURCES.get(column, str)


def records_of(found: Iterable[Found], options: Options) -> Iterator[tuple[object, ...]]:
    """Yield the values of every row in the order of the file's columns."""
    for document, rows in found:
        wide = document is not None and options.unit is not Unit.CODEPOINT
        scale = Scale(document.text, options.unit) if document and wide else None
        for row in rows:
            values = values_of(rescaled(row, scale.of) if scale else row)
            yield (
                *(map(guarded, values) if options.guarded else values),
                *(source_cells(document, row) if options.sourced else ()),
                *(() if options.unit is Unit.CODEPOINT else (options.unit.value,)),
                *((APOSTROPHE,) if options.guarded else ()),
            )


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
    source = tuple(map(values.get, SOURCES)) if SOURCES.keys() <= values.keys() else None
    return Entry(number, line, row, (*flaws, *found), unit, source)


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
