"""Documents: command line arguments in, texts out, each exactly as it was given."""

from quotes.documents.formats import READERS, Reader
from quotes.documents.reading import MAX_BYTES, read, read_all
from quotes.documents.sources import STANDARD_INPUT, Source, expand

__all__ = [
    "MAX_BYTES",
    "READERS",
    "STANDARD_INPUT",
    "Reader",
    "Source",
    "expand",
    "read",
    "read_all",
]
