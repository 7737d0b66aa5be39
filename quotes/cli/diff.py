"""`quotes diff`: what a change of rules, of the model or of the program changed in a ledger."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.ending import FAILED, USAGE, ending, report
from quotes.cli.input import Places
from quotes.cli.options import MAX_SIZE, MEGABYTE, MaxSize
from quotes.cli.tally import counted
from quotes.documents import Library, Reading
from quotes.errors import QuotesError
from quotes.exports import FORMATS, READABLE, format_of, read_ledger
from quotes.ledger.difference import Change, Difference, compare


class Output(StrEnum):
    """How the differences are shown."""

    TABLE = "table"
    JSON = "json"


Before = Annotated[Path, typer.Argument(metavar="A", exists=True, dir_okay=False, help="A ledger.")]
After = Annotated[
    Path, typer.Argument(metavar="B", exists=True, dir_okay=False, help="The ledger made later.")
]
FormatName = Annotated[
    str, typer.Option("--format", metavar="NAME", help=f"One of {', '.join(Output)}.")
]


def diff(
    before: Before,
    after: After,
    format_name: FormatName = Output.TABLE,
    documents: Places = None,
    max_size: MaxSize = MAX_SIZE,
) -> None:
    """Show which rows of ledger A are lost, altered or added in ledger B.

    A row is the same one if its quote stands at the same place of the same document. The
    documents are needed only where offsets do not count code points.

    Exit codes: 0 the ledgers are the same, 1 they differ, 2 they cannot be compared.
    """
    _check(format_name, before, after)
    library = Library(documents or [], Reading(limit=max_size * MEGABYTE))
    with ending():
        try:
            rows = [read_ledger(path, documents=library.text_of) for path in (before, after)]
            found = compare(*rows)
        except QuotesError as error:
            report(error)
            raise typer.Exit(USAGE) from None
        if format_name == Output.JSON:
            typer.echo(json.dumps(as_json(found), indent=2, ensure_ascii=False))
        else:
            _print(found)
    if found.changes:
        raise typer.Exit(FAILED)


def _check(format_name: str, *ledgers: Path) -> None:
    """Refuse what is wrong usage before any ledger is read."""
    if format_name not in list(Output):
        known = ", ".join(Output)
        raise typer.BadParameter(
            f"no format '{format_name}'; choose one of: {known}", param_hint="--format"
        )
    for hint, path in zip("AB", ledgers, strict=True):
        try:
            readable = format_of(str(path)).name in READABLE
        except QuotesError:
            readable = False
        if not readable:
            known = ", ".join(suffix for name in READABLE for suffix in FORMATS[name].suffixes)
            raise typer.BadParameter(
                f"{path}: the file's suffix tells no ledger format; give it one of: {known}",
                param_hint=hint,
            )


def as_json(found: Difference) -> dict[str, object]:
    """Return the differences as JSON has them: rows whole, altered ones by column."""
    return {
        "same": found.same,
        "added": [asdict(change.row) for change in found.added],
        "lost": [asdict(change.row) for change in found.lost],
        "altered": [_altered(change) for change in found.altered],
    }


def _altered(change: Change) -> dict[str, object]:
    row = change.row
    columns = {
        name: {"before": getattr(change.before, name), "after": getattr(change.after, name)}
        for name in change.columns
    }
    place = {"document": row.document, "quote_start": row.quote_start, "quote_end": row.quote_end}
    return {**place, "quote": row.quote, "columns": columns}


def summary(found: Difference) -> str:
    """Return the numbers of rows in a sentence."""
    if not found.changes:
        return f"the ledgers are the same: {counted(found.same, 'row')}"
    numbers = (
        f"{len(group):,} {verb}"
        for group, verb in (
            (found.added, "added"),
            (found.lost, "lost"),
            (found.altered, "altered"),
        )
    )
    return f"rows: {', '.join(numbers)}, {found.same:,} the same"


def _print(found: Difference) -> None:
    if found.changes:
        from quotes.cli.diff_table import print_changes

        print_changes(_by_document(found.changes), sys.stdout)
    typer.echo(summary(found))


def _by_document(changes: Sequence[Change]) -> dict[str, list[Change]]:
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(change.row.document, []).append(change)
    return groups
