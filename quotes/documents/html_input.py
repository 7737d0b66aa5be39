"""HTML files: pages or parts of pages, in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from quotes.documents.fields import Fields
from quotes.documents.html_text import from_html
from quotes.documents.plain import check_text, decode, take
from quotes.records import Document


def read_html(name: str, stream: BinaryIO, limit: int, _fields: Fields) -> Iterator[Document]:
    """Read the one document that an HTML file holds.

    Its source offsets count code points of the decoded file, a byte order mark left out.

    Raises:
        DocumentError: it is too large, not UTF-8, holds a NUL or no text at all.
    """
    document = from_html(decode(take(stream, limit), name), name)
    check_text(document.text)
    yield document
