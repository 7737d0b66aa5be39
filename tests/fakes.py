"""An extractor that needs no model, so that what stands around it can be tested by itself."""

import os
import time
from dataclasses import replace

from quotes.errors import DocumentError, ModelError, RuleError
from quotes.ledger import document_sha256, quote_id
from quotes.records import Row, Span

NOTHING = Row(*[None] * len(Row.__slots__))


class FakeExtractor:
    """Takes every stretch between “ and ” for a quote; some words make it fail."""

    def __init__(self):
        self.batches = []

    def extract(self, document, *, include_other=False):
        (rows,) = self.extract_batch([document], include_other=include_other)
        return rows

    def extract_batch(self, documents, *, include_other=False):
        self.batches.append([document.id for document in documents])
        for document in documents:
            fail(document)
        return [rows_of(document, include_other) for document in documents]


def fail(document):
    if "RAISE" in document.text:
        raise ValueError("bad luck")
    if "REFUSE" in document.text:
        raise DocumentError("not today", remedy="try tomorrow")
    if "DIE" in document.text:
        os._exit(7)
    if "SLEEP" in document.text:
        time.sleep(60)
    if "DAWDLE" in document.text:
        time.sleep(0.5)


def rows_of(document, include_other):
    text, sha, rows, start = document.text, document_sha256(document.text), [], 0
    while (start := text.find("“", start)) >= 0 and (end := text.find("”", start)) >= 0:
        span = Span(start + 1, end)
        row = replace(
            NOTHING,
            document=document.id,
            quote_id=quote_id(sha, span),
            utterance=len(rows) + 1,
            kind="other" if include_other else "direct",
            quote=span.of(text),
            quote_start=span.start,
            quote_end=span.end,
            document_sha256=sha,
        )
        rows.append(row)
        start = end
    return rows


def load():
    return FakeExtractor()


def load_as_the_library_does(model, rules):
    """Stand in for `quotes.api._load`."""
    if model is not None:
        raise ModelError(f"no model '{model}'", remedy="install it")
    return FakeExtractor()


def load_without_model():
    raise ModelError("no model 'en_nowhere'", remedy="install it")


class ManyFaultsError(RuleError):
    """Cannot be made from its message, and so not by pickle."""

    def __init__(self, faults):
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = [fault.upper for fault in faults]


def load_with_faults():
    raise ManyFaultsError(["one", "two"])


def load_with_a_bug():
    raise ZeroDivisionError("division by zero")


def load_and_die():
    os._exit(3)
