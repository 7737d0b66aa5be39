"""Proof that a ledger says of its documents only what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from quotes.errors import DocumentError
from quotes.ledger.columns import PAIRS, Flaw, row_flaws, shown, span_of
from quotes.ledger.entries import Entry
from quotes.ledger.ids import document_sha256, quote_id
from quotes.ledger.sources import SOURCES, source_cells
from quotes.ledger.units import OFFSETS, Scale, Unit, rescaled
from quotes.records import Document, Row, Span

SORT = "sort the rows by document, then quote_start"
OTHER_TEXT = "give the text that the ledger was made from or extract the ledger again"

Lookup = Callable[[str], str | Document]
"""Takes a document's id and returns it or its text, or raises DocumentError."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one row."""

    row: int
    """Number of the row, from 1; a header does not count."""
    place: str
    """The row's place in words, with its line in the file if it has one."""
    column: str
    """The column at fault; empty if it is the whole row."""
    problem: str
    """What was expected and what was found."""
    remedy: str

    def __str__(self) -> str:
        where = ", ".join(filter(None, (self.place, self.column)))
        return f"{where}: {self.problem}; {self.remedy}"


class Prover:
    """Proves rows one after the other; keeps the text of one document at a time."""

    def __init__(self, lookup: Lookup) -> None:
        self.rows = 0
        self.failed = 0
        self.documents: set[str] = set()
        self._lookup = lookup
        self._document: str | None = None
        self._last = -1
        self._found: Document | DocumentError = Document("", "")
        self._sha = ""
        self._scales: dict[Unit, Scale] = {}

    def prove(self, entry: Entry) -> list[Fault]:
        """Return everything that is wrong with the next row."""
        flaws = list(entry.flaws)
        if entry.row is not None:
            flaws += self._order_flaws(entry.row)
            flaws += self._text_flaws(entry.row, entry)
        self.rows += 1
        self.failed += bool(flaws)
        return [Fault(entry.number, entry.place, *flaw) for flaw in flaws]

    def _order_flaws(self, row: Row) -> Iterator[Flaw]:
        if row.document != self._document:
            if row.document in self.documents:
                problem = f"rows of {shown(row.document)} stand apart, with others between them"
                yield Flaw("document", problem, SORT)
            self._open(row.document)
        elif row.quote_start <= self._last:
            problem = (
                f"expected more than the row before has, {self._last}; found {row.quote_start}"
            )
            yield Flaw("quote_start", problem, SORT)
        self._last = row.quote_start

    def _open(self, document: str) -> None:
        self._document = document
        self._scales.clear()
        self.documents.add(document)
        try:
            found = self._lookup(document)
            self._found = found if isinstance(found, Document) else Document(document, found)
            self._sha = document_sha256(self._found.text)
        except DocumentError as error:
            self._found = error

    def _text_flaws(self, row: Row, entry: Entry) -> Iterator[Flaw]:
        if isinstance(self._found, DocumentError):
            error = self._found
            problem = f"{error.where}: {error.what}" if error.where else error.what
            yield Flaw("document", problem, error.remedy or OTHER_TEXT)
            return
        unit = entry.unit
        if unit is not Unit.CODEPOINT:
            if unit not in self._scales:
                self._scales[unit] = Scale(self._found.text, unit)
            row, flaws = in_codepoints(row, unit, self._scales[unit])
            yield from flaws
        for name in PAIRS:
            yield from _slice_flaws(row, name, self._found.text)
        yield from _source_flaws(row, entry.source, self._found)
        if row.document_sha256 != self._sha:
            problem = f"expected {self._sha} for this text, found {shown(row.document_sha256)}"
            yield Flaw("document_sha256", problem, OTHER_TEXT)
        expected = quote_id(self._sha, Span(row.quote_start, row.quote_end))
        if row.quote_id != expected:
            problem = f"expected {expected} for this text and span, found {shown(row.quote_id)}"
            yield Flaw("quote_id", problem, OTHER_TEXT)


def in_codepoints(row: Row, unit: Unit, scale: Scale) -> tuple[Row, list[Flaw]]:
    """Return a row with its offsets in code points, and the offsets that are inside a character."""
    flaws = [
        Flaw(name, f"{at} is inside a character of the text, counted in {unit}", OTHER_TEXT)
        for name in OFFSETS
        if (at := getattr(row, name)) is not None and scale.codepoints(at) is None
    ]
    return rescaled(row, lambda at: scale.codepoints(at) or 0), flaws


def _slice_flaws(row: Row, name: str, text: str) -> Iterator[Flaw]:
    words, start, end = span_of(row, name)
    if words is None or start is None or end is None or not 0 <= start < end:
        return
    if end > len(text):
        problem = f"ends at {end}, but the text has only {len(text)} characters"
        yield Flaw(f"{name}_end", problem, OTHER_TEXT)
    elif text[start:end] != words:
        problem = f"the text has {shown(text[start:end])} at {start}:{end}, not {shown(words)}"
        yield Flaw(name, problem, OTHER_TEXT)


def _source_flaws(
    row: Row, source: tuple[object, ...] | None, document: Document
) -> Iterator[Flaw]:
    if source is None:
        return
    for name, value, expected in zip(SOURCES, source, source_cells(document, row), strict=True):
        if value != expected:
            problem = f"expected {shown(expected)} for this quote, found {shown(value)}"
            yield Flaw(name, problem, OTHER_TEXT)


def verify(rows: Iterable[Row], documents: Mapping[str, str] | Lookup) -> list[Fault]:
    """Prove that the rows keep the ledger's rules, or name each one that does not.

    Every column's words stand at their offsets; rows of a document stand together, by
    `quote_start`; ids and checksums follow from the text; values are of their vocabularies.

    Args:
        rows: the rows in their order.
        documents: the documents' texts by their ids, or a function that returns the text of
            an id and raises DocumentError where there is none.

    Returns:
        the faults in the order of the rows; empty if there is none.
    """
    prover = Prover(_from_mapping(documents) if isinstance(documents, Mapping) else documents)
    entries = (Entry(n, 0, row, tuple(row_flaws(row))) for n, row in enumerate(rows, 1))
    return [fault for entry in entries for fault in prover.prove(entry)]


def _from_mapping(documents: Mapping[str, str]) -> Lookup:
    def lookup(document: str) -> str:
        if document not in documents:
            raise DocumentError(f"no text is given for document {shown(document)}")
        return documents[document]

    return lookup
