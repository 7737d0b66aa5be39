"""What holds for any text."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from quotes.marks import find_paragraphs, find_quotations
from quotes.marks.characters import BLANKS
from quotes.records import Span

PIECES = [
    *"\"'“”„‟«»‹›‘’‚‛`＂",
    *("''", "'''", "``", "’’", "\n", "\n\n", "\r\n", "\r", "\u2028", " ", "\u00a0", "\u200b"),
    *("sail", "Dawn", "officers", "5", "12", ".", ",", "?", "-", "—", "(", ")", "[", "=", "<b>"),
    *("em", "n", "90s", "it’s", "don't", "🎉", "𝔡", "\x00", "\ud800", "\udfff"),
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.text(st.one_of(st.characters(), st.sampled_from("\"'“”‘’\n "))),
)

WORDS = ["harbour", "pilot", "été", "sails", "𝔡awn", "🎉", "quay", "boats", "naïve", "10", "night"]
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
STYLES = st.sampled_from(
    [
        ("“", "”", "curly"),
        ('"', '"', "straight"),
        ("''", "''", "doubled"),
        ("``", "''", "latex"),
        ("« ", " »", "guillemet"),
        ("„", "“", "low"),
        ("‘", "’", "single-curly"),
        ("'", "'", "single-straight"),
    ]
)


@st.composite
def planted(draw, styles=STYLES):
    """A text of neutral paragraphs with quotations in them, and what was planted where."""
    end = draw(st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n"]))
    text, expected = "", []
    for number in range(draw(st.integers(1, 5))):
        text += f"Then the {draw(PHRASES)}"
        for _ in range(draw(st.integers(0, 3))):
            opening, closing, style = draw(styles)
            text += f", {opening}"
            start = len(text)
            text += draw(PHRASES) + draw(st.sampled_from([",", ".", "?", "!"]))
            expected.append((Span(start, len(text)), style, number))
            text += f"{closing} said {draw(PHRASES)}"
        text += f".{end}"
    return text, expected


@given(TEXTS)
def test_quotations_are_sound(text):
    paragraphs = find_paragraphs(text)
    last = 0
    for quotation in find_quotations(text):
        span, outer = quotation.span, quotation.outer
        paragraph = paragraphs[quotation.paragraph]
        assert last <= outer.start <= span.start < span.end <= outer.end
        assert paragraph.start <= outer.start
        assert outer.end <= paragraph.end
        assert text[span.start] not in BLANKS
        assert text[span.end - 1] not in BLANKS
        assert quotation.closed == (outer.end > span.end)
        last = outer.end


@given(TEXTS)
def test_runs_are_numbered_in_order_and_join_neighbours_only(text):
    quotations = find_quotations(text)
    previous = None
    for quotation in quotations:
        if previous is None:
            assert quotation.run == 0
        elif quotation.run == previous.run:
            assert quotation.paragraph == previous.paragraph + 1
            assert not previous.closed
        else:
            assert quotation.run == previous.run + 1
        previous = quotation


@given(TEXTS)
def test_paragraphs_hold_every_word_and_nothing_else(text):
    paragraphs = find_paragraphs(text)
    last = 0
    for paragraph in paragraphs:
        assert last <= paragraph.start < paragraph.end <= len(text)
        assert not text[last : paragraph.start].strip(BLANKS)
        assert text[paragraph.start] not in BLANKS
        assert text[paragraph.end - 1] not in BLANKS
        last = paragraph.end
    assert not text[last:].strip(BLANKS)


@given(TEXTS, st.sampled_from(["Then the harbour slept.\n\n", "𝔡 🎉\r\n", "Dawn.\u2029"]))
def test_a_paragraph_before_moves_everything_by_its_length(text, prefix):
    paragraphs = find_paragraphs(text)
    by = len(prefix)
    moved = [Span(0, 1), *(Span(span.start + by, span.end + by) for span in paragraphs)]
    before = find_quotations(text, paragraphs)
    after = find_quotations(prefix + text, moved)
    assert [(q.span.start, q.outer.end, q.style, q.closed, q.run) for q in before] == [
        (q.span.start - by, q.outer.end - by, q.style, q.closed, q.run) for q in after
    ]


@given(planted())
def test_planted_quotations_are_found(case):
    text, expected = case
    found = [(q.span, q.style, q.paragraph) for q in find_quotations(text)]
    assert found == expected
    assert all(quotation.closed for quotation in find_quotations(text))


SENTENCES = st.lists(
    st.lists(st.sampled_from([w for w in WORDS if w.islower()]), min_size=30, max_size=60),
    min_size=2,
    max_size=4,
)


@given(SENTENCES, st.integers(60, 90), st.sampled_from(["\n", "\r\n"]))
def test_wrapping_a_text_leaves_its_paragraphs(sentences, width, end):
    wrapped = [textwrap.wrap("Then " + " ".join(words) + ".", width) for words in sentences]
    text = (end * 2).join(end.join(lines) for lines in wrapped)
    assert [span.of(text).split(end) for span in find_paragraphs(text)] == wrapped
