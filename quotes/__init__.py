"""Quote attribution for newsrooms: every direct quote, its speaker and the speaker's title."""

from quotes.api import extract, extract_many
from quotes.errors import DocumentError, LedgerError, ModelError, QuotesError, RuleError
from quotes.ledger import read_ledger, verify, write_ledger
from quotes.records import COLUMNS, Document, Kind, Row, SpeakerType
from quotes.workers import Extraction

__version__ = "0.1.0"

__all__ = [
    "COLUMNS",
    "Document",
    "DocumentError",
    "Extraction",
    "Kind",
    "LedgerError",
    "ModelError",
    "QuotesError",
    "Row",
    "RuleError",
    "SpeakerType",
    "extract",
    "extract_many",
    "read_ledger",
    "verify",
    "write_ledger",
]
