"""Parts of the service by themselves."""

import pytest

from quotes.errors import QuotesError
from quotes.service import Settings
from quotes.service.answers import answer_for


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/*", "text/csv"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV; charset=utf-8", "text/csv"),
        ("application/*", "application/json"),
        ("application/ld+json", "application/ld+json"),
        ('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', "application/ld+json"),
        ("application/json;q=0.5, text/csv", "text/csv"),
        ("application/json;q=0.5, text/csv;q=0.4", "application/json"),
        ("*/*;q=0.1, text/csv;q=0.2", "text/csv"),
        ("application/json;q=0, */*", "text/csv"),
        ("text/html, image/*", None),
        ("application/json;q=0", None),
        ("application/json;q=high", None),
        (",", "application/json"),
    ],
)
def test_the_format_is_what_the_client_likes_best(accept, expected):
    answer = answer_for(accept)
    assert (answer and answer.media_type) == expected


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_this_machine_needs_no_key(host):
    assert Settings(host=host).is_local


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example"])
def test_other_machines_need_one(host):
    with pytest.raises(QuotesError) as caught:
        Settings(host=host)
    assert str(caught.value) == (
        f"{host} is open to other machines, and there is no API key; "
        "give one in the variable QUOTES_API_KEY, or bind to 127.0.0.1"
    )
    assert not Settings(host=host, api_key="a-key-of-many-letters").is_local


def test_a_short_key_is_no_key():
    with pytest.raises(QuotesError) as caught:
        Settings(api_key="secret")
    assert str(caught.value) == (
        "the API key is too short to keep anybody out; "
        "give one of 16 characters or more, for example of: "
        'python -c "import secrets; print(secrets.token_urlsafe())"'
    )
