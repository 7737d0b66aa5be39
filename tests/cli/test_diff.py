"""`quotes diff`: two ledgers, and what became of the rows of one in the other."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from quotes.exports import FORMATS, READABLE, write_ledger
from tests.ledger.rows import ROW

SUFFIXES = ", ".join(suffix for name in READABLE for suffix in FORMATS[name].suffixes)
MINE = replace(ROW, rule="house.said", confidence=None, cue_start=18, cue_end=22)
YES = replace(ROW, quote="Yes.", quote_start=60, quote_end=64, speaker="Bo", document="b.txt")


@pytest.fixture
def ledgers(tmp_path, monkeypatch):
    """Ledgers in the folder where the test stands."""
    monkeypatch.chdir(tmp_path)
    write_ledger([ROW, YES], "old.csv")
    write_ledger([ROW, YES], "old.jsonl")
    write_ledger([MINE], "new.jsonl")
    write_ledger([], "empty.csv")
    return tmp_path


@pytest.mark.parametrize("other", ["old.csv", "old.jsonl"])
def test_ledgers_that_say_the_same_are_the_same_in_any_format(ledgers, run, other):
    result = run("diff", "old.csv", other)
    assert (result.exit_code, result.output) == (0, "the ledgers are the same: 2 rows\n")


def lines_of(result):
    """Return the printed lines, their blanks as single spaces."""
    return [" ".join(line.split()) for line in result.output.splitlines() if line.strip()]


def test_the_table_shows_each_change(ledgers, run):
    result = run("diff", "old.csv", "new.jsonl")
    assert result.exit_code == 1
    assert lines_of(result) == [
        "a.txt",
        "quote column A B",
        "─" * 78,
        "altered “We sail at dawn,” cue_start 19 18",
        "cue_end 23 22",
        "rule verb-speaker house.said",
        "confidence 0.96 —",
        "b.txt",
        "quote column A B",
        "─" * 78,
        "lost “Yes.” speaker Bo —",
        "rows: 0 added, 1 lost, 1 altered, 0 the same",
    ]


def test_a_row_that_is_new_is_shown_with_its_speaker(ledgers, run):
    result = run("diff", "empty.csv", "new.jsonl")
    assert result.exit_code == 1
    assert lines_of(result)[3:] == [
        "added “We sail at dawn,” speaker — Marit Ek",
        "rows: 1 added, 0 lost, 0 altered, 0 the same",
    ]


def test_long_quotes_are_cut_and_offsets_left_out_beside_words(ledgers, run):
    long = replace(ROW, quote="x" * 61, quote_end=62)
    write_ledger([long], "a.csv")
    write_ledger([replace(long, speaker="Ek", speaker_start=30)], "b.csv")
    result = run("diff", "a.csv", "b.csv")
    (first, *rest) = lines_of(result)[3:-1]
    assert (first.split()[0], *first.split()[2:]) == ("altered", "speaker", "Marit", "Ek", "Ek")
    assert "".join([first.split()[1], *rest]) == f"“{'x' * 59}…”"


def test_json_has_the_rows_whole_and_the_altered_by_column(ledgers, run):
    write_ledger([MINE, replace(ROW, document="c.txt")], "new.csv")
    result = run("diff", "old.csv", "new.csv", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "same": 0,
        "added": [asdict(replace(ROW, document="c.txt"))],
        "lost": [asdict(YES)],
        "altered": [
            {
                "document": "a.txt",
                "quote_start": 1,
                "quote_end": 17,
                "quote": "We sail at dawn,",
                "columns": {
                    "cue_start": {"before": 19, "after": 18},
                    "cue_end": {"before": 23, "after": 22},
                    "rule": {"before": "verb-speaker", "after": "house.said"},
                    "confidence": {"before": 0.96, "after": None},
                },
            }
        ],
    }


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["old.csv"], "Missing argument 'B'."),
        (["nope.csv", "old.csv"], "Invalid value for 'A': file 'nope.csv' does not exist."),
        (
            ["old.csv", "old.jsonl", "--format", "xml"],
            "Invalid value for --format: no format 'xml'; choose one of: table, json",
        ),
        (
            ["old.csv", "notes.doc"],
            "Invalid value for B: notes.doc: the file's suffix tells no ledger format; "
            f"give it one of: {SUFFIXES}",
        ),
    ],
)
def test_wrong_usage_is_told(ledgers, run, arguments, message):
    Path("notes.doc").touch()
    result = run("diff", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert " ".join(result.stderr.split("Error: ")[1].split()) == message


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "bad.jsonl",
            b"{\n",
            "bad.jsonl: row 1 (line 1): no JSON: Expecting property name enclosed in double "
            "quotes: line 2 column 1 (char 2); correct the row or extract the ledger again",
        ),
        (
            "bad.csv",
            b"\xff\n",
            "bad.csv: line 1: not UTF-8; save it as UTF-8",
        ),
    ],
)
def test_a_ledger_that_cannot_be_read_is_not_merely_different(ledgers, run, name, data, message):
    Path(name).write_bytes(data)
    result = run("diff", "old.csv", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"quotes: error: {message}\n"
