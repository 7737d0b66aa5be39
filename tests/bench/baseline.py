"""The baseline: textacy's `direct_quotations` on the same texts, by the same model."""

import csv

from quotes.marks import find_paragraphs
from quotes.parse import DEFAULT_MODELS

HEADER = (
    "document",
    "kind",
    "quote_start",
    "quote_end",
    "speaker",
    "title",
    "mention_start",
    "mention_end",
)
"""What the scorer reads of a ledger."""


def write_baseline(part, path):
    """Write what textacy finds in the articles, as much of a ledger as the scorer reads.

    It gets the articles paragraph by paragraph: it refuses a text with an odd number of quotation
    marks, and of whole articles that would be a third.

    Returns:
        how many of how many paragraphs it refuses; they count as having no quote.
    """
    refused = total = 0
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        for name, start, doc in _parsed(part):
            total += 1
            try:
                writer.writerows(_rows(name, start, doc))
            except ValueError:
                refused += 1
    return refused, total


def _parsed(part):
    """Yield every paragraph parsed, with its article and where it begins there."""
    import spacy

    # The whole pipeline: textacy looks at lemmas and parts of speech.
    nlp = spacy.load(next(name for name in DEFAULT_MODELS if spacy.util.is_package(name)))
    texts = (
        (paragraph.of(article["text"]), (name, paragraph.start))
        for name, article in part.gold.items()
        for paragraph in find_paragraphs(article["text"])
    )
    for doc, (name, start) in nlp.pipe(texts, as_tuples=True):
        yield name, start, doc


def _rows(name, offset, doc):
    from textacy.extract import direct_quotations

    rows = []
    for found in direct_quotations(doc):
        first, last = found.speaker[0], found.speaker[-1]
        start, end = first.idx, last.idx + len(last)
        quote = (found.content.start_char + offset, found.content.end_char + offset)
        rows.append((name, "direct", *quote, doc.text[start:end], "", start + offset, end + offset))
    return rows
