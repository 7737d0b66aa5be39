"""The one extractor with the real model that tests share, since it takes a second to load."""

from functools import cache

from quotes.pipeline import Extractor
from quotes.records import Document


@cache
def extractor():
    return Extractor()


def rows_of(text, *, include_other=False):
    return extractor().extract(Document("", text), include_other=include_other)


def rows_of_each(texts, *, include_other=False):
    """Return the rows of several texts, parsed in one batch."""
    documents = [Document("", text) for text in texts]
    return extractor().extract_batch(documents, include_other=include_other)
