"""The comparison of frames with whole paragraphs."""

from quotes.frames import build_frames
from quotes.marks import find_paragraphs, find_quotations
from tests.bench.figures import GOALS
from tests.bench.whole import WORDS, table, whole_paragraphs

TEXT = "It rained. Ann rose and left. Bob said: “The boats will leave at dawn.” Nobody else did."


def framed():
    paragraphs = find_paragraphs(TEXT)
    return [f.text for f in build_frames(TEXT, paragraphs, find_quotations(TEXT, paragraphs))]


def test_whole_paragraphs_are_whole_and_only_for_a_while():
    before = framed()
    with whole_paragraphs():
        assert framed() == [TEXT]
    assert framed() == before == ["Bob said: “Right.”"]


def test_what_frames_make_worse_is_marked():
    same = dict.fromkeys([*GOALS, WORDS], 0.9)
    lines = list(
        table(
            {"dev": same | {"f1": 0.896, "other": 0.904}, "train": same | {WORDS: 0.1}},
            {"dev": same, "train": same},
        )
    )
    assert "| f1 | 0.896! | 0.900 | 0.900 | 0.900 |" in lines
    assert "| other | 0.904! | 0.900 | 0.900 | 0.900 |" in lines
    assert f"| {WORDS} | 0.900 | 0.900 | 0.100 | 0.900 |" in lines


def test_a_part_without_names_has_no_figures_of_them():
    same = dict.fromkeys([*GOALS, WORDS], 0.9)
    lines = list(
        table({"dev": same, "train": same | {"entity": None}}, {"dev": same, "train": same})
    )
    assert "| entity | 0.900 | 0.900 | — | — |" in lines
