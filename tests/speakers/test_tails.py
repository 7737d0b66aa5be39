"""Where a mention ends before what tells when or in what somebody speaks."""

import pytest

from quotes.records import Span
from quotes.speakers.tails import before_tail
from tests.parse.made import made
from tests.speakers.shared import lexicon


def mention_of(words, head):
    """Return how much of a phrase is the mention, all of it depending on its head."""
    tagged = (f"{word}/{'NN' if word == head else 'IN'}/dep/{head}" for word in words.split())
    scene = made(" ".join(tagged))
    (parse,) = scene.parses
    token = parse.words.index(head)
    whole = Span(0, len(scene.text))
    return before_tail(scene.text, whole, parse, token, lexicon()).of(scene.text)


@pytest.mark.parametrize(
    ("words", "head", "mention"),
    [
        ("a judge on Monday", "judge", "a judge"),
        ("a judge late Monday", "judge", "a judge"),
        ("a judge of Ulm in October", "judge", "a judge of Ulm"),
        ("her lawyers in a court filing", "lawyers", "her lawyers"),
        ("the guild in a brief statement", "guild", "the guild"),
        ("a clerk with a cold", "clerk", "a clerk with a cold"),
        ("a clerk on Christmas Island", "clerk", "a clerk on Christmas Island"),
        ("a clerk in the post", "clerk", "a clerk in the post"),
        ("a line in a letter", "line", "a line in a letter"),
        ("a judge", "judge", "a judge"),
    ],
)
def test_a_tail_is_no_part_of_a_mention(words, head, mention):
    assert mention_of(words, head) == mention
