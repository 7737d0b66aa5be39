"""Failures that a user sees, each worded as what, where and the remedy."""

from __future__ import annotations


class QuotesError(Exception):
    """A failure with its place and its remedy.

    Args:
        what: what went wrong, in plain words.
        where: the file, line or row; empty if there is none.
        remedy: what the user can do about it; empty if nothing.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        cure = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{cure}"


class DocumentError(QuotesError):
    """A document that cannot be read."""


class ModelError(QuotesError):
    """A spaCy model that is missing or does not fit."""


class RuleError(QuotesError):
    """Rules that cannot be loaded; one error may hold many faults."""


class ConfigError(QuotesError):
    """Settings that cannot be used."""


class LedgerError(QuotesError):
    """A ledger that cannot be read, written or proved."""
