"""Where a quotation stands among the writer's own words."""

import pytest

from quotes.match.attribute import stands
from quotes.match.places import find_places, is_word
from quotes.rules.model import STANDS
from tests.parse.made import made, parse


def places(words, **marks):
    first = words.split()[0]
    tokens = " ".join(f"{word}/X/dep/{first}" for word in words.split())
    return find_places(made(tokens, **marks).parses[0])


@pytest.mark.parametrize(
    ("words", "opens", "closes"),
    [
        ("“ Go , ” she said .", True, False),
        ("“ Go . ”", True, True),
        ("She said , “ Go . ”", False, True),
        ("She said : “ Go . ”", False, True),
        ("She said “ go ” twice .", False, False),
        ("She said “ go ” .", False, True),
        ("She left . “ Go , ” she said .", True, False),
        ("She left . “ Go . ”", True, True),
        # After a question an attribution may follow, or a new sentence.
        ("“ Why ? ” she asked .", True, False),
        ("“ Why ? ” Ann asked .", True, False),
        ("“ Go . ” Ann left .", True, True),
        # A dash or a comma before it ties it to the words before.
        ("Ann — “ go ” — left .", False, False),
    ],
)
def test_a_quotation_opens_and_closes_a_sentence(words, opens, closes):
    (place,) = places(words)
    assert (place.opens, place.closes, place.alone) == (opens, closes, opens and closes)


def test_the_second_of_two_quotations():
    first, second = places("“ Go . ” “ Stay , ” she said .")
    assert (first.opens, first.closes) == (True, True)
    assert (second.opens, second.closes) == (True, False)
    first, second = places("“ Go , ” she said , “ or stay . ”")
    assert (first.opens, first.closes) == (True, False)
    assert (second.opens, second.closes) == (False, True)


def test_a_quotation_right_after_an_unfinished_one_opens_nothing():
    first, second = places("“ Go , ” “ or stay . ”")
    assert (first.opens, first.closes) == (True, False)
    assert (second.opens, second.closes) == (False, True)


def test_its_tokens_are_all_between_the_marks_and_the_marks():
    assert [place.tokens for place in places("“ Go , ” she said , “ or . ”")] == [
        (0, 1, 2, 3),
        (7, 8, 9, 10),
    ]


def test_headlines_and_minor_marks_are_the_frames():
    place, other = places("“ Go ” or “ stay ”", headline=True, minor=(False, True))
    assert (place.headline, place.minor) == (True, False)
    assert (other.headline, other.minor) == (True, True)
    (plain,) = places("“ Go ”")
    assert (plain.headline, plain.minor) == (False, False)


OPENING, CLOSING, ALONE = "“ Go , ” she said .", "She said “ go ” .", "“ Go . ”"
INSIDE = "She said “ go ” twice ."


@pytest.mark.parametrize(
    ("words", "hows"),
    [
        (OPENING, {"any", "opens"}),
        (CLOSING, {"any", "closes", "inside"}),
        (ALONE, {"any", "opens", "closes", "alone"}),
        (INSIDE, {"any", "inside"}),
    ],
)
def test_stands(words, hows):
    (place,) = places(words)
    assert {how for how in STANDS if stands(place, how)} == hows


def test_stands_in_a_headline_or_in_minor_marks():
    (place,) = places(INSIDE, headline=True, minor=(True,))
    assert {how for how in STANDS if stands(place, how)} == {"any", "inside", "headline", "minor"}


def test_what_is_a_word():
    mixed = ["a", "I", "5", "’s", ",", "“", "”", "—", "--", "…", ")", "''", "$"]
    read = parse(" ".join(f"{word}/X/dep/a" for word in mixed))
    words = [read.words[token] for token in range(len(read)) if is_word(read, token)]
    assert words == ["a", "I", "5", "’s", "$"]
