"""Ids follow from the text alone. The expected sums come from sha256sum(1) and FIPS 180."""

import pytest

from quotes.ledger import document_sha256, quote_id
from quotes.records import Span

ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    ("text", "sha"),
    [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", ABC),
        ("é\r\n", "64da669b12bbeda0ca8f2840891bd8834e5b8206f24c7703e20ac1d472612b0e"),
        ("\ud800", "91a681b998555fb475479817b126c94e57e52011fa1842c5d188795a4a05226b"),
    ],
)
def test_the_sum_is_that_of_the_utf8_bytes(text, sha):
    assert document_sha256(text) == sha


def test_a_quote_is_named_by_its_text_and_span():
    # printf '%s:0:3' ba7816… | sha256sum
    assert quote_id(ABC, Span(0, 3)) == "q7be37aa1c4299b7452ee"
