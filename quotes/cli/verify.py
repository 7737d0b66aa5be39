"""`quotes verify`: proves a ledger, or names each row that fails."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.ending import FAILED, ending
from quotes.cli.input import HtmlField, IdField, InputName, Places, TextField, reading_of
from quotes.cli.options import MAX_SIZE, MaxSize
from quotes.cli.printable import printable
from quotes.cli.tally import counted
from quotes.documents import Fields, Library
from quotes.errors import LedgerError
from quotes.exports import READABLE, format_of, read_entries, reader_of
from quotes.ledger import Prover

Ledger = Annotated[
    Path, typer.Argument(metavar="LEDGER", exists=True, dir_okay=False, help="The ledger to prove.")
]
FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help=f"One of {', '.join(READABLE)}.",
        show_default="what LEDGER ends in",
    ),
]


def verify(  # noqa: PLR0913, PLR0917 (a parameter for each option)
    ledger: Ledger,
    documents: Places = None,
    input_name: InputName = None,
    text_field: TextField = None,
    html_field: HtmlField = None,
    id_field: IdField = None,
    format_name: FormatName = None,
    max_size: MaxSize = MAX_SIZE,
) -> None:
    """Prove a ledger against its documents.

    Every quote, name, title and reporting word must stand at its offsets; each row that fails
    is named with what was expected and what was found.

    Documents are looked for at the paths that the ledger gives, then below each folder; those
    with ids of their own in the JSON files given with --documents.
    """
    try:
        chosen = format_of(str(ledger), format_name)
        reader_of(str(ledger), chosen)
    except LedgerError as error:
        raise typer.BadParameter(str(error), param_hint="--format") from None
    reading = reading_of(input_name, Fields(text_field, html_field, id_field), max_size)
    prover = Prover(Library(documents or [], reading).find)
    with ending():
        for entry in read_entries(str(ledger), format=chosen.name):
            for fault in prover.prove(entry):
                typer.echo(printable(f"{ledger}: {fault}"))
        typer.echo(f"{ledger}: {_verdict(prover)}")
    if prover.failed:
        raise typer.Exit(FAILED)


def _verdict(prover: Prover) -> str:
    if prover.failed:
        return f"{prover.failed:,} of {counted(prover.rows, 'row')} failed"
    documents = counted(len(prover.documents), "document")
    return f"{counted(prover.rows, 'row')} proved against {documents}"
