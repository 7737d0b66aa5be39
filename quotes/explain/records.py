"""What an explanation says, however it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotes.parse import Parse
from quotes.records import Document, Row


@dataclass(frozen=True, slots=True)
class Cited:
    """A rule as it is referred to."""

    id: str
    why: str
    priority: int
    right: int
    """How many of its links or titles were right when last measured."""
    total: int
    """How many there were."""
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Match:
    """The words that a rule matched."""

    parse: Parse
    nodes: Mapping[str, tuple[int, ...]]
    """Token indexes in the parse by the name of the pattern's node."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule that fits, and what became of it."""

    rule: Cited
    gives: str
    """What the rule finds or decides."""
    lost: str
    """Why it does not count; empty for the rule that won."""
    match: Match | None
    place: str = ""
    """Where it fits, as a sentence, unless that is the quotation itself."""
    basis: Trial | None = None
    """Of a rule that carries an attribution over: the rule that made that attribution."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant by a pronoun or a description."""

    name: str
    score: float
    last: str
    """The words by which he or she was last mentioned before it; empty if unknown."""
    offset: int
    """Where they stand; -1 if unknown."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The way from the words at the quotation to the speaker's name."""

    evidence: str
    """In a word: name, pronoun, thing, role, itself, nothing."""
    steps: tuple[str, ...]
    """The way, in sentences."""
    candidates: tuple[Candidate, ...]
    """Who came into question, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one row came out as it did; of trials the one that won comes first."""

    number: int
    """The row's number in the document, from 1."""
    row: Row
    speaker: tuple[Trial, ...]
    naming: Naming
    title: tuple[Trial, ...]
    kind: tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A document and the explanations of its rows."""

    document: Document
    explanations: tuple[Explanation, ...]
    left_out: int
    """How many stretches between quotation marks are nobody's speech and not explained."""
