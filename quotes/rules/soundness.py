"""Soundness: whether a rule of the right shape can mean anything."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from quotes.rules.entries import Entry
from quotes.rules.faults import Fault, choice, fault
from quotes.rules.model import RELATIONS, Node, TokenTest
from quotes.rules.schema import (
    AnyRule,
    AttributionSpec,
    CarrySpec,
    NodeSpec,
    SpeechSpec,
    TitleSpec,
)

MANY = frozenset({"child_of", "ancestor_of", "descendant_of", "after", "before"})
"""Relations in which many words stand to one: without a test they find just any word."""
GRAMMATICAL = frozenset({"subject_of", "antecedent_of"})
"""Relations that hold for few words, whatever the words are."""

BREADTH = {"child_of": 8, "ancestor_of": 12, "descendant_of": 24}
"""How many words stand in a relation to one, in a long sentence; in others one or two."""
RARE = 8
"""By how much a test of the word leaves fewer of them."""
WITHIN = Node("", "", "", TokenTest()).within
MOST_STEPS = 10_000
"""Ways to bind a pattern's words to a sentence, at most: the search must end soon."""

Problem = tuple[tuple[str | int, ...], str, str]
"""Where in the rule, what is wrong, and the remedy."""


def rule_faults(
    entry: Entry[AnyRule], ids: Collection[str], others: Collection[AnyRule]
) -> Iterator[Fault]:
    """Yield what is wrong with a rule's pattern, its references and its examples.

    Args:
        entry: a rule of the right shape.
        ids: ids of all rules there are, those with faults and those switched off too.
        others: all rules of the right shape.
    """
    for place, problem, remedy in _problems(entry.spec, ids, others):
        yield fault(entry.path, entry.line_of(*place), problem, remedy, entry.name)


def _problems(
    spec: AnyRule, ids: Collection[str], others: Collection[AnyRule]
) -> Iterator[Problem]:
    match spec:
        case AttributionSpec():
            yield from _pattern(spec.pattern, "quote", "speaker")
            yield from _order(spec.order, spec.pattern, "quote")
            yield from _examples(spec, "speaker")
        case CarrySpec():
            yield from _examples(spec, "speaker")
        case SpeechSpec():
            yield from _pattern(spec.pattern or {}, "quote", None)
            yield from _order(spec.order, spec.pattern or {}, "quote")
            yield from _references(spec, ids)
            yield from _unconditional(spec, others)
            yield from _examples(spec, None)
        case TitleSpec():
            yield from _title(spec)
            yield from _examples(spec, "title")


def _title(spec: TitleSpec) -> Iterator[Problem]:
    """Yield what is wrong with where a title rule looks."""
    if spec.of == "name":
        yield from _pattern(spec.pattern or {}, "name", "title")
        yield from _order(spec.order, spec.pattern or {}, "name")
        if spec.noun is not None:
            yield ("noun",), "`noun` has no place beside a pattern", "put the test into the pattern"
        return
    if spec.pattern is not None:
        yield ("pattern",), f"a title of: {spec.of} has no pattern", "test its head with `noun`"
    if spec.noun is None:
        yield ("of",), f"a title of: {spec.of} says nothing of its head", "add `noun:` with words"


def _pattern(pattern: Mapping[str, NodeSpec], start: str, goal: str | None) -> Iterator[Problem]:
    defined: list[str] = [start]
    for name, node in pattern.items():
        yield from _node(name, node, defined, pattern)
        defined.append(name)
    steps = _steps(pattern)
    if steps > MOST_STEPS:
        remedy = "use fewer words, a smaller `within`, or say more about the words"
        yield ("pattern",), f"the pattern may fit a sentence in {steps} ways", remedy
    if goal is None:
        return
    if goal not in pattern:
        remedy = f"add `{goal}:` with its relation to a word named before it"
        yield ("pattern",), f"the pattern has no {goal!r}", remedy
    elif _finds_anything(pattern, start, goal):
        remedy = "add words, tag or dep to it, or to a word that leads to it"
        yield ("pattern", goal), f"{goal!r} matches just any word", remedy


def _node(
    name: str, node: NodeSpec, defined: list[str], pattern: Mapping[str, NodeSpec]
) -> Iterator[Problem]:
    place = ("pattern", name)
    relations = list(node.relations)
    if name == defined[0]:
        yield place, f"{name!r} is what the pattern begins with", "give this word another name"
    if len(relations) != 1:
        found = "and ".join(f"{r} " for r in relations) or "no relation "
        remedy = "write exactly one of " + ", ".join(RELATIONS)
        yield place, f"pattern.{name} has {found}".rstrip(), remedy
        return
    anchor = node.relations[relations[0]]
    if anchor in defined:
        return
    if anchor == name:
        remedy = "relate it to " + ", ".join(defined)
        yield (*place, relations[0]), f"pattern.{name} is related to itself", remedy
    elif anchor in pattern:
        remedy = f"move {anchor!r} above {name!r}"
        yield (*place, relations[0]), f"pattern.{name} stands before its {anchor!r}", remedy
    else:
        remedy = choice(anchor, defined, "the words named before it are " + ", ".join(defined))
        problem = f"pattern.{name} is related to {anchor!r}, which is not there"
        yield (*place, relations[0]), problem, remedy


def _finds_anything(pattern: Mapping[str, NodeSpec], start: str, goal: str) -> bool:
    """Tell whether nothing on the way from the start to the goal says what is looked for."""
    if _is_tested(pattern[goal]):
        return False
    name = goal
    for _ in pattern:
        node = pattern.get(name)
        if node is None or name == start:
            return True
        relation, anchor = next(iter(node.relations.items()), ("", start))
        if _is_tested(node) or relation in GRAMMATICAL:
            return False
        if name == goal and relation in MANY:
            return True
        name = anchor
    return True


def _steps(pattern: Mapping[str, NodeSpec]) -> int:
    """Estimate in how many ways a pattern's words can be bound before the last one fails."""
    steps = 1
    for node in pattern.values():
        relation = next(iter(node.relations), "")
        breadth = BREADTH.get(relation, 1)
        if relation in ("after", "before"):
            breadth = node.within or WITHIN
        steps *= max(1, breadth // RARE if node.words or node.dep else breadth)
    return steps


def _is_tested(node: NodeSpec) -> bool:
    # A test for what a word is not leaves nearly all words.
    return bool(node.words or node.tag or node.dep or node.capital or node.has)


def _order(
    order: list[str] | None, pattern: Mapping[str, NodeSpec], start: str
) -> Iterator[Problem]:
    known = [start, *pattern]
    for position, name in enumerate(order or ()):
        if name not in known:
            remedy = choice(name, known, "the words of the pattern are " + ", ".join(known))
            problem = f"order names {name!r}, which is not in the pattern"
            yield ("order", position), problem, remedy


def _references(spec: SpeechSpec, ids: Collection[str]) -> Iterator[Problem]:
    for position, id_ in enumerate(spec.rules or ()):
        if id_ not in ids:
            remedy = choice(id_, ids, "see `quotes rules list` for the ids there are")
            yield ("rules", position), f"rules names {id_!r}, but there is no such rule", remedy


def _unconditional(spec: SpeechSpec, others: Iterable[AnyRule]) -> Iterator[Problem]:
    tests = (spec.pattern, spec.quote, spec.link, spec.rules, spec.cue, spec.previous)
    if spec.stands != "any" or any(tests):
        return
    behind = [r for r in others if isinstance(r, SpeechSpec) and r.priority < spec.priority]
    if behind:
        problem = f"the rule fits every quotation, so {behind[0].id!r} is never tried"
        remedy = "add a test, or give it the lowest priority of all speech rules"
        yield ("priority",), problem, remedy


def _examples(spec: AnyRule, required: str | None) -> Iterator[Problem]:
    for position, example in enumerate(spec.examples):
        words = example.model_dump(exclude={"text", "kind"}, exclude_none=True)
        place = ("examples", position)
        if required and required not in words:
            remedy = f"add `{required}:` with the words that the rule must find"
            yield place, f"example {position + 1} names no {required}", remedy
        for column, expected in words.items():
            if expected not in example.text:
                problem = f"the {column} of example {position + 1} does not stand in its text"
                yield (*place, column), problem, "copy the words from the text"
