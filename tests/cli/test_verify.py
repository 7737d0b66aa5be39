"""`quotes verify`: proves a ledger or names what fails."""

from pathlib import Path

import pytest

OTHER_TEXT = "give the text that the ledger was made from or extract the ledger again"


@pytest.fixture
def ledger(articles, run):
    """A ledger of the good articles: two rows, of one document."""
    run("extract", "news", "-o", "ledger.csv")
    return Path("ledger.csv")


def test_a_sound_ledger_is_proved(ledger, run):
    result = run("verify", "ledger.csv")
    assert result.output == "ledger.csv: 2 rows proved against 1 document\n"
    assert result.exit_code == 0


def test_an_empty_ledger_is_proved(ledger, run):
    ledger.write_bytes(ledger.read_bytes().splitlines(True)[0])
    result = run("verify", "ledger.csv")
    assert result.output == "ledger.csv: 0 rows proved against 0 documents\n"
    assert result.exit_code == 0


def test_other_formats_are_proved(ledger, run):
    for name in ("ledger.jsonld", "ledger.hypothesis.json", "ledger.ninjs.json"):
        run("extract", "news", "-o", name)
        assert run("verify", name).output == f"{name}: 2 rows proved against 1 document\n"
    run("extract", "news", "-o", "ledger.json", "--format", "jsonl")
    assert run("verify", "ledger.json").exit_code == 2
    result = run("verify", "ledger.json", "--format", "jsonl")
    assert result.output == "ledger.json: 2 rows proved against 1 document\n"


def test_each_row_that_fails_is_named(ledger, run):
    ledger.write_bytes(ledger.read_bytes().replace(b"At dawn.", b"At dusk."))
    result = run("verify", "ledger.csv")
    assert result.exit_code == 1
    # “We sail,” she said. has 20 characters, CR and LF two more, and the mark one.
    assert result.stdout == (
        "ledger.csv: row 2 (line 3), quote: the text has 'At dawn.' at 23:31, not 'At dusk.'; "
        f"{OTHER_TEXT}\n"
        "ledger.csv: 1 of 2 rows failed\n"
    )


def test_a_changed_line_end_is_found(ledger, run):
    path = Path("news/ferry.txt")
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n"))
    result = run("verify", "ledger.csv")
    assert result.exit_code == 1
    assert "ledger.csv: row 2 (line 3), quote: the text has 't dawn.”' at 23:31, " in result.stdout


@pytest.mark.parametrize("folder", ["archive", "archive/2031"])
def test_documents_are_found_below_the_folders_given(ledger, run, folder):
    Path("archive/2031").mkdir(parents=True)
    Path("news/ferry.txt").rename(f"{folder}/ferry.txt")
    result = run("verify", "ledger.csv", "--documents", "bad", "--documents", folder)
    assert result.output == "ledger.csv: 2 rows proved against 1 document\n"


def test_a_whole_path_below_a_folder_goes_before_a_shorter_one(ledger, run):
    Path("archive/news").mkdir(parents=True)
    Path("news/ferry.txt").rename("archive/news/ferry.txt")
    Path("archive/ferry.txt").write_text("another article")
    result = run("verify", "ledger.csv", "--documents", "archive")
    assert result.output == "ledger.csv: 2 rows proved against 1 document\n"


def test_a_missing_document_is_named_in_its_rows(ledger, run):
    Path("news/ferry.txt").unlink()
    result = run("verify", "ledger.csv")
    assert result.exit_code == 1
    gone = (
        "news/ferry.txt: the document is not found; "
        "give the folder or the JSON file it is in with --documents"
    )
    assert result.stdout == (
        f"ledger.csv: row 1 (line 2), document: {gone}\n"
        f"ledger.csv: row 2 (line 3), document: {gone}\n"
        "ledger.csv: 2 of 2 rows failed\n"
    )


def test_what_came_from_standard_input_cannot_be_found_again(articles, run):
    run("extract", "-", "-o", "ledger.csv", stdin="“Yes,” she said.")
    result = run("verify", "ledger.csv")
    assert result.exit_code == 1
    assert result.stdout == (
        "ledger.csv: row 1 (line 2), document: -: came from standard input; "
        "save the text in a file and extract it again from there\n"
        "ledger.csv: 1 of 1 row failed\n"
    )


def test_a_file_that_is_no_ledger_is_an_error(articles, run):
    Path("a.csv").write_text("document,quote\n")
    result = run("verify", "a.csv")
    assert result.exit_code == 1
    assert result.stderr.startswith("quotes: error: a.csv: no column quote_id, no column utterance")
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument 'LEDGER'."),
        (["nope.csv"], "Invalid value for 'LEDGER': file 'nope.csv' does not exist."),
        (
            ["ledger.csv", "--documents", "nope"],
            "Invalid value for '--documents': path 'nope' does not exist.",
        ),
        (
            ["ledger.csv", "--format", "xls"],
            "Invalid value for --format: ledger.csv: no format 'xls'; "
            "choose one of: csv, jsonl, parquet, webannotation, hypothesis, ninjs, html",
        ),
    ],
)
def test_wrong_usage_is_told(ledger, run, arguments, message):
    result = run("verify", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"\nError: {message}\n")


def test_a_hostile_ledger_reads_nothing_odd(ledger, run):
    text = ledger.read_text("utf-8")
    for name in ("/dev/zero", "x" * 5000, "a\0b", "..", ""):
        ledger.write_text(text.replace("news/ferry.txt", name), "utf-8")
        result = run("verify", "ledger.csv")
        assert result.exit_code == 1
        assert result.stdout.endswith("ledger.csv: 2 of 2 rows failed\n")
        assert "the document is not found" in result.stdout
