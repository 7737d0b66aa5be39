"""Reading documents one by one, so that a bad one stops none of the others."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import BinaryIO

from quotes.documents.fields import USUAL_FIELDS, Fields
from quotes.documents.formats import input_format
from quotes.documents.sources import Source, expand, unreadable
from quotes.errors import DocumentError
from quotes.records import Document

MAX_BYTES = 64_000_000
"""The most bytes of one document, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read."""

    format: str | None = None
    """A name in `INPUTS`; None for the one of each file's suffix."""
    fields: Fields = USUAL_FIELDS
    """Where JSON objects have their ids and texts."""
    limit: int = MAX_BYTES
    """The most bytes that a document may have."""


USUAL = Reading()


def read_documents(
    *paths: str | os.PathLike[str],
    format: str | None = None,
    text_field: str | None = None,
    html_field: str | None = None,
    id_field: str | None = None,
    limit: int = MAX_BYTES,
    on_error: Callable[[DocumentError], object] | None = None,
) -> Iterator[Document]:
    """Read the documents in files and folders, one by one.

    Args:
        paths: files, folders, patterns, or `-` for standard input.
        format: `text`, `html`, `jsonl`, `json`, `ninjs` or `superdesk`; None for the one of each
            file's suffix.
        text_field: the field that holds the article as plain text in JSON; None for `text`.
        html_field: the field that holds it as HTML; None for `html`.
        id_field: the field that holds its id; None for `id`, in news items `guid`, `uri` or `_id`.
        limit: the most bytes of a document.
        on_error: what to call with the error of each document that cannot be read; the others go
            on. None to raise the first.

    Yields:
        the documents in the order of the paths, each with a map back to its source.

    Raises:
        DocumentError: the format is unknown, or a document cannot be read.
    """
    reading = Reading(format, Fields(text_field, html_field, id_field), limit)
    for found in read_all([os.fspath(path) for path in paths], reading):
        if isinstance(found, Document):
            yield found
        elif on_error is None:
            raise found
        else:
            on_error(found)


def read_all(
    arguments: Iterable[str], reading: Reading = USUAL
) -> Iterator[Document | DocumentError]:
    """Read every document that the arguments stand for, in their order.

    Args:
        arguments: files, folders, patterns, or `-` for standard input; see `expand`.
        reading: how to read them.

    Yields:
        documents; in the place of one that cannot be read or has the id of an earlier one, the
        error that says why.

    Raises:
        DocumentError: there is no such format.
    """
    input_format("", reading.format)
    ids: set[str] = set()
    for source in expand(arguments, format=reading.format):
        if isinstance(source, DocumentError):
            yield source
            continue
        for found in read(source, reading):
            if isinstance(found, Document):
                yield _repeated(source, found.id) if found.id in ids else found
                ids.add(found.id)
            else:
                yield found


def _repeated(source: Source, id: str) -> DocumentError:
    return DocumentError(
        f"a second document has the id '{id}'",
        where=source.name,
        remedy="give each document an id of its own, or name the field that has it with --id-field",
    )


def read(source: Source, reading: Reading = USUAL) -> Iterator[Document | DocumentError]:
    """Read the documents of one source.

    Args:
        source: where they are.
        reading: how to read them.

    Yields:
        documents; in the place of one that cannot be read, the error that says why.

    Raises:
        DocumentError: there is no such format.
    """
    reader = input_format(source.id, reading.format).read
    try:
        with _opened(source) as stream:
            for found in reader(source.id, stream, reading.limit, reading.fields):
                yield found if isinstance(found, Document) else _placed(found, source)
    except DocumentError as error:
        yield _placed(error, source)
    except (OSError, ValueError) as error:
        yield unreadable(source.name, error)


def _placed(error: DocumentError, source: Source) -> DocumentError:
    where = ": ".join(filter(None, (source.name, error.where)))
    return DocumentError(error.what, where=where, remedy=error.remedy)


def _opened(source: Source) -> AbstractContextManager[BinaryIO]:
    return source.path.open("rb") if source.path else nullcontext(sys.stdin.buffer)
