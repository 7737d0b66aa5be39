"""The JSON Schema of the ledger's row, so that what is imported can be checked.

`python -m quotes.exports.row_schema` prints it; the file of it, `schemas/row.schema.json`, is in
the package, and a test holds the file to the code.
"""

from __future__ import annotations

import json
import sys
from importlib import resources
from typing import cast

from quotes.exports.csvw import PATTERNS
from quotes.exports.extra_columns import CHOICES, EXTRA
from quotes.exports.layout import hint_of
from quotes.ledger.columns import HINTS, PAIRS
from quotes.ledger.meanings import MEANINGS
from quotes.ledger.units import OFFSETS
from quotes.records import COLUMNS, Kind, SpeakerType

ID = "urn:quote-ledger:row"
TOGETHER = [
    *((name, f"{name}_start", f"{name}_end") for name in PAIRS if name != "quote"),
    ("speaker", "speaker_type"),
    ("title", "title_rule"),
]
"""Columns that are all there or all missing."""
VOCABULARIES = {"kind": list(Kind), "speaker_type": list(SpeakerType)}


def row_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of one row, as JSON Lines and the service have it."""
    file = resources.files("quotes.exports") / "schemas/row.schema.json"
    return cast(dict[str, object], json.loads(file.read_text("utf-8")))


def generated() -> dict[str, object]:
    """Return the schema as it follows from the records."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "Row of a quote ledger",
        "description": "One quoted span of a document. Offsets count from 0, their ends exclusive,"
        " in Unicode code points unless offset_unit says otherwise; what is not known is null.",
        "type": "object",
        "required": list(COLUMNS),
        "properties": {name: _property(name) for name in COLUMNS} | _extra(),
        "allOf": [_together(names) for names in TOGETHER],
    }


def _property(name: str) -> dict[str, object]:
    hint = HINTS[name]
    kind = next(word for word, value in TYPES if isinstance(value, hint))
    found: dict[str, object] = {"description": MEANINGS[name], "type": kind}
    if name in VOCABULARIES:
        found["enum"] = VOCABULARIES[name]
    elif name in PATTERNS:
        found["pattern"] = f"^{PATTERNS[name]}$"
    elif kind == "number":
        found |= {"minimum": 0, "maximum": 1}
    elif kind == "integer":
        found["minimum"] = 0 if name in OFFSETS else 1
    elif name != "document":
        found["minLength"] = 1
    return _or_null(found) if isinstance(None, hint) else found


TYPES = (("string", ""), ("integer", 0), ("number", 0.0))


def _or_null(found: dict[str, object]) -> dict[str, object]:
    nullable = found | {"type": [found["type"], "null"]}
    if "enum" in found:
        nullable["enum"] = [*cast(list[str], found["enum"]), None]
    return nullable


def _extra() -> dict[str, object]:
    found: dict[str, object] = {}
    for name, meaning in EXTRA.items():
        is_text = isinstance("", hint_of(name))
        column = {"description": meaning, "type": ["string" if is_text else "integer", "null"]}
        enum = {"enum": [*CHOICES[name], None]} if name in CHOICES else {}
        found[name] = column | enum | ({} if is_text else {"minimum": 0})
    return found


def _together(names: tuple[str, ...]) -> dict[str, object]:
    first, *others = names
    return {
        "if": {"properties": {first: {"type": "null"}}},
        "then": {"properties": {name: {"type": "null"} for name in others}},
        "else": {"properties": {name: {"not": {"type": "null"}} for name in others}},
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(generated(), indent=2) + "\n")
