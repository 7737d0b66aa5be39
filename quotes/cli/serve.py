"""`quotes serve`: the HTTP service."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.ending import USAGE, ending, report
from quotes.cli.options import MEGABYTE
from quotes.cli.settings import Model, Rules
from quotes.errors import QuotesError
from quotes.service import Settings

Host = Annotated[
    str,
    typer.Option(
        metavar="ADDRESS", help="Where to listen; other than this machine only with an API key."
    ),
]
Port = Annotated[int, typer.Option(metavar="PORT", min=0, max=65535, help="The port.")]
ApiKey = Annotated[
    str | None,
    typer.Option(
        metavar="KEY",
        envvar="QUOTES_API_KEY",
        help="What clients must send as X-API-Key; better in the variable QUOTES_API_KEY, since"
        " others on the machine see a command's options.",
        show_default=False,
    ),
]
Workers = Annotated[
    int, typer.Option(metavar="N", min=1, help="Processes, each with its own model.")
]
Waiting = Annotated[
    int, typer.Option(metavar="N", min=1, help="Requests in work or in line; more get a 503.")
]
MaxSize = Annotated[int, typer.Option(metavar="MB", min=1, help="The largest request.")]
Timeout = Annotated[
    float, typer.Option(metavar="SECONDS", min=0.1, help="For one article, its wait included.")
]
Cors = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ORIGIN", help="A web origin whose pages may call the service; may be repeated."
    ),
]


def serve(  # noqa: PLR0913, PLR0917 (a parameter for each option)
    host: Host = "127.0.0.1",
    port: Port = 8017,
    api_key: ApiKey = None,
    workers: Workers = 1,
    waiting: Waiting = 64,
    max_size: MaxSize = 2,
    timeout: Timeout = 30,
    cors: Cors = None,
    model: Model = None,
    rules: Rules = None,
) -> None:
    """Answer over HTTP what `quotes extract` writes.

    POST an article as text, HTML or JSON to /v1/extract; /docs shows the rest. Needs the extra
    `service`: pip install 'quote-ledger[service]'
    """
    try:
        settings = Settings(
            host=host,
            port=port,
            api_key=api_key or None,
            workers=workers,
            waiting=waiting,
            limit=max_size * MEGABYTE,
            timeout=timeout,
            origins=tuple(cors or ()),
            model=model,
            rules=tuple(rules or ()),
        )
    except QuotesError as error:
        report(error)
        raise typer.Exit(USAGE) from None
    with ending():
        from quotes.service.run import serve as run

        run(settings)
