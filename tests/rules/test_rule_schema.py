"""The JSON Schema beside the rules is the one that the code makes, and says what the code does."""

import dataclasses
import json
from pathlib import Path

import pytest

from quotes.rules.model import (
    RELATIONS,
    AttributionRule,
    CarryRule,
    Example,
    Node,
    QuoteTest,
    SpeechRule,
    TitleRule,
    TokenTest,
)
from quotes.rules.schema import (
    AttributionSpec,
    CarrySpec,
    ExampleSpec,
    NodeSpec,
    QuoteSpec,
    SpeechSpec,
    TitleSpec,
    json_schema,
)

COMMITTED = Path(__file__).parents[2] / "rules" / "rule.schema.json"


def test_the_committed_schema_is_the_generated_one():
    remedy = "run `python -m quotes.rules.schema > rules/rule.schema.json`"
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == json_schema(), remedy


def test_no_key_but_inflect_may_be_null():
    definitions = json_schema()["$defs"]
    nullable = {
        (name, key)
        for name, definition in definitions.items()
        for key, field in definition["properties"].items()
        if "null" in json.dumps(field)
    }
    assert nullable == {("ListSpec", "inflect")}


def test_a_node_has_exactly_one_relation():
    node = json_schema()["$defs"]["NodeSpec"]
    assert node["oneOf"] == [{"required": [relation]} for relation in RELATIONS]


def test_every_key_of_a_node_is_described():
    node = json_schema()["$defs"]["NodeSpec"]
    assert [key for key, field in node["properties"].items() if not field.get("description")] == []


@pytest.mark.parametrize(
    ("record", "spec", "spelt"),
    [
        (Node, NodeSpec, {"test": "words", "relation": "child_of", "anchor": "child_of"}),
        (TokenTest, NodeSpec, {"tags": "tag", "deps": "dep"}),
        (QuoteTest, QuoteSpec, {}),
        (Example, ExampleSpec, {"expect": "speaker"}),
        (AttributionRule, AttributionSpec, {"nodes": "pattern"}),
        (CarryRule, CarrySpec, {}),
        (SpeechRule, SpeechSpec, {"nodes": "pattern"}),
        (TitleRule, TitleSpec, {"nodes": "pattern"}),
    ],
)
def test_all_that_the_matcher_knows_can_be_written(record, spec, spelt):
    unwritten = {"path", "line"} | ({"name"} if record is Node else set())
    fields = {field.name for field in dataclasses.fields(record)} - unwritten
    assert {spelt.get(name, name) for name in fields} <= set(spec.model_fields)


def test_unknown_keys_are_refused_everywhere():
    schema = json_schema()
    assert schema["additionalProperties"] is False
    assert all(d["additionalProperties"] is False for d in schema["$defs"].values())
