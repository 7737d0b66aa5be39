"""From documents to results, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotes.records import Document
from quotes.workers.batches import Batch, Extraction, Load, attempt, batched


def run(
    documents: Iterable[Document], load: Load, *, processes: int = 1, include_other: bool = False
) -> Iterator[Extraction]:
    """Extract many documents, taken as they are needed.

    Args:
        documents: the documents.
        load: makes an extractor, once in every process that works.
        processes: how many processes share the work; 1 does it in this one.
        include_other: passed on to the extractor.

    Yields:
        the result of each document, in their order.

    Raises:
        QuotesError: the extractor cannot be loaded or a process cannot be started.
    """
    batches = batched(documents)
    if processes <= 1:
        return _run_here(batches, load, include_other)

    from quotes.workers.pool import Pool

    return Pool(load, processes, include_other).run(batches)


def _run_here(batches: Iterator[Batch], load: Load, include_other: bool) -> Iterator[Extraction]:
    extractor = None
    for batch in batches:
        extractor = extractor or load()
        yield from attempt(extractor, batch.documents, include_other)
