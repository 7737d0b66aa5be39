"""Confidence: measured precision, drawn towards that of other rules where little was seen."""

from types import SimpleNamespace

import pytest

from quotes.rules import builtin_folder, load_folders
from quotes.rules.confidence import confidence, confidences, smoothed
from quotes.rules.examples import all_rules


@pytest.mark.parametrize(
    ("measured", "expected"),
    [
        # The rules seen 20 times or more are right in 0.9 and 0.5 of cases, 0.7 in the mean.
        # (90 + 7) / 110, (20 + 7) / 50, (2 + 7) / 12 and, never seen, 7 / 10.
        (
            {"a": (90, 100), "b": (20, 40), "c": (2, 2)},
            {"a": 0.882, "b": 0.54, "c": 0.75, "d": 0.7},
        ),
        # None is seen often: the mean of 1 and 0.5 over those seen. (4 + 7.5) / 14, (1 + 7.5) / 12.
        ({"a": (4, 4), "b": (1, 2)}, {"a": 0.821, "b": 0.708, "c": 0.75, "d": 0.75}),
        ({"a": (0, 30)}, {"a": 0.0, "b": 0.0, "c": 0.0, "d": 0.0}),
        ({"a": (0, 0)}, {}),
        ({"elsewhere": (30, 30)}, {}),
        ({}, {}),
    ],
)
def test_little_evidence_is_drawn_towards_the_mean_of_the_rules(measured, expected):
    assert smoothed(measured, ["a", "b", "c", "d"]) == expected


def rules_of(measured, **kinds):
    """Return what confidence looks at in a set of rules."""
    named = {kind: [SimpleNamespace(id=id_) for id_ in ids] for kind, ids in kinds.items()}
    empty = {"attribution": [], "carry": [], "speech": [], "title": []}
    return SimpleNamespace(measured=measured, **{**empty, **named})


def test_links_and_titles_are_different_kinds():
    rules = rules_of(
        {"verb": (30, 30), "name": (0, 30)},
        attribution=["verb"],
        carry=["next"],
        title=["name", "of"],
        speech=["scare"],
    )
    assert confidences(rules) == {"verb": 1.0, "next": 1.0, "name": 0.0, "of": 0.0}
    assert confidence(rules, "next") == 1.0
    assert confidence(rules, "scare") is None
    assert confidence(rules, "nobody") is None


def test_what_was_measured_are_the_rules_there_are():
    loaded = load_folders([builtin_folder()])
    measured = loaded.library.measured.keys()
    gone = measured - {rule.id for rule in all_rules(loaded.ruleset)}
    assert measured
    assert sorted(gone) == [], "measured.yml is older than the rules: run `make measure`"
