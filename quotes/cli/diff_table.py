"""The changes between two ledgers as tables to read on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import IO

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from quotes.cli.printable import one_line
from quotes.cli.table import console_for
from quotes.ledger.columns import PAIRS
from quotes.ledger.difference import Change
from quotes.records import Row

LAYOUT = (
    ("", {"width": 7, "style": "bold"}),
    ("quote", {"ratio": 6}),
    ("column", {"width": 15, "style": "dim"}),
    ("A", {"ratio": 4}),
    ("B", {"ratio": 4}),
)
LONGEST = 60
"""Characters of a quote that are shown: enough to know it by."""
NOTHING = "—"
OFFSETS = tuple(f"{name}_{edge}" for name in PAIRS for edge in ("start", "end"))

Line = tuple[str, str, str, str, str]


def print_changes(groups: Mapping[str, Sequence[Change]], stream: IO[str]) -> None:
    """Print a table of changes for each document."""
    console = console_for(stream)
    for document, changes in groups.items():
        console.print(Text(one_line(document), style="bold underline"))
        console.print(_table(changes))


def _table(changes: Sequence[Change]) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    for name, shape in LAYOUT:
        table.add_column(name, overflow="fold", **shape)
    for change in changes:
        for line in _lines(change):
            table.add_row(*(Text(one_line(words)) for words in line))
    return table


def _lines(change: Change) -> Iterator[Line]:
    """Yield a line for each altered column; for a row that is new or gone, its speaker."""
    head = ("altered" if change.columns else "lost" if change.before else "added", _quoted(change))
    for name in _worth_a_line(change):
        yield *head, name, _shown(change.before, name), _shown(change.after, name)
        head = ("", "")


def _quoted(change: Change) -> str:
    words = one_line(change.row.quote)
    return f"“{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”"


def _worth_a_line(change: Change) -> Iterator[str]:
    """Yield the columns to show: offsets only where the words stayed what they were."""
    if not change.columns:
        yield "speaker"
    for name in change.columns:
        words = name.rpartition("_")[0] if name in OFFSETS else ""
        if words not in change.columns:
            yield name


def _shown(row: Row | None, name: str) -> str:
    value = getattr(row, name) if row else None
    return NOTHING if value is None else str(value)
