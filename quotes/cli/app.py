"""The command and its subcommands."""

from __future__ import annotations

import signal
import sys
from io import TextIOWrapper
from types import FrameType
from typing import Annotated

import typer

from quotes import __version__
from quotes.cli.diff import diff
from quotes.cli.explain import explain
from quotes.cli.extract import extract
from quotes.cli.rules import app as rules
from quotes.cli.serve import serve
from quotes.cli.verify import verify

# Rich would cost the start more than everything else; the tables import it when they need it.
app = typer.Typer(
    name="quotes",
    help="Find every direct quote in news articles, its speaker and the speaker's title.",
    epilog="Exit codes: 0 done, 1 something failed and is named, 2 wrong usage.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(extract)
app.command()(verify)
app.command()(diff)
app.command()(explain)
app.command()(serve)
app.add_typer(rules, name="rules")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quotes {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Take the options that stand before a subcommand."""


def main() -> None:
    """Run the command line and exit."""
    signal.signal(signal.SIGTERM, _terminate)
    if isinstance(sys.stdout, TextIOWrapper):
        # A terminal that lacks a character shows its code; CSV and JSON are bytes and unaffected.
        sys.stdout.reconfigure(errors="backslashreplace")
    app(prog_name="quotes")


def _terminate(number: int, _frame: FrameType | None) -> None:
    """End so that unfinished files are removed on the way out."""
    raise SystemExit(128 + number)
