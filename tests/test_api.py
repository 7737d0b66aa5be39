"""The front door, with a fake behind it."""

from pathlib import Path

import pytest

import quotes
from quotes import Document, api
from tests import fakes


@pytest.fixture(autouse=True)
def fake(monkeypatch):
    """Note what is loaded, and load a fake."""
    loaded = []

    def load(model, rules):
        loaded.append((model, rules))
        return fakes.FakeExtractor()

    monkeypatch.setattr(api, "_load", load)
    monkeypatch.setattr(api, "_kept", api.lru_cache(api.LOADED)(load))
    return loaded


def test_a_text_gives_its_rows():
    (row,) = quotes.extract("“Yes,” she said.")
    assert (row.document, row.quote, row.quote_start, row.quote_end) == ("", "Yes,", 1, 5)


def test_options_reach_the_extractor(fake):
    (row,) = quotes.extract(
        "“Yes.”", document_id="a", model="en_x", rules=["house"], include_other=True
    )
    assert (row.document, row.kind) == ("a", "other")
    assert fake == [("en_x", (Path("house"),))]


def test_the_model_is_loaded_once(fake):
    for text in ("“One.”", "“Two.”"):
        quotes.extract(text)
    assert fake == [(None, ())]


def test_documents_may_come_in_three_shapes():
    given = [Document("a", "“One.”"), ("b", "“Two.”"), "“Three.”"]
    found = list(quotes.extract_many(iter(given)))
    assert [one.document for one in found] == [
        Document("a", "“One.”"),
        Document("b", "“Two.”"),
        Document("3", "“Three.”"),
    ]
    assert [[row.quote for row in one.rows] for one in found] == [["One."], ["Two."], ["Three."]]


def test_everything_on_the_menu_is_there():
    assert [name for name in quotes.__all__ if not hasattr(quotes, name)] == []
