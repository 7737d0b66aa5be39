"""The page at `/docs`: the OpenAPI document to read, with nothing fetched from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

STYLE = """
:root { color-scheme: light dark; --soft: light-dark(#666, #aaa); --line: light-dark(#ddd, #444); }
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
section { border-top: 1px solid var(--line); margin-top: 2rem; }
h2 code { font-size: 1.1rem; } h3 { font-size: .95rem; margin-bottom: .3rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0; }
th { font-weight: 600; white-space: nowrap; }
pre { white-space: pre-wrap; padding: .7rem 1rem; border: 1px solid var(--line); }
small { color: var(--soft); }
"""


def docs_page(document: Mapping[str, Any]) -> str:
    """Return an OpenAPI document as a page of HTML."""
    info = document["info"]
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(info['title'])}</title><style>{STYLE}</style></head><body>",
        f"<h1>{escape(info['title'])} <small>{escape(info['version'])}</small></h1>",
        f"<p>{escape(info.get('description', ''))}</p>",
        '<p>The same for programs: <a href="/openapi.json">openapi.json</a>.</p>',
    ]
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            parts.extend(_operation(path, method, operation))
    parts.extend(_schemas(document.get("components", {}).get("schemas", {})))
    return "\n".join([*parts, "</body></html>"])


def _operation(path: str, method: str, operation: Mapping[str, Any]) -> Iterator[str]:
    yield f"<section><h2><code>{escape(method.upper())} {escape(path)}</code></h2>"
    yield f"<p>{escape(operation.get('description') or operation.get('summary', ''))}</p>"
    if operation.get("security"):
        yield "<p>Needs the service's key in the header <code>X-API-Key</code>.</p>"
    if parameters := operation.get("parameters"):
        yield "<h3>Parameters</h3>"
        rows = ((one["name"], one.get("description", "")) for one in parameters)
        yield from _table(rows)
    bodies = operation.get("requestBody", {}).get("content", {})
    for kind, body in bodies.items():
        yield f"<h3>Body: <code>{escape(kind)}</code></h3>"
        yield f"<pre>{escape(_curl(path, kind, body.get('example')))}</pre>"
    yield "<h3>Answers</h3>"
    answers = sorted(operation["responses"].items())
    yield from _table((status, _answer(answer)) for status, answer in answers)
    yield "</section>"


def _answer(answer: Mapping[str, Any]) -> str:
    kinds = ", ".join(answer.get("content", {}))
    return f"{answer['description']} ({kinds})" if kinds else answer["description"]


def _table(rows: Iterator[tuple[str, str]]) -> Iterator[str]:
    yield "<table>"
    for name, words in rows:
        yield f"<tr><th scope='row'><code>{escape(name)}</code></th><td>{escape(words)}</td></tr>"
    yield "</table>"


def _curl(path: str, kind: str, example: object) -> str:
    data = example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)
    return f"curl -H 'Content-Type: {kind}' --data-binary '{data}' http://127.0.0.1:8017{path}"


def _schemas(schemas: Mapping[str, Any]) -> Iterator[str]:
    for name, schema in schemas.items():
        shown = json.dumps(schema, indent=2, ensure_ascii=False)
        yield f"<section><h2><code>{escape(name)}</code></h2><details><summary>JSON Schema"
        yield f"</summary><pre>{escape(shown)}</pre></details></section>"
