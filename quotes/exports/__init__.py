"""Exports: the ledger in every format, one file a format and one table of them all."""

from quotes.exports.csvw import metadata_of, write_metadata
from quotes.exports.files import export, read_entries, read_ledger, reader_of, write_ledger
from quotes.exports.formats import FORMATS, READABLE, Format, format_of
from quotes.exports.layout import AS_IT_IS, Found, Options
from quotes.exports.ninjs import ledger_of
from quotes.exports.origin import Origin, origin_of
from quotes.exports.row_schema import row_schema

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
    "ledger_of",
    "metadata_of",
    "origin_of",
    "read_entries",
    "read_ledger",
    "reader_of",
    "row_schema",
    "write_ledger",
    "write_metadata",
]
