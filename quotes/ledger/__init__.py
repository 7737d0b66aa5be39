"""The ledger: rows written, read back and proved against their documents."""

from quotes.ledger.atomic import replacing
from quotes.ledger.entries import Entry
from quotes.ledger.files import read_entries, read_ledger, write_ledger
from quotes.ledger.formats import FORMATS, Format, format_of
from quotes.ledger.ids import document_sha256, quote_id
from quotes.ledger.proof import Fault, Prover, verify

__all__ = [
    "FORMATS",
    "Entry",
    "Fault",
    "Format",
    "Prover",
    "document_sha256",
    "format_of",
    "quote_id",
    "read_entries",
    "read_ledger",
    "replacing",
    "verify",
    "write_ledger",
]
