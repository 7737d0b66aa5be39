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
    (0, "quote", {"ratio": 7}),
    (0, "speaker", {"ratio": 4, "style": "bold"}),
    (0, "title", {"ratio": 4}),
    (60, "cue", {"width": 9, "style": "dim"}),
    (75, "rule", {"width": 20, "style": "dim"}),
)
"""The columns: the width of line that each needs to be shown at all, its name, its shape."""


def print_tables(extractions: Iterable[Extraction], stream: IO[str]) -> None:
    """Print a table for each document as it comes."""
    console = console_for(stream)
    for extraction in extractions:
        console.print(Text(one_line(extraction.document.id), style="bold underline"))
        console.print(_table(extraction.rows, console.width) if extraction.rows else "no quotes\n")


class _Console(Console):
    """A console that leaves a broken pipe to the command instead of ending the process."""

    def on_broken_pipe(self) -> None:
        raise  # noqa: PLE0704 (it is called where the error is being handled)


def console_for(stream: IO[str]) -> Console:
    """Return a console as wide as the terminal; colours only on one."""
    width = None if stream.isatty() or "COLUMNS" in os.environ else WIDTH
    return _Console(file=stream, width=width, highlight=False, emoji=False, markup=False)


def _table(rows: Iterable[Row], width: int) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    layout = [(name, shape) for least, name, shape in LAYOUT if width >= least]
    for name, shape in layout:
        table.add_column(name, overflow="fold", **shape)
    for row in rows:
        # The marks show where each quote begins, however its lines are broken.
        shown = {name: getattr(row, name) or "—" for name, _ in layout}
        shown["quote"] = f"“{row.quote}”"
        table.add_row(*(Text(one_line(words)) for words in shown.values()))
    return table
