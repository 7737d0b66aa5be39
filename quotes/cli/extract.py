"""`quotes extract`: the options, checked before any work begins."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.ending import FAILED, ending
from quotes.cli.extraction import STDOUT, TABLE, Job, carry_out
from quotes.cli.options import MAX_SIZE, MEGABYTE, MaxSize
from quotes.errors import LedgerError
from quotes.exports import FORMATS, format_of

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS",
        help="Articles as plain text in UTF-8: files, folders, patterns in quotes such as "
        "'news/**/*.txt', or - for standard input.",
    ),
]
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
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME_OR_PATH",
        help="Any installed spaCy pipeline for English.",
        show_default="en_core_web_sm 3.8.0",
    ),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FOLDER",
        exists=True,
        file_okay=False,
        help="Rules that extend or override the built-in ones; may be repeated.",
    ),
]
All = Annotated[
    bool, typer.Option("--all", help="List what is nobody's speech, too, as kind 'other'.")
]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes",
        "-j",
        metavar="N",
        min=1,
        help="How many processes share the work.",
        show_default="1 for little text, otherwise the machine's cores",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")]


def extract(  # noqa: PLR0913, PLR0917 (a parameter for each option)
    paths: Paths,
    output: Output = STDOUT,
    format_name: FormatName = None,
    model: Model = None,
    rules: Rules = None,
    include_other: All = False,
    processes: Processes = None,
    quiet: Quiet = False,
    max_size: MaxSize = MAX_SIZE,
) -> None:
    """Find the quotes in articles and write the ledger.

    A document that fails is named on standard error, and the others go on.
    """
    _check_output(output, paths)
    job = Job(
        paths=tuple(paths),
        output=output,
        format=_choose_format(output, format_name),
        model=model,
        rules=tuple(rules or ()),
        include_other=include_other,
        processes=processes,
        quiet=quiet,
        limit=max_size * MEGABYTE,
    )
    with ending():
        tally = carry_out(job)
    if tally.failed:
        raise typer.Exit(FAILED)


def _choose_format(output: str, name: str | None) -> str:
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


def _check_output(output: str, paths: list[str]) -> None:
    """Refuse before the work what would fail or do harm after it."""
    target = Path(output)
    problem = ""
    if output == STDOUT:
        return
    if target.is_dir():
        problem = "is a folder; name a file in it"
    elif not target.parent.is_dir():
        problem = f"there is no folder {target.parent}; create it first"
    elif target.exists() and any(Path(p).exists() and target.samefile(p) for p in paths):
        problem = "is one of the articles, which it would replace; name another file"
    if problem:
        raise typer.BadParameter(f"{output}: {problem}", param_hint="--output")
