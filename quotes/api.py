"""The library's front door: text in, rows out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.records import Document, Row
from quotes.workers import Extraction, run

if TYPE_CHECKING:
    from quotes.pipeline import Extractor

LOADED = 2
"""How many extractors, each with its model and rules, stay in memory for `extract`."""


def extract(
    text: str | Document,
    *,
    document_id: str = "",
    model: str | None = None,
    rules: Iterable[str | Path] = (),
    include_other: bool = False,
) -> list[Row]:
    """Find the quotes of one text. The model and the rules are loaded the first time.

    Args:
        text: the text, taken exactly as it is, or a document such as `from_html` makes.
        document_id: what to call a text in the rows; a document has its own id.
        model: name or path of a spaCy English pipeline; None for the default.
        rules: folders of rules that extend or override the built-in ones, in their order.
        include_other: also give rows of kind `other`, for what is nobody's speech.

    Returns:
        a row for each quote in the order of the text; offsets are code points of `text`.

    Raises:
        ModelError: the model is missing or does not fit.
        RuleError: the rules cannot be loaded.
    """
    extractor = _kept(model, tuple(map(Path, rules)))
    document = text if isinstance(text, Document) else Document(document_id, text)
    return extractor.extract(document, include_other=include_other)


def extract_many(
    documents: Iterable[Document | tuple[str, str] | str],
    *,
    processes: int = 1,
    model: str | None = None,
    rules: Iterable[str | Path] = (),
    include_other: bool = False,
) -> Iterator[Extraction]:
    """Find the quotes of many documents, one result after the other in their order.

    Documents are taken as they are needed and results given as they come, so memory does not
    grow with their number. The results are the same for every number of processes. A script
    that uses several must start its work under `if __name__ == "__main__":`, as Python's
    multiprocessing demands.

    Args:
        documents: documents, pairs of an id and a text, or texts, which are numbered from 1.
        processes: how many processes share the work; 1 does it in this one.
        model: name or path of a spaCy English pipeline; None for the default.
        rules: folders of rules that extend or override the built-in ones, in their order.
        include_other: also give rows of kind `other`, for what is nobody's speech.

    Yields:
        for every document its rows, or the error with which it alone failed.

    Raises:
        ModelError: the model is missing or does not fit.
        RuleError: the rules cannot be loaded.
        QuotesError: a process cannot be started.
    """
    load = partial(_load, model, tuple(map(Path, rules)))
    named = (_as_document(item, number) for number, item in enumerate(documents, 1))
    return run(named, load, processes=processes, include_other=include_other)


def _load(model: str | None, rules: tuple[Path, ...]) -> Extractor:
    from quotes.pipeline import Extractor

    return Extractor(model=model, rules=rules)


_kept = lru_cache(maxsize=LOADED)(_load)


def _as_document(item: Document | tuple[str, str] | str, number: int) -> Document:
    if isinstance(item, Document):
        return item
    return Document(str(number), item) if isinstance(item, str) else Document(*item)
