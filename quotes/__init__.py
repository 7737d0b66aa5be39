"""Quote attribution for newsrooms: every direct quote, its speaker and the speaker's title."""

from quotes.api import extract, extract_many
from quotes.documents import from_html, read_documents, source_field, source_span
from quotes.errors import DocumentError, LedgerError, ModelError, QuotesError, RuleError
from quotes.exports import Options, export, read_ledger, row_schema, write_ledger
from quotes.ledger import Unit, verify
from quotes.records import COLUMNS, Document, Kind, Row, SpeakerType
from quotes.version import __version__
from quotes.workers import Extraction

__all__ = [
    "COLUMNS",
    "Document",
    "DocumentError",
    "Extraction",
    "Kind",
    "LedgerError",
    "ModelError",
    "Options",
    "QuotesError",
    "Row",
    "RuleError",
    "SpeakerType",
    "Unit",
    "__version__",
    "export",
    "extract",
    "extract_many",
    "from_html",
    "read_documents",
    "read_ledger",
    "row_schema",
    "source_field",
    "source_span",
    "verify",
    "write_ledger",
]
