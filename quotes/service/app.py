"""The service's routes."""

from __future__ import annotations

import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from quotes.errors import QuotesError
from quotes.exports import Options, origin_of
from quotes.ledger import Unit
from quotes.service.answers import answer_for
from quotes.service.bodies import document_of, read_body
from quotes.service.described import EXTRACT, HEALTH, RULES, described
from quotes.service.docs_page import docs_page
from quotes.service.engine import BusyError, Engine, TooSlowError
from quotes.service.logs import LOG, RequestLog
from quotes.service.problems import Problem, answer_problem
from quotes.service.rules_list import rules_list
from quotes.service.settings import LOOPBACK, Settings
from quotes.version import __version__
from quotes.workers import Load

KEY_HEADER = "x-api-key"
ID = Query(description="What to call the document; by default its own id.", max_length=500)
ALL = Query(alias="all", description="Also what is nobody's speech, as kind `other`.")
UNIT = Query(
    description="What offsets count in JSON and CSV; Web Annotations always count code points."
)


def create_app(settings: Settings, load: Load) -> FastAPI:
    """Make the service.

    Args:
        settings: how it runs.
        load: makes an extractor in each process; a function of a module.
    """
    engine = Engine(
        load, lanes=settings.workers, waiting=settings.waiting, timeout=settings.timeout
    )

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        try:
            app.state.rules = rules_list(settings.rules)
            app.state.options = Options(origin=origin_of(settings.model, settings.rules))
            await engine.start()
        except QuotesError as error:
            app.state.failure = error
            raise
        LOG.info("ready", extra={"fields": {"workers": settings.workers}})
        yield
        await engine.stop()
        LOG.info("stopped")

    app = FastAPI(
        title="quotes",
        version=__version__,
        description="Who said what in a news article, with exact offsets.",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.settings, app.state.engine, app.state.failure = settings, engine, None
    _add_routes(app)
    _add_failures(app)
    _add_guards(app, settings)
    return app


def _add_routes(app: FastAPI) -> None:
    key = [Depends(check_key)]
    app.post("/v1/extract", dependencies=key, openapi_extra=EXTRACT, **HIDDEN)(extract)
    app.get("/v1/rules", dependencies=key, openapi_extra=RULES, **HIDDEN)(rules)
    app.get("/health", openapi_extra=HEALTH, **HIDDEN)(health)
    app.get("/docs", include_in_schema=False)(docs)
    app.openapi = lambda: described(app)  # type: ignore[method-assign]


# FastAPI would describe answers of its own; `described` says what really comes.
HIDDEN: dict[str, Any] = {"response_class": Response, "response_model": None}


def _add_failures(app: FastAPI) -> None:
    app.add_exception_handler(Problem, answer_problem)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _failed)


def _add_guards(app: FastAPI, settings: Settings) -> None:
    """Add what stands around all routes; the last one added is the outermost."""
    if settings.is_local and settings.api_key is None:
        # A web page could make its own name point here; then it would send that name.
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=[*LOOPBACK, "[::1]"])
    if settings.origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.origins,
            allow_methods=["GET", "POST"],
            allow_headers=["content-type", KEY_HEADER],
            expose_headers=["x-request-id", "retry-after"],
        )
    app.add_middleware(RequestLog)


async def check_key(request: Request) -> None:
    """Let a request pass that carries the key, if there is one.

    Raises:
        Problem: the key is missing or wrong.
    """
    wanted = request.app.state.settings.api_key
    given = request.headers.get(KEY_HEADER, "")
    # Comparing in constant time tells nothing of how much of a key is right.
    if wanted is not None and not hmac.compare_digest(wanted.encode(), given.encode()):
        raise Problem(
            HTTPStatus.UNAUTHORIZED,
            "wrong API key" if given else "no API key",
            "send the service's key in the header X-API-Key",
            {"www-authenticate": "ApiKey"},
        )


async def extract(
    request: Request,
    id: Annotated[str | None, ID] = None,
    include_other: Annotated[bool, ALL] = False,
    offset_unit: Annotated[Unit, UNIT] = Unit.CODEPOINT,
) -> Response:
    """Find every quote of an article, its speaker and the speaker's title."""
    answer = answer_for(request.headers.get("accept", ""))
    if answer is None:
        remedy = "accept application/json, text/csv or application/ld+json"
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, "no format that you accept", remedy)
    state = request.app.state
    body = await read_body(request, state.settings.limit, state.settings.timeout)
    document = document_of(request.headers.get("content-type", ""), body, id)
    try:
        rows = await state.engine.extract(document, include_other=include_other)
    except BusyError as busy:
        headers = {"retry-after": str(busy.seconds)}
        remedy = f"try again in {busy.seconds} s"
        raise Problem(
            HTTPStatus.SERVICE_UNAVAILABLE, "too many requests are waiting", remedy, headers
        ) from None
    except TooSlowError:
        detail = f"took longer than {state.settings.timeout:g} s"
        remedy = "send a shorter article, or raise the limit with --timeout"
        raise Problem(HTTPStatus.GATEWAY_TIMEOUT, detail, remedy) from None
    except QuotesError as error:
        raise Problem(HTTPStatus.INTERNAL_SERVER_ERROR, error.what, error.remedy) from None
    options = Options(offset_unit, origin=state.options.origin)
    headers = {"content-type": answer.content_type, "vary": "Accept"}
    return Response(answer.write(document, list(rows), options), headers=headers)


async def rules(request: Request) -> Response:
    """List the rules: what each is for, and how often it was right."""
    return JSONResponse({"rules": request.app.state.rules})


async def health(request: Request) -> Response:
    """Tell that the service is up, and how long its line is."""
    state = request.app.state
    limits = {"waiting": state.engine.line, "most": state.settings.waiting}
    return JSONResponse({"status": "ok", "version": __version__} | limits)


async def docs(request: Request) -> Response:
    """Show what the service can do, on a page that needs nothing from elsewhere."""
    return HTMLResponse(docs_page(request.app.openapi()))


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    problem = Problem(HTTPStatus.UNPROCESSABLE_ENTITY, f"{where}: {first['msg']}", "see /docs")
    return await answer_problem(request, problem)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    problem = Problem(HTTPStatus(error.status_code), str(error.detail), "see /docs", headers)
    return await answer_problem(request, problem)


async def _failed(request: Request, error: Exception) -> Response:
    LOG.error("failure", exc_info=error, extra={"fields": _id_field(request)})
    detail = "the service failed; its log has the reason under the request's id"
    return await answer_problem(request, Problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail))


def _id_field(request: Request) -> dict[str, dict[str, str] | str]:
    return {"request_id": request.scope.get("request_id", "")}
