"""Every character of the text leads back to the characters it came from."""

import html as standard
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import Document, from_html, source_field, source_span
from quotes.records import Span

MARKUP = re.compile(r"<!--.*?-->|<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>", re.DOTALL)


def words_of(source):
    """Strip and decode in the plainest way, by other means than the program's."""
    return standard.unescape(MARKUP.sub("", source))


def slice_of(html, words):
    document = from_html(html)
    start = document.text.index(words)
    return source_span(document, start, start + len(words)).of(html)


@pytest.mark.parametrize(
    ("html", "words", "source"),
    [
        ("<p>We sail.</p>", "We sail.", "We sail."),
        ("“We <em>sail</em> now”", "We sail now", "We <em>sail</em> now"),
        ("“<b>We sail</b>”", "We sail", "We sail"),
        ("We&nbsp;sail &amp; row", "We\xa0sail & row", "We&nbsp;sail &amp; row"),
        ("&ldquo;We sail&rdquo;", "We sail", "We sail"),
        ("&ldquo;We sail&rdquo;", "“We sail”", "&ldquo;We sail&rdquo;"),
        ("We<!-- no --> sail", "We sail", "We<!-- no --> sail"),
        ("We \n  sail", "We sail", "We \n  sail"),
        ("a <q>We sail</q> b", "We sail", "We sail"),
        ("a <q>We sail</q> b", "“We sail”", "We sail"),
        ("<blockquote><p>We</p><p>sail</p></blockquote>", "We\n\n“sail", "We</p><p>sail"),
        ("a&notit;b", "¬it;b", "&notit;b"),
        ("a&notit;b", "it;b", "it;b"),
        ("a&nGt;b", "≫⃒", "&nGt;"),
        ("😀 a <i>b</i>", "b", "b"),
        ("<pre>a\n b</pre>", "a\n b", "a\n b"),
    ],
)
def test_words_lead_back_to_their_source(html, words, source):
    assert slice_of(html, words) == source


def test_marks_that_were_put_in_lead_nowhere():
    document = from_html("a <q>b</q>")
    assert document.text == "a “b”"
    assert source_span(document, 2, 3) is None
    assert source_span(document, 2, 4) == Span(5, 6)
    assert source_span(document, 4, 5) is None


def test_a_plain_text_is_its_own_source():
    document = Document("a", "We sail.")
    assert source_span(document, 3, 7) == Span(3, 7)
    assert source_field(document, 3) == ""


def test_html_is_one_source_as_a_whole():
    assert source_field(from_html("<p>a</p>"), 0) == ""


SCRIPT = "<script>'“No,” she said'</script>"
TAGS = st.sampled_from(
    ("<b>", "</b>", "<a href='x>y'>", '<i class="&amp;<">', "<!-- & > -->", "<br-x />", "<em\n>")
) | st.sampled_from(("<!---->", "<wbr>", "</span >", "<!-- <p> -->", SCRIPT))
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"])


def encodings(letter):
    """Return the ways to write a letter in HTML."""
    names = [f"&{name}" for name, value in standard.entities.html5.items() if value == letter]
    plain = [] if letter in "&<" else [letter]
    closed = [name for name in names if name.endswith(";")]
    return [*plain, *closed, f"&#{ord(letter)};", f"&#x{ord(letter):x};"]


@st.composite
def written(draw):
    """Return words, their HTML, and where in it each of their characters stands."""
    html, words, places = "", "", []
    for number, letter in enumerate(draw(st.text(LETTERS | st.just(" "), min_size=1, max_size=30))):
        if letter == " " and (number == 0 or words.endswith(" ")):
            continue
        html += "".join(draw(st.lists(TAGS, max_size=2)))
        letter_html = draw(st.sampled_from(encodings(letter)))
        places.append(Span(len(html), len(html) + len(letter_html)))
        html += letter_html
        words += letter
    length = len(words.rstrip(" "))
    return html, words[:length], places[:length]


# Some numbers stand for other characters than their own; written plainly they stay.
SAFE = written().filter(lambda one: all(32 <= ord(c) < 127 or ord(c) > 159 for c in one[1]))


@given(SAFE)
def test_every_character_leads_back_to_its_own(one):
    html, words, places = one
    document = from_html(html)
    assert document.text == words
    found = [source_span(document, at, at + 1) for at in range(len(words))]
    assert found == places


@given(SAFE, st.lists(SAFE, max_size=2), st.sampled_from(["“{}”", "&ldquo;{}&#8221;", "<q>{}</q>"]))
def test_a_quote_strewn_with_markup_is_found_to_the_character(quote, others, marks):
    planted, words, _ = quote
    around = [f"<p>{html}" for html, _, _ in others]
    html = "".join([*around, "<div>", marks.format(planted), "</div>", *around])
    document = from_html(html)
    if not words or words.startswith(tuple("\"“”„‟«»‹›‘‚'`＂")):
        return
    start = document.text.index(f"“{words}") + 1
    assert document.text[start : start + len(words)] == words
    span = source_span(document, start, start + len(words))
    assert words_of(span.of(html).replace(SCRIPT, "")) == words


HTML = st.lists(
    st.sampled_from(("<b>", "<p>", "<br>", "<q>", "</q>", "<blockquote>", "</blockquote>", "&amp;"))
    | st.sampled_from(("&#8217;", "&nGt;", "&not", "&#32;", "  ", "\n", "<pre>", "</pre>", "&"))
    | st.text("abc “”—'", max_size=4)
).map("".join)


@given(HTML)
def test_the_map_is_in_order_and_true_for_any_html(html):
    document = from_html(html)
    last = 0
    for at, letter in enumerate(document.text):
        span = source_span(document, at, at + 1)
        if span is None:
            assert letter in "“”‘’\n"
            continue
        assert last <= span.end
        last = span.end
        piece = span.of(html)
        assert letter in standard.unescape(piece) or (letter == " " and not piece.strip())
