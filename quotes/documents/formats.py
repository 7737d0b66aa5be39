"""The table of input formats: their names, the suffixes of their files, what reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from quotes.documents.fields import Fields
from quotes.documents.html_input import read_html
from quotes.documents.json_input import read_items, read_json, read_json_lines
from quotes.documents.plain import read_plain
from quotes.errors import DocumentError
from quotes.records import Document

Reader = Callable[[str, BinaryIO, int, Fields], Iterator[Document | DocumentError]]
"""Takes the source's id, its bytes, the most bytes of a document and the fields of JSON objects;
gives what the source holds. The errors have the place within the source, if any, as `where`."""


@dataclass(frozen=True, slots=True)
class InputFormat:
    """A way in which documents come."""

    name: str
    """What `--input` calls it."""
    suffixes: tuple[str, ...]
    """The endings of its files, in lower case."""
    read: Reader
    own_ids: bool = False
    """Whether a document has an id of its own instead of its file's path."""


INPUTS: dict[str, InputFormat] = {
    format.name: format
    for format in (
        InputFormat("text", (".txt",), read_plain),
        InputFormat("html", (".html", ".htm", ".xhtml"), read_html),
        InputFormat("jsonl", (".jsonl", ".ndjson"), read_json_lines, own_ids=True),
        InputFormat("json", (".json",), read_json, own_ids=True),
        InputFormat("ninjs", (".json",), read_items, own_ids=True),
        InputFormat("superdesk", (".json",), read_items, own_ids=True),
    )
}
"""Every format by its name; of several with one suffix the first has it. A new one is a file and
a line here."""

BY_SUFFIX: dict[str, InputFormat] = {
    suffix: format for format in reversed(INPUTS.values()) for suffix in format.suffixes
}


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name in lower case, with its dot."""
    return PurePath(name).suffix.lower()


def suffixes_of(format: str | None) -> frozenset[str]:
    """Return the suffixes of the files that a folder is searched for.

    Args:
        format: a name in `INPUTS`; None for all.
    """
    return frozenset(INPUTS[format].suffixes if format else BY_SUFFIX)


def input_format(name: str, format: str | None = None) -> InputFormat:
    """Return the format of a file: the one named, otherwise the one of its suffix.

    A file whose suffix tells nothing is plain text.

    Args:
        name: the file.
        format: a name in `INPUTS`.

    Raises:
        DocumentError: there is no such format.
    """
    if format is None:
        return BY_SUFFIX.get(suffix_of(name), INPUTS["text"])
    if format not in INPUTS:
        known = ", ".join(INPUTS)
        raise DocumentError(f"no input format '{format}'", remedy=f"choose one of: {known}")
    return INPUTS[format]
