"""Documents in batches, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from quotes.errors import QuotesError
from quotes.records import Document, Row

BATCH = 100_000
"""Characters that a batch holds before it is handed on."""
PER_DOCUMENT = 1_000
"""Characters that a document counts for beside its own, so that tiny ones fill a batch too."""


class Extracts(Protocol):
    """Anything that finds the rows of several documents at once."""

    def extract_batch(
        self, documents: Sequence[Document], *, include_other: bool = False
    ) -> list[list[Row]]:
        """Return the rows of each document."""


Load = Callable[[], Extracts]
"""Makes an extractor; other processes get a pickled copy, so a function of a module."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What came of one document."""

    document: Document
    rows: tuple[Row, ...] = ()
    error: QuotesError | None = None
    """Why the document failed; None if it did not."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that go to the extractor together."""

    first: int
    """Number of the first document among all, from 0."""
    documents: tuple[Document, ...]

    def singly(self) -> list[Batch]:
        """Return each document as a batch of its own."""
        return [Batch(self.first + n, (one,)) for n, one in enumerate(self.documents)]


def weight(document: Document) -> int:
    """Return what a document counts for in a batch, in characters."""
    return len(document.text) + PER_DOCUMENT


def batched(documents: Iterable[Document]) -> Iterator[Batch]:
    """Divide documents into batches, which do not depend on the number of processes."""
    first, held, size = 0, list[Document](), 0
    for number, document in enumerate(documents, 1):
        held.append(document)
        size += weight(document)
        if size >= BATCH:
            yield Batch(first, tuple(held))
            first, held, size = number, [], 0
    if held:
        yield Batch(first, tuple(held))


def attempt(
    extractor: Extracts, documents: Sequence[Document], include_other: bool
) -> list[Extraction]:
    """Extract documents together; if that fails, one by one to find out which is to blame."""
    try:
        found = extractor.extract_batch(documents, include_other=include_other)
        return [
            Extraction(document, tuple(rows))
            for document, rows in zip(documents, found, strict=True)
        ]
    except Exception as error:
        if len(documents) == 1:
            return [Extraction(documents[0], error=_failure(documents[0], error))]
    return [one for document in documents for one in attempt(extractor, [document], include_other)]


def _failure(document: Document, error: Exception) -> QuotesError:
    if isinstance(error, QuotesError):
        return QuotesError(error.what, where=error.where or document.id, remedy=error.remedy)
    detail = f"{type(error).__name__}: {error}".removesuffix(": ")
    return QuotesError(
        f"could not be processed: {detail}",
        where=document.id,
        remedy="leave it out, and please report it",
    )
