"""JSON as it goes into files: in UTF-8, and lone surrogates, which UTF-8 lacks, as escapes."""

from __future__ import annotations

import json
from typing import BinaryIO

from quotes.errors import LedgerError


def encoded(value: object) -> bytes:
    """Return a value as JSON on one line, without a line feed."""
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(value).encode()


def decoded(stream: BinaryIO, name: str) -> object:
    """Read a stream that holds one JSON value.

    Args:
        stream: the file's bytes.
        name: what messages call the file.

    Raises:
        LedgerError: it is no JSON.
    """
    try:
        return json.loads(stream.read())
    except (ValueError, RecursionError) as error:
        raise LedgerError(f"no JSON: {error}", where=name, remedy="export it again") from None
