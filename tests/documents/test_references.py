"""Character references decode as browsers decode them, each over exactly its characters."""

import html

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotes.documents.references import read_reference


@pytest.mark.parametrize(
    ("text", "decoded", "length"),
    [
        ("&amp;", "&", 5),
        ("&amp", "&", 4),
        ("&rsquo;s", "’", 7),
        ("&#8217;", "’", 7),
        ("&#x2019;", "’", 8),
        ("&#X2019", "’", 7),
        ("&#0008217;", "’", 10),
        ("&#146;", "’", 6),  # Windows-1252, as browsers have it
        ("&notit;", "¬", 4),
        ("&notin;", "∉", 7),
        ("&nGt;", "≫⃒", 5),
        ("&#0;", "\ufffd", 4),
        ("&#xD800;", "\ufffd", 8),
        ("&#x110000;", "\ufffd", 10),
        ("&#1;", "", 4),
        ("&", "&", 1),
        ("& so", "&", 1),
        ("&#", "&", 1),
        ("&#x;", "&", 1),
        ("&zebra;", "&", 1),
        ("&;", "&", 1),
    ],
)
def test_a_reference_stands_for_its_characters(text, decoded, length):
    assert read_reference(text, 0, len(text)) == (decoded, length)


def test_a_reference_does_not_reach_over_its_end():
    assert read_reference("&amp;", 0, 3) == ("&", 1)
    assert read_reference("x&#8217;", 1, 5) == ("R", 5)  # &#82 is an R


def test_a_million_digits_are_no_work():
    digits = "9" * 1_000_000
    assert read_reference(f"&#{digits};", 0, len(digits) + 3) == ("\ufffd", len(digits) + 3)
    zeros = "0" * 1_000_000
    assert read_reference(f"&#x{zeros}41;", 0, len(zeros) + 6) == ("A", len(zeros) + 6)


def decoded(text):
    words, at = "", 0
    while at < len(text):
        if text[at] == "&":
            piece, at = read_reference(text, at, len(text))
        else:
            piece, at = text[at], at + 1
        words += piece
    return words


@given(st.lists(st.sampled_from([*"&#;xX 019aD", "amp", "not", "in", "lt", "CO", "PY", "€"])))
@example(["&", "amp", ";", "lt", ";"])
def test_a_whole_text_decodes_as_in_the_standard_library(parts):
    text = "".join(parts)
    assert decoded(text) == html.unescape(text)
