"""Parquet: typed columns, and the way back."""

import io
import json
import sys
from dataclasses import replace

import pytest

from quotes.errors import LedgerError
from quotes.exports import Found, Options, Origin, parquet_format
from quotes.ledger import Scale, Unit, rescaled
from quotes.records import COLUMNS
from tests.exports.made import FOUND, WIDE, WIDE_ROW, entries, written
from tests.ledger.rows import BARE, ROW

ORIGIN = Origin("quote-ledger 1.2.3", "en_core_web_sm 3.8.0", "sha256:abc")


@pytest.fixture
def parquet():
    """pyarrow's reader of Parquet."""
    reason = "pyarrow is not installed (extra parquet)"
    return pytest.importorskip("pyarrow.parquet", reason=reason)


def test_columns_have_types_and_the_file_says_what_made_it(parquet):
    data = written(FOUND, "parquet", Options(Unit.UTF16, origin=ORIGIN))
    schema = parquet.read_schema(io.BytesIO(data))
    assert schema.names == [*COLUMNS, "offset_unit"]
    assert [str(schema.field(name).type) for name in ("quote", "quote_start", "confidence")] == [
        "string",
        "int64",
        "double",
    ]
    assert [schema.field(name).nullable for name in ("quote", "cue_end")] == [False, True]
    assert json.loads(schema.metadata[b"quote-ledger"]) == {
        "offsetUnit": "utf16",
        "program": "quote-ledger 1.2.3",
        "model": "en_core_web_sm 3.8.0",
        "rules": "sha256:abc",
    }


def test_rows_come_back(parquet):
    found = [*FOUND, Found(None, [replace(BARE, quote="=1\r\n", document="")])]
    data = written(found, "parquet")
    expected = [ROW, WIDE_ROW, replace(BARE, quote="=1\r\n", document="")]
    assert [entry.row for entry in entries(data, "parquet")] == expected
    assert [entry.place for entry in entries(data, "parquet")] == ["row 1", "row 2", "row 3"]


def test_rows_come_back_in_their_unit(parquet):
    data = written([Found(WIDE, [WIDE_ROW])], "parquet", Options(Unit.UTF8))
    (entry,) = entries(data, "parquet")
    assert (entry.unit, entry.row) == (Unit.UTF8, rescaled(WIDE_ROW, Scale(WIDE.text, "utf8").of))


def test_rows_are_written_in_groups(parquet, monkeypatch):
    monkeypatch.setattr(parquet_format, "GROUP", 2)
    data = written([Found(None, [ROW] * 5)], "parquet")
    assert parquet.ParquetFile(io.BytesIO(data)).metadata.num_row_groups == 3
    assert [entry.row for entry in entries(data, "parquet")] == [ROW] * 5


def test_no_rows_are_a_file_too(parquet):
    assert entries(written([], "parquet"), "parquet") == []


def test_other_tools_read_it(parquet, tmp_path):
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed (extra test-formats)")
    (tmp_path / "a.parquet").write_bytes(written(FOUND, "parquet"))
    found = duckdb.read_parquet(str(tmp_path / "a.parquet")).project("quote, title, quote_end")
    assert found.fetchall() == [
        ("We sail at dawn,", "the harbour pilot", 17),
        ("Non, 😀!", None, 10),
    ]


def test_a_lone_surrogate_is_refused(parquet):
    with pytest.raises(LedgerError) as caught:
        written([Found(None, [ROW, replace(ROW, quote="a\udc80")])], "parquet")
    assert str(caught.value) == (
        "rows 1 to 2: a lone surrogate cannot be written as Parquet; write JSON Lines instead"
    )


def test_what_is_no_parquet_is_named(parquet):
    with pytest.raises(LedgerError, match=r"^ledger: no Parquet: .*; export it again$"):
        entries(b"document,quote", "parquet")


def test_a_missing_column_is_named(parquet):
    import pyarrow

    stream = io.BytesIO()
    values = {name: [getattr(ROW, name)] for name in COLUMNS if name not in {"cue", "rule"}}
    parquet.write_table(pyarrow.table(values), stream)
    with pytest.raises(LedgerError) as caught:
        entries(stream.getvalue(), "parquet")
    assert str(caught.value) == "ledger: no column cue, no column rule; export it again"


def test_without_pyarrow_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(LedgerError) as caught:
        written(FOUND, "parquet")
    assert str(caught.value) == (
        "Parquet needs pyarrow, which is not installed; "
        "install it with: pip install 'quote-ledger[parquet]'"
    )
