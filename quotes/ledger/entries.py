"""Rows as they come out of a file, each with its place in it."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.ledger.columns import Flaw
from quotes.ledger.units import Unit
from quotes.records import Row


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a ledger's file, readable or not."""

    number: int
    """Number of the row, from 1; a header does not count."""
    line: int
    """Line of the file where the row begins, from 1; 0 for a row that is in no file."""
    row: Row | None
    """None if its values are of the wrong types."""
    flaws: tuple[Flaw, ...] = ()
    """What is wrong with it by itself, without its document."""
    unit: Unit = Unit.CODEPOINT
    """What its offsets count."""
    source: tuple[object, ...] | None = None
    """What it holds in the columns of `SOURCES`; None if it has none of them."""

    @property
    def place(self) -> str:
        """The entry's place in words."""
        return f"row {self.number} (line {self.line})" if self.line else f"row {self.number}"
