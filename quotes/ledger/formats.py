"""The table of ledger formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from quotes.errors import LedgerError
from quotes.ledger.csv_format import read_csv, write_csv
from quotes.ledger.entries import Entry
from quotes.ledger.jsonl_format import read_jsonl, write_jsonl
from quotes.records import Row


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a ledger and to read it back."""

    name: str
    """What `--format` calls it; with a dot before it, the suffix of its files."""
    write: Callable[[Iterable[Row], BinaryIO], int]
    """Writes the rows as they come and returns their number."""
    read: Callable[[BinaryIO, str], Iterator[Entry]]
    """Reads the rows as they come; the text is what messages call the file."""


FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format("csv", write_csv, read_csv),
        Format("jsonl", write_jsonl, read_jsonl),
    )
}
"""Every format by its name. A new one is a file and a line here."""


def format_of(path: str, name: str | None = None) -> Format:
    """Return the format of a file: the one named, otherwise the one of its suffix.

    Args:
        path: the file; it need not exist.
        name: a name in `FORMATS`.

    Raises:
        LedgerError: there is no such format, or the suffix names none.
    """
    wanted = name if name is not None else PurePath(path).suffix.lower().removeprefix(".")
    if wanted in FORMATS:
        return FORMATS[wanted]
    known = ", ".join(FORMATS)
    if name is not None:
        raise LedgerError(f"no format '{name}'", where=path, remedy=f"choose one of: {known}")
    remedy = f"give it one of the suffixes .{', .'.join(FORMATS)} or name the format: {known}"
    raise LedgerError("the file's suffix tells no ledger format", where=path, remedy=remedy)
