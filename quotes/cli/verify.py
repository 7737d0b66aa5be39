"""`quotes verify`: proves a ledger, or names each row that fails."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from quotes.cli.ending import FAILED, ending
from quotes.cli.options import MAX_SIZE, MEGABYTE, MaxSize
from quotes.cli.printable import printable
from quotes.cli.tally import counted
from quotes.documents import STANDARD_INPUT, Source, read
from quotes.errors import DocumentError, LedgerError
from quotes.exports import READABLE, format_of, read_entries, reader_of
from quotes.ledger import Prover

Ledger = Annotated[
    Path, typer.Argument(metavar="LEDGER", exists=True, dir_okay=False, help="The ledger to prove.")
]
Folders = Annotated[
    list[Path] | None,
    typer.Option(
        "--documents",
        metavar="FOLDER",
        exists=True,
        file_okay=False,
        help="Where the documents are if not at the paths that the ledger names; may be repeated.",
    ),
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


def verify(
    ledger: Ledger,
    documents: Folders = None,
    format_name: FormatName = None,
    max_size: MaxSize = MAX_SIZE,
) -> None:
    """Prove a ledger against its documents.

    Every quote, name, title and reporting word must stand at its offsets; each row that fails
    is named with what was expected and what was found.

    Documents are looked for at the paths that the ledger gives, then below each folder.
    """
    try:
        chosen = format_of(str(ledger), format_name)
        reader_of(str(ledger), chosen)
    except LedgerError as error:
        raise typer.BadParameter(str(error), param_hint="--format") from None
    library = Library(documents or [], max_size * MEGABYTE)
    prover = Prover(library.text_of)
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


class Library:
    """Where the documents of a ledger are found again."""

    def __init__(self, folders: Sequence[Path], limit: int) -> None:
        self._folders = folders
        self._limit = limit

    def text_of(self, document: str) -> str:
        """Return the text of a document.

        Raises:
            DocumentError: it is nowhere, or cannot be read.
        """
        if document == STANDARD_INPUT:
            remedy = "save the text in a file and extract it again from there"
            raise DocumentError("came from standard input", where=document, remedy=remedy)
        for path in self._places(document):
            if os.path.isfile(path):  # noqa: PTH113 (never raises, whatever the ledger says)
                return self._read(Source(document, path))
        remedy = "give the folder it is in with --documents"
        raise DocumentError("the document is not found", where=document, remedy=remedy)

    def _places(self, document: str) -> Iterator[Path]:
        """Yield where it may be; a folder may stand for the first parts of its path."""
        yield Path(document)
        parts = PurePosixPath(document).parts
        for folder in self._folders:
            for dropped in range(len(parts)):
                yield folder.joinpath(*parts[dropped:])

    def _read(self, source: Source) -> str:
        for found in read(source, limit=self._limit):
            if isinstance(found, DocumentError):
                raise found
            if found.id == source.id:
                return found.text
        raise DocumentError("the file does not hold this document", where=source.id)
