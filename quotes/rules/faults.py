"""Faults in rules: what keeps a rule from loading, each with its place and its remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from quotes.errors import RuleError

LONGEST_SHOWN = 60
"""Characters of a user's word that a message repeats."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with rules, worded for the person who writes them."""

    path: str
    """The file, or the folder where no file is to blame."""
    line: int
    """1-based; 0 where no line is to blame."""
    rule: str | None
    """Id of the rule, or None outside rules."""
    problem: str
    remedy: str

    @property
    def place(self) -> tuple[str, int, str]:
        """What faults are sorted by: file, line, and then what is wrong."""
        return self.path, self.line, self.problem

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        rule = f" rule {self.rule!r}:" if self.rule else ""
        cure = f"; {self.remedy}" if self.remedy else ""
        return f"{place}:{rule} {self.problem}{cure}"


class RuleFaultsError(RuleError):
    """Rules with faults; the message has one line for each.

    Args:
        faults: all of them, at least one.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))
        # An exception is rebuilt from its args when a worker process hands it over.
        self.args = (self.faults,)

    def __str__(self) -> str:
        return self.what


def fault(path: Path, line: int, problem: str, remedy: str, rule: str | None = None) -> Fault:
    """Make a fault of a file's."""
    return Fault(str(path), line, rule or None, problem, remedy)


def shown(value: object) -> str:
    """Return a user's value as messages show it, shortened where it is long."""
    text = repr(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that a misspelt one was probably meant to be."""
    if len(word) > LONGEST_SHOWN:
        return None
    return next(iter(get_close_matches(word, sorted(known), 1)), None)


def choice(word: str, known: Iterable[str], otherwise: str) -> str:
    """Word the remedy for a name that is not known: the nearest one that is, or what else to do."""
    guess = nearest(word, known)
    return f"did you mean {guess!r}?" if guess else otherwise
