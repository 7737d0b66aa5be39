"""`quotes extract`: the options, checked before any work begins."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.ending import FAILED, ending
from quotes.cli.extraction import Job, carry_out
from quotes.cli.input import HtmlField, IdField, InputName, TextField, reading_of
from quotes.cli.options import MAX_SIZE, MaxSize
from quotes.cli.output import (
    STDOUT,
    Csvw,
    Excel,
    FormatName,
    OffsetUnit,
    Output,
    SourceOffsets,
    check_output,
    choose,
    with_sources,
)
from quotes.cli.settings import Model, Rules
from quotes.documents import Fields

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS",
        help="Articles as text, HTML or JSON in UTF-8: files, folders, patterns in quotes such as "
        "'news/**/*.txt', or - for standard input.",
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
    input_name: InputName = None,
    text_field: TextField = None,
    html_field: HtmlField = None,
    id_field: IdField = None,
    output: Output = STDOUT,
    format_name: FormatName = None,
    excel: Excel = False,
    csvw: Csvw = False,
    offset_unit: OffsetUnit = None,
    source_offsets: SourceOffsets = False,
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
    check_output(output, paths)
    choice = choose(output, format_name, excel, csvw, offset_unit)
    choice = with_sources(choice, source_offsets)
    job = Job(
        paths=tuple(paths),
        output=output,
        choice=choice,
        model=model,
        rules=tuple(rules or ()),
        include_other=include_other,
        processes=processes,
        quiet=quiet,
        reading=reading_of(input_name, Fields(text_field, html_field, id_field), max_size),
    )
    with ending():
        tally = carry_out(job)
    if tally.failed:
        raise typer.Exit(FAILED)
