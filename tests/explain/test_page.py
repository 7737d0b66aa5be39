"""The page: safe whatever a document says, and sound as HTML."""

from html.parser import HTMLParser

import pytest

from quotes.explain import page_of
from tests.explain.cases import case, parse

HOSTILE = '<script>alert("1")</script>&'
VOID = {"meta"}


class Reader(HTMLParser):
    """Reads a page, and fails at a tag that is not closed."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.words = [], [], []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    def all(self, name):
        return [attributes for tag, attributes in self.tags if tag == name]


@pytest.fixture(scope="module")
def page():
    return Reader(page_of([case(), case(document="ferry.txt", left_out=1)]))


def test_ids_are_unique_and_links_lead_to_them(page):
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    links = [attributes["href"] for attributes in page.all("a")]
    assert len(ids) == len(set(ids))
    assert links == ["#d1q1", "#d2q1"]
    assert {link[1:] for link in links} <= set(ids)


def test_matched_words_are_marked_with_their_part(page):
    tokens = [a["class"] for a in page.all("text") if "class" in a]
    quote, plain = "displacy-token node node-quote", "displacy-token"
    said = ["displacy-token node node-speaker", "displacy-token node node-cue"]
    assert tokens == ([quote] * 4 + said + [plain]) * 2


def test_a_drawing_has_an_arc_for_every_word_but_the_root(page):
    assert len(page.all("textpath")) == 2 * 6


def test_what_a_drawing_shows_can_be_heard(page):
    assert [a["aria-hidden"] for a in page.all("svg")] == ["true", "true"]
    labels = [a["aria-label"] for a in page.all("div") if a.get("class") == "scroll"]
    assert labels == ["quote: “Row,”; speaker: she; cue: said"] * 2
    assert "lang" in page.all("html")[0]


def test_nothing_is_loaded(page):
    outside = [a for _, a in page.tags if a.keys() & {"src", "action", "data"}]
    assert outside == []
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object"} == set()


def test_a_hostile_document_stays_words():
    words = ["“", HOSTILE, ",", "”", HOSTILE, "said", "."]
    deps = ["punct", "<b>", "punct", "punct", "nsubj", "ROOT", "punct"]
    made = case(parsed=parse(*words, deps=deps), document=HOSTILE, quote=HOSTILE)
    page = Reader(page_of([made]))
    tags = {tag for tag, _ in page.tags}
    assert tags & {"script", "b"} == set()
    assert sum(HOSTILE in words for words in page.words) > 5


def test_the_same_page_comes_out_every_time():
    assert page_of([case()]) == page_of([case()])


def test_a_sentence_too_long_to_draw_is_left_out():
    long = parse(*["“", "Row", ",", "”", "she", "said", "."])
    for column in (long.words, long.lower, long.tags):
        column.extend(["on"] * 200)
    long.deps.extend(["dep"] * 200)
    long.heads.extend([5] * 200)
    long.sentences.extend([0] * 200)
    page = Reader(page_of([case(parsed=long)]))
    assert page.all("svg") == []
    assert "The sentence is too long to draw." in page.words
