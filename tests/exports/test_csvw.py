"""The description beside a CSV, and what reads the CSV by it."""

import json

import pytest

from quotes.exports import Options, Origin, export, metadata_of, write_metadata
from quotes.ledger import Unit
from quotes.records import COLUMNS
from tests.exports.made import FOUND

ORIGIN = Origin("quote-ledger 1.2.3", "en_core_web_sm 3.8.0", "sha256:abc")


@pytest.fixture
def ledger(tmp_path):
    """A CSV for spreadsheets with its description."""
    path = tmp_path / "ledger.csv"
    options = Options(Unit.UTF16, guarded=True, origin=ORIGIN)
    export(FOUND, path, options=options)
    write_metadata(path, options)
    return path


def described(path):
    return json.loads((path.parent / f"{path.name}-metadata.json").read_text("utf-8"))


def properties(metadata):
    return {
        one["schema:name"]: one["schema:value"] for one in metadata["schema:additionalProperty"]
    }


def test_the_description_stands_beside_and_names_the_file(ledger):
    assert described(ledger)["url"] == "ledger.csv"
    assert metadata_of("out/my ledger.csv", Options())["url"] == "my%20ledger.csv"
    assert described(ledger)["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "en"}]


def test_the_dialect_is_that_of_the_contract(ledger):
    assert described(ledger)["dialect"] == {
        "encoding": "utf-8",
        "delimiter": ",",
        "quoteChar": '"',
        "doubleQuote": True,
        "lineTerminators": ["\r\n"],
        "header": True,
        "headerRowCount": 1,
        "skipBlankRows": False,
        "trim": False,
    }


def test_versions_unit_and_guard_are_told(ledger):
    assert properties(described(ledger)) == {
        "offsetUnit": "utf16",
        "formulaGuard": "apostrophe",
        "program": "quote-ledger 1.2.3",
        "model": "en_core_web_sm 3.8.0",
        "rules": "sha256:abc",
    }
    assert properties(metadata_of("a.csv", Options())) == {
        "offsetUnit": "codepoint",
        "formulaGuard": "none",
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("document", {"datatype": "string", "required": False}),
        (
            "kind",
            {
                "datatype": {"base": "string", "format": "direct|mixed|other"},
                "required": True,
            },
        ),
        ("utterance", {"datatype": {"base": "integer", "minimum": 1}, "required": True}),
        (
            "quote_start",
            {
                "datatype": {"base": "integer", "minimum": 0},
                "required": True,
                "schema:unitText": "UTF-16 code units",
            },
        ),
        (
            "cue_end",
            {
                "datatype": {"base": "integer", "minimum": 0},
                "required": False,
                "schema:unitText": "UTF-16 code units",
            },
        ),
        (
            "confidence",
            {"datatype": {"base": "number", "minimum": 0, "maximum": 1}, "required": False},
        ),
        (
            "offset_unit",
            {
                "datatype": {"base": "string", "format": "codepoint|utf16|utf8"},
                "required": True,
            },
        ),
    ],
)
def test_columns_have_types_and_units(ledger, name, expected):
    columns = {column["name"]: column for column in described(ledger)["tableSchema"]["columns"]}
    assert list(columns) == [*COLUMNS, "offset_unit", "formula_guard"]
    found = columns[name]
    assert found.pop("dc:description")
    assert found == {"name": name, "titles": name} | expected


def test_a_reader_of_csvw_finds_table_and_description_sound(ledger):
    reason = "csvw is not installed (extra test-formats)"
    csvw = pytest.importorskip("csvw", reason=reason)
    table = csvw.CSVW(f"{ledger}-metadata.json", validate=True)
    assert (table.is_valid, [str(warning) for warning in table.warnings]) == (True, [])
    first, second = table.tables[0].iterdicts()
    assert (first["quote"], first["quote_start"], first["confidence"]) == (
        "We sail at dawn,",
        1,
        0.96,
    )
    assert (second["quote"], second["title"], second["quote_end"]) == ("Non, 😀!", None, 12)


def test_a_reader_of_csvw_sees_a_table_that_is_unsound(ledger):
    csvw = pytest.importorskip("csvw", reason="csvw is not installed (extra test-formats)")
    ledger.write_bytes(ledger.read_bytes().replace(b",direct,", b",hearsay,"))
    assert not csvw.CSVW(f"{ledger}-metadata.json", validate=True).is_valid


def test_frictionless_finds_the_table_sound(ledger):
    reason = "frictionless is not installed (extra test-formats)"
    frictionless = pytest.importorskip("frictionless", reason=reason)
    types = {"integer": "integer", "number": "number", "string": "string"}
    fields = []
    for column in described(ledger)["tableSchema"]["columns"]:
        datatype = column["datatype"]
        kind = datatype["base"] if isinstance(datatype, dict) else datatype
        fields.append({"name": column["name"], "type": types[kind]})
    resource = frictionless.Resource(
        path=ledger.name,
        basepath=str(ledger.parent),
        encoding="utf-8-sig",
        schema=frictionless.Schema.from_descriptor({"fields": fields}),
    )
    report = resource.validate()
    assert report.flatten(["type", "note"]) == []
    assert report.task.stats["rows"] == 2


def test_pandas_and_duckdb_open_the_csv(ledger):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed (extra test-formats)")
    frame = pandas.read_csv(ledger, keep_default_na=False, na_values=[""])
    assert list(frame["quote"]) == ["We sail at dawn,", "Non, 😀!"]
    assert list(frame["quote_end"]) == [17, 12]
    assert frame["title"].isna().tolist() == [False, True]


def test_duckdb_opens_the_csv(ledger):
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed (extra test-formats)")
    found = duckdb.read_csv(str(ledger)).project("quote, quote_end, title, confidence").fetchall()
    assert found == [
        ("We sail at dawn,", 17, "the harbour pilot", 0.96),
        ("Non, 😀!", 12, None, 0.96),
    ]
