"""Batches hold enough and not too much, and one bad document fails alone."""

import pytest

from quotes.records import Document
from quotes.workers import Extraction
from quotes.workers.batches import Batch, attempt, batched
from tests.fakes import FakeExtractor


def sized(*sizes):
    return [Document(str(n), "x" * size) for n, size in enumerate(sizes)]


@pytest.mark.parametrize(
    ("sizes", "batches"),
    [
        ([], []),
        ([0], [[0]]),
        ([99_000], [[0]]),
        ([98_999, 1, 5], [[0, 1], [2]]),
        ([50_000, 50_000, 50_000, 5], [[0, 1], [2, 3]]),
        ([5, 20_000_000, 5], [[0, 1], [2]]),
        ([0] * 101, [list(range(100)), [100]]),
    ],
)
def test_documents_are_batched_by_their_size(sizes, batches):
    documents = sized(*sizes)
    assert list(batched(documents)) == [
        Batch(numbers[0], tuple(documents[n] for n in numbers)) for numbers in batches
    ]


def test_batches_are_made_as_they_are_needed():
    taken = []
    documents = (taken.append(document.id) or document for document in sized(*[75_000] * 10))
    next(batched(documents))
    assert taken == ["0", "1"]


GOOD = Document("good", "“Yes,” she said.")
BAD = Document("bad", "RAISE")
REFUSED = Document("refused", "REFUSE")


def test_a_batch_goes_to_the_extractor_in_one_piece():
    extractor = FakeExtractor()
    done = attempt(extractor, [GOOD, Document("none", "Nothing.")], False)
    assert extractor.batches == [["good", "none"]]
    assert [[row.quote for row in one.rows] for one in done] == [["Yes,"], []]
    assert [one.error for one in done] == [None, None]


def test_a_failed_batch_is_tried_again_one_by_one():
    extractor = FakeExtractor()
    first, bad, last = attempt(extractor, [GOOD, BAD, GOOD], False)
    assert extractor.batches == [["good", "bad", "good"], ["good"], ["bad"], ["good"]]
    assert [row.quote for row in first.rows + last.rows] == ["Yes,", "Yes,"]
    assert bad.rows == ()
    assert str(bad.error) == (
        "bad: could not be processed: ValueError: bad luck; leave it out, and please report it"
    )


def test_an_error_of_our_own_keeps_its_words_and_gets_its_place():
    (done,) = attempt(FakeExtractor(), [REFUSED], False)
    assert str(done.error) == "refused: not today; try tomorrow"


def test_an_extractor_that_loses_a_document_is_not_believed():
    class Forgetful(FakeExtractor):
        def extract_batch(self, documents, *, include_other=False):
            return super().extract_batch(documents, include_other=include_other)[1:]

    (done,) = attempt(Forgetful(), [GOOD], False)
    assert done == Extraction(GOOD, (), done.error)
    assert "ValueError" in str(done.error)


def test_what_is_asked_for_reaches_the_extractor():
    (done,) = attempt(FakeExtractor(), [GOOD], True)
    assert [row.kind for row in done.rows] == ["other"]
