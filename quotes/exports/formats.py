"""The table of formats in which a ledger leaves and comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from quotes.errors import LedgerError
from quotes.exports.csv_format import read_csv, write_csv
from quotes.exports.html_page import write_html
from quotes.exports.hypothesis_import import read_hypothesis, write_hypothesis
from quotes.exports.jsonl_format import read_jsonl, write_jsonl
from quotes.exports.layout import Found, Options
from quotes.exports.ninjs import read_ninjs, write_ninjs
from quotes.exports.parquet_format import read_parquet, write_parquet
from quotes.exports.web_annotation import read_web_annotations, write_web_annotations
from quotes.ledger import Entry, Unit


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a ledger and to read it back."""

    name: str
    """What `--format` calls it."""
    suffixes: tuple[str, ...]
    """The endings of its files, in lower case."""
    write: Callable[[Iterable[Found], BinaryIO, Options], int]
    """Writes the rows as they come and returns their number."""
    read: Callable[[BinaryIO, str], Iterator[Entry]] | None
    """Reads the rows as they come; the text is what messages call the file. None if it cannot."""
    needs_text: bool = False
    """Whether it is written from the documents and not from their rows alone."""
    units: tuple[Unit, ...] = tuple(Unit)
    """What its offsets may count, the usual unit first."""


FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format("csv", (".csv",), write_csv, read_csv),
        Format("jsonl", (".jsonl", ".ndjson"), write_jsonl, read_jsonl),
        Format("parquet", (".parquet",), write_parquet, read_parquet),
        Format(
            "webannotation",
            (".jsonld",),
            write_web_annotations,
            read_web_annotations,
            needs_text=True,
            units=(Unit.CODEPOINT,),
        ),
        Format(
            "hypothesis",
            (".hypothesis.json",),
            write_hypothesis,
            read_hypothesis,
            needs_text=True,
            units=(Unit.UTF16,),
        ),
        Format("ninjs", (".ninjs.json", ".ninjs.jsonl"), write_ninjs, read_ninjs, needs_text=True),
        Format("html", (".html", ".htm"), write_html, None, needs_text=True, units=()),
    )
}
"""Every format by its name. A new one is a file and a line here."""

READABLE: tuple[str, ...] = tuple(format.name for format in FORMATS.values() if format.read)


def format_of(path: str, name: str | None = None) -> Format:
    """Return the format of a file: the one named, otherwise the one of its suffix.

    Args:
        path: the file; it need not exist.
        name: a name in `FORMATS`.

    Raises:
        LedgerError: there is no such format, or the suffix names none.
    """
    if name in FORMATS:
        return FORMATS[name]
    known = ", ".join(FORMATS)
    if name is not None:
        raise LedgerError(f"no format '{name}'", where=path, remedy=f"choose one of: {known}")
    file = PurePath(path).name.lower()
    endings = {ending: format for format in FORMATS.values() for ending in format.suffixes}
    fitting = [ending for ending in endings if file.endswith(ending) and file != ending]
    if fitting:
        return endings[max(fitting, key=len)]
    remedy = f"give it one of the suffixes {', '.join(endings)} or name the format: {known}"
    raise LedgerError("the file's suffix tells no ledger format", where=path, remedy=remedy)
