"""What reaches the parser grows with the text, and not at all with the words inside the marks."""

import pytest

from quotes.frames import build_frames
from quotes.marks import find_paragraphs, find_quotations


def handed(text):
    """Count the characters handed to the parser."""
    paragraphs = find_paragraphs(text)
    quotations = find_quotations(text, paragraphs)
    return sum(len(frame.text) for frame in build_frames(text, paragraphs, quotations))


@pytest.mark.parametrize(
    "unit",
    [
        "“Go on, all of you, right now,” Ann said. ",
        "Ann said “go” and Bob said “no” and ",
        "It rained “hard.” ",
        "“Go.” ",
        "“Go.”\n\n",
        "Ann rose. It rained.\n\n“Go.”\n\n",
        "boat boat boat boat, “boat”, ",
        "AUSTIN (AP) — “Go,” Ann said.\n\n",
        "\"a' “b",
    ],
)
@pytest.mark.parametrize("count", [20, 200])
def test_twice_the_text_is_at_most_twice_the_work(unit, count):
    assert handed(unit * 2 * count) <= 2 * handed(unit * count) + 2 * len(unit)


@pytest.mark.parametrize("text", ["Ann said: “{}.”", "Ann spoke of “a {}.”", "“{},” Ann said."])
def test_long_quotations_cost_no_more_than_short_ones(text):
    assert handed(text.format("sail " * 100)) == handed(text.format("sail " * 10_000))


def test_words_far_from_a_quotation_cost_nothing():
    far = "It rained. " * 1000
    assert handed(f"{far}Ann said “go.” {far}") == handed(f"{far * 2}Ann said “go.” {far * 2}")


def test_one_endless_sentence_costs_no_more_from_some_length_on():
    endless = "boat " * 5000
    assert handed(f"{endless}“go” {endless}") == handed(f"{endless * 2}“go” {endless * 2}")
