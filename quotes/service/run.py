"""Runs the service until it is told to end, and then lets it finish what it has begun."""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import partial

from quotes.api import _load
from quotes.errors import QuotesError
from quotes.service.settings import Settings
from quotes.workers import Load

INSTALL = "install it with: pip install 'quote-ledger[service]'"
GRACE = 5
"""Seconds after the timeout of an article in which a connection may end."""


def serve(settings: Settings, load: Load | None = None) -> None:
    """Serve until SIGINT or SIGTERM.

    Args:
        settings: how.
        load: makes an extractor in each process; None for the usual one.

    Raises:
        QuotesError: FastAPI or uvicorn is not installed, the model or the rules cannot be loaded,
            or the address cannot be had.
    """
    try:
        import uvicorn

        from quotes.service.app import create_app
    except ImportError as error:
        missing = f"the service needs {error.name}, which is not installed"
        raise QuotesError(missing, remedy=INSTALL) from None
    from quotes.service.logs import log_to_stderr

    log_to_stderr()
    app = create_app(settings, load or partial(_load, settings.model, settings.rules))
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=int(settings.timeout) + GRACE,
    )
    server = uvicorn.Server(config)
    # A failure that has its words needs no traceback.
    logging.getLogger("uvicorn.error").addFilter(lambda _: app.state.failure is None)
    # Told to end, it has ended well; it would still pass the signal on.
    with suppress(KeyboardInterrupt, SystemExit):
        server.run()
    if app.state.failure is not None:
        raise app.state.failure
    if not server.started:
        where = f"{settings.host}:{settings.port}"
        raise QuotesError("the service did not start", where=where, remedy="see its log above")
