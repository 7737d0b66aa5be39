"""Whether a model has the labels that rules name: spaCy itself lets a label it lacks through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from quotes.rules.faults import Fault, RuleFaultsError, choice, fault
from quotes.rules.model import (
    AttributionRule,
    Node,
    Rule,
    RuleSet,
    SpeechRule,
    TitleRule,
    TokenTest,
)

if TYPE_CHECKING:
    from spacy.language import Language


def check_against_model(ruleset: RuleSet, nlp: Language) -> None:
    """Check that a model has every dependency label and tag that the rules name.

    Args:
        ruleset: compiled rules.
        nlp: a spaCy pipeline with a tagger and a parser.

    Raises:
        RuleFaultsError: with a fault for each label of each rule that the model lacks.
    """
    faults = model_faults(ruleset, nlp)
    if faults:
        raise RuleFaultsError(faults)


def model_faults(ruleset: RuleSet, nlp: Language) -> list[Fault]:
    """Return a fault for each label of each rule that a model lacks, in the rules' order."""
    labels = frozenset(cast("Any", nlp.get_pipe("parser")).labels)
    tags = frozenset(cast("Any", nlp.get_pipe("tagger")).labels)
    found: list[Fault] = []
    for rule in (*ruleset.attribution, *ruleset.speech, *ruleset.title):
        used = list(_tests(rule))
        named = {label for test in used for label in test.deps or ()} | _through(rule)
        found += _lacking(rule, "dependency label", named, labels)
        named = {tag for test in used for tag in test.tags or ()}
        found += _lacking(rule, "tag", named, tags)
    return found


def _nodes(rule: Rule) -> tuple[Node, ...]:
    return rule.nodes if isinstance(rule, AttributionRule | SpeechRule | TitleRule) else ()


def _tests(rule: Rule) -> Iterator[TokenTest]:
    for node in _nodes(rule):
        yield from (node.test, *node.has, *node.lacks)
        if node.skip:
            yield node.skip
    own = rule.cue if isinstance(rule, SpeechRule) else getattr(rule, "noun", None)
    if own:
        yield own


def _through(rule: Rule) -> frozenset[str]:
    return frozenset().union(*(node.through for node in _nodes(rule)))


def _lacking(rule: Rule, what: str, named: set[str], known: frozenset[str]) -> Iterator[Fault]:
    for label in sorted(named - known):
        remedy = choice(label, known, "use another model, or rules made for this one")
        problem = f"the model has no {what} {label!r}"
        yield fault(rule.path, rule.line, problem, remedy, rule.id)
