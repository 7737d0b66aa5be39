"""Reading documents one by one, so that a bad one stops none of the others."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import BinaryIO

from quotes.documents.formats import reader_for
from quotes.documents.sources import Source, expand, unreadable
from quotes.errors import DocumentError
from quotes.records import Document

MAX_BYTES = 64_000_000
"""The most bytes of one document, unless told otherwise."""


def read_all(
    arguments: Iterable[str], *, limit: int = MAX_BYTES
) -> Iterator[Document | DocumentError]:
    """Read every document that the arguments stand for, in their order.

    Args:
        arguments: files, folders, patterns, or `-` for standard input; see `expand`.
        limit: the most bytes that a document may have.

    Yields:
        documents; in the place of one that cannot be read, the error that says why.
    """
    for source in expand(arguments):
        if isinstance(source, DocumentError):
            yield source
        else:
            yield from read(source, limit=limit)


def read(source: Source, *, limit: int = MAX_BYTES) -> Iterator[Document | DocumentError]:
    """Read the documents of one source.

    Args:
        source: where they are.
        limit: the most bytes that a document may have.

    Yields:
        documents; in the place of one that cannot be read, the error that says why.
    """
    reader = reader_for(source.id)
    try:
        with _opened(source) as stream:
            yield from reader(source.id, stream, limit)
    except DocumentError as error:
        yield DocumentError(error.what, where=source.name, remedy=error.remedy)
    except (OSError, ValueError) as error:
        yield unreadable(source.name, error)


def _opened(source: Source) -> AbstractContextManager[BinaryIO]:
    return source.path.open("rb") if source.path else nullcontext(sys.stdin.buffer)
