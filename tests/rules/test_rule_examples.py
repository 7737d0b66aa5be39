"""Examples hold if the rule makes the row; failures say what came out instead."""

from dataclasses import replace
from pathlib import Path

import pytest

from quotes.records import Row
from quotes.rules.examples import ExampleFailure, example_texts, run_examples
from quotes.rules.model import (
    AttributionRule,
    CarryRule,
    Example,
    RuleSet,
    SpeechRule,
    TitleRule,
)

TEXT = "“We open at nine,” said Ada Plum, the baker."
ROW = Row(
    document="",
    quote_id="",
    utterance=1,
    kind="direct",
    quote="We open at nine,",
    quote_start=1,
    quote_end=17,
    speaker="Ada Plum",
    speaker_start=24,
    speaker_end=32,
    speaker_type="person",
    title="the baker",
    title_start=34,
    title_end=43,
    mention="Plum",
    mention_start=28,
    mention_end=32,
    cue="said",
    cue_start=19,
    cue_end=23,
    rule="r",
    title_rule="t",
    confidence=None,
    document_sha256="",
)
OTHER = replace(
    ROW,
    kind="other",
    rule="s",
    speaker=None,
    mention=None,
    cue=None,
    title=None,
    title_rule=None,
)


def common(id_, examples=(), counterexamples=()):
    return (id_, "why", 1, tuple(examples), tuple(counterexamples), Path("a.yml"), 1)


def example(**expect):
    return Example(TEXT, expect, 7)


def attribution(*, yes=(), no=(), id_="r"):
    return AttributionRule(*common(id_, yes, no), nodes=())


def carry(*, yes=(), no=()):
    return CarryRule(*common("r", yes, no), source="next")


def title(*, yes=(), no=(), id_="t"):
    return TitleRule(*common(id_, yes, no), nodes=())


def speech(decide, *, yes=(), no=(), id_="s"):
    return SpeechRule(*common(id_, yes, no), decide=decide)


@pytest.mark.parametrize(
    ("make", "rows", "expect", "found"),
    [
        (attribution, [ROW], {}, True),
        (attribution, [OTHER, ROW], {"speaker": "Ada Plum"}, True),
        (attribution, [ROW], {"speaker": "Plum", "cue": "said", "kind": "direct"}, True),
        (attribution, [ROW], {"speaker": "Ada"}, False),
        (attribution, [ROW], {"cue": "told"}, False),
        (attribution, [ROW], {"quote": "We open at nine"}, False),
        (attribution, [replace(ROW, rule="q")], {}, False),
        (attribution, [], {}, False),
        (carry, [ROW], {"speaker": "Plum"}, True),
        (carry, [replace(ROW, rule="q")], {}, False),
        (title, [ROW], {"title": "the baker", "speaker": "Ada Plum"}, True),
        (title, [replace(ROW, rule="q")], {"title": "the baker"}, True),
        (title, [replace(ROW, title_rule="r")], {"title": "the baker"}, False),
        (title, [ROW], {"title": "baker"}, False),
        (lambda **k: speech("other", **k), [OTHER], {}, True),
        (lambda **k: speech("other", **k), [OTHER], {"quote": "We open at nine,"}, True),
        (lambda **k: speech("other", **k), [OTHER], {"quote": "Other words"}, False),
        (lambda **k: speech("other", **k), [replace(OTHER, rule="q")], {}, False),
        (lambda **k: speech("other", **k), [replace(ROW, rule="s")], {}, False),
        (lambda **k: speech("direct", **k), [ROW], {}, True),
        (lambda **k: speech("mixed", **k), [ROW], {}, False),
    ],
)
def test_an_example_fails_where_a_counterexample_holds(make, rows, expect, found):
    yes, no = make(yes=[example(**expect)]), make(no=[example(**expect)])
    assert (run_examples([yes], lambda _: rows) == []) is found
    assert (run_examples([no], lambda _: rows) == []) is not found


def test_failures_come_in_the_order_of_rules_and_examples():
    first = attribution(yes=[example(cue="cried")], no=[example()])
    second = title(yes=[example(title="the cook")])
    ruleset = RuleSet((first,), (), (), (second,), {}, {})
    assert run_examples(ruleset, lambda _: [ROW]) == [
        ExampleFailure(first, first.examples[0], True, (ROW,)),
        ExampleFailure(first, first.counterexamples[0], False, (ROW,)),
        ExampleFailure(second, second.examples[0], True, (ROW,)),
    ]


MADE = (
    "rule 'r', kind 'direct', quote 'We open at nine,', speaker 'Plum = Ada Plum', cue 'said',"
    " title 'the baker', title_rule 't'"
)


@pytest.mark.parametrize(
    ("rule", "rows", "message"),
    [
        (
            attribution(yes=[example(speaker="Ada", cue="said")]),
            [ROW],
            "a.yml:7: rule 'r': its example does not give rule 'r', speaker 'Ada', cue 'said',"
            f" but {MADE}; correct the example or the rule",
        ),
        (
            attribution(yes=[example(speaker="Ada")]),
            [],
            "a.yml:7: rule 'r': its example does not give rule 'r', speaker 'Ada', but no row;"
            " correct the example or the rule",
        ),
        (
            attribution(no=[example()]),
            [ROW],
            f"a.yml:7: rule 'r': its counterexample gives {MADE};"
            " narrow the rule, or remove the counterexample",
        ),
        (
            title(yes=[example(title="the cook")]),
            [ROW],
            "a.yml:7: rule 't': its example does not give title_rule 't', title 'the cook',"
            f" but {MADE}; correct the example or the rule",
        ),
        (
            speech("mixed", yes=[example()]),
            [OTHER, ROW],
            "a.yml:7: rule 's': its example does not give rule 's', kind 'mixed',"
            f" but rule 's', kind 'other', quote 'We open at nine,'; {MADE};"
            " correct the example or the rule",
        ),
    ],
)
def test_a_failure_says_what_was_wanted_and_what_came_out(rule, rows, message):
    (failure,) = run_examples([rule], lambda _: rows)
    assert str(failure) == message


def test_each_text_is_extracted_once_if_one_likes():
    yes, no = Example("A"), Example("B")
    rules = [attribution(yes=[yes], no=[no]), title(yes=[no])]
    assert example_texts(rules) == ["A", "B"]
