"""Texts come out exactly as they were given, or with an error that says why not."""

import io
import os
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.documents import Reading, Source, read, read_all
from quotes.errors import DocumentError
from quotes.records import Document


def read_bytes(tmp_path, data, *, limit=1_000_000):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    return list(read(Source("news/a.txt", path), Reading(limit=limit)))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Nothing was said.", "Nothing was said."),
        (b"One.\r\n\r\nTwo.\rThree.\n", "One.\r\n\r\nTwo.\rThree.\n"),
        (b"\xef\xbb\xbfMarked.", "Marked."),
        (b"\xef\xbb\xbf\xef\xbb\xbfTwice.", "\ufeffTwice."),
        ("“Åh,” sa hon. 😀\u200b\u00a0\u2028x".encode(), "“Åh,” sa hon. 😀\u200b\u00a0\u2028x"),
        ("e\u0301 é".encode(), "e\u0301 é"),
        (b"  blanks stay \n", "  blanks stay \n"),
    ],
)
def test_not_a_character_is_changed(tmp_path, data, text):
    assert read_bytes(tmp_path, data) == [Document("news/a.txt", text)]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_comes_back(tmp_path_factory, text):
    found = read_bytes(tmp_path_factory.mktemp("any"), ("x" + text).encode())
    assert found == [Document("news/a.txt", "x" + text)]


ICONV = "convert it, for example with: iconv -f {} -t UTF-8 news/a.txt > new.txt"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "there is no text in it; leave it out"),
        (b"\xef\xbb\xbf", "there is no text in it; leave it out"),
        (b" \r\n\t\xc2\xa0", "there is no text in it; leave it out"),
        (
            b"Caf\xe9 society",
            "not UTF-8: byte 0xE9 at offset 3; " + ICONV.format("WINDOWS-1252"),
        ),
        (
            b"\xef\xbb\xbfCaf\xe9",
            "not UTF-8: byte 0xE9 at offset 6; " + ICONV.format("WINDOWS-1252"),
        ),
        (b"cut \xe2\x80", "not UTF-8: byte 0xE2 at offset 4; " + ICONV.format("WINDOWS-1252")),
        (
            b"surrogate \xed\xa0\x80",
            "not UTF-8: byte 0xED at offset 10; " + ICONV.format("WINDOWS-1252"),
        ),
        ("Hi".encode("utf-16"), "the text is UTF-16, not UTF-8; " + ICONV.format("UTF-16")),
        (b"\xfe\xff\0H", "the text is UTF-16, not UTF-8; " + ICONV.format("UTF-16")),
        ("Hi".encode("utf-32"), "the text is UTF-32, not UTF-8; " + ICONV.format("UTF-32")),
        (
            b"\xef\xbb\xbfab\0c",
            "not plain text: NUL byte at offset 5; export the article as plain text in UTF-8",
        ),
        (
            b"x" * 1_000_001,
            "larger than 1 MB; split it into its articles or raise the limit (--max-size)",
        ),
    ],
)
def test_what_is_no_text_is_named_with_a_remedy(tmp_path, data, message):
    (error,) = read_bytes(tmp_path, data)
    assert isinstance(error, DocumentError)
    assert str(error) == f"news/a.txt: {message}"


def test_a_document_may_be_as_large_as_the_limit(tmp_path):
    assert read_bytes(tmp_path, b"x" * 1_000_000) == [Document("news/a.txt", "x" * 1_000_000)]


def test_a_line_of_20_mb_is_a_document(tmp_path):
    path = tmp_path / "long.txt"
    path.write_bytes("“Ja,” sa hon. ".encode() * 1_112_000)
    (document,) = read(Source("long.txt", path))
    assert len(document.text) == 14 * 1_112_000


def test_a_file_that_is_gone_is_an_error(tmp_path):
    (error,) = read(Source("gone.txt", tmp_path / "gone.txt"))
    assert str(error) == (
        "gone.txt: cannot be read: No such file or directory; check that you may read it"
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_an_error(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Nothing was said.")
    path.chmod(0)
    (error,) = read(Source("a.txt", path))
    assert str(error) == "a.txt: cannot be read: Permission denied; check that you may read it"


def test_standard_input_is_bytes_too(monkeypatch):
    stdin = SimpleNamespace(buffer=io.BytesIO(b"\xef\xbb\xbfOne.\r\nTwo."))
    monkeypatch.setattr("sys.stdin", stdin)
    assert list(read_all(["-"])) == [Document("-", "One.\r\nTwo.")]


def test_messages_call_standard_input_by_its_name(monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    (error,) = read_all(["-"])
    assert str(error) == "standard input: there is no text in it; leave it out"


def test_a_bad_document_does_not_stop_the_others(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"\xff")
    (tmp_path / "b.txt").write_bytes(b"Nothing was said.")
    found = list(read_all(["nope.txt", "a.txt", "b.txt"]))
    assert [type(one) for one in found] == [DocumentError, DocumentError, Document]
