"""CSV for spreadsheets: nothing in it runs, and everything comes back."""

import csv
import io
import shutil
import subprocess
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.exports import Found, Options, read_ledger
from quotes.ledger import Unit
from tests.exports.made import ARTICLE, FOUND, WIDE_ROW, entries, written
from tests.ledger.rows import BARE, ROW

GUARDED = Options(guarded=True)
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'", "''", "'tis", "'=1+1"]


def cells(data):
    """Return the rows of a CSV as any reader of CSV sees them, by their header."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\nx", "'\nx"),
        ("'tis", "''tis"),
        ("plain = not a formula", "plain = not a formula"),
        (" =1", " =1"),
        ("’tis", "’tis"),
    ],
)
def test_a_cell_that_could_run_begins_with_an_apostrophe(words, cell):
    row = replace(BARE, document=words, quote=words)
    (found,) = cells(written([Found(None, [row])], "csv", GUARDED))
    assert (found["document"], found["quote"], found["formula_guard"]) == (cell, cell, "apostrophe")
    assert found["quote_start"] == "1"
    assert found["speaker"] == ""


@given(st.lists(st.text(min_size=1) | st.sampled_from(HOSTILE), min_size=5, max_size=5))
def test_nothing_runs_and_everything_comes_back(words):
    words = [word.encode(errors="replace").decode() for word in words]
    document, quote, speaker, rule, cue = words
    row = replace(ROW, document=document, quote=quote, speaker=speaker, rule=rule, cue=cue)
    data = written([Found(None, [row])], "csv", GUARDED)
    (found,) = cells(data)
    assert not [cell for cell in found.values() if cell[:1] in {*"=+-@\t\r\n"} and cell]
    assert [entry.row for entry in entries(data, "csv")] == [row]


def test_a_file_without_guard_is_taken_as_it_is():
    row = replace(BARE, quote="'=1+1")
    data = written([Found(None, [row])], "csv")
    assert b"formula_guard" not in data
    assert [entry.row for entry in entries(data, "csv")] == [row]


def test_a_guard_that_is_not_known_is_a_flaw():
    data = written([Found(None, [ROW])], "csv", GUARDED).replace(b"apostrophe\r\n", b"tab\r\n")
    (entry,) = entries(data, "csv")
    assert [tuple(flaw)[:2] for flaw in entry.flaws] == [
        ("formula_guard", "expected apostrophe or nothing, found 'tab'")
    ]


def test_the_unit_stands_in_every_row():
    data = written(FOUND, "csv", Options(Unit.UTF16, guarded=True))
    first, second = cells(data)
    assert (first["offset_unit"], second["offset_unit"]) == ("utf16", "utf16")
    assert (first["quote_start"], first["quote_end"]) == ("1", "17")
    assert (second["quote_start"], second["quote_end"]) == ("4", "12")
    assert [entry.unit for entry in entries(data, "csv")] == [Unit.UTF16] * 2


SOFFICE = shutil.which("soffice")
AS_TEXT = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice Calc (soffice) is not installed")
def test_a_spreadsheet_runs_nothing_and_saves_what_it_opened(tmp_path):
    row = replace(ROW, quote='=HYPERLINK("http://x","y")', title="-2+3", cue="@said")
    (tmp_path / "ledger.csv").write_bytes(
        written([Found(ARTICLE, [ROW, row]), Found(None, [WIDE_ROW])], "csv", GUARDED)
    )
    command = [
        SOFFICE,
        "--headless",
        "--norestore",
        f"-env:UserInstallation=file://{tmp_path}/user",
    ]
    convert = ["--convert-to", f"csv:{AS_TEXT}", f"--infilter={AS_TEXT}", "--outdir", "saved"]
    subprocess.run(
        [*command, *convert, "ledger.csv"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert list(read_ledger(tmp_path / "saved/ledger.csv")) == [ROW, row, WIDE_ROW]
