"""The options `--model` and `--rules`, which a newsroom may also keep in a settings file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.ending import USAGE, report
from quotes.config import Config, find_config
from quotes.errors import ConfigError


def configured() -> Config:
    """Return the settings that hold in the current folder, or end the command."""
    try:
        return find_config(Path.cwd())
    except ConfigError as error:
        report(error)
        raise typer.Exit(USAGE) from None


def _with_configured_rules(given: list[Path] | None) -> list[Path]:
    return [*configured().rules, *(given or [])]


def _or_configured_model(given: str | None) -> str | None:
    return configured().model if given is None else given


Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME_OR_PATH",
        callback=_or_configured_model,
        help="Any installed spaCy pipeline for English.",
        show_default="that of quotes.toml, or en_core_web_sm 3.8.0",
    ),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FOLDER",
        callback=_with_configured_rules,
        exists=True,
        file_okay=False,
        help="Rules that extend or override the built-in ones and those that quotes.toml names; "
        "may be repeated.",
    ),
]
