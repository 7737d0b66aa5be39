"""The options that say how documents are read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.options import MEGABYTE
from quotes.documents import INPUTS, Fields, Reading

Places = Annotated[
    list[Path] | None,
    typer.Option(
        "--documents",
        metavar="PATH",
        exists=True,
        help="A folder or file with the documents, if they are not at the paths that the ledger "
        "names or come from JSON; may be repeated.",
    ),
]
InputName = Annotated[
    str | None,
    typer.Option(
        "--input",
        metavar="FORMAT",
        help=f"What the documents are: {', '.join(INPUTS)}.",
        show_default="what each file ends in; text if that tells nothing",
    ),
]
TextField = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="In JSON, the field with the article as text.", show_default="text"
    ),
]
HtmlField = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="In JSON, the field with the article as HTML.", show_default="html"
    ),
]
IdField = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="In JSON, the field with the document's id.",
        show_default="id; in news items guid, uri or _id",
    ),
]


def reading_of(format: str | None, fields: Fields, max_size: int) -> Reading:
    """Gather what the options say.

    Args:
        format: a name in `INPUTS`, None to go by each file.
        fields: where JSON objects have their ids and texts.
        max_size: the most megabytes of a document.
    """
    if format is not None and format not in INPUTS:
        known = ", ".join(INPUTS)
        raise typer.BadParameter(
            f"no format '{format}'; choose one of: {known}", param_hint="--input"
        )
    return Reading(format, fields, max_size * MEGABYTE)
