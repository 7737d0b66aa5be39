"""What holds for the frames of any text."""

from hypothesis import given
from hypothesis import strategies as st

from quotes.frames import BLANKS, LEAD_WORDS, MOST_OWN, MOST_QUOTATIONS, build_frames
from quotes.marks import find_paragraphs, find_quotations
from tests.marks.test_properties import TEXTS, planted

SENTENCES = st.lists(
    st.sampled_from(
        [
            *(
                "Ann rose. ",
                "It rained. ",
                "“Go on, all of you, now,” she said. ",
                "She said: “Go.” ",
            ),
            *(
                "AUSTIN (AP) — ",
                "“The first boat,",
                "\n\n",
                "\r\n",
                "“",
                "”",
                '"',
                "'",
                "no “way” ",
            ),
            *(
                "𝔡 ",
                "🎉 ",
                "\u200b",
                "\u00a0",
                "Gov. J. Ruiz ",
                "‘It is so,’ he said. ",
                ", ",
                "— ",
            ),
        ]
    ),
    max_size=30,
).map("".join)
ANY = st.one_of(TEXTS, SENTENCES, planted().map(lambda case: case[0]))


def frames(text):
    paragraphs = find_paragraphs(text)
    return build_frames(text, paragraphs, find_quotations(text, paragraphs))


@given(ANY)
def test_every_character_with_an_offset_is_the_documents(text):
    for frame in frames(text):
        for offset, character in enumerate(frame.text):
            origin = frame.origin(offset)
            if origin >= 0:
                assert text[origin].translate(BLANKS) == character


@given(ANY)
def test_offsets_grow_along_a_frame(text):
    for frame in frames(text):
        origins = [frame.origin(offset) for offset in range(len(frame.text))]
        own = [origin for origin in origins if origin >= 0]
        assert own == sorted(set(own))


@given(ANY)
def test_every_quotation_stands_in_one_frame_between_marks(text):
    found = frames(text)
    quotations = find_quotations(text)
    assert [n for frame in found for n in frame.quotations] == list(range(len(quotations)))
    for frame in found:
        assert len(frame.quotations) == len(frame.marked) == len(frame.minor)
        assert len(frame.quotations) <= MOST_QUOTATIONS
        last = 0
        for number, mark in zip(frame.quotations, frame.marked, strict=True):
            assert last <= mark.start
            last = mark.end
            words = frame.text[mark.start : mark.end]
            assert words.startswith("“")
            assert words.endswith("”")
            inside = {frame.origin(i) for i in range(mark.start, mark.end)} - {-1}
            span = quotations[number].span
            assert all(span.start <= origin < span.end for origin in inside)


@given(ANY)
def test_no_word_outside_the_marks_is_a_quotations(text):
    quoted = {i for q in find_quotations(text) for i in range(q.outer.start, q.outer.end)}
    for frame in frames(text):
        inside = {i for mark in frame.marked for i in range(mark.start, mark.end)}
        outside = {frame.origin(i) for i in range(len(frame.text)) if i not in inside}
        assert not outside & quoted


@given(ANY)
def test_no_frame_has_line_ends(text):
    assert not any(set(frame.text) & set("\n\r\u2028\u2029\t") for frame in frames(text))


@given(st.integers(1, 30), st.integers(0, 40), st.sampled_from([" ", ". ", ", "]))
def test_frames_are_of_bounded_size(count, thousands, end):
    own = f"boat{end}" * (200 * thousands)
    words = "sail " * 500
    text = "".join(f"{own}“{words}” she said " for _ in range(count)) + own
    longest = MOST_QUOTATIONS * (2 * MOST_OWN + 60) + 2 * MOST_OWN + LEAD_WORDS * 5
    assert all(len(frame.text) <= longest for frame in frames(text))
