"""What the columns hold that a file may have besides the ledger's own."""

from __future__ import annotations

from collections.abc import Mapping

from quotes.exports.layout import APOSTROPHE, FORMULA_GUARD, OFFSET_UNIT
from quotes.ledger import Unit

EXTRA: Mapping[str, str] = {
    "source_field": "JSON Pointer of the string that the quote was extracted from.",
    "source_start": "Offset of the quote in the HTML or JSON string, in code points.",
    "source_end": "Offset of the quote's end there, exclusive.",
    OFFSET_UNIT: "What the offsets of this row count.",
    FORMULA_GUARD: "How text is guarded: one apostrophe is put before what a spreadsheet could run"
    " as a formula and before an apostrophe; take off the first of each cell that begins with one.",
}
"""What each holds, in a sentence."""
CHOICES: Mapping[str, tuple[str, ...]] = {OFFSET_UNIT: tuple(Unit), FORMULA_GUARD: (APOSTROPHE,)}
"""The values of those that are not free."""
