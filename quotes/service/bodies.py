"""What clients send, read as documents: text, HTML, an article or a news item in JSON."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from http import HTTPStatus

from starlette.requests import ClientDisconnect, Request

from quotes.documents import Fields, from_html
from quotes.documents.articles import ITEM_IDS, article_of, is_item, item_of
from quotes.documents.values import UNFIT, id_of
from quotes.errors import DocumentError
from quotes.records import Document
from quotes.service.problems import Problem

UNNAMED = "unnamed"
"""The id of a document that has none."""
STRING = {"type": "string", "pattern": "^[^\\u0000]*$"}
"""Text without NUL, which no article has and many programs stumble over."""


async def read_body(request: Request, limit: int, seconds: float) -> bytes:
    """Read a request's body, but no more than `limit` bytes and no longer than `seconds`.

    Raises:
        Problem: there is more, it comes too slowly, or the client goes away.
    """
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                body += part
                if len(body) > limit:
                    raise Problem(
                        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                        f"larger than {limit:,} bytes",
                        "send one article, or raise the limit with --max-size",
                    )
    except TimeoutError:
        detail = f"the body did not come within {seconds:g} s"
        raise Problem(HTTPStatus.REQUEST_TIMEOUT, detail, "send it again") from None
    except ClientDisconnect:
        raise Problem(HTTPStatus.BAD_REQUEST, "the client went away") from None
    return bytes(body)


def document_of(media_type: str, body: bytes, id: str | None) -> Document:
    """Make a document of a body.

    Args:
        media_type: what the client says that the body is, parameters included.
        body: the bytes.
        id: what the client calls it; None for the id in it or `UNNAMED`.

    Raises:
        Problem: the type is not taken, or the body is not what it should be.
    """
    kind, _, parameters = media_type.partition(";")
    read = READERS.get(kind.strip().lower())
    if read is None:
        known = ", ".join(READERS)
        what = f"{kind.strip()} is not taken" if kind else "there is no Content-Type"
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, what, f"send one of: {known}")
    charset = parameters.lower().partition("charset=")[2].split(";")[0].strip(' "')
    if charset not in {"", "utf-8", "utf8", "us-ascii"}:
        what = f"charset {charset} is not taken"
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, what, "send UTF-8")
    try:
        return read(body.decode(), id)
    except UnicodeDecodeError as error:
        detail = f"not UTF-8: byte 0x{body[error.start]:02X} at offset {error.start}"
        raise Problem(HTTPStatus.BAD_REQUEST, detail, "send UTF-8") from None
    except DocumentError as error:
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, error.what, error.remedy) from None


def _text(body: str, id: str | None) -> Document:
    return _checked(Document(id or UNNAMED, body))


def _html(body: str, id: str | None) -> Document:
    return _checked(from_html(body, id or UNNAMED))


def _checked(document: Document) -> Document:
    if "\0" in document.text:
        raise DocumentError("not text: it holds a NUL", remedy="leave it out")
    return document


def _json(body: str, id: str | None) -> Document:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as error:
        detail = f"no JSON: {error}"
        raise Problem(HTTPStatus.BAD_REQUEST, detail, "send an article or a news item") from None
    if not isinstance(value, dict):
        raise DocumentError("no JSON object", remedy="send one article or news item")
    _check_types(value)
    record = {name: one for name, one in value.items() if name not in IDS or _is_id(one)}
    known = any(name in record for name in (IDS if is_item(record) else IDS[:1]))
    document = _article(record if known else {**record, "id": UNNAMED})
    return document if id is None else replace(document, id=id)


def _is_id(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _article(record: Mapping[str, object]) -> Document:
    names, read = (ITEM_IDS, item_of) if is_item(record) else (("id",), article_of)
    try:
        return read(record, Fields())
    except DocumentError as error:
        # An article yet to be written, or a picture's item, has no quotes, which is an answer.
        if not error.what.startswith(WORDLESS):
            raise
        return Document(id_of(record, names, ""), "", item=record if is_item(record) else None)


def _check_types(value: Mapping[str, object]) -> None:
    """Refuse what holds something else than it should, even where nobody would look at it."""
    if "bodies" not in value and all(value.get(name) is None for name in BODIES):
        raise DocumentError("no text, html or body in it", remedy="see /docs")
    wrong = [name for name in BODIES if not _is_words(value.get(name))]
    wrong += [name for name in IDS if not (_is_words(value.get(name)) or _is_int(value.get(name)))]
    listed = value.get("bodies", [{"value": ""}])
    bodies = listed if isinstance(listed, list) and listed else [None]
    if not all(isinstance(one, dict) and _is_words(one.get("value", 0)) for one in bodies):
        wrong.append("bodies")
    if wrong:
        raise DocumentError(f"wrong type: {', '.join(wrong)}", remedy="see /docs")


def _is_words(value: object) -> bool:
    return value is None or (isinstance(value, str) and not UNFIT.search(value))


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


READERS: dict[str, Callable[[str, str | None], Document]] = {
    "text/plain": _text,
    "text/html": _html,
    "application/json": _json,
}
"""What is taken, by its media type."""

BODIES = ("text", "html", "body_html", "body_text", "body_main", "body_richtext")
WORDLESS = ("there is no text", "no body_html")
"""How the errors of what has no text begin."""
IDS = ("id", "guid", "uri", "_id")
LISTED = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["value"],
        "properties": {"value": {**STRING, "type": ["string", "null"]}},
    },
}
SCHEMA = {
    "type": "object",
    "description": "An article with `text` or `html`, or a news item in ninjs or Superdesk's form.",
    "properties": {
        **{name: {**STRING, "type": ["string", "null"]} for name in BODIES},
        **{name: {**STRING, "type": ["string", "integer", "null"]} for name in IDS},
        "bodies": LISTED,
    },
    "anyOf": [
        *({"required": [name], "properties": {name: STRING}} for name in BODIES),
        {"required": ["bodies"]},
    ],
}
"""The JSON that is taken."""
