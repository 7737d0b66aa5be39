"""What a quotation's own words tell."""

import pytest

from quotes.marks import find_quotations
from quotes.match.looks import is_title_case, looks
from quotes.rules.model import QuoteTest


@pytest.mark.parametrize(
    ("text", "test", "passing"),
    [
        ("“Go,” she said.", {}, True),
        ("“Go,” she said.", {"begins": "capital"}, True),
        ("“Go,” she said.", {"begins": "lower"}, False),
        ("She said “go.”", {"begins": "lower"}, True),
        ("She said “… 5 or Six.”", {"begins": "lower"}, True),  # the first letter is that of `or`
        ("She said “55.”", {"begins": "capital"}, False),
        ("She said “55.”", {"begins": "lower"}, False),
        # An end is the last character inside the mark, the one behind it, or any letter.
        ("“Go,” she said.", {"ends": frozenset(",")}, True),
        ("“Go”, she said.", {"ends": frozenset(",")}, True),
        ("“Go” , she said.", {"ends": frozenset(",")}, False),
        ("“Go.” She left.", {"ends": frozenset(",?!")}, False),
        ("“Go” she said.", {"ends": frozenset({""})}, True),
        ("“Go 5” she said.", {"ends": frozenset({""})}, True),
        ("“Go!” she said.", {"ends": frozenset({""})}, False),
        ("“Go!” she said.", {"ends": frozenset({"", "!"})}, True),
        ("“Salt Road” opens.", {"title_case": True}, True),
        ("“Salt road” opens.", {"title_case": True}, False),
        ("“Salt road” opens.", {"title_case": False}, True),
        ("“Go,” she said.", {"marks": frozenset({"curly"})}, True),
        ('"Go," she said.', {"marks": frozenset({"curly"})}, False),
        ('"Go," she said.', {"marks": frozenset({"curly", "straight"})}, True),
        ("“One two three,” she said.", {"words_at_most": 3}, True),
        ("“One two three,” she said.", {"words_at_most": 2}, False),
        ("“One two three,” she said.", {"words_at_least": 3}, True),
        ("“One two three,” she said.", {"words_at_least": 4}, False),
        ("“Go,” she said.", {"begins": "capital", "words_at_least": 2}, False),
    ],
)
def test_tests_of_a_quotation(text, test, passing):
    (quotation,) = find_quotations(text)
    assert looks(text, quotation, QuoteTest(**test)) is passing


@pytest.mark.parametrize(
    ("words", "is_title"),
    [
        ("The Salt Road", True),
        ("The Art of the Boat", True),  # short words may be small
        ("The Art from the Boat", False),
        ("the Salt Road", True),
        ("Salt", True),
        ("salt", False),
        ("of", False),
        ("Of", True),
        ("Apollo 1969", True),
        ("2001", True),
        ("“Salt” Road", True),
        ("Salt Road, Part Three", True),
        ("—", True),  # No letter is a small one.
        ("", False),
    ],
)
def test_title_case(words, is_title):
    assert is_title_case(words) is is_title
