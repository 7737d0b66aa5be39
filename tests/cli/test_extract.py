"""`quotes extract`: what it writes where, what it says and how it ends."""

import json
from pathlib import Path

import pytest

from quotes.exports import read_ledger
from quotes.records import COLUMNS

ICONV = "convert it, for example with: iconv -f WINDOWS-1252 -t UTF-8 bad/latin.txt > new.txt"
LATIN = f"quotes: error: bad/latin.txt: not UTF-8: byte 0xE9 at offset 3; {ICONV}\n"
RAISES = (
    "quotes: error: bad/raises.txt: could not be processed: ValueError: bad luck; "
    "leave it out, and please report it\n"
)


def test_a_table_is_what_the_terminal_shows(articles, run):
    result = run("extract", "news")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert [" ".join(line.split()) for line in result.stdout.splitlines()] == [
        "news/ferry.txt",
        "",
        "quote speaker title cue rule",
        "─" * 78,
        "“We sail,” — — — —",
        "“At dawn.” — — — —",
        "",
        "news/quiet.txt",
        "no quotes",
        "",
        "2 quotes in 2 documents: 0 with a speaker, 0 with a title",
    ]


def test_csv_on_standard_output_is_the_ledger_and_nothing_else(articles, run):
    result = run("extract", "news", "--format", "csv")
    lines = result.stdout_bytes.split(b"\r\n")
    assert lines[0].decode() == ",".join(COLUMNS)
    assert [line.split(b",")[0] for line in lines[1:]] == [b"news/ferry.txt"] * 2 + [b""]
    assert (result.exit_code, result.stderr) == (0, "")


def test_standard_input_is_an_article(articles, run):
    result = run("extract", "-", "--format", "jsonl", stdin="Å! “Ja,”\r\nsa hon.")
    (row,) = map(json.loads, result.stdout.splitlines())
    assert (row["document"], row["quote"], row["quote_start"], row["quote_end"]) == (
        "-",
        "Ja,",
        4,
        7,
    )
    assert list(row) == list(COLUMNS)
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["-o", "out.csv"], "out.csv"),
        (["--output", "out.jsonl"], "out.jsonl"),
        (["-o", "out.csv", "--format", "jsonl"], "out.csv"),
        (["-o", "ledger", "--format", "csv", "--quiet"], "ledger"),
    ],
)
def test_a_file_has_the_format_named_or_that_of_its_suffix(articles, run, arguments, name):
    result = run("extract", "news", *arguments)
    assert (result.exit_code, result.output) == (0, "")
    wanted = "jsonl" if "jsonl" in " ".join(arguments) else "csv"
    rows = list(read_ledger(name, format=wanted))
    assert [row.quote for row in rows] == ["We sail,", "At dawn."]


def test_a_table_may_go_to_a_file(articles, run):
    result = run("extract", "news", "--format", "table", "-o", "ledger.md")
    assert (result.exit_code, result.output) == (0, "")
    text = Path("ledger.md").read_text("utf-8")
    assert text.startswith("news/ferry.txt\n")
    assert text.endswith("\n2 quotes in 2 documents: 0 with a speaker, 0 with a title\n")


def test_an_empty_ledger_has_its_header(articles, run):
    run("extract", "news/quiet.txt", "-o", "out.csv")
    assert Path("out.csv").read_bytes() == ",".join(COLUMNS).encode() + b"\r\n"


def test_quiet_leaves_the_summary_out(articles, run):
    assert "documents" in run("extract", "news").stdout
    assert "documents" not in run("extract", "news", "--quiet").stdout


def test_all_lists_what_is_nobodys_speech(articles, run):
    assert '"kind": "other"' in run("extract", "news", "--all", "--format", "jsonl").stdout


@pytest.mark.parametrize("processes", ["1", "2"])
def test_bad_documents_are_named_and_the_rest_is_written(articles, run, processes):
    result = run("extract", "bad", "nope.txt", "news", "-o", "out.csv", "-j", processes)
    assert result.exit_code == 1
    missing = "quotes: error: nope.txt: no such file or folder; check the path\n"
    assert sorted(result.stderr.splitlines(True)) == sorted([LATIN, missing, RAISES])
    assert [row.quote for row in read_ledger("out.csv")] == ["We sail,", "At dawn."]


def test_failed_documents_are_counted(articles, run):
    assert run("extract", "bad", "news/ferry.txt").stdout.endswith(
        "\n2 quotes in 1 document: 0 with a speaker, 0 with a title; 2 documents failed\n"
    )


def test_bytes_are_the_same_for_every_number_of_processes(articles, run):
    for n in range(30):
        Path(f"news/{n}.txt").write_text(f"“Number {n},” she said. " * 300, "utf-8")
    run("extract", "news", "-o", "one.csv", "-j", "1")
    run("extract", "news", "-o", "two.csv", "-j", "2")
    assert Path("one.csv").read_bytes() == Path("two.csv").read_bytes()
    assert len(list(read_ledger("one.csv"))) == 30 * 300 + 2


def test_the_limit_can_be_changed(articles, run):
    Path("long.txt").write_text("“" + "x" * 1_500_000 + "”", "utf-8")
    assert run("extract", "long.txt", "-o", "out.csv").exit_code == 0
    result = run("extract", "long.txt", "-o", "out.csv", "--max-size", "1")
    assert result.exit_code == 1
    assert result.stderr == (
        "quotes: error: long.txt: larger than 1 MB; "
        "split it into its articles or raise the limit (--max-size)\n"
    )


USAGE = (
    "Usage: quotes extract [OPTIONS] {PATHS}...\nTry 'quotes extract --help' for help.\n\nError: "
)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument 'PATHS'."),
        (
            ["news", "--format", "xls"],
            "Invalid value for --format: no format 'xls'; choose one of: table, csv, jsonl, "
            "parquet, webannotation, hypothesis, ninjs, html",
        ),
        (
            ["news", "-o", "out.xls"],
            "Invalid value for --output: out.xls: the file's suffix tells no ledger format; "
            "give it one of the suffixes .csv, .jsonl, .ndjson, .parquet, .jsonld, "
            ".hypothesis.json, .ninjs.json, .ninjs.jsonl, .html, .htm or name the format: "
            "csv, jsonl, parquet, webannotation, hypothesis, ninjs, html",
        ),
        (
            ["news", "-o", "nope/out.csv"],
            "Invalid value for --output: nope/out.csv: there is no folder nope; create it first",
        ),
        (
            ["news", "-o", "bad", "--format", "csv"],
            "Invalid value for --output: bad: is a folder; name a file in it",
        ),
        (
            ["news/ferry.txt", "-o", "./news/ferry.txt", "--format", "csv"],
            "Invalid value for --output: ./news/ferry.txt: is one of the articles, "
            "which it would replace; name another file",
        ),
        (["news", "--rules", "nope"], "Invalid value for '--rules': dir 'nope' does not exist."),
    ],
)
def test_wrong_usage_is_told_before_any_work(articles, run, arguments, message):
    result = run("extract", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{USAGE}{message}\n"
    assert not Path("out.xls").exists()


@pytest.mark.parametrize(
    "arguments", [["news", "-j", "0"], ["news", "--max-size", "0"], ["news", "--nope"]]
)
def test_impossible_options_are_wrong_usage(articles, run, arguments):
    assert run("extract", *arguments).exit_code == 2


def test_a_missing_model_is_wrong_usage_and_writes_nothing(articles, run):
    result = run("extract", "news", "--model", "en_nowhere", "-o", "out.csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "quotes: error: no model 'en_nowhere'; install it\n"
    assert sorted(path.name for path in articles.iterdir()) == ["bad", "news"]


def test_what_stands_in_an_article_cannot_steer_the_terminal(articles, run):
    Path("evil.txt").write_text("“\x1b[2J[red]Boo:smile:\u202e\x9b1m”", "utf-8")
    table = run("extract", "evil.txt").stdout
    assert "\\x1b[2J[red]Boo:smile:\\u202e\\x9b1m" in table.replace("\n", "").replace(
        " ", ""
    ).replace("—", "")
    assert not set("\x1b\u202e\x9b") & set(table)


def test_what_stands_in_a_name_cannot_steer_the_terminal(articles, run):
    result = run("extract", "\x1bc.txt")
    assert result.stderr == "quotes: error: \\x1bc.txt: no such file or folder; check the path\n"


def test_a_csv_for_spreadsheets_is_described(articles, run):
    result = run("extract", "news", "-o", "out.csv", "--excel")
    assert (result.exit_code, result.output) == (0, "")
    assert Path("out.csv").read_bytes().startswith(b"\xef\xbb\xbfdocument,")
    described = json.loads(Path("out.csv-metadata.json").read_text("utf-8"))
    values = {p["schema:name"]: p["schema:value"] for p in described["schema:additionalProperty"]}
    assert values["formulaGuard"] == "apostrophe"
    assert values["program"].startswith("quote-ledger ")
    assert values["model"].startswith("en_core_web_sm")
    assert values["model"].endswith(" 3.8.0")
    assert len(values["rules"]) == len("sha256:") + 64


def test_a_csv_is_described_where_that_is_asked_for(articles, run):
    run("extract", "news", "-o", "plain.csv")
    run("extract", "news", "-o", "out.csv", "--csvw")
    assert Path("out.csv").read_bytes() == Path("plain.csv").read_bytes()
    assert not Path("plain.csv-metadata.json").exists()
    assert Path("out.csv-metadata.json").exists()


def test_a_spreadsheet_on_standard_output_is_csv(articles, run):
    assert run("extract", "news", "--excel").stdout_bytes.startswith(b"\xef\xbb\xbfdocument,")


@pytest.mark.parametrize("name", ["out.csv", "out.jsonl"])
def test_offsets_may_count_other_units(articles, run, name):
    Path("news/wide.txt").write_text("😀 “Yes”", "utf-8")
    run("extract", "news", "-o", name, "--offset-unit", "utf16")
    assert run("verify", name).output == f"{name}: 3 rows proved against 2 documents\n"
    assert Path(f"{name}-metadata.json").exists() == name.endswith(".csv")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--excel", "--format", "jsonl"],
            "--excel: writes CSV, not jsonl; leave it out, or name a file that ends in .csv",
        ),
        (["--csvw"], "--csvw: describes a CSV beside it; write one to a file with -o"),
        (
            ["--csvw", "-o", "out.jsonl"],
            "--csvw: describes a CSV beside it; write one to a file with -o",
        ),
        (["--offset-unit", "utf16"], "--offset-unit: table shows no offsets; leave it out"),
    ],
)
def test_choices_that_do_not_go_together_are_wrong_usage(articles, run, arguments, message):
    result = run("extract", "news", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{USAGE}Invalid value for {message}\n"
