"""The service's OpenAPI document: what is taken, what comes back and when it does not."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from quotes.exports.row_schema import generated
from quotes.ledger import Unit
from quotes.service import bodies, problems, rules_list

EXAMPLE = "“We sail at dawn,” said Marit Ek, the harbour pilot."
STRING = {"type": "string"}
REQUEST_ID = {
    "X-Request-ID": {
        "description": "The id under which the log has this request; the client's own if it"
        " sent one of letters, digits, dots, dashes and underscores.",
        "schema": STRING,
    }
}
RETRY_AFTER = {
    "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer", "minimum": 1}}
}


def _problem(status: HTTPStatus, when: str) -> dict[str, Any]:
    headers = REQUEST_ID | (RETRY_AFTER if status == HTTPStatus.SERVICE_UNAVAILABLE else {})
    content = {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {str(status.value): {"description": when, "headers": headers, "content": content}}


def _answer(description: str, content: dict[str, Any]) -> dict[str, Any]:
    answer = {"description": description, "headers": REQUEST_ID, "content": content}
    return {"200": answer}


def _json(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}


REFUSED = _problem(HTTPStatus.UNAUTHORIZED, "The API key is missing or wrong.")
FAILED = _problem(HTTPStatus.INTERNAL_SERVER_ERROR, "The service failed.")
HEALTH = {"responses": _answer("The service is up.", _json("Health")) | FAILED}
RULES = {"responses": _answer("Every rule.", _json("Rules")) | REFUSED | FAILED}
EXTRACT = {
    "requestBody": {
        "required": True,
        "content": {
            # Any text is an article, so there is nothing that a schema could forbid.
            "text/plain": {"schema": {}, "example": EXAMPLE},
            "text/html": {"schema": {}, "example": f"<p>{EXAMPLE}</p>"},
            "application/json": {
                "schema": {"$ref": "#/components/schemas/Article"},
                "example": {"id": "ferry", "text": EXAMPLE},
            },
        },
    },
    "responses": _answer(
        "The ledger, in the format that `Accept` asks for.",
        _json("Ledger")
        | {
            "text/csv": {"schema": STRING},
            "application/ld+json": {"schema": {"type": "object", "required": ["first", "total"]}},
        },
    )
    | _problem(HTTPStatus.BAD_REQUEST, "The body is not UTF-8, or no JSON.")
    | REFUSED
    | _problem(HTTPStatus.NOT_ACCEPTABLE, "The client accepts none of the formats.")
    | _problem(HTTPStatus.REQUEST_TIMEOUT, "The body came too slowly.")
    | _problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The body is too large.")
    | _problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The body's type is none of those taken.")
    | _problem(HTTPStatus.UNPROCESSABLE_ENTITY, "A parameter is wrong, or there is no article.")
    | FAILED
    | _problem(HTTPStatus.SERVICE_UNAVAILABLE, "Too many requests are waiting.")
    | _problem(HTTPStatus.GATEWAY_TIMEOUT, "The article took too long."),
}


def _schemas() -> dict[str, Any]:
    row = {name: value for name, value in generated().items() if not name.startswith("$")}
    return {
        "Article": bodies.SCHEMA,
        "Problem": problems.SCHEMA,
        "Rules": rules_list.SCHEMA,
        "Row": row,
        "Ledger": {
            "type": "object",
            "required": ["document", "offsetUnit", "quotes"],
            "properties": {
                "document": STRING,
                "offsetUnit": {"enum": list(Unit)},
                "program": STRING,
                "model": STRING,
                "rules": STRING,
                "quotes": {"type": "array", "items": {"$ref": "#/components/schemas/Row"}},
            },
        },
        "Health": {
            "type": "object",
            "required": ["status", "version", "waiting", "most"],
            "properties": {
                "status": {"const": "ok"},
                "version": STRING,
                "waiting": {"type": "integer", "minimum": 0},
                "most": {"type": "integer", "minimum": 1},
            },
        },
    }


def described(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document of the service."""
    if app.openapi_schema:
        return app.openapi_schema
    document = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas |= _schemas()
    for path in document["paths"].values():
        for operation in path.values():
            # FastAPI adds its own answer for parameters that are wrong; ours has problem details.
            invalid = operation["responses"].get("422", {}).get("content", {})
            invalid.pop("application/json", None)
    if app.state.settings.api_key is not None:
        scheme = {"type": "apiKey", "in": "header", "name": "X-API-Key"}
        document["components"]["securitySchemes"] = {"key": scheme}
        for name in ("/v1/extract", "/v1/rules"):
            for operation in document["paths"][name].values():
                operation["security"] = [{"key": []}]
    app.openapi_schema = document
    return document
