"""Rules that only one article confirms are left out for it."""

from types import SimpleNamespace

import pytest

from quotes.pipeline import Extractor
from quotes.records import Document
from tests.bench.figures import GOALS
from tests.bench.held_out import lone_rules, table, without_rules


def row(rule):
    return SimpleNamespace(rule=rule)


@pytest.mark.parametrize(
    ("found", "lone"),
    [
        ({"a": ["x", "x"], "b": ["y"]}, {"x", "y"}),
        ({"a": ["x"], "b": ["x", "y"]}, {"y"}),
        ({"a": [""], "b": []}, set()),
    ],
)
def test_a_rule_of_one_document_alone_is_lone(found, lone):
    pairs = ((Document(name, ""), list(map(row, rules))) for name, rules in found.items())
    assert lone_rules(pairs) == lone


def test_an_extractor_does_without_a_rule():
    document = Document("a", "“It is late,” Ann Roe said.")
    extractor = Extractor()
    assert [r.rule for r in extractor.extract(document)] == ["verb.governs"]
    without_rules(extractor, {"verb.governs"})
    assert "verb.governs" not in [r.rule for r in extractor.extract(document)]


def test_the_table_has_both_parts_with_and_without():
    same = dict.fromkeys(GOALS, 0.9)
    figures = {"dev": same, "train": same | {"entity": None}}
    left = {"dev": same | {"f1": 0.8}, "train": figures["train"]}
    lines = list(table({"x"}, figures, left))
    assert lines[0] == "rules whose rows stand in one article alone: 1"
    assert "| f1 | 0.900 | 0.800 | 0.900 | 0.900 |" in lines
    assert "| entity | 0.900 | 0.900 | — | — |" in lines
