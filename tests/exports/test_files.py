"""Ledgers as files: whole or not there, and read with an eye on each row."""

import os
import stat
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from quotes.errors import LedgerError
from quotes.exports import read_ledger, write_ledger
from quotes.ledger import replacing
from quotes.records import COLUMNS
from tests.ledger.rows import BARE, ROW

REPAIR = "correct the row or extract the ledger again"


def rows_until_interrupted():
    yield ROW
    raise KeyboardInterrupt


@pytest.mark.parametrize("name", ["ledger.csv", "ledger.jsonl"])
def test_a_ledger_is_read_as_it_was_written(tmp_path, name):
    assert write_ledger(iter([ROW, BARE]), tmp_path / name) == 2
    assert list(read_ledger(tmp_path / name)) == [ROW, BARE]


def test_rows_are_read_one_by_one(tmp_path):
    path = tmp_path / "ledger.csv"
    write_ledger([ROW, replace(ROW, utterance=0)], path)
    rows = read_ledger(path)
    assert next(rows) == ROW
    with pytest.raises(LedgerError):
        next(rows)


def test_an_interrupted_ledger_leaves_nothing(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        write_ledger(rows_until_interrupted(), tmp_path / "ledger.csv")
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_ledger_leaves_the_old_one(tmp_path):
    path = tmp_path / "ledger.csv"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_ledger(rows_until_interrupted(), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_bears_the_name_before_it_is_complete(tmp_path):
    path = tmp_path / "ledger.csv"
    with replacing(str(path)) as stream:
        stream.write(b"half")
        assert not path.exists()
    assert path.read_bytes() == b"half"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_permissions_that_new_files_have(tmp_path):
    (tmp_path / "other").touch()
    write_ledger([], tmp_path / "ledger.csv")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_replaced_file_keeps_its_permissions(tmp_path):
    path = tmp_path / "ledger.csv"
    path.touch()
    path.chmod(0o640)
    write_ledger([], path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_keeps_pointing_to_its_file(tmp_path):
    (tmp_path / "link.csv").symlink_to("ledger.csv")
    write_ledger([ROW], tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert list(read_ledger(tmp_path / "ledger.csv")) == [ROW]


def test_a_device_is_written_directly():
    assert write_ledger([ROW], os.devnull, format="csv") == 1
    assert Path(os.devnull).is_char_device()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_protected_file_stays_as_it_is(tmp_path):
    path = tmp_path / "ledger.csv"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(LedgerError) as caught:
        write_ledger([ROW], path)
    assert str(caught.value) == f"{path}: cannot be written: Permission denied; " + CHECK
    assert path.read_text() == "old"


CHECK = "check the folder, its permissions and the space left"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nope/ledger.csv", "No such file or directory"), ("folder.csv", "Is a directory")],
)
def test_what_cannot_be_written_is_named(tmp_path, name, reason):
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(LedgerError) as caught:
        write_ledger([ROW], tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}: cannot be written: {reason}; {CHECK}"


def test_a_full_disk_is_named():
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(LedgerError) as caught:
        write_ledger([ROW], "/dev/full", format="csv")
    message = f"/dev/full: cannot be written: No space left on device; {CHECK}"
    assert str(caught.value) == message


def test_a_missing_ledger_is_named():
    with pytest.raises(LedgerError) as caught:
        list(read_ledger("nope.csv"))
    assert str(caught.value) == (
        "nope.csv: cannot be read: No such file or directory; "
        "check the path and that you may read it"
    )


def line_of(values):
    return ",".join("" if values[name] is None else str(values[name]) for name in COLUMNS)


# The quote has no comma here, so that a line can be put together without quoting.
CELLS = asdict(replace(ROW, quote="We sail at dawn", quote_end=16))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"quote_start": "one"},
            "quote_start: expected a whole number, found 'one'",
        ),
        (
            {"quote_start": None},
            "quote_start: expected a whole number, found None",
        ),
        ({"quote_end": "16.0"}, "quote_end: expected a whole number, found 16.0"),
        ({"utterance": "١"}, "utterance: expected a whole number, found '١'"),
        ({"utterance": 0}, "utterance: expected 1 or more, found 0"),
        (
            {"speaker_start": "x"},
            "speaker_start: expected a whole number or nothing, found 'x'",
        ),
        (
            {"kind": "hearsay"},
            "kind: expected one of direct, mixed, other; found 'hearsay'",
        ),
        (
            {"speaker_type": "ghost"},
            "speaker_type: expected one of person, organization, group, document, unnamed; "
            "found 'ghost'",
        ),
        (
            {"cue": None},
            "cue: words and offsets must all be there or all be missing, found None at 19:23",
        ),
        (
            {"cue_end": None},
            "cue: words and offsets must all be there or all be missing, found 'said' at 19:None",
        ),
        (
            {"quote_end": 1},
            "quote: expected offsets 0 ≤ start < end, found 1:1",
        ),
        (
            {"mention_start": -8},
            "mention: expected offsets 0 ≤ start < end, found -8:32",
        ),
        (
            {"speaker_type": None},
            "speaker_type: must be there exactly if speaker is, found 'Marit Ek' and None",
        ),
        (
            {"title_rule": None},
            "title_rule: must be there exactly if title is, found 'the harbour pilot' and None",
        ),
        ({"confidence": "high"}, "confidence: expected a number or nothing, found 'high'"),
        ({"confidence": 1.5}, "confidence: expected 0 to 1, found 1.5"),
        ({"confidence": "1e400"}, "confidence: expected 0 to 1, found inf"),
    ],
)
def test_an_unsound_row_is_named_with_its_place(tmp_path, changes, message):
    path = tmp_path / "ledger.csv"
    lines = [",".join(COLUMNS), line_of(CELLS), line_of(CELLS | changes)]
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(LedgerError) as caught:
        list(read_ledger(path))
    assert str(caught.value) == f"{path}: row 2 (line 3), {message}; {REPAIR}"


def test_a_row_is_named_by_the_line_where_it_begins(tmp_path):
    path = tmp_path / "ledger.csv"
    write_ledger([replace(ROW, quote="two\nlines"), replace(ROW, utterance=0)], path)
    with pytest.raises(LedgerError) as caught:
        list(read_ledger(path))
    assert str(caught.value) == (
        f"{path}: row 2 (line 4), utterance: expected 1 or more, found 0; {REPAIR}"
    )


EXTRACTED = "give a ledger that `quotes extract` wrote, with its header"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"", f": no column {', no column '.join(COLUMNS)}; {EXTRACTED}"),
        (
            "a.csv",
            ",".join(name for name in COLUMNS if name not in {"cue", "rule"}).encode(),
            f": no column cue, no column rule; {EXTRACTED}",
        ),
        ("a.csv", ",".join([*COLUMNS, "cue"]).encode(), f": column cue twice; {EXTRACTED}"),
        (
            "a.csv",
            ",".join(COLUMNS).encode() + b"\na.txt,q1\n",
            f": row 1 (line 2): expected 24 cells, found 2; {REPAIR}",
        ),
        (
            "a.csv",
            ",".join(COLUMNS).encode() + b'\n"a.txt" x,\n',
            ": line 2: no CSV: ',' expected after '\"'; export it again",
        ),
        (
            "a.csv",
            ",".join(COLUMNS).encode() + b"\ncaf\xe9.txt,\n",
            ": line 2: not UTF-8; save it as UTF-8",
        ),
        ("a.jsonl", b"[1]\n", f": row 1 (line 1): expected a JSON object, found [1]; {REPAIR}"),
        (
            "a.jsonl",
            b"\n{\n",
            ": row 1 (line 2): no JSON: Expecting property name enclosed in double quotes: "
            f"line 2 column 1 (char 2); {REPAIR}",
        ),
        (
            "a.jsonl",
            b'{"document": "a.txt"}',
            f": row 1 (line 1), {', '.join(COLUMNS[1:])}: missing; {REPAIR}",
        ),
    ],
)
def test_what_is_no_ledger_is_named(tmp_path, name, data, message):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(LedgerError) as caught:
        list(read_ledger(path))
    assert str(caught.value) == f"{path}{message}"


@pytest.mark.parametrize("data", [b"[" * 100_000, b"1" * 5_000, b"\xff", b"\x00"])
def test_hostile_lines_are_errors_like_others(tmp_path, data):
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(data)
    with pytest.raises(LedgerError, match="row 1"):
        list(read_ledger(path))
