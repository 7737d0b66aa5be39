"""What each column holds, in words, for every description of the row."""

from __future__ import annotations

from collections.abc import Mapping

from quotes.ledger.columns import PAIRS
from quotes.records import COLUMNS

WORDS: Mapping[str, str] = {
    "document": "The document's id.",
    "quote_id": "Stable name of the quote, from the document's checksum and the quote's offsets.",
    "utterance": "Number of the utterance within the document; its parts share it.",
    "kind": "A whole statement (direct), words inside the writer's own sentence (mixed), or"
    " nobody's speech (other).",
    "quote": "The words between the quotation marks, verbatim.",
    "speaker": "The fullest form of the speaker's name printed anywhere in the document.",
    "speaker_type": "What kind of source speaks.",
    "title": "The speaker's title or role, verbatim.",
    "mention": "The words that name the speaker where the quote is attributed, verbatim.",
    "cue": "The reporting word, verbatim.",
    "rule": "Id of the rule that linked quote and speaker.",
    "title_rule": "Id of the rule that linked speaker and title.",
    "confidence": "Share of the rule's links that were right when last measured.",
    "document_sha256": "SHA-256 of the document's text in UTF-8.",
}
ENDS = {
    f"{name}_{end}": f"Offset of the {which} of `{name}`."
    for name in PAIRS
    for end, which in (("start", "first character"), ("end", "end, exclusive,"))
}

MEANINGS: Mapping[str, str] = {name: {**WORDS, **ENDS}[name] for name in COLUMNS}
"""A sentence for every column of the ledger."""

UNITS: Mapping[str, str] = {
    "codepoint": "Unicode code points",
    "utf16": "UTF-16 code units",
    "utf8": "UTF-8 bytes",
}
"""What offsets count, in words."""
