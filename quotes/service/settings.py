"""What a service is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quotes.errors import QuotesError

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""Addresses that only programs on the same machine reach."""
SHORTEST_KEY = 16


@dataclass(frozen=True, slots=True)
class Settings:
    """How the service runs.

    Raises:
        QuotesError: it would be open to other machines without a key, or its key is too short.
    """

    host: str = "127.0.0.1"
    port: int = 8017
    api_key: str | None = None
    """What clients must send; None where only this machine can send."""
    workers: int = 1
    """Processes that extract, each with its own model."""
    waiting: int = 64
    """Requests that may be in work or wait for it; more are turned away."""
    limit: int = 2_000_000
    """Bytes of the largest request."""
    timeout: float = 30
    """Seconds for one article, its wait included."""
    origins: tuple[str, ...] = ()
    """Web origins whose pages may call the service."""
    model: str | None = None
    rules: tuple[Path, ...] = ()

    def __post_init__(self) -> None:
        if self.api_key is None and not self.is_local:
            raise QuotesError(
                f"{self.host} is open to other machines, and there is no API key",
                remedy="give one in the variable QUOTES_API_KEY, or bind to 127.0.0.1",
            )
        if self.api_key is not None and len(self.api_key) < SHORTEST_KEY:
            remedy = f"give one of {SHORTEST_KEY} characters or more, for example of: "
            raise QuotesError(
                "the API key is too short to keep anybody out",
                remedy=f'{remedy}python -c "import secrets; print(secrets.token_urlsafe())"',
            )

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the service."""
        return self.host in LOOPBACK
