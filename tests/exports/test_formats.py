"""What is written, to the byte, and what comes back."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import LedgerError
from quotes.exports import FORMATS, Found, Options, format_of
from quotes.records import COLUMNS
from tests.ledger.rows import BARE, QUOTE_ID, ROW, SHA

HEADER = (
    b"document,quote_id,utterance,kind,quote,quote_start,quote_end,"
    b"speaker,speaker_start,speaker_end,speaker_type,title,title_start,title_end,"
    b"mention,mention_start,mention_end,cue,cue_start,cue_end,rule,title_rule,"
    b"confidence,document_sha256\r\n"
)


SUFFIXES = (
    ".csv, .jsonl, .ndjson, .parquet, .jsonld, .hypothesis.json, .ninjs.json, .ninjs.jsonl, "
    ".html, .htm"
)
NAMES = "csv, jsonl, parquet, webannotation, hypothesis, ninjs, html"


def written(rows, name):
    stream = io.BytesIO()
    count = FORMATS[name].write([Found(None, iter(rows))], stream, Options())
    assert count == len(rows)
    return stream.getvalue()


def read_back(data, name):
    return [entry.row for entry in FORMATS[name].read(io.BytesIO(data), "ledger")]


def test_csv_without_rows_is_its_header():
    assert written([], "csv") == HEADER


def test_json_lines_without_rows_are_empty():
    assert written([], "jsonl") == b""


def test_csv_is_rfc_4180():
    expected = (
        f'a.txt,{QUOTE_ID},1,direct,"We sail at dawn,",1,17,Marit Ek,24,32,person,'
        "the harbour pilot,34,51,Marit Ek,24,32,said,19,23,verb-speaker,apposition,0.96,"
        f"{SHA}\r\n"
        f'a.txt,{QUOTE_ID},1,direct,"We sail at dawn,",1,17,,,,,,,,,,,,,,,,,{SHA}\r\n'
    )
    assert written([ROW, BARE], "csv") == HEADER + expected.encode()


@pytest.mark.parametrize(
    ("quote", "cell"),
    [
        ("plain", "plain"),
        ("one, two", '"one, two"'),
        ('the "best" one', '"the ""best"" one"'),
        ("over\r\nlines", '"over\r\nlines"'),
        ("a\rb", '"a\rb"'),
        ("=1+1", "=1+1"),
        (" blank ", " blank "),
        ("Å 😀", "Å 😀"),
    ],
)
def test_csv_quotes_only_where_it_must_and_alters_nothing(quote, cell):
    data = written([replace(BARE, quote=quote)], "csv").removeprefix(HEADER)
    assert data == f"a.txt,{QUOTE_ID},1,direct,{cell},1,17,,,,,,,,,,,,,,,,,{SHA}\r\n".encode()


def test_json_lines_have_numbers_and_nulls_in_the_order_of_the_columns():
    (line,) = written([replace(BARE, quote="Å\u2028", confidence=0.5)], "jsonl").splitlines(True)
    assert (
        line
        == (
            f'{{"document": "a.txt", "quote_id": "{QUOTE_ID}", "utterance": 1, "kind": "direct", '
            '"quote": "Å\u2028", "quote_start": 1, "quote_end": 17, '
            '"speaker": null, "speaker_start": null, "speaker_end": null, "speaker_type": null, '
            '"title": null, "title_start": null, "title_end": null, '
            '"mention": null, "mention_start": null, "mention_end": null, '
            '"cue": null, "cue_start": null, "cue_end": null, '
            '"rule": null, "title_rule": null, "confidence": 0.5, '
            f'"document_sha256": "{SHA}"}}\n'
        ).encode()
    )


def rows(alphabet):
    """Strategy: rows with arbitrary words; what is empty cannot be told from what is missing."""
    words = st.text(alphabet, min_size=1)
    return st.builds(
        lambda document, quote, speaker, confidence: replace(
            ROW, document=document, quote=quote, speaker=speaker, confidence=confidence
        ),
        words,
        words,
        words,
        st.none() | st.floats(0, 1),
    )


@given(st.lists(rows(st.characters(exclude_categories=["Cs"])), max_size=3))
def test_csv_comes_back_as_it_was(ledger):
    assert read_back(written(ledger, "csv"), "csv") == ledger


@given(st.lists(rows(st.characters()), max_size=3))
def test_json_lines_come_back_as_they_were(ledger):
    assert read_back(written(ledger, "jsonl"), "jsonl") == ledger


def test_an_empty_document_id_stays_empty():
    nameless = replace(BARE, document="")
    for name in ("csv", "jsonl"):
        assert read_back(written([nameless], name), name) == [nameless]


def test_a_quote_may_be_as_long_as_an_article():
    long = replace(BARE, quote="x" * 1_000_000)
    assert read_back(written([long], "csv"), "csv") == [long]


def test_csv_refuses_what_utf8_cannot_hold():
    with pytest.raises(LedgerError) as caught:
        written([ROW, replace(ROW, quote="a\udc80")], "csv")
    assert str(caught.value) == (
        "row 2: a lone surrogate (U+DC80) cannot be written as CSV; write JSON Lines instead"
    )


def test_csv_that_a_spreadsheet_saved_is_read():
    stream = io.StringIO()
    names = [*reversed(COLUMNS), "remark"]
    writer = csv.DictWriter(stream, names, lineterminator="\n")
    writer.writeheader()
    writer.writerow({name: getattr(ROW, name) for name in COLUMNS} | {"remark": "nice, that"})
    data = b"\xef\xbb\xbf" + stream.getvalue().encode() + b"\n"
    assert read_back(data, "csv") == [ROW]


def test_json_lines_may_have_other_keys_and_blank_lines():
    values = {name: getattr(ROW, name) for name in reversed(COLUMNS)} | {"remark": [1]}
    data = b"\n" + json.dumps(values).encode() + b"\r\n\n"
    assert read_back(data, "jsonl") == [ROW]


@pytest.mark.parametrize(
    ("path", "name", "expected"),
    [
        ("a.csv", None, "csv"),
        ("a/b.JSONL", None, "jsonl"),
        ("a.csv", "jsonl", "jsonl"),
        ("a", "csv", "csv"),
        ("a.hypothesis.json", None, "hypothesis"),
        ("a.Ninjs.JSON", None, "ninjs"),
        ("a.jsonld", None, "webannotation"),
    ],
)
def test_the_format_is_what_is_named_or_the_suffix(path, name, expected):
    assert format_of(path, name).name == expected


@pytest.mark.parametrize(
    ("path", "name", "message"),
    [
        (
            "a.xls",
            None,
            "a.xls: the file's suffix tells no ledger format; "
            f"give it one of the suffixes {SUFFIXES} or name the format: {NAMES}",
        ),
        ("a.csv", "xls", f"a.csv: no format 'xls'; choose one of: {NAMES}"),
    ],
)
def test_an_unknown_format_is_answered_with_those_there_are(path, name, message):
    with pytest.raises(LedgerError) as caught:
        format_of(path, name)
    assert str(caught.value) == message
