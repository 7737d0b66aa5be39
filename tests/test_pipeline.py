"""The whole pipeline with the real model: what holds for any text, two real articles, the work."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes import pipeline
from quotes.records import Document, Kind
from tests.marks.test_properties import TEXTS, planted
from tests.regressions.extraction import extractor, rows_of, rows_of_each

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
FIXTURES = sorted((ROOT / "fixtures").glob("*.txt"))
SPANS = ("quote", "speaker", "title", "mention", "cue")
SLOW = {"suppress_health_check": [HealthCheck.too_slow], "deadline": None}

SPEECH = st.lists(
    st.sampled_from(
        [
            *(
                "“Go on,” said Mayor Ana Ruiz. ",
                "“No,” she said. ",
                "Mr. Holm called it “unsafe.” ",
            ),
            *('"It\'s late," he added, "or so." ', "''Go,'' said Lt. Holm. ", "‘Go,’ he said. "),
            *("« Va », dit-elle. ", "„Geh,“ said Ruiz. ", "``Go,'' a man said. ", "Ruiz: “Go.” "),
            *("The Grain Board (GRB) met. ", "Ruiz’s boat ", "“The first,\n\n", "\r\n", "\n", "\t"),
            *(
                "🎉 ",
                "𝔡awn ",
                "\u200b",
                "\u00a0",
                "“",
                "”",
                '"',
                "'",
                "(",
                "— ",
                "\ufeff",
                "e\u0301",
            ),
        ]
    ),
    max_size=12,
).map("".join)
ANY = st.one_of(TEXTS, SPEECH, planted().map(lambda case: case[0]))


def check(text, rows):
    """Check that each row is in order and slices back from the text."""
    last = 0
    for row in rows:
        assert last <= row.quote_start < row.quote_end <= len(text)
        last = row.quote_end
        assert row.speaker_type is None if row.speaker is None else row.speaker_type
        for column in SPANS:
            words, start, end = (getattr(row, f"{column}{part}") for part in ("", "_start", "_end"))
            assert (words is None) == (start is None) == (end is None)
            if words is not None:
                assert 0 <= start < end <= len(text)
                assert text[start:end] == words


@given(ANY)
@settings(max_examples=80, **SLOW)
def test_every_cell_slices_back_from_any_text(text):
    check(text, rows_of(text))
    check(text, rows_of(text, include_other=True))


@given(st.lists(ANY, min_size=1, max_size=4))
@settings(max_examples=25, **SLOW)
def test_a_text_has_the_same_rows_alone_and_among_others(texts):
    documents = [Document(f"{number}", text) for number, text in enumerate(texts)]
    alone = [extractor().extract(document) for document in documents]
    assert extractor().extract_batch(documents) == alone
    assert extractor().extract_batch(documents[::-1]) == alone[::-1]


@given(SPEECH)
@settings(max_examples=40, **SLOW)
def test_the_ledger_is_the_rows_that_are_no_others(text):
    every = rows_of(text, include_other=True)
    assert {row.quote_start for row in rows_of(text)} == {
        row.quote_start for row in every if row.kind is not Kind.OTHER
    }


PLAIN = "Ilse Kranz, the harbour's director, rose.{end}“The ferry is old,” she said. “It leaks.”"
STYLES = ["“”", '""', ("''", "''"), ("``", "''"), ("«", "»"), ("„", "“"), "‘’", ("'", "'")]


@pytest.mark.parametrize("marks", STYLES)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\r\n\r\n"])
@pytest.mark.parametrize("before", ["", "🎉 𝔡. ", "\ufeff", "\u200b"])
def test_marks_and_line_ends_and_signs_change_nothing(marks, end, before):
    text = before + PLAIN.format(end=end).replace("“", marks[0]).replace("”", marks[1])
    if marks == ("„", "“"):
        text = before + PLAIN.format(end=end).replace("“", "„").replace("”", "“")
    rows = rows_of(text)
    assert [(row.quote, row.speaker, row.mention, row.title) for row in rows] == [
        ("The ferry is old,", "Ilse Kranz", "she", "the harbour's director"),
        ("It leaks.", "Ilse Kranz", "she", "the harbour's director"),
    ]
    assert len({row.utterance for row in rows}) == 1
    check(text, rows)


def test_rows_come_in_the_order_of_the_documents_each_with_its_id():
    texts = ["“Go,” said Ana Ruiz.", "Nobody spoke.", "“Stay,” said Bob Holm."]
    documents = [Document(f"article {number}", text) for number, text in enumerate(texts)]
    batch = extractor().extract_batch(documents)
    assert [[(row.document, row.speaker) for row in rows] for rows in batch] == [
        [("article 0", "Ana Ruiz")],
        [],
        [("article 2", "Bob Holm")],
    ]


@pytest.mark.parametrize("text", ["", " \n\r\n\t ", "“", "“”", '"', "''", "\x00", "\ud800", "“\n”"])
def test_nothing_to_quote(text):
    assert rows_of(text) == []


@pytest.mark.parametrize("text", ["“<b>”“'”‹", "Ruiz said “<b>”“'”‹. “Go,” she said."])
def test_a_token_may_run_over_two_quotations(text):
    check(text, rows_of(text, include_other=True))


def test_lone_surrogates_stay_as_they_are():
    text = "“Go \ud800 on,” said Ana \udfffRuiz.\n\n\ud800 “Stay,” said Bob Holm."
    rows = rows_of(text)
    assert [row.quote for row in rows] == ["Go \ud800 on,", "Stay,"]
    assert rows[1].speaker == "Bob Holm"
    check(text, rows)


def test_the_parts_of_one_utterance_share_its_number():
    text = (
        "“The ferry,” said Tom Berg, “is old. It leaks.” He rose.\n\n“It smells,” he added."
        " “It sinks,” said Ilse Kranz."
    )
    assert [row.utterance for row in rows_of(text)] == [1, 1, 2, 3]


def test_an_article_pasted_twice_has_its_rows_twice():
    text = "“The ferry is old,” said Ilse Kranz, the director.\n\n"
    once, twice = rows_of(text), rows_of(text * 2)
    moved = [
        replace(
            row,
            quote_start=row.quote_start - len(text),
            quote_end=row.quote_end - len(text),
        )
        for row in twice[1:]
    ]
    assert [(r.quote, r.quote_start, r.speaker, r.title) for r in moved] == [
        (r.quote, r.quote_start, r.speaker, r.title) for r in once
    ]


def test_a_paragraph_longer_than_any_frame_has_its_rows():
    paragraph = " ".join(path.read_text("utf-8").replace("\n", " ") for path in FIXTURES)
    rows = rows_of(paragraph)
    assert len(rows) > 200
    check(paragraph, rows)


def test_inspecting_gives_the_rows_and_what_they_were_made_of():
    document = Document("", "“The ferry is old,” said Ilse Kranz, the director.")
    inspected = extractor().inspect(document)
    assert list(inspected.rows) == extractor().extract(document)
    assert inspected.links[0].rule == inspected.rows[0].rule
    assert inspected.verdicts[0].kind == inspected.rows[0].kind
    assert len(inspected.quotations) == len(inspected.parses) == 1


@pytest.fixture(scope="module")
def seed():
    if not SEEDS.is_dir():
        pytest.skip("the two real articles are not part of this repository")

    def read(name):
        return (SEEDS / name).read_bytes().decode()

    return read


def test_an_article_of_three_utterances_and_two_scare_quotes(seed):
    text = seed("000.txt")
    rows = rows_of(text)
    assert [(row.speaker, row.title) for row in rows] == [
        ("Patrick J. Lechleitner", "Acting ICE Director")
    ] * 5
    assert [row.utterance for row in rows] == [1, 2, 2, 3, 3]
    assert not [row for row in rows if "sanctuary" in row.quote]
    check(text, rows)


def test_an_article_without_a_quote(seed):
    assert rows_of(seed("004.txt")) == []


WORK = 0.54
"""Words that may reach the parser for each word read."""


def test_few_of_the_words_read_reach_the_parser(monkeypatch):
    texts = [path.read_bytes().decode() for path in FIXTURES]
    parsed, parse_frames = [], pipeline.parse_frames

    def counted(nlp, frames):
        frames = list(frames)
        parsed.extend(len(frame.text.split()) for frame in frames)
        return parse_frames(nlp, frames)

    monkeypatch.setattr(pipeline, "parse_frames", counted)
    rows_of_each(texts)
    assert sum(parsed) / sum(len(text.split()) for text in texts) <= WORK
