"""Where the ledger goes and how it is written: the choices of `quotes extract`, checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from quotes.documents import Source, expand
from quotes.errors import LedgerError
from quotes.exports import FORMATS, format_of
from quotes.ledger import Unit

STDOUT = "-"
TABLE = "table"
CSV = "csv"
SOURCED = ("csv", "jsonl", "parquet")
"""The formats whose rows have columns."""

Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write; FILE appears only when it is complete.",
        show_default="standard output",
    ),
]
FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help=f"One of {', '.join((TABLE, *FORMATS))}.",
        show_default="what FILE ends in; on standard output a table",
    ),
]
Excel = Annotated[
    bool,
    typer.Option(
        "--excel", help="CSV for spreadsheets: a byte order mark, and no cell runs as a formula."
    ),
]
Csvw = Annotated[
    bool,
    typer.Option("--csvw", help="Describe the CSV beside it, in FILE-metadata.json (CSVW)."),
]
OffsetUnit = Annotated[
    Unit | None,
    typer.Option(
        "--offset-unit",
        metavar="UNIT",
        help=f"What offsets count: {', '.join(Unit)}.",
        show_default="the format's own, mostly codepoint",
    ),
]
SourceOffsets = Annotated[
    bool,
    typer.Option(
        "--source-offsets", help="Add where each quote stands in its HTML file or JSON string."
    ),
]


class Choice(NamedTuple):
    """How the ledger is to be written."""

    format: str
    """`table` or a name in `FORMATS`."""
    unit: Unit
    guarded: bool
    described: bool
    """Whether a description is to stand beside the file."""
    sourced: bool = False
    """Whether rows say where their quotes stand in what the documents are from."""


def choose(output: str, name: str | None, excel: bool, csvw: bool, unit: Unit | None) -> Choice:
    """Find out how to write.

    Args:
        output: a path, or `-` for standard output.
        name: the format that was asked for, None for none.
        excel: whether the CSV is for spreadsheets.
        csvw: whether a description was asked for.
        unit: what offsets shall count, None for what is usual.

    Raises:
        BadParameter: the choices do not go together.
    """
    format = _format(output, CSV if excel and name is None and output == STDOUT else name)
    is_file = output != STDOUT
    if excel and format != CSV:
        raise typer.BadParameter(
            f"writes CSV, not {format}; leave it out, or name a file that ends in .csv",
            param_hint="--excel",
        )
    if csvw and not (format == CSV and is_file):
        raise typer.BadParameter(
            "describes a CSV beside it; write one to a file with -o", param_hint="--csvw"
        )
    counted = _unit(format, unit)
    special = excel or counted is not Unit.CODEPOINT
    return Choice(format, counted, excel, csvw or (format == CSV and is_file and special))


def with_sources(choice: Choice, wanted: bool) -> Choice:
    """Add the choice of source offsets, which count code points and nothing else.

    Raises:
        BadParameter: the format has no columns for them, or the unit is another.
    """
    if wanted and choice.format not in SOURCED:
        known = ", ".join(SOURCED)
        raise typer.BadParameter(
            f"{choice.format} has no columns for them; choose one of: {known}",
            param_hint="--source-offsets",
        )
    if wanted and choice.unit is not Unit.CODEPOINT:
        raise typer.BadParameter(
            f"count code points, not {choice.unit}; leave --offset-unit out",
            param_hint="--source-offsets",
        )
    return choice._replace(sourced=wanted)


def _format(output: str, name: str | None) -> str:
    known = (TABLE, *FORMATS)
    if name is not None and name not in known:
        raise typer.BadParameter(
            f"no format '{name}'; choose one of: {', '.join(known)}", param_hint="--format"
        )
    if name is not None or output == STDOUT:
        return name or TABLE
    try:
        return format_of(output).name
    except LedgerError as error:
        raise typer.BadParameter(str(error), param_hint="--output") from None


def _unit(format: str, unit: Unit | None) -> Unit:
    """Return what offsets will count: what was asked for, if the format allows it."""
    units = FORMATS[format].units if format in FORMATS else ()
    if unit is None:
        return units[0] if units else Unit.CODEPOINT
    if unit in units:
        return unit
    counts = f"counts {' or '.join(units)}" if units else "shows no offsets"
    raise typer.BadParameter(f"{format} {counts}; leave it out", param_hint="--offset-unit")


def _files(paths: list[str]) -> Iterator[Path]:
    for source in expand(paths):
        if isinstance(source, Source) and source.path and source.path.exists():
            yield source.path


def check_output(output: str, paths: list[str]) -> None:
    """Refuse before the work what would fail or do harm after it.

    Raises:
        BadParameter: the file cannot be written there.
    """
    target = Path(output)
    problem = ""
    if output == STDOUT:
        return
    if target.is_dir():
        problem = "is a folder; name a file in it"
    elif not target.parent.is_dir():
        problem = f"there is no folder {target.parent}; create it first"
    elif target.exists() and any(target.samefile(path) for path in _files(paths)):
        problem = "is one of the articles, which it would replace; name another file"
    if problem:
        raise typer.BadParameter(f"{output}: {problem}", param_hint="--output")
