"""Constructions that extractors get wrong, each with what must come out, read and judged by eye.

A file is a class of errors; a case is a text with its rows. The kind is direct unless it says
otherwise, the mention is the speaker's name, and what is not given must be empty. A row of kind
other is a quotation that nobody says: it must not be in the ledger.
"""

from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.regressions.extraction import rows_of_each


def number_of(path):
    return int(path.stem.split("-")[0])


FILES = sorted(Path(__file__).parent.glob("*.yml"), key=number_of)
COLUMNS = ("quote", "kind", "speaker", "mention", "cue", "title")


def cases():
    for path in FILES:
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))["cases"], 1):
            yield pytest.param(case["text"], case["rows"], id=f"{path.stem}-{number}")


CASES = list(cases())


@cache
def ledger():
    """Return the rows of each text, those that nobody says included."""
    texts = [case.values[0] for case in CASES]
    return dict(zip(texts, rows_of_each(texts, include_other=True), strict=True))


def expected(row):
    row = {"kind": "direct", "mention": row.get("speaker"), **row}
    if row["kind"] == "other":
        return row["quote"], "other"
    return tuple(row.get(column) for column in COLUMNS)


def found(row):
    if row.kind == "other":
        return row.quote, "other"
    return tuple(getattr(row, column) for column in COLUMNS)


@pytest.mark.parametrize(("text", "rows"), CASES)
def test_case(text, rows):
    assert [found(row) for row in ledger()[text]] == [expected(row) for row in rows]


def test_files_are_numbered_and_say_which_class_they_are():
    assert [number_of(path) for path in FILES] == list(range(1, len(FILES) + 1))
    classes = [yaml.safe_load(path.read_text(encoding="utf-8"))["class"] for path in FILES]
    assert len(set(classes)) == len(FILES)
