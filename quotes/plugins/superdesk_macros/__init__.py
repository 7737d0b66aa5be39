"""Superdesk macros: set `MACROS_MODULE = "quotes.plugins.superdesk_macros"`.

A newsroom with a package of macros of its own imports the one it wants there instead; Superdesk's
register takes every loaded module whose dotted name contains `macros.`.
"""

from quotes.plugins.superdesk_macros import quote_ledger, quote_ledger_desk

__all__ = ["quote_ledger", "quote_ledger_desk"]
