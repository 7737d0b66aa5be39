"""Who said what: puts the quote ledger of an item under its `extra`, from the editor's menu."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from quotes.api import extract
from quotes.documents import Fields
from quotes.documents.articles import item_of
from quotes.errors import DocumentError
from quotes.exports import AS_IT_IS, Options, ledger_of, origin_of

name = "quote_ledger"
label = "Who said what"
order = 100
group = "Quotes"
shortcut = ""
access_type = "frontend"
action_type = "direct"
replace_type = "no-replace"

KEY = "quote_ledger"
"""Where the ledger stands under `extra`; Superdesk copies what is there into ninjs."""
UNSAVED = "unsaved"
"""The id in the rows of an item that has none yet."""

Item = MutableMapping[str, Any]


def callback(item: Item, **_kwargs: object) -> Item:
    """Finds every quote of the article, its speaker and the speaker's title."""
    extra = dict(item.get("extra") or {})
    # What was found in another state of the article is no longer true.
    extra.pop(KEY, None)
    found = _ledger(item) if _is_english(item) else None
    if found is not None:
        extra[KEY] = found
    if extra or "extra" in item:
        item["extra"] = extra
    return item


def _is_english(item: Item) -> bool:
    language = str(item.get("language") or "en").lower()
    return language.replace("_", "-").split("-")[0] == "en"


def _ledger(item: Item) -> dict[str, object] | None:
    """Return the ledger of an item; None if it has no text."""
    try:
        document = item_of({"id": UNSAVED, **item}, Fields())
    except DocumentError:
        return None
    options = Options(AS_IT_IS.unit, origin=origin_of())
    return ledger_of(document, extract(document), options)
