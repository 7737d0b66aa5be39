"""The page: every word of the article, nothing that runs, and who said what."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from quotes.errors import LedgerError
from quotes.exports import Found, Options, Origin, read_ledger
from quotes.records import Document
from tests.exports.made import ARTICLE, FOUND, QUIET, WIDE, WIDE_ROW, written
from tests.ledger.rows import BARE, ROW, TEXT


class Page(HTMLParser):
    """The words of the articles' text, and what is around them."""

    def __init__(self, data):
        super().__init__()
        self.path, self.words, self.marks, self.captions, self.tags = [], [], [], {}, []
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in {"meta"}:
            self.path.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.path.pop()[0] == tag

    def handle_data(self, data):
        classes = [attributes.get("class") for _, attributes in self.path]
        tag, attributes = self.path[-1] if self.path else ("", {})
        caption = next((a["id"] for _, a in self.path if a.get("class") == "caption"), None)
        if caption:
            self.captions[caption] = self.captions.get(caption, "") + data
        elif "text" in classes and tag != "sup":
            self.words.append(data)
            if tag == "mark":
                self.marks.append((data, attributes))


def test_every_word_of_the_article_is_there():
    page = Page(written(FOUND, "html"))
    assert "".join(page.words).split() == f"{TEXT} {QUIET.text} {WIDE.text}".split()
    assert page.path == []


def test_a_quote_has_its_speakers_colour_and_a_caption():
    page = Page(written([Found(ARTICLE, [ROW])], "html"))
    ((words, attributes),) = page.marks
    assert words == "We sail at dawn,"
    assert (attributes["class"], attributes["tabindex"]) == ("s1", "0")
    caption = page.captions[attributes["aria-describedby"]]
    assert caption == "Marit Ek, the harbour pilotdirect · said · verb-speaker · 96%"


def test_a_quote_without_speaker_says_so():
    page = Page(written([Found(ARTICLE, [BARE])], "html"))
    ((_, attributes),) = page.marks
    assert attributes["class"] == "nobody"
    assert page.captions[attributes["aria-describedby"]] == "No speaker founddirect"


HOSTILE = '“<script>alert(1)</script>&amp;” said </p><b onclick="x">Eve\r"></b>\r\n\r\n“\u202e”.'


def test_nothing_in_an_article_is_markup():
    quote = HOSTILE[1 : HOSTILE.index("”")]
    row = replace(BARE, quote=quote, quote_end=1 + len(quote), speaker="<i>", title="</style>")
    page = Page(written([Found(Document('<x a="b">', HOSTILE), [row])], "html"))
    assert "".join(page.words).split() == HOSTILE.split()
    assert page.marks[0][0] == quote
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "i", "x"})
    assert not [1 for _, attributes in page.tags if "onclick" in attributes]


def test_the_page_needs_nothing_else():
    data = written(FOUND, "html", Options(origin=Origin("quote-ledger 1", "m", "r"))).decode()
    assert not re.search(r"(src|href)=|@import|url\(|<script|https?:", data)
    assert "default-src 'none'" in data
    assert "Made by quote-ledger 1." in data


def test_carriage_returns_and_surrogates_reach_the_browser_as_they_can():
    data = written([Found(Document("One\rtwo \ud800.", "One"), [])], "html")
    assert b"One&#13;two &#55296;." in data


def test_the_cast_lists_each_speaker_once():
    again = replace(ROW, quote_start=2, quote_id="q2")
    data = written([Found(ARTICLE, [ROW, again]), Found(WIDE, [WIDE_ROW])], "html").decode()
    assert re.findall(r'<span class="count">(.*?)</span>', data) == ["2 quotes", "1 quote"]
    assert re.findall(r'<span class="name">(.*?)</span>', data) == ["Marit Ek", "Zoé Ek"]


def test_a_page_is_not_read_back(tmp_path):
    (tmp_path / "a.html").write_bytes(written(FOUND, "html"))
    with pytest.raises(LedgerError) as caught:
        list(read_ledger(tmp_path / "a.html"))
    assert str(caught.value) == (
        f"{tmp_path / 'a.html'}: html is not read back; "
        "give the ledger as one of: csv, jsonl, parquet, webannotation, hypothesis, ninjs"
    )
