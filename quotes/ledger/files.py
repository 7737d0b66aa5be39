"""Ledgers as files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from pathlib import Path

from quotes.errors import LedgerError
from quotes.ledger.atomic import replacing
from quotes.ledger.entries import Entry
from quotes.ledger.formats import format_of
from quotes.records import Row


def write_ledger(
    rows: Iterable[Row], path: str | PathLike[str], *, format: str | None = None
) -> int:
    """Write a ledger, row by row as they come, under its name only when it is complete.

    Args:
        rows: the rows in their order.
        path: the file to write or replace.
        format: a name in `FORMATS`; None for the one of the file's suffix.

    Returns:
        the number of rows.

    Raises:
        LedgerError: the format is unknown or the file cannot be written.
    """
    name = fspath(path)
    chosen = format_of(name, format)
    with replacing(name) as stream:
        return chosen.write(rows, stream)


def read_ledger(path: str | PathLike[str], *, format: str | None = None) -> Iterator[Row]:
    """Read the rows of a ledger, one by one.

    Args:
        path: the file.
        format: a name in `FORMATS`; None for the one of the file's suffix.

    Yields:
        the rows, each whole and sound by itself; `verify` checks them against the documents.

    Raises:
        LedgerError: the file cannot be read, or a row is not as the contract has it.
    """
    name = fspath(path)
    for entry in read_entries(name, format=format):
        if entry.row is None or entry.flaws:
            flaw = entry.flaws[0]
            where = ", ".join(filter(None, (f"{name}: {entry.place}", flaw.column)))
            raise LedgerError(flaw.problem, where=where, remedy=flaw.remedy)
        yield entry.row


def read_entries(path: str, *, format: str | None = None) -> Iterator[Entry]:
    """Read the rows of a ledger, the unsound ones with what is wrong with them.

    Raises:
        LedgerError: the file cannot be read as a ledger at all.
    """
    chosen = format_of(path, format)
    try:
        with Path(path).open("rb") as stream:
            yield from chosen.read(stream, path)
    except OSError as error:
        reason = error.strerror or str(error)
        remedy = "check the path and that you may read it"
        raise LedgerError(f"cannot be read: {reason}", where=path, remedy=remedy) from None
