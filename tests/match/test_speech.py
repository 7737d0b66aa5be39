"""What a quotation is: the first rule that fits decides."""

import pytest

from quotes.match.attribute import Link, attribute
from quotes.match.speech import judge
from quotes.records import Kind, Span
from quotes.rules.model import Node, QuoteTest, TokenTest
from tests.match.made_rules import attribution, carry, speech, test_of
from tests.match.test_attribution import ALONE, ANN, HALVES
from tests.parse.made import made

NEVER = speech("other", id="never", stands="headline")


def verdicts(scene, rules, links=None):
    found = links if links is not None else linked(scene)
    judged = judge(scene.text, scene.parses, scene.quotations, found, rules)
    return [(str(verdict.kind), verdict.rule) for verdict in judged]


def linked(scene):
    rules, carries = [attribution()], [carry("previous"), carry("paragraph_before")]
    return attribute(scene.text, scene.parses, scene.quotations, rules, carries)


def decision(scene, **options):
    """Tell whether a rule with these options decides of each quotation."""
    return [rule is not None for _, rule in verdicts(scene, [speech("direct", **options)])]


def test_the_first_rule_that_fits_decides():
    rules = [NEVER, speech("direct", id="one"), speech("other", id="two")]
    assert verdicts(made(ANN), rules) == [("direct", "one")]


def test_mixed_where_no_rule_fits():
    assert verdicts(made(ANN), [NEVER]) == [("mixed", None)]
    assert judge("", [], [], {}, [NEVER]) == []


def test_each_decision():
    for decide in ("direct", "mixed", "other"):
        assert verdicts(made(ANN), [speech(decide)]) == [(Kind(decide), "speech")]


@pytest.mark.parametrize(
    ("states", "fitting"),
    [
        ({"own"}, [True, False]),
        ({"carried"}, [False, True]),
        ({"own", "carried"}, [True, True]),
        ({"none"}, [False, False]),
    ],
)
def test_the_state_of_the_link(states, fitting):
    assert decision(made(ANN, ALONE), link=frozenset(states)) == fitting


def test_no_link():
    assert decision(made(ALONE), link=frozenset({"none"})) == [True]
    assert decision(made(ALONE), link=frozenset({"own", "carried"})) == [False]


def test_the_rule_of_the_link():
    scene = made(ANN, ALONE)
    assert decision(scene, rules=frozenset({"said"})) == [True, False]
    assert decision(scene, rules=frozenset({"carry"})) == [False, True]
    assert decision(made(ALONE), rules=frozenset({"said"})) == [False]


@pytest.mark.parametrize(
    ("test", "fits"),
    [
        ({"word": "said"}, True),
        ({"word": "shouted"}, False),
        ({"not_words": frozenset({"said"})}, False),
        ({"not_words": frozenset({"shouted"})}, True),
    ],
)
def test_the_cue(test, fits):
    assert decision(made(ANN), cue=test_of(**test)) == [fits]


def test_a_test_of_the_cue_needs_one():
    link = Link(0, "label", 1, None, Span(9, 12), 0, 4, 0)
    anything = speech("direct", cue=TokenTest())
    assert verdicts(made(ANN), [anything], {0: link}) == [("mixed", None)]
    assert verdicts(made(ANN), [anything], {}) == [("mixed", None)]
    assert verdicts(made(ANN), [anything]) == [("direct", "speech")]


@pytest.mark.parametrize(
    ("options", "fitting"),
    [
        ({"stands": "alone"}, [False, True]),
        ({"stands": "opens"}, [True, True]),
        ({"quote": QuoteTest(ends=frozenset("."))}, [False, True]),
        ({"nodes": (Node("a", "right_after", "quote", TokenTest()),)}, [True, False]),
    ],
)
def test_place_looks_and_pattern(options, fitting):
    assert decision(made(ANN, ALONE), **options) == fitting


@pytest.mark.parametrize(("order", "fits"), [(("quote", "a"), True), (("a", "quote"), False)])
def test_the_words_stand_in_the_order_asked_for(order, fits):
    nodes = (Node("a", "right_after", "quote", TokenTest()),)
    assert decision(made(ANN), nodes=nodes, order=order) == [fits]


def test_previous_is_the_quotation_before_under_the_same_cue():
    first = speech("direct", id="first", stands="opens")
    then = speech("direct", id="then", previous=frozenset({"direct"}))
    assert verdicts(made(HALVES), [first, then]) == [("direct", "first"), ("direct", "then")]
    assert verdicts(made(HALVES), [then]) == [("mixed", None)] * 2


def test_previous_asks_for_the_decision_that_it_got():
    first = speech("other", id="first", stands="opens")
    then = speech("direct", id="then", previous=frozenset({"direct"}))
    assert verdicts(made(HALVES), [first, then]) == [("other", "first"), ("mixed", None)]


def test_previous_does_not_reach_over_another_cue_or_none():
    first = speech("direct", id="first", stands="opens")
    then = speech("other", id="then", previous=frozenset({"direct"}))
    other = made(ANN, ANN.replace("Ann", "Bob"))
    assert verdicts(other, [then, first]) == [("direct", "first")] * 2
    assert verdicts(other, [then, first], {}) == [("direct", "first")] * 2
