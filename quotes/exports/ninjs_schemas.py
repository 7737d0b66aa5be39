"""The JSON Schemas of ninjs with quotes, one for each published version that they extend.

`python -m quotes.exports.ninjs_schemas FOLDER` writes them into `FOLDER`; a test holds the files in
the package to the code.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from quotes.exports.ninjs import EDITIONS, EXTENSION, Edition
from quotes.exports.row_schema import generated
from quotes.ledger import Unit

PUBLISHED = "http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json#"
PROPERTIES_OF_1 = (  # noqa: SIM905 (a list of quoted words would be three times as long)
    "uri type mimetype representationtype profile version firstcreated versioncreated"
    " contentcreated embargoed pubstatus urgency copyrightholder copyrightnotice usageterms ednote"
    " language person organisation place subject event object infosource title byline headline"
    " slugline located charcount wordcount renditions associations altids trustindicator genre"
    " expires rightsinfo digitalsourcetype"
).split()
PATTERNS_OF_1 = ("^description_[a-zA-Z0-9_]+", "^body_[a-zA-Z0-9_]+", "^headline_[a-zA-Z0-9_]+")


def schema_of(edition: Edition) -> dict[str, object]:
    """Return the schema that extends an edition's."""
    published = PUBLISHED.format(version=edition.version)
    dialect = "https://json-schema.org/draft/2020-12/schema"
    schema: dict[str, object] = {
        "$schema": "http://json-schema.org/draft-07/schema#" if edition.version < "2" else dialect,
        "$id": edition.schema,
        "title": f"ninjs {edition.version} with quotes",
        "description": f"A ninjs {edition.version} item; {EXTENSION} holds who said what in it.",
        "type": "object",
        "required": ["uri"],
    }
    if edition.version < "2":
        return schema | _closed(published)
    return schema | {
        "allOf": [{"$ref": f"{published}/$defs/ninjsType"}],
        "properties": {EXTENSION: _extension()},
        "unevaluatedProperties": False,
    }


def _closed(published: str) -> dict[str, object]:
    """Return what extends ninjs 1: each of its properties by reference.

    Its schema forbids other properties at its root, so that nothing can take it whole and add one.
    """
    names = {name: {"$ref": f"{published}/properties/{name}"} for name in PROPERTIES_OF_1}
    standard = {"$ref": f"{published}/properties/$standard"}
    return {
        "properties": names | {"$standard": standard, EXTENSION: _extension()},
        "patternProperties": {pattern: {"type": "string"} for pattern in PATTERNS_OF_1},
        "additionalProperties": False,
    }


def _extension() -> dict[str, object]:
    row = {name: value for name, value in generated().items() if not name.startswith("$")}
    text = {"type": "string"}
    return {
        "description": "The quote ledger of the item. Offsets count in the item's text: its"
        " headline, if it has one, and its body; source_field, source_start and source_end point"
        " into the item's own strings.",
        "type": "object",
        "required": ["offsetUnit", "quotes"],
        "properties": {
            "offsetUnit": {"enum": list(Unit)},
            "program": text,
            "model": text,
            "rules": text,
            "quotes": {"type": "array", "items": row},
        },
        "additionalProperties": False,
    }


def write_schemas(folder: Path) -> Sequence[Path]:
    """Write the schema of each edition."""
    written = []
    for edition in EDITIONS.values():
        path = folder / f"ninjs-{edition.version}.schema.json"
        path.write_text(json.dumps(schema_of(edition), indent=2) + "\n", "utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
