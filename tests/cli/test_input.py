"""Articles in HTML and JSON: through `quotes extract` and back through `quotes verify`."""

import csv
import html
import json
import re
from pathlib import Path

import pytest

HTML = "<p>&ldquo;We <b>sail</b>&nbsp;at <i>dawn</i>,&rdquo; she&nbsp;said. “No&#46;”</p>"
ITEM = {"uri": "urn:harbour:1", "headline": "“Ready”", "body_html": HTML}


@pytest.fixture
def inputs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("desk").mkdir()
    Path("desk/a.html").write_text(HTML, "utf-8")
    Path("desk/b.htm").write_text("<q>Yes</q>", "utf-8")
    records = [{"id": 1, "text": "“One”"}, {"id": "x/2", "html": HTML}, {"id": 3}]
    Path("desk/c.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    Path("desk/d.json").write_text(json.dumps(ITEM), "utf-8")
    Path("desk/e.csv-metadata.json").write_text("{}", "utf-8")
    return tmp_path


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


LINE_3 = (
    "quotes: error: desk/c.jsonl: line 3: no field 'text' or 'html'; its fields: id; "
    "name the field that holds the article with --text-field or --html-field\n"
)


def test_every_format_becomes_rows_and_is_proved(inputs, run):
    result = run("extract", "desk", "-o", "out.csv")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", LINE_3)
    assert [(row["document"], row["quote"]) for row in rows_of("out.csv")] == [
        ("desk/a.html", "We sail\xa0at dawn,"),
        ("desk/a.html", "No."),
        ("desk/b.htm", "Yes"),
        ("1", "One"),
        ("x/2", "We sail\xa0at dawn,"),
        ("x/2", "No."),
        ("urn:harbour:1", "Ready"),
        ("urn:harbour:1", "We sail\xa0at dawn,"),
        ("urn:harbour:1", "No."),
    ]
    result = run("verify", "out.csv", "--documents", "desk")
    assert result.output == "out.csv: 9 rows proved against 5 documents\n"


def test_source_offsets_lead_to_the_words_in_the_source(inputs, run):
    run("extract", "desk", "-o", "out.csv", "--source-offsets")
    rows = rows_of("out.csv")
    assert list(rows[0])[-3:] == ["source_field", "source_start", "source_end"]
    sources = {
        ("desk/a.html", ""): HTML,
        ("desk/b.htm", ""): "<q>Yes</q>",
        ("1", "/text"): "“One”",
        ("x/2", "/html"): HTML,
        ("urn:harbour:1", "/headline"): "“Ready”",
        ("urn:harbour:1", "/body_html"): HTML,
    }
    assert {(row["document"], row["source_field"]) for row in rows} == set(sources)
    for row in rows:
        source = sources[row["document"], row["source_field"]]
        piece = source[int(row["source_start"]) : int(row["source_end"])]
        assert html.unescape(re.sub("<[^>]*>", "", piece)) == row["quote"]
    assert run("verify", "out.csv", "--documents", "desk").exit_code == 0


@pytest.mark.parametrize("name", ["out.csv", "out.jsonl"])
def test_source_offsets_are_proved_too(inputs, run, name):
    run("extract", "desk/d.json", "-o", name, "--source-offsets")
    assert run("verify", name, "--documents", "desk").exit_code == 0
    ledger = Path(name).read_text("utf-8")
    # In HTML the first quote of the body stands at 10:45, as below.
    shifted = ledger.replace("/body_html,10,45", "/headline,11,45")
    shifted = shifted.replace(
        '"/body_html", "source_start": 10,', '"/headline", "source_start": 11,'
    )
    Path(name).write_text(shifted, "utf-8")
    result = run("verify", name, "--documents", "desk")
    other = "give the text that the ledger was made from or extract the ledger again"
    place = f"{name}: row 2 (line {3 if name == 'out.csv' else 2}), source_"
    assert result.stdout == (
        f"{place}field: expected '/body_html' for this quote, found '/headline'; {other}\n"
        f"{place}start: expected 10 for this quote, found 11; {other}\n"
        f"{name}: 1 of 3 rows failed\n"
    )


def test_source_offsets_stand_in_json_lines_too(inputs, run):
    result = run("extract", "desk/a.html", "--format", "jsonl", "--source-offsets")
    first = json.loads(result.stdout.splitlines()[0])
    # <p>&ldquo; has 10 characters, and "We <b>sail</b>&nbsp;at <i>dawn</i>," 35.
    assert list(first.items())[-3:] == [
        ("source_field", None),
        ("source_start", 10),
        ("source_end", 45),
    ]


def test_a_plain_text_is_its_own_source(inputs, run):
    Path("a.txt").write_text("She: “Yes.”", "utf-8")
    result = run("extract", "a.txt", "--format", "jsonl", "--source-offsets")
    row = json.loads(result.stdout)
    assert (row["source_field"], row["source_start"], row["source_end"]) == (None, 6, 10)


def test_an_input_format_may_be_named(inputs, run):
    result = run("extract", "-", "--input", "html", "--format", "jsonl", stdin=HTML)
    assert [json.loads(line)["quote_start"] for line in result.stdout.splitlines()] == [1, 30]
    result = run("extract", "desk", "--input", "html", "--format", "jsonl")
    documents = [json.loads(line)["document"] for line in result.stdout.splitlines()]
    assert documents == ["desk/a.html", "desk/a.html", "desk/b.htm"]
    assert result.exit_code == 0


def test_fields_may_be_named(inputs, run):
    Path("a.jsonl").write_text('{"key": "k", "body": "“<b>”"}', "utf-8")
    names = ("--id-field", "key", "--text-field", "body")
    result = run("extract", "a.jsonl", "-o", "out.csv", *names)
    assert result.exit_code == 0
    assert [(row["document"], row["quote"]) for row in rows_of("out.csv")] == [("k", "<b>")]
    result = run("verify", "out.csv", "--documents", "a.jsonl", *names)
    assert result.output == "out.csv: 1 row proved against 1 document\n"
    names = ("--id-field", "key", "--html-field", "body")
    Path("a.jsonl").write_text('{"key": "k", "body": "“<b>No</b>”"}', "utf-8")
    result = run("extract", "a.jsonl", "--format", "jsonl", *names)
    assert json.loads(result.stdout)["quote"] == "No"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--input", "pdf"],
            "Invalid value for --input: no format 'pdf'; "
            "choose one of: text, html, jsonl, json, ninjs, superdesk",
        ),
        (
            ["--source-offsets"],
            "Invalid value for --source-offsets: table has no columns for them; "
            "choose one of: csv, jsonl, parquet",
        ),
        (
            ["--source-offsets", "--format", "csv", "--offset-unit", "utf16"],
            "Invalid value for --source-offsets: count code points, not utf16; "
            "leave --offset-unit out",
        ),
        (
            ["-o", "desk/a.html", "--format", "csv"],
            "Invalid value for --output: desk/a.html: is one of the articles, "
            "which it would replace; name another file",
        ),
    ],
)
def test_wrong_usage_is_told(inputs, run, arguments, message):
    result = run("extract", "desk", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"\nError: {message}\n")
