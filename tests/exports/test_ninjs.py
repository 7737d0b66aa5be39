"""ninjs: the item back with its quotes, valid by the extension schemas that are shipped."""

import io
import json
from dataclasses import replace
from importlib import resources

import pytest

from quotes.documents import Fields
from quotes.documents.json_input import read_items
from quotes.errors import LedgerError
from quotes.exports import Found, Options, Origin
from quotes.exports.ninjs import EDITIONS, edition_of
from quotes.exports.ninjs_schemas import PROPERTIES_OF_1, PUBLISHED, schema_of
from quotes.ledger import Scale, Unit, document_sha256, quote_id, rescaled
from quotes.records import Document, Span
from tests.exports.made import ARTICLE, FOUND, QUIET, WIDE, WIDE_ROW, entries, written
from tests.exports.shared import published
from tests.ledger.rows import BARE, ROW

ORIGIN = Origin("quote-ledger 1.2.3", "en_core_web_sm 3.8.0", "sha256:abc")
BODY = "<p>The ferry. “We sail at dawn,” said Marit&#32;Ek.</p>"
TEXT_OF_BODY = "The ferry. “We sail at dawn,” said Marit Ek."
ITEMS = {
    "1": {"uri": "urn:x:1", "body_html": BODY, "person": [{"name": "Marit Ek", "rel": "about"}]},
    "2": {
        "uri": "urn:x:2",
        "versioncreated": "2031-01-01T00:00:00Z",
        "bodies": [{"role": "main", "contenttype": "text/html", "value": BODY}],
    },
    "3": {
        "uri": "urn:x:3",
        "bodies": [{"role": "main", "contentType": "text/html", "value": BODY}],
        "standard": {"name": "ninjs", "version": "3.0"},
    },
}


def found(item):
    """Return an item's document with the one quote in it."""
    stream = io.BytesIO(json.dumps(item).encode())
    (document,) = read_items("a.json", stream, 10_000, Fields())
    assert document.text == TEXT_OF_BODY
    span = Span(12, 28)
    sha = document_sha256(document.text)
    row = replace(
        ROW,
        document=item["uri"],
        quote_id=quote_id(sha, span),
        quote_start=12,
        quote_end=28,
        speaker_start=35,
        speaker_end=43,
        mention_start=35,
        mention_end=43,
        cue_start=30,
        cue_end=34,
        title=None,
        title_start=None,
        title_end=None,
        title_rule=None,
        document_sha256=sha,
    )
    return Found(document, [row])


def item_of(given, options=Options(origin=ORIGIN)):  # noqa: B008 (frozen)
    (line,) = written([given], "ninjs", options).splitlines()
    return json.loads(line)


@pytest.fixture
def faults():
    """Return what a validator says of an item by the extension schema that it names."""
    reason = "jsonschema is not installed (extra test-formats)"
    jsonschema = pytest.importorskip("jsonschema", reason=reason)
    referencing = pytest.importorskip("referencing", reason=reason)
    known = []
    for edition in EDITIONS.values():
        schema = published(f"ninjs/ninjs-schema_{edition.version}.json")
        made = referencing.Resource.from_contents(schema)
        known.append((PUBLISHED.format(version=edition.version).removesuffix("#"), made))
        known.append((PUBLISHED.format(version=edition.version), made))
    registry = referencing.Registry().with_resources(known)
    schemas = {edition.schema: schema_of(edition) for edition in EDITIONS.values()}

    def faults(item):
        schema = schemas[(item.get("standard") or item["$standard"])["schema"]]
        kind = jsonschema.validators.validator_for(schema)
        return [error.message for error in kind(schema, registry=registry).iter_errors(item)]

    return faults


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=lambda edition: edition.version)
def test_the_files_are_what_the_code_says(edition):
    name = f"schemas/ninjs-{edition.version}.schema.json"
    file = resources.files("quotes.exports") / name
    assert json.loads(file.read_text("utf-8")) == schema_of(edition)


def test_the_schema_for_version_1_takes_every_property_of_the_published_one():
    schema = published("ninjs/ninjs-schema_1.6.json")
    assert sorted({*schema["properties"]} - {"$standard"}) == sorted(PROPERTIES_OF_1)
    assert sorted(schema["patternProperties"]) == sorted(
        schema_of(EDITIONS["1"])["patternProperties"]
    )


@pytest.mark.parametrize("major", EDITIONS)
def test_the_item_comes_back_with_quotes_and_is_valid(major, faults):
    item = item_of(found(ITEMS[major]))
    edition = EDITIONS[major]
    kept = {name: value for name, value in ITEMS[major].items() if "standard" not in name}
    people = item.pop(edition.people)
    assert {name: item[name] for name in kept if name != edition.people} == {
        name: value for name, value in kept.items() if name != edition.people
    }
    assert people == [{"name": "Marit Ek", "rel": "about" if major == "1" else "speaker"}]
    (quote,) = item["quoteLedger"]["quotes"]
    assert (quote["quote"], quote["speaker"]) == ("We sail at dawn,", "Marit Ek")
    start, end = quote["source_start"], quote["source_end"]
    assert BODY[start:end] == "We sail at dawn,"
    assert quote["source_field"] == ("/body_html" if major == "1" else "/bodies/0/value")
    assert item["quoteLedger"]["offsetUnit"] == "codepoint"
    assert item["quoteLedger"]["program"] == "quote-ledger 1.2.3"
    assert faults(item | {edition.people: people}) == []


def test_the_validator_sees_what_is_wrong(faults):
    item = item_of(found(ITEMS["3"]))
    assert "'mood' was unexpected" in " ".join(faults(item | {"mood": "good"}))
    del item["quoteLedger"]["quotes"][0]["kind"]
    assert faults(item) == ["'kind' is a required property"]


def test_the_schema_that_is_named_is_the_extension():
    assert item_of(found(ITEMS["3"]))["standard"] == {
        "name": "ninjs",
        "version": "3.0",
        "schema": "urn:quote-ledger:ninjs-3.1",
    }
    assert item_of(found(ITEMS["1"]))["$standard"] == {
        "name": "ninjs",
        "version": "1.6",
        "schema": "urn:quote-ledger:ninjs-1.6",
    }


@pytest.mark.parametrize("name", ["1.6_005", "2.2_005", "3.1_005"])
def test_the_published_examples_come_back_valid(name, faults):
    given = published(f"ninjs/examples/{name}_complex_text_article.json")
    (document,) = read_items("a.json", io.BytesIO(json.dumps(given).encode()), 10**6, Fields())
    item = item_of(Found(document, []))
    assert item["quoteLedger"]["quotes"] == []
    assert edition_of(item).version == name[:3]
    assert faults(item) == []


def test_an_article_that_was_no_item_becomes_one(faults):
    item = item_of(Found(ARTICLE, [ROW]))
    assert item["uri"] == "urn:quote-ledger:document:a.txt"
    assert item["bodies"][0]["value"] == ARTICLE.text
    assert item["people"] == [{"name": "Marit Ek", "rel": "speaker"}]
    assert "source_start" not in item["quoteLedger"]["quotes"][0]
    assert faults(item) == []


@pytest.mark.parametrize(
    ("kind", "lists"),
    [
        ("person", {"people": [{"name": "Marit Ek", "rel": "speaker"}]}),
        ("organization", {"organisations": [{"name": "Marit Ek", "rel": "speaker"}]}),
        ("group", {}),
        ("unnamed", {}),
        ("document", {}),
    ],
)
def test_only_people_and_organizations_are_listed_once(kind, lists):
    row = replace(ROW, speaker_type=kind)
    item = item_of(Found(ARTICLE, [row, row, BARE]))
    assert {name: item[name] for name in ("people", "organisations") if name in item} == lists


def test_the_item_that_came_is_not_changed():
    given = found(ITEMS["1"])
    before = json.dumps(given.document.item)
    item_of(given)
    assert json.dumps(given.document.item) == before


@pytest.mark.parametrize(
    ("item", "version"),
    [
        ({"standard": {"version": "2.1"}}, "2.2"),
        ({"$standard": {"version": "1.4"}}, "1.6"),
        ({"standard": {"version": "9"}, "body_main": ""}, "1.6"),
        ({"bodies": [{"contenttype": "x"}]}, "2.2"),
        ({"bodies": [{"contentType": "x"}]}, "3.1"),
        ({"person": []}, "1.6"),
        ({"uri": "x"}, "3.1"),
    ],
)
def test_the_edition_is_the_one_named_or_the_one_it_looks_like(item, version):
    assert edition_of(item).version == version


def test_rows_come_back():
    assert [entry.row for entry in entries(written(FOUND, "ninjs"), "ninjs")] == [ROW, WIDE_ROW]
    (entry,) = entries(written([Found(WIDE, [WIDE_ROW])], "ninjs", Options(Unit.UTF16)), "ninjs")
    assert entry.row == rescaled(WIDE_ROW, Scale(WIDE.text, Unit.UTF16).of)
    assert entry.unit is Unit.UTF16
    assert entries(written([Found(QUIET, [])], "ninjs"), "ninjs") == []


def test_an_item_without_quotes_of_ours_is_named():
    with pytest.raises(LedgerError) as caught:
        entries(b'{"uri": "urn:x"}\n', "ninjs")
    assert str(caught.value) == (
        "ledger: an item without quoteLedger; give items that `quotes extract` wrote"
    )


def test_a_quote_that_is_no_row_is_named():
    (entry,) = entries(b'{"quoteLedger": {"quotes": [5]}}\n', "ninjs")
    assert entry.flaws[0].problem == "expected text, found None"


def test_superdesk_items_become_ninjs():
    document = Document("tag:x:1", ARTICLE.text, item={"guid": "tag:x:1", "_etag": "z"})
    item = item_of(Found(document, []))
    assert (item["uri"], "_etag" in item) == ("tag:x:1", False)
