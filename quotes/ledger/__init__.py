"""The ledger: what its rows hold, and their proof against their documents."""

from quotes.ledger.atomic import replacing
from quotes.ledger.entries import Entry
from quotes.ledger.ids import document_sha256, quote_id
from quotes.ledger.proof import Fault, Prover, in_codepoints, verify
from quotes.ledger.units import Scale, Unit, rescaled

__all__ = [
    "Entry",
    "Fault",
    "Prover",
    "Scale",
    "Unit",
    "document_sha256",
    "in_codepoints",
    "quote_id",
    "replacing",
    "rescaled",
    "verify",
]
