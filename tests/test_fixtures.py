"""The program held to the expected ledgers of the fixtures, cell by cell.

What still differs is listed with its reason in `fixtures_known_differences.csv`. A difference that
is not listed fails, and so does one that is listed and gone, so that the list only shrinks:
`python -m tests.test_fixtures` drops what is gone and shows what is not listed.
"""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
ARTICLES = sorted((ROOT / "fixtures").glob("*.txt"))
KNOWN = Path(__file__).parent / "fixtures_known_differences.csv"
KEYS = ("fixture", "quote_start", "column", "why")
SPANS = ("speaker", "title", "mention", "cue")
COLUMNS = ("row", "utterance", "kind", "speaker_type", *SPANS)
"""What is compared: `row` is whether the quote is there at all, the spans with their offsets."""


class Difference(NamedTuple):
    """A cell that is not as expected."""

    fixture: str
    quote_start: int
    column: str
    expected: object
    found: object

    @property
    def key(self):
        return self.fixture, self.quote_start, self.column

    def __str__(self):
        return (
            f"{self.fixture} {self.quote_start} {self.column}: "
            f"expected {self.expected!r}, found {self.found!r}"
        )


@cache
def found():
    """Return the program's rows by fixture, as mappings."""
    from quotes.pipeline import Extractor
    from quotes.records import COLUMNS as LEDGER
    from quotes.records import Document

    # Bytes: universal newlines would hide a \r\n and shift every offset.
    documents = [Document(path.stem, path.read_bytes().decode()) for path in ARTICLES]
    ledgers = Extractor().extract_batch(documents)
    return {
        document.id: [{name: getattr(row, name) for name in LEDGER} for row in rows]
        for document, rows in zip(documents, ledgers, strict=True)
    }


def expected(fixture):
    """Return the expected rows of a fixture, typed as the program's are."""
    with (ROOT / "fixtures" / f"{fixture}.csv").open(encoding="utf-8", newline="") as stream:
        return [{k: _typed(k, v) for k, v in row.items()} for row in csv.DictReader(stream)]


def _typed(name, cell):
    if cell == "":
        return None
    return int(cell) if name == "utterance" or name.endswith(("_start", "_end")) else cell


def differences(fixture, wanted, got):
    """Return the cells in which two ledgers of a fixture differ, in text order."""
    wanted = {(row["quote_start"], row["quote_end"]): row for row in wanted}
    got = {(row["quote_start"], row["quote_end"]): row for row in got}
    ours, theirs = _utterances(wanted, wanted.keys() & got), _utterances(got, wanted.keys() & got)
    listed = []
    for key in sorted(wanted.keys() | got):
        if key not in wanted or key not in got:
            quotes = [rows[key]["quote"] if key in rows else None for rows in (wanted, got)]
            listed.append(Difference(fixture, key[0], "row", *quotes))
            continue
        for column in COLUMNS[1:]:
            cells = (ours[key], theirs[key])
            if column != "utterance":
                cells = tuple(_cell(rows[key], column) for rows in (wanted, got))
            if cells[0] != cells[1]:
                listed.append(Difference(fixture, key[0], column, *cells))
    return listed


def _utterances(rows, common):
    """Return where the utterance of each row begins: numbers would shift with every lost row."""
    first = {}
    for key in sorted(common):
        first.setdefault(rows[key]["utterance"], key[0])
    return {key: first[rows[key]["utterance"]] for key in common}


def _cell(row, column):
    if column not in SPANS:
        return row[column]
    return row[column], row[f"{column}_start"], row[f"{column}_end"]


def known():
    """Return the reasons of the known differences by fixture, quote_start and column."""
    with KNOWN.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {(row["fixture"], int(row["quote_start"]), row["column"]): row["why"] for row in rows}


@pytest.mark.parametrize("fixture", [path.stem for path in ARTICLES])
def test_the_ledger_is_as_expected_but_for_the_known_differences(fixture):
    listed = differences(fixture, expected(fixture), found()[fixture])
    excused = {key for key in known() if key[0] == fixture}
    assert [str(one) for one in listed if one.key not in excused] == []
    gone = excused - {one.key for one in listed}
    assert sorted(gone) == [], "gone: run `python -m tests.test_fixtures`"


def test_every_known_difference_has_its_reason_and_its_fixture():
    fixtures = {path.stem for path in ARTICLES}
    for (fixture, _, column), why in known().items():
        assert fixture in fixtures
        assert column in COLUMNS
        assert why


ROW = {
    **{"utterance": 1, "kind": "direct", "quote": "Go", "quote_start": 1, "quote_end": 3},
    **{"speaker": "Ann", "speaker_start": 5, "speaker_end": 8, "speaker_type": "person"},
    **{"title": None, "title_start": None, "title_end": None},
    **{"mention": "Ann", "mention_start": 5, "mention_end": 8},
    **{"cue": "said", "cue_start": 9, "cue_end": 13},
}
LATER = {**ROW, "quote": "On", "quote_start": 20, "quote_end": 22}


@pytest.mark.parametrize(
    ("wanted", "got", "listed"),
    [
        ([ROW], [ROW], []),
        ([ROW], [], [(1, "row")]),
        ([], [ROW], [(1, "row")]),
        ([ROW], [{**ROW, "quote_end": 4}], [(1, "row"), (1, "row")]),
        ([ROW], [{**ROW, "kind": "mixed"}], [(1, "kind")]),
        ([ROW], [{**ROW, "speaker_start": 6}], [(1, "speaker")]),
        ([ROW], [{**ROW, "title": "Dr", "title_start": 4, "title_end": 6}], [(1, "title")]),
        ([ROW, LATER], [ROW, {**LATER, "utterance": 2}], [(20, "utterance")]),
        ([{**ROW, "utterance": 2}, {**LATER, "utterance": 2}], [ROW, LATER], []),
        ([ROW, {**LATER, "utterance": 2}], [LATER], [(1, "row")]),
    ],
)
def test_a_difference_is_found_where_it_is(wanted, got, listed):
    assert [(d.quote_start, d.column) for d in differences("x", wanted, got)] == listed


def refresh():
    """Drop what is gone from the list of known differences, and show what is not on it."""
    ledgers = found()
    listed = [one for name in ledgers for one in differences(name, expected(name), ledgers[name])]
    excused, keys = known(), {one.key for one in listed}
    with KNOWN.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(KEYS)
        writer.writerows((*key, why) for key, why in excused.items() if key in keys)
    for one in listed:
        if one.key not in excused:
            print(one)
    print(f"{len(listed)} differences; {len(excused.keys() - keys)} dropped from the list")


if __name__ == "__main__":
    refresh()
