"""Ledgers as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike, fspath
from pathlib import Path

from quotes.errors import DocumentError, LedgerError
from quotes.exports.formats import READABLE, Format, format_of
from quotes.exports.layout import AS_IT_IS, Found, Options
from quotes.ledger import Entry, Scale, Unit, in_codepoints, replacing
from quotes.records import Document, Row

Documents = Mapping[str, str] | Callable[[str], str]
"""The texts of documents by their ids, or a function that returns one."""


def export(
    found: Iterable[tuple[Document, Iterable[Row]]],
    path: str | PathLike[str],
    *,
    format: str | None = None,
    options: Options = AS_IT_IS,
) -> int:
    """Write documents' rows, as they come, under the file's name only when it is complete.

    Args:
        found: documents with their rows, in their order.
        path: the file to write or replace.
        format: a name in `FORMATS`; None for the one of the file's suffix.
        options: how to write it.

    Returns:
        the number of rows.

    Raises:
        LedgerError: the format is unknown, does not fit the options or the file cannot be written.
    """
    name = fspath(path)
    chosen = format_of(name, format)
    with replacing(name) as stream:
        return chosen.write((Found(*one) for one in found), stream, options)


def write_ledger(
    rows: Iterable[Row], path: str | PathLike[str], *, format: str | None = None
) -> int:
    """Write a ledger, row by row as they come, under its name only when it is complete.

    Args:
        rows: the rows in their order.
        path: the file to write or replace.
        format: a name in `FORMATS`, of those that need no texts; None for the one of the
            file's suffix.

    Returns:
        the number of rows.

    Raises:
        LedgerError: the format is unknown or needs the documents' texts, or the file cannot be
            written.
    """
    name = fspath(path)
    chosen = format_of(name, format)
    if chosen.needs_text:
        remedy = "write it with `quotes.export`, which takes documents and rows"
        raise LedgerError(f"{chosen.name} needs the documents' texts", where=name, remedy=remedy)
    with replacing(name) as stream:
        return chosen.write([Found(None, rows)], stream, AS_IT_IS)


def read_ledger(
    path: str | PathLike[str], *, format: str | None = None, documents: Documents | None = None
) -> Iterator[Row]:
    """Read the rows of a ledger, one by one.

    Args:
        path: the file.
        format: a name in `FORMATS`; None for the one of the file's suffix.
        documents: the documents' texts by id, or a function that returns the text of an id.
            Needed only for a file whose offsets do not count code points.

    Yields:
        the rows, each whole and sound by itself, their offsets in code points; `verify` checks
        them against the documents.

    Raises:
        LedgerError: the file cannot be read, or a row is not as the contract has it.
        DocumentError: a text that is needed is not there.
    """
    name = fspath(path)
    scales = _Scales(name, documents)
    for entry in read_entries(name, format=format):
        if entry.row is None or entry.flaws:
            flaw = entry.flaws[0]
            where = ", ".join(filter(None, (f"{name}: {entry.place}", flaw.column)))
            raise LedgerError(flaw.problem, where=where, remedy=flaw.remedy)
        yield entry.row if entry.unit is Unit.CODEPOINT else scales.codepoints(entry, entry.row)


def read_entries(path: str, *, format: str | None = None) -> Iterator[Entry]:
    """Read the rows of a ledger, the unsound ones with what is wrong with them.

    Raises:
        LedgerError: the file cannot be read as a ledger at all.
    """
    read = reader_of(path, format_of(path, format))
    try:
        with Path(path).open("rb") as stream:
            yield from read(stream, path)
    except OSError as error:
        reason = error.strerror or str(error)
        remedy = "check the path and that you may read it"
        raise LedgerError(f"cannot be read: {reason}", where=path, remedy=remedy) from None


def reader_of(path: str, format: Format) -> Callable[..., Iterator[Entry]]:
    """Return what reads a format.

    Raises:
        LedgerError: the format is for writing only.
    """
    if format.read is None:
        remedy = f"give the ledger as one of: {', '.join(READABLE)}"
        raise LedgerError(f"{format.name} is not read back", where=path, remedy=remedy)
    return format.read


class _Scales:
    """Turns offsets into code points with the text of one document at a time."""

    def __init__(self, name: str, documents: Documents | None) -> None:
        self._name = name
        self._documents = documents
        self._key: tuple[str, Unit] | None = None
        self._scale = Scale("", Unit.CODEPOINT)

    def codepoints(self, entry: Entry, row: Row) -> Row:
        key = (row.document, entry.unit)
        if key != self._key:
            self._scale, self._key = Scale(self._text(*key), entry.unit), key
        found, flaws = in_codepoints(row, entry.unit, self._scale)
        if flaws:
            where = f"{self._name}: {entry.place}, {flaws[0].column}"
            raise LedgerError(flaws[0].problem, where=where, remedy=flaws[0].remedy)
        return found

    def _text(self, document: str, unit: Unit) -> str:
        if self._documents is None:
            remedy = "give the documents' texts as well, or export it with offsets in code points"
            raise LedgerError(f"its offsets count {unit}", where=self._name, remedy=remedy)
        if not isinstance(self._documents, Mapping):
            return self._documents(document)
        if document not in self._documents:
            raise DocumentError("no text is given for it", where=document)
        return self._documents[document]
