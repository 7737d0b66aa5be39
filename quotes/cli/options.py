"""Options that several subcommands have."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.documents import MAX_BYTES

MEGABYTE = 1_000_000
MAX_SIZE = MAX_BYTES // MEGABYTE

MaxSize = Annotated[int, typer.Option(metavar="MB", min=1, help="The largest document to read.")]
