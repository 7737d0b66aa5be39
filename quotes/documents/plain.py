"""Plain text: UTF-8, exactly as it was given."""

from __future__ import annotations

import codecs
import shlex
from collections.abc import Iterator
from typing import BinaryIO

from quotes.documents.fields import Fields
from quotes.errors import DocumentError
from quotes.records import Document

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
FOREIGN_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def read_plain(name: str, stream: BinaryIO, limit: int, _fields: Fields) -> Iterator[Document]:
    """Read the one document that a plain text file holds.

    A leading byte order mark is dropped and is no part of the text. Nothing else is changed:
    a line that ends in CR and LF keeps both.

    Args:
        name: the document's id.
        stream: its bytes.
        limit: the most bytes that a document may have.

    Raises:
        DocumentError: it is too large, not UTF-8, holds a NUL or no text at all.
    """
    text = decode(take(stream, limit), name)
    check_text(text)
    yield Document(name, text)


def check_text(text: str) -> None:
    """Refuse a text that is none.

    Raises:
        DocumentError: it is empty or holds nothing but blanks.
    """
    if not text or text.isspace():
        raise DocumentError("there is no text in it", remedy="leave it out")


def take(stream: BinaryIO, limit: int) -> bytes:
    """Read a stream to its end, but no more than `limit` bytes.

    Raises:
        DocumentError: there is more.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_large(limit)
    return data


def too_large(limit: int) -> DocumentError:
    """Word the error for what has more than `limit` bytes."""
    remedy = "split it into its articles or raise the limit (--max-size)"
    return DocumentError(f"larger than {limit / 1_000_000:g} MB", remedy=remedy)


def decode(data: bytes, name: str) -> str:
    """Decode UTF-8 without changing a character.

    Args:
        data: the bytes; a leading byte order mark is dropped.
        name: the file to name in the command that would convert it.

    Raises:
        DocumentError: the bytes are not UTF-8 or hold a NUL; with the byte's offset.
    """
    for mark, encoding in FOREIGN_MARKS:
        if data.startswith(mark):
            raise _not_utf8(f"the text is {encoding}, not UTF-8", name, encoding)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        at = error.start + len(data) - len(error.object)
        raise _not_utf8(f"not UTF-8: byte 0x{data[at]:02X} at offset {at}", name) from None
    if "\0" in text:
        raise DocumentError(
            f"not plain text: NUL byte at offset {data.index(0)}",
            remedy="export the article as plain text in UTF-8",
        )
    return text


def _not_utf8(what: str, name: str, encoding: str = "WINDOWS-1252") -> DocumentError:
    command = f"iconv -f {encoding} -t UTF-8 {shlex.quote(name)} > new.txt"
    return DocumentError(what, remedy=f"convert it, for example with: {command}")
