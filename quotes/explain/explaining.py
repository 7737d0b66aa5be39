"""Explanations of the rows of a document."""

from __future__ import annotations

from quotes.explain.kinds import Kinds
from quotes.explain.links import Links
from quotes.explain.naming import namings
from quotes.explain.records import Case, Explanation
from quotes.explain.titles import Titles
from quotes.pipeline import Extractor
from quotes.records import Document


def explain(extractor: Extractor, document: Document, *, include_other: bool = False) -> Case:
    """Explain every row that an extractor gives for a document.

    Args:
        extractor: holds the model and the rules.
        document: the document.
        include_other: whether quotations that are nobody's speech are rows too.
    """
    workings = extractor.inspect(document, include_other=include_other)
    links = Links(extractor, document, workings)
    titles = Titles(extractor, document, workings)
    kinds = Kinds(extractor, document, workings)
    ways = namings(document, workings, extractor.lexicon)
    found = tuple(
        Explanation(
            number,
            row,
            links.trials(index),
            ways[index],
            titles.trials(row, workings.speakers[index]),
            kinds.trials(index),
        )
        for number, (index, row) in enumerate(zip(workings.verdicts, workings.rows, strict=True), 1)
    )
    return Case(document, found, len(workings.quotations) - len(found))
