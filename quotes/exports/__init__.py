"""Exports: the ledger in every format, one file a format and one table of them all."""

from quotes.exports.files import export, read_entries, read_ledger, reader_of, write_ledger
from quotes.exports.formats import FORMATS, READABLE, Format, format_of
from quotes.exports.layout import AS_IT_IS, Found, Options
from quotes.exports.origin import Origin, origin_of

__all__ = [
    "AS_IT_IS",
    "FORMATS",
    "READABLE",
    "Format",
    "Found",
    "Options",
    "Origin",
    "export",
    "format_of",
    "origin_of",
    "read_entries",
    "read_ledger",
    "reader_of",
    "write_ledger",
]
