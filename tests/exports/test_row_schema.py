"""The JSON Schema of the row: shipped, true to the code, and worth validating with."""

import json
from dataclasses import asdict, replace

import pytest

from quotes.exports import Options, row_schema
from quotes.exports.row_schema import generated
from quotes.ledger import Unit
from tests.exports.made import FOUND, written
from tests.ledger.rows import BARE, ROW


@pytest.fixture
def errors():
    """Return what a validator says of a row: the columns at fault."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    jsonschema.Draft202012Validator.check_schema(row_schema())
    validator = jsonschema.Draft202012Validator(row_schema())
    return lambda row: sorted({"/".join(error.path) for error in validator.iter_errors(row)})


def test_the_file_is_what_the_code_says():
    assert row_schema() == generated()


def test_rows_are_valid(errors):
    assert errors(asdict(ROW)) == errors(asdict(BARE)) == []


@pytest.mark.parametrize("options", [Options(), Options(Unit.UTF8), Options(guarded=True)])
def test_json_lines_are_valid(errors, options):
    for line in written(FOUND, "jsonl", options).splitlines():
        assert errors(json.loads(line)) == []


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"quote_start": "1"}, ["quote_start"]),
        ({"quote_start": -1}, ["quote_start"]),
        ({"utterance": 0}, ["utterance"]),
        ({"kind": "hearsay"}, ["kind"]),
        ({"speaker_type": "ghost"}, ["speaker_type"]),
        ({"quote": ""}, ["quote"]),
        ({"confidence": 1.5}, ["confidence"]),
        ({"document_sha256": "ab"}, ["document_sha256"]),
        ({"cue": None}, ["cue_end", "cue_start"]),
        ({"speaker_type": None}, ["speaker_type"]),
        ({"title_rule": None}, ["title_rule"]),
    ],
)
def test_unsound_rows_are_not(errors, changes, columns):
    assert errors(asdict(replace(ROW, **changes))) == columns


def test_a_row_without_a_column_is_not(errors):
    values = asdict(ROW)
    del values["document_sha256"]
    assert errors(values) == [""]
