"""Why a row of the ledger came out as it did."""

from quotes.explain.explaining import explain
from quotes.explain.page import page_of
from quotes.explain.records import Case, Explanation
from quotes.explain.text import text_of

__all__ = ["Case", "Explanation", "explain", "page_of", "text_of"]
