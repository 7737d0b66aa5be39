"""Examples: the sentences beside a rule are its tests, run through the whole pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotes.records import Kind, Row
from quotes.rules.faults import Fault, fault
from quotes.rules.model import Example, Rule, RuleSet, SpeechRule, TitleRule

COLUMNS = ("kind", "quote", "speaker", "cue", "title")


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example in which a rule does not find what it must, or finds what it must not."""

    rule: Rule
    example: Example
    wanted: bool
    """Whether the rule had to make a row; False for a counterexample."""
    rows: tuple[Row, ...]
    """All rows that the example's text gave."""

    @property
    def fault(self) -> Fault:
        """The failure as a fault at the example's line."""
        made = "; ".join(map(_described, self.rows)) or "no row"
        if self.wanted:
            problem = f"its example does not give {_expected(self)}, but {made}"
            remedy = "correct the example or the rule"
        else:
            problem = f"its counterexample gives {made}"
            remedy = "narrow the rule, or remove the counterexample"
        return fault(self.rule.path, self.example.line, problem, remedy, self.rule.id)

    def __str__(self) -> str:
        return str(self.fault)


def all_rules(ruleset: RuleSet) -> tuple[Rule, ...]:
    """Return the rules of all kinds, each kind in the order in which it is tried."""
    return (*ruleset.attribution, *ruleset.carry, *ruleset.speech, *ruleset.title)


def example_texts(rules: Iterable[Rule]) -> list[str]:
    """Return the texts of all examples and counterexamples, each once, to extract in one batch."""
    examples = (e for rule in rules for e in (*rule.examples, *rule.counterexamples))
    return list(dict.fromkeys(example.text for example in examples))


def run_examples(
    rules: RuleSet | Iterable[Rule], extract: Callable[[str], Sequence[Row]]
) -> list[ExampleFailure]:
    """Run the examples of rules.

    An example holds if its text gives a row that the rule made and that has the expected words;
    a counterexample holds if it gives none. The speaker may be expected as the mention at the
    quotation or as the full name.

    Args:
        rules: the rules whose examples are run.
        extract: gives the rows of a text, made with all rules, those of kind `other` included.

    Returns:
        The failures, in the order of rules and examples.
    """
    chosen = all_rules(rules) if isinstance(rules, RuleSet) else rules
    return [failure for rule in chosen for failure in _failures(rule, extract)]


def _failures(rule: Rule, extract: Callable[[str], Sequence[Row]]) -> Iterator[ExampleFailure]:
    for wanted, examples in ((True, rule.examples), (False, rule.counterexamples)):
        for example in examples:
            rows = tuple(extract(example.text))
            if any(made_by(rule, row) and _has(row, example.expect) for row in rows) != wanted:
                yield ExampleFailure(rule, example, wanted, rows)


def made_by(rule: Rule, row: Row) -> bool:
    """Tell whether a rule made a row: its link, its title, or its kind.

    A row names the rule of its speaker, so of a rule that finds a quotation to be direct or mixed
    only the kind can be seen.
    """
    if isinstance(rule, TitleRule):
        return row.title_rule == rule.id
    if isinstance(rule, SpeechRule):
        own = row.rule == rule.id or rule.decide != Kind.OTHER
        return row.kind == rule.decide and own
    return row.rule == rule.id


def _has(row: Row, expect: Mapping[str, str]) -> bool:
    return all(
        words in (row.mention, row.speaker)
        if column == "speaker"
        else words == getattr(row, column)
        for column, words in expect.items()
    )


def _expected(failure: ExampleFailure) -> str:
    rule, expect = failure.rule, dict(failure.example.expect)
    if isinstance(rule, SpeechRule):
        expect = {"kind": rule.decide} | expect
    named = "title_rule" if isinstance(rule, TitleRule) else "rule"
    return _listed({named: rule.id} | expect)


def _described(row: Row) -> str:
    speaker = row.speaker if row.speaker == row.mention else f"{row.mention} = {row.speaker}"
    cells = {
        "rule": row.rule,
        "kind": row.kind,
        "quote": row.quote,
        "speaker": speaker if row.mention else None,
        "cue": row.cue,
        "title": row.title,
        "title_rule": row.title_rule,
    }
    return _listed({column: words for column, words in cells.items() if words is not None})


def _listed(cells: Mapping[str, str]) -> str:
    return ", ".join(f"{column} {str(words)!r}" for column, words in cells.items())
