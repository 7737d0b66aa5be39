"""Who said what, for desks, stages and internal destinations: the same, run in the background."""

from quotes.plugins.superdesk_macros.quote_ledger import action_type, callback, order, replace_type

__all__ = ["access_type", "action_type", "callback", "label", "name", "order", "replace_type"]

name = "quote_ledger_desk"
label = "Who said what (background)"
access_type = "backend"
