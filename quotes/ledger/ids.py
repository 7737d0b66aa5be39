"""Names that follow from the text alone, the same on every machine and in every run."""

from __future__ import annotations

from hashlib import sha256

from quotes.records import Span

# 80 bits: in an archive of a thousand million quotes two share an id with odds of one to a million.
ID_DIGITS = 20


def document_sha256(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes as 64 hexadecimal digits.

    A lone surrogate, which UTF-8 does not allow, counts as the three bytes of its code point.
    """
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


def quote_id(sha: str, span: Span) -> str:
    """Return the id of a quote: `q` and the first 20 digits of the SHA-256 of `sha:start:end`.

    The letter keeps spreadsheets from reading an id such as 12e4 as a number.

    Args:
        sha: `document_sha256` of the document's text.
        span: the words of the quote, in code points of that text.
    """
    digest = sha256(f"{sha}:{span.start}:{span.end}".encode()).hexdigest()
    return f"q{digest[:ID_DIGITS]}"
