"""Compiling: names looked up, words inflected, rules in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeVar

from quotes.rules.entries import Entry
from quotes.rules.faults import Fault, choice, fault
from quotes.rules.merging import Library
from quotes.rules.model import (
    ANYTHING,
    RELATIONS,
    AttributionRule,
    CarryRule,
    Example,
    Node,
    QuoteTest,
    Rule,
    RuleSet,
    SpeechRule,
    TitleRule,
    TokenTest,
)
from quotes.rules.schema import (
    AnyRule,
    AttributionSpec,
    CarrySpec,
    ExampleSpec,
    NodeSpec,
    QuoteSpec,
    SpeechSpec,
    TestSpec,
    TitleSpec,
)
from quotes.rules.soundness import rule_faults
from quotes.rules.words import expand

MAX_FAULTS = 500
MAX_OF_RULE = 50
"""Faults of one rule that are named."""
TOO_MANY = f"there are more than {MAX_FAULTS} faults up to here", "mend those named first"

R = TypeVar("R", bound=Rule)
Place = tuple[str | int, ...]


@dataclass(slots=True)
class Names:
    """What the names in rules stand for."""

    lists: Mapping[str, frozenset[str]]
    tags: Mapping[str, frozenset[str]]
    known_lists: frozenset[str]
    """Names of lists, of those with faults too."""
    known_tags: frozenset[str]
    model_tags: frozenset[str] | None
    """The model's part-of-speech tags; None where they are not known."""
    model_labels: frozenset[str] | None
    """The model's dependency labels."""


def compile_rules(library: Library) -> tuple[RuleSet, list[Fault]]:
    """Compile all rules that are sound, and name the faults of the others.

    Returns:
        The rules, each kind in the order in which it is tried: by priority, then in the order
        of folders, files and lines.
    """
    names = _names(library)
    faults = list(_tag_faults(library, names))
    specs = [entry.spec for entry in library.rules]
    compiled: list[Rule] = []
    for entry in library.rules:
        if len(faults) > MAX_FAULTS:
            faults.append(fault(entry.path, entry.line, *TOO_MANY))
            break
        compiler = _Compiler(entry, names)
        rule = compiler.compile()
        unsound = rule_faults(entry, library.named["rules"], specs)
        found = [*compiler.faults, *islice(unsound, MAX_OF_RULE)]
        faults += found
        if not found:
            compiled.append(rule)
    compiled.sort(key=lambda rule: -rule.priority)
    ids = {rule.id for rule in compiled}
    measured = {id_: of for id_, of in library.measured.items() if id_ in ids}
    ruleset = RuleSet(
        _of_kind(compiled, AttributionRule),
        _of_kind(compiled, CarryRule),
        _of_kind(compiled, SpeechRule),
        _of_kind(compiled, TitleRule),
        names.lists,
        measured,
    )
    return ruleset, faults


def _of_kind(rules: Iterable[Rule], kind: type[R]) -> tuple[R, ...]:
    return tuple(rule for rule in rules if isinstance(rule, kind))


def _names(library: Library) -> Names:
    lists = {name: _forms(library, name) for name in library.lists}
    labels = library.labels
    return Names(
        lists,
        {name: frozenset(entry.spec) for name, entry in library.tags.items()},
        frozenset(library.named["lists"]),
        frozenset(library.named["tags"]),
        frozenset(labels.tags) if labels else None,
        frozenset(labels.dependencies) if labels else None,
    )


def _forms(library: Library, name: str) -> frozenset[str]:
    parts = library.lists[name]
    first = parts[0].spec.inflect
    return frozenset().union(
        *(
            expand(
                part.spec.words,
                part.spec.inflect if "inflect" in part.spec.model_fields_set else first,
                library.irregular,
            )
            for part in parts
        )
    )


def _tag_faults(library: Library, names: Names) -> Iterator[Fault]:
    for entry in library.tags.values():
        for position, tag in enumerate(entry.spec):
            if names.model_tags is not None and tag not in names.model_tags:
                problem = f"tag set {entry.name!r}: the model has no tag {tag!r}"
                remedy = choice(tag, names.model_tags, "see rules/en/labels.yml for its tags")
                yield fault(entry.path, entry.line_of(position), problem, remedy)


@dataclass(slots=True)
class _Compiler:
    """Compiles one rule and gathers the names in it that stand for nothing."""

    entry: Entry[AnyRule]
    names: Names
    faults: list[Fault] = field(default_factory=list)

    def compile(self) -> Rule:
        spec = self.entry.spec
        common = (
            spec.id,
            spec.why,
            spec.priority,
            self._examples("examples", spec.examples),
            self._examples("counterexamples", spec.counterexamples),
            self.entry.path,
            self.entry.line,
        )
        match spec:
            case AttributionSpec():
                nodes = self._nodes(spec.pattern)
                quote = self._quote(spec.quote)
                return AttributionRule(*common, nodes, spec.stands, tuple(spec.order or ()), quote)
            case CarrySpec():
                quote = self._quote(spec.quote)
                return CarryRule(*common, spec.source, spec.between, spec.stands, quote)
            case SpeechSpec():
                return SpeechRule(
                    *common,
                    spec.decide,
                    self._nodes(spec.pattern or {}),
                    spec.stands,
                    tuple(spec.order or ()),
                    self._quote(spec.quote),
                    _set(spec.link),
                    _set(spec.rules),
                    self._test(spec.cue, ("cue",)) if spec.cue else None,
                    _set(spec.previous),
                )
            case TitleSpec():
                return TitleRule(
                    *common,
                    self._nodes(spec.pattern or {}),
                    spec.span,
                    tuple(spec.order or ()),
                    spec.of,
                    self._test(spec.noun, ("noun",)) if spec.noun else None,
                )

    def _examples(self, section: str, specs: Iterable[ExampleSpec]) -> tuple[Example, ...]:
        return tuple(
            Example(
                spec.text,
                spec.model_dump(exclude={"text"}, exclude_none=True),
                self.entry.line_of(section, position),
            )
            for position, spec in enumerate(specs)
        )

    def _nodes(self, pattern: Mapping[str, NodeSpec]) -> tuple[Node, ...]:
        return tuple(self._node(name, spec) for name, spec in pattern.items())

    def _node(self, name: str, spec: NodeSpec) -> Node:
        place: Place = ("pattern", name)
        relation, anchor = next(iter(spec.relations.items()), (RELATIONS[0], ""))
        node = Node(
            name,
            relation,
            anchor,
            self._test(spec, place, quoted=False),
            through=self._labels(spec.through or (), (*place, "through")) or frozenset(),
            by=self._labels(spec.by, (*place, "by")),
            outermost=bool(spec.outermost),
            first=bool(spec.first),
            skip=self._test(spec.skip, (*place, "skip")) if spec.skip else None,
            has=self._tests(spec.has, (*place, "has")),
            lacks=self._tests(spec.lacks, (*place, "lacks")),
        )
        return node if spec.within is None else replace(node, within=spec.within)

    def _tests(self, specs: Iterable[TestSpec] | None, place: Place) -> tuple[TokenTest, ...]:
        return tuple(self._test(spec, (*place, i)) for i, spec in enumerate(specs or ()))

    def _test(self, spec: TestSpec, place: Place, quoted: bool | None = None) -> TokenTest:
        if spec.quoted is not None:
            quoted = None if spec.quoted == "any" else spec.quoted
        return TokenTest(
            self._words(spec.words, (*place, "words")),
            self._words(spec.not_words, (*place, "not_words")),
            self._tags(spec.tag, (*place, "tag")),
            self._labels(spec.dep, (*place, "dep")),
            spec.capital,
            quoted,
        )

    def _words(self, words: list[str] | None, place: Place) -> frozenset[str] | None:
        if words is None:
            return None
        if len(words) == 1 and words[0].startswith("+"):
            return self._list(words[0][1:], place)
        found: set[str] = set()
        for position, word in enumerate(words):
            if word.startswith("+"):
                found |= self._list(word[1:], (*place, position))
            else:
                found.add(word)
        return frozenset(found)

    def _list(self, name: str, place: Place) -> frozenset[str]:
        if name not in self.names.known_lists:
            remedy = f"write [{name}] to mean the word, or define the list under `lists:`"
            self._unknown(
                place, f"there is no word list {name!r}", name, self.names.known_lists, remedy
            )
        return self.names.lists.get(name, frozenset())

    def _tags(self, tags: list[str] | None, place: Place) -> frozenset[str] | None:
        if tags is None:
            return None
        found: set[str] = set()
        for position, tag in enumerate(tags):
            known = self.names.known_tags | (self.names.model_tags or frozenset())
            if tag not in known and (self.names.model_tags is not None or tag.islower()):
                problem = f"there is no tag set {tag!r} and the model has no such tag"
                remedy = "see rules/en/tags.yml and labels.yml"
                self._unknown((*place, position), problem, tag, known, remedy)
            found |= self.names.tags.get(tag, {tag})
        return frozenset(found)

    def _labels(self, labels: Iterable[str] | None, place: Place) -> frozenset[str] | None:
        known = self.names.model_labels
        if labels is None:
            return None
        for position, label in enumerate(labels):
            if known is not None and label not in known:
                problem = f"the model has no dependency label {label!r}"
                remedy = "see rules/en/labels.yml for its labels"
                self._unknown((*place, position), problem, label, known, remedy)
        return frozenset(labels)

    def _quote(self, spec: QuoteSpec | None) -> QuoteTest:
        if spec is None:
            return ANYTHING
        return QuoteTest(
            spec.begins,
            _set(spec.ends),
            spec.title_case,
            _set(spec.marks),
            spec.words_at_most,
            spec.words_at_least,
        )

    def _unknown(
        self, place: Place, problem: str, name: str, known: Iterable[str], otherwise: str
    ) -> None:
        if len(self.faults) >= MAX_OF_RULE:
            return
        entry, remedy = self.entry, choice(name, known, otherwise)
        named = ".".join(str(part) for part in place if isinstance(part, str))
        line = entry.line_of(*place)
        self.faults.append(fault(entry.path, line, f"{named}: {problem}", remedy, entry.name))


def _set(items: Iterable[str] | None) -> frozenset[str] | None:
    return None if items is None else frozenset(items)
