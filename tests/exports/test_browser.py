"""From an article in HTML to Web Annotations, and back to the same words in a browser's page."""

import json

import pytest

import quotes
from quotes.exports import Found
from tests.exports.made import written
from tests.exports.webdriver import browser

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Ferry &amp; tide</title><style>p { color: red }</style>
<script>var said = "“Nobody said this,” said a script.";</script></head>
<body><h1>Ferry waits</h1>
<!-- “Nobody said that,” said a comment. -->
<p>&ldquo;We sail&nbsp;at <b>dawn</b> &mdash; 7&frac12;
   o&#39;clock, <i>caf&eacute; or not</i> &#128512;,&rdquo; said Marit&#32;Ek, the harbour
pilot. &quot;R&amp;D is &lt;late&gt;.&quot;</p>
<p>The tide waits.</p><p>“No.”</p>
<p>“No.”</p>
<blockquote>“Bring a hat,” said Tor Lind, 44.</blockquote>
</body></html>
"""

# Where the words stand in the page's text, blanks as a reader sees them, by what is around them.
FIND = r"""
const nodes = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) nodes.push(walker.currentNode.data);
const text = nodes.join("").replace(/[ \t\r\n]+/g, " ");
return arguments[0].map(({exact, prefix, suffix}) => {
  const words = exact.replace(/[ \t\r\n]+/g, " "), found = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text.slice(0, at).trimEnd(), after = text.slice(at + words.length).trimStart();
    if (before.endsWith(prefix.replace(/\s+/g, " ").trim())
        && after.startsWith(suffix.replace(/\s+/g, " ").trim()))
      found.push(text.slice(at, at + words.length));
  }
  return found;
});
"""
READ = "return [...document.querySelectorAll('mark')].map(mark => mark.textContent);"


@pytest.fixture(scope="module")
def run():
    """Run scripts in pages."""
    with browser() as run:
        yield run
        run.close()


@pytest.fixture(scope="module")
def found():
    """The article with its rows."""
    document = quotes.from_html(PAGE, "ferry.html")
    return Found(document, quotes.extract(document))


QUOTES = [
    "We sail\xa0at dawn — 7½ o'clock, café or not 😀,",
    "R&D is <late>.",
    "No.",
    "No.",
    "Bring a hat,",
]


def test_annotations_lead_back_to_the_words_in_the_page(run, found, tmp_path):
    (tmp_path / "ferry.html").write_text(PAGE, "utf-8")
    items = json.loads(written([found], "webannotation"))["first"]["items"]
    selectors = [item["target"]["selector"][0] for item in items]
    assert [one["exact"] for one in selectors] == QUOTES
    words = run((tmp_path / "ferry.html").as_uri(), FIND, selectors)
    # The two that are alike have the same words around them; their position tells them apart.
    assert [one[:1] for one in words] == [[quote] for quote in QUOTES]
    assert [len(one) for one in words] == [1, 1, 2, 2, 1]


def test_hypothesis_leads_there_too(run, found, tmp_path):
    (tmp_path / "ferry.html").write_text(PAGE, "utf-8")
    annotations = json.loads(written([found], "hypothesis"))["annotations"]
    selectors = [one["target"][0]["selector"][0] for one in annotations]
    words = run((tmp_path / "ferry.html").as_uri(), FIND, selectors)
    assert [one[0] for one in words] == QUOTES


def test_positions_for_hypothesis_count_as_the_browser_does(run, found, tmp_path):
    """JavaScript counts UTF-16 units: slicing the ledger's text there gives the quotes."""
    (tmp_path / "empty.html").write_text("<p>", "utf-8")
    annotations = json.loads(written([found], "hypothesis"))["annotations"]
    places = [one["target"][0]["selector"][1] for one in annotations]
    script = "return arguments[1].map(({start, end}) => arguments[0].slice(start, end));"
    text = found.document.text
    assert run((tmp_path / "empty.html").as_uri(), script, text, places) == QUOTES


def test_the_page_shows_the_quotes_marked(run, found, tmp_path):
    (tmp_path / "page.html").write_bytes(written([found], "html"))
    assert run((tmp_path / "page.html").as_uri(), READ) == QUOTES
    assert "Marit Ek" in run(
        (tmp_path / "page.html").as_uri(), "return document.querySelector('.cast').innerText"
    )
