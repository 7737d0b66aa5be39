"""CSV on the Web: the description that may stand beside a CSV as `…-metadata.json`.

W3C, Metadata Vocabulary for Tabular Data, 2015.
"""

from __future__ import annotations

import json
from os import PathLike, fspath
from pathlib import PurePath
from types import UnionType
from urllib.parse import quote

from quotes.exports.extra_columns import CHOICES, EXTRA
from quotes.exports.layout import APOSTROPHE, Options, columns_of, hint_of, making_of
from quotes.ledger import Unit, replacing
from quotes.ledger.meanings import MEANINGS, UNITS
from quotes.ledger.sources import SOURCES
from quotes.ledger.units import OFFSETS
from quotes.records import Kind, SpeakerType

SUFFIX = "-metadata.json"
CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "en"}]
PATTERNS = {
    "quote_id": "q[0-9a-f]{20}",
    "kind": "|".join(Kind),
    "speaker_type": "|".join(SpeakerType),
    "document_sha256": "[0-9a-f]{64}",
}
"""Columns of text whose values are not free, and what they look like."""


def write_metadata(path: str | PathLike[str], options: Options) -> str:
    """Write the description of a CSV beside it.

    Args:
        path: the CSV, which need not exist yet.
        options: how it is written.

    Returns:
        the path of the description.

    Raises:
        LedgerError: it cannot be written.
    """
    name = f"{fspath(path)}{SUFFIX}"
    described = json.dumps(metadata_of(fspath(path), options), ensure_ascii=False, indent=2)
    with replacing(name) as stream:
        stream.write(f"{described}\n".encode())
    return name


def metadata_of(path: str, options: Options) -> dict[str, object]:
    """Return the description of a CSV as a JSON object."""
    return {
        "@context": CONTEXT,
        "url": quote(PurePath(path).name),
        "dc:title": "Quote ledger",
        "dialect": _dialect(),
        "tableSchema": {
            "columns": [_column(name, options.unit) for name in columns_of(options)],
            "primaryKey": ["document", "quote_id"],
        },
        "schema:additionalProperty": _properties(options),
    }


def _dialect() -> dict[str, object]:
    """Return every choice that RFC 4180 leaves, and trim off: words are verbatim."""
    return {
        "encoding": "utf-8",
        "delimiter": ",",
        "quoteChar": '"',
        "doubleQuote": True,
        "lineTerminators": ["\r\n"],
        "header": True,
        "headerRowCount": 1,
        "skipBlankRows": False,
        "trim": False,
    }


def _column(name: str, unit: Unit) -> dict[str, object]:
    column: dict[str, object] = {
        "name": name,
        "titles": name,
        "dc:description": MEANINGS[name] if name in MEANINGS else EXTRA[name],
        "datatype": _datatype(name),
        # The id of a document may be an empty string, which CSV cannot tell from nothing.
        "required": not isinstance(None, hint_of(name)) and name != "document",
    }
    if name in SOURCES and name != "source_field":
        column["schema:unitText"] = UNITS[Unit.CODEPOINT]
    if name in OFFSETS:
        column["schema:unitText"] = UNITS[unit]
    return column


def _datatype(name: str) -> object:
    hint = hint_of(name)
    if name in CHOICES:
        return {"base": "string", "format": "|".join(CHOICES[name])}
    if name in PATTERNS:
        return {"base": "string", "format": PATTERNS[name]}
    if _allows(hint, float):
        return {"base": "number", "minimum": 0, "maximum": 1}
    if _allows(hint, int):
        return {"base": "integer", "minimum": 1 if name == "utterance" else 0}
    return "string"


def _allows(hint: type | UnionType, kind: type) -> bool:
    return isinstance(kind(), hint)


def _properties(options: Options) -> list[dict[str, str]]:
    """Return what is to be known of the whole table, as schema.org's names and values."""
    values = making_of(options) | {"formulaGuard": APOSTROPHE if options.guarded else "none"}
    return [
        {"@type": "schema:PropertyValue", "schema:name": name, "schema:value": value}
        for name, value in values.items()
    ]
