"""The table of input formats: a file's suffix and the function that reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from quotes.documents.plain import read_plain
from quotes.errors import DocumentError
from quotes.records import Document

Reader = Callable[[str, BinaryIO, int], Iterator[Document | DocumentError]]
"""Takes the source's id, its bytes and the most bytes to read; gives what the source holds."""

READERS: dict[str, Reader] = {
    ".txt": read_plain,
}
"""What a folder is searched for. A new format is a file beside `plain.py` and a line here."""


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name in lower case, with its dot."""
    return PurePath(name).suffix.lower()


def reader_for(name: str) -> Reader:
    """Return the reader for a file; one that is named outright is plain text if in doubt."""
    return READERS.get(suffix_of(name), read_plain)
