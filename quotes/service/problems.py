"""Failures as clients see them: problem details of RFC 9457, each with what to do about it."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):  # noqa: N818 (what the standard calls it)
    """Why a request is not answered.

    Args:
        status: the HTTP status.
        detail: what is wrong, in plain words.
        remedy: what the client can do about it; empty if nothing.
        headers: headers of the answer.
    """

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        remedy: str = "",
        headers: dict[str, str] | None = None,
    ) -> None:
        self.status = status
        self.detail = detail
        self.remedy = remedy
        self.headers = headers
        super().__init__(detail)


async def answer_problem(request: Request, problem: Exception) -> JSONResponse:
    """Word a problem as the answer to a request."""
    assert isinstance(problem, Problem)
    body = {
        "title": problem.status.phrase,
        "status": problem.status.value,
        "detail": problem.detail,
        "remedy": problem.remedy,
        "request_id": request.scope.get("request_id", ""),
    }
    return JSONResponse(
        {name: value for name, value in body.items() if value != ""},
        problem.status,
        problem.headers,
        MEDIA_TYPE,
    )


SCHEMA = {
    "type": "object",
    "description": "Problem details (RFC 9457), with a remedy.",
    "required": ["title", "status", "detail"],
    "properties": {
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "remedy": {"type": "string"},
        "request_id": {"type": "string"},
    },
}
