"""The HTTP service: the extractor for programs that are not in Python."""

from quotes.service.settings import LOOPBACK, Settings

__all__ = ["LOOPBACK", "Settings"]
