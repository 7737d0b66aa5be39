"""Documents: command line arguments in, texts out, each with its map back to what it came from."""

from quotes.documents.fields import Fields
from quotes.documents.formats import INPUTS, InputFormat, Reader, input_format
from quotes.documents.html_text import from_html
from quotes.documents.library import Library
from quotes.documents.reading import MAX_BYTES, Reading, read, read_all, read_documents
from quotes.documents.source_map import source_field, source_span
from quotes.documents.sources import STANDARD_INPUT, Source, expand

__all__ = [
    "INPUTS",
    "MAX_BYTES",
    "STANDARD_INPUT",
    "Fields",
    "InputFormat",
    "Library",
    "Reader",
    "Reading",
    "Source",
    "expand",
    "from_html",
    "input_format",
    "read",
    "read_all",
    "read_documents",
    "source_field",
    "source_span",
]
