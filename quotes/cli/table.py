"""The ledger as tables to read on a terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import IO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotes.cli.printable import one_line
from quotes.records import Row
from quotes.workers import Extraction

WIDTH = 100
"""Characters in a line of output that goes to no terminal, unless COLUMNS says otherwise."""

LAYOUT = (
    ("quote", 8, ""),
    ("speaker", 4, "bold"),
    ("title", 4, ""),
    ("cue", 2, "dim"),
    ("rule", 3, "dim"),
)
"""The columns shown: the ledger's name for each, its share of the width and its style."""


def print_tables(extractions: Iterable[Extraction], stream: IO[str]) -> None:
    """Print a table for each document as it comes."""
    console = _console(stream)
    for extraction in extractions:
        console.print(Text(one_line(extraction.document.id), style="bold underline"))
        console.print(_table(extraction.rows) if extraction.rows else "no quotes\n")


class _Console(Console):
    """A console that leaves a broken pipe to the command instead of ending the process."""

    def on_broken_pipe(self) -> None:
        raise  # noqa: PLE0704 (it is called where the error is being handled)


def _console(stream: IO[str]) -> Console:
    """Return a console as wide as the terminal; colours only on one."""
    width = None if stream.isatty() or "COLUMNS" in os.environ else WIDTH
    return _Console(file=stream, width=width, highlight=False, emoji=False, markup=False)


def _table(rows: Iterable[Row]) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    for name, share, style in LAYOUT:
        table.add_column(name, ratio=share, style=style, overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(getattr(row, name) or "—")) for name, _, _ in LAYOUT))
    return table
