"""How the command ends: failures as messages and exit codes, never as tracebacks."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from quotes.cli.printable import printable
from quotes.cli.progress import say
from quotes.errors import ModelError, QuotesError, RuleError

FAILED = 1
USAGE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


def report(error: QuotesError) -> None:
    """Name a failure on standard error."""
    say(f"quotes: error: {printable(str(error))}")


@contextmanager
def ending() -> Iterator[None]:
    """Turn what ends the work early into a message and an exit code."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has enough. The interpreter's last flush must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None
    except KeyboardInterrupt:
        typer.echo("quotes: interrupted", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except (ModelError, RuleError) as error:
        report(error)
        raise typer.Exit(USAGE) from None
    except QuotesError as error:
        report(error)
        raise typer.Exit(FAILED) from None
