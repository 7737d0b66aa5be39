"""Rules as the matcher uses them: checked, compiled and without a trace of YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

RELATIONS = (
    "child_of",
    "parent_of",
    "ancestor_of",
    "descendant_of",
    "subject_of",
    "antecedent_of",
    "after",
    "before",
    "right_after",
    "right_before",
    "just_after",
    "just_before",
    "root_before",
)
STANDS = ("any", "alone", "opens", "closes", "inside", "headline", "minor")
BETWEEN = ("any", "nothing", "same_sentence", "one_sentence")
CARRY_SOURCES = ("previous", "next", "run", "paragraph_before")
DECISIONS = ("direct", "mixed", "other")
LINK_STATES = ("none", "carried", "own")
TITLE_SPANS = ("phrase", "modifiers", "clause", "word")
TITLE_OF = ("name", "description", "unnamed")


@dataclass(frozen=True, slots=True)
class TokenTest:
    """What a token must be; a test that is None is not made."""

    words: frozenset[str] | None = None
    """Lower-case forms, one of which the token must be."""
    not_words: frozenset[str] | None = None
    tags: frozenset[str] | None = None
    deps: frozenset[str] | None = None
    capital: bool | None = None
    quoted: bool | None = False
    """Whether it stands inside quotation marks; None where either will do."""


@dataclass(frozen=True, slots=True)
class QuoteTest:
    """What a quotation must look like; a test that is None is not made."""

    begins: str | None = None
    """`capital` or `lower`: its first letter."""
    ends: frozenset[str] | None = None
    """Characters, one of which must be its last; an empty string stands for any letter."""
    title_case: bool | None = None
    """Whether all its longer words begin with a capital."""
    marks: frozenset[str] | None = None
    """Styles of marks."""
    words_at_most: int | None = None
    words_at_least: int | None = None


ANYTHING = QuoteTest()
"""The test that every quotation passes."""


@dataclass(frozen=True, slots=True)
class Node:
    """One word of a pattern, found by its relation to a word found before it."""

    name: str
    relation: str
    anchor: str
    test: TokenTest
    through: frozenset[str] = frozenset()
    """For `subject_of`: dependencies by which a verb borrows its head's subject."""
    by: frozenset[str] | None = None
    """For `ancestor_of`: dependencies by which the branch that holds the anchor may hang on it."""
    outermost: bool = False
    """For `ancestor_of`: whether to try the farthest ancestor first instead of the nearest."""
    first: bool = False
    """Whether only the first word that passes the test counts, be it with the wrong children."""
    within: int = 12
    """For `after` and `before`: how many words away at most."""
    skip: TokenTest | None = None
    """For `right_after` and `right_before`: words to pass over beside punctuation."""
    has: tuple[TokenTest, ...] = ()
    """Tests each of which some child must pass."""
    lacks: tuple[TokenTest, ...] = ()
    """Tests that no child may pass."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence beside a rule, with what the rule must find in it, or must not."""

    text: str
    expect: Mapping[str, str] = field(default_factory=dict)
    """Expected words by column: `speaker`, `cue`, `title`, `quote`, `kind`."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """What all kinds of rules have."""

    id: str
    why: str
    priority: int
    examples: tuple[Example, ...]
    counterexamples: tuple[Example, ...]
    path: Path
    line: int


@dataclass(frozen=True, slots=True)
class AttributionRule(Rule):
    """How a quotation, its cue and its speaker hang together."""

    nodes: tuple[Node, ...]
    """Each anchored at `quote` or at a node before it; one is named `speaker`."""
    stands: str = "any"
    """One of STANDS: the quotation's place among the writer's own words."""
    order: tuple[str, ...] = ()
    """Nodes in the order in which their words must stand."""
    quote: QuoteTest = ANYTHING


@dataclass(frozen=True, slots=True)
class CarryRule(Rule):
    """How a quotation without an attribution of its own takes over another one's."""

    source: str
    """One of CARRY_SOURCES: whose attribution it takes over."""
    between: str = "any"
    """One of BETWEEN: the writer's words between the two quotations."""
    stands: str = "any"
    quote: QuoteTest = ANYTHING


@dataclass(frozen=True, slots=True)
class SpeechRule(Rule):
    """Whether a quotation is speech, and of which kind; the first that fits decides."""

    decide: str
    """One of DECISIONS."""
    nodes: tuple[Node, ...] = ()
    stands: str = "any"
    order: tuple[str, ...] = ()
    quote: QuoteTest = ANYTHING
    link: frozenset[str] | None = None
    """LINK_STATES, one of which the quotation's attribution must be in."""
    rules: frozenset[str] | None = None
    """Ids of rules, one of which must have made the quotation's attribution."""
    cue: TokenTest | None = None
    """What the cue of the quotation's attribution must be."""
    previous: frozenset[str] | None = None
    """DECISIONS, one of which the quotation before it under the same cue must have got."""


@dataclass(frozen=True, slots=True)
class TitleRule(Rule):
    """How a person's name and a title hang together."""

    nodes: tuple[Node, ...]
    """Each anchored at `name` or at a node before it; one is named `title`."""
    span: str = "phrase"
    """One of TITLE_SPANS: which words around the title's node make up the title."""
    order: tuple[str, ...] = ()
    of: str = "name"
    """One of TITLE_OF: beside a name; a definite phrase that stands for somebody named; or the
    words that stand for an unnamed source."""
    noun: TokenTest | None = None
    """Of a description or an unnamed source: what its head noun must be."""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules and word lists, checked; each kind in the order in which it is tried."""

    attribution: tuple[AttributionRule, ...]
    carry: tuple[CarryRule, ...]
    speech: tuple[SpeechRule, ...]
    title: tuple[TitleRule, ...]
    lists: Mapping[str, frozenset[str]]
    """Every form of a list's words, lower case, by the list's name."""
    measured: Mapping[str, tuple[int, int]]
    """By rule id: how many of its links were right, of how many, when last measured."""
