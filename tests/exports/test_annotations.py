"""Web Annotation and Hypothesis: what they say, to whom, and the way back."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import LedgerError
from quotes.exports import Found, Options, Origin, write_ledger
from quotes.ledger import Scale, Unit, rescaled
from quotes.records import Document
from tests.exports.made import ARTICLE, FOUND, QUIET, WIDE, WIDE_ROW, entries, written
from tests.exports.shared import published
from tests.ledger.rows import BARE, QUOTE_ID, ROW, SHA

ORIGIN = Origin("quote-ledger 1.2.3", "en_core_web_sm 3.8.0", "sha256:abc")
NAMES = ["webannotation", "hypothesis"]


def collection(found=FOUND):
    return json.loads(written(found, "webannotation", Options(origin=ORIGIN)))


def test_a_collection_says_what_made_it_and_what_its_offsets_count():
    whole = collection()
    assert whole["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert whole["type"] == "AnnotationCollection"
    assert whole["total"] == 2
    assert whole["ledger:offsetUnit"] == "codepoint"
    assert whole["generator"]["name"] == "quote-ledger 1.2.3"
    assert whole["ledger:model"] == "en_core_web_sm 3.8.0"
    assert whole["ledger:rules"] == "sha256:abc"
    assert (whole["first"]["type"], whole["first"]["startIndex"]) == ("AnnotationPage", 0)
    ids = [one["id"] for one in (whole, whole["first"], *whole["first"]["items"])]
    assert len({*ids}) == 4
    assert all(id.startswith("urn:uuid:") for id in ids)


def test_an_annotation_is_the_quote_where_it_stands_and_who_said_it():
    annotation, _ = collection()["first"]["items"]
    assert annotation["type"] == "Annotation"
    assert annotation["target"] == {
        "type": "SpecificResource",
        "source": "a.txt",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": "We sail at dawn,",
                "prefix": "“",
                "suffix": "” said Marit Ek, the harbour pil",
            },
            {"type": "TextPositionSelector", "start": 1, "end": 17},
        ],
    }
    assert annotation["body"] == {
        "type": "schema:Quotation",
        "schema:text": "We sail at dawn,",
        "schema:creator": {
            "type": "schema:Person",
            "schema:name": "Marit Ek",
            "schema:jobTitle": "the harbour pilot",
        },
        "ledger:document": "a.txt",
        "ledger:quote_id": QUOTE_ID,
        "ledger:utterance": 1,
        "ledger:kind": "direct",
        "ledger:speaker_start": 24,
        "ledger:speaker_end": 32,
        "ledger:speaker_type": "person",
        "ledger:title_start": 34,
        "ledger:title_end": 51,
        "ledger:mention": "Marit Ek",
        "ledger:mention_start": 24,
        "ledger:mention_end": 32,
        "ledger:cue": "said",
        "ledger:cue_start": 19,
        "ledger:cue_end": 23,
        "ledger:rule": "verb-speaker",
        "ledger:title_rule": "apposition",
        "ledger:confidence": 0.96,
        "ledger:document_sha256": SHA,
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("person", "schema:Person"),
        ("unnamed", "schema:Person"),
        ("organization", "schema:Organization"),
        ("group", "schema:Organization"),
        ("document", "schema:CreativeWork"),
    ],
)
def test_a_creator_is_what_the_speaker_is(kind, expected):
    whole = collection([Found(ARTICLE, [replace(ROW, speaker_type=kind)])])
    assert whole["first"]["items"][0]["body"]["schema:creator"]["type"] == expected


def test_a_quote_without_speaker_has_no_creator():
    (annotation,) = collection([Found(ARTICLE, [BARE])])["first"]["items"]
    assert "schema:creator" not in annotation["body"]


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("news/a b.txt", "news/a%20b.txt"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("urn:newsml:x:1", "urn:newsml:x:1"),
        ("-", f"urn:quote-ledger:document:{SHA}"),
        ("a:b c", "a%3Ab%20c"),
    ],
)
def test_a_source_is_an_iri(id, expected):
    document, row = Document(id, ARTICLE.text), replace(ROW, document=id)
    (annotation,) = collection([Found(document, [row])])["first"]["items"]
    assert annotation["target"]["source"] == expected
    data = written([Found(document, [row])], "webannotation")
    assert [entry.row for entry in entries(data, "webannotation")] == [row]


def test_a_processor_of_json_ld_reads_the_annotation_as_it_is_meant():
    pyld = pytest.importorskip("pyld", reason="PyLD is not installed (extra test-formats)")
    context = published("anno.jsonld")

    def load(url, _options):
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": context}

    options = {"documentLoader": load, "base": "http://example.org/"}
    (whole,) = pyld.jsonld.expand(collection(), options)
    oa, schema = "http://www.w3.org/ns/oa#", "http://schema.org/"
    activity = "http://www.w3.org/ns/activitystreams#"
    (page,) = whole[f"{activity}first"]
    first = page[f"{activity}items"][0]["@list"][0]
    (body,), (target,) = first[f"{oa}hasBody"], first[f"{oa}hasTarget"]
    assert first["@type"] == [f"{oa}Annotation"]
    assert first[f"{oa}motivatedBy"] == [{"@id": f"{oa}identifying"}]
    assert body["@type"] == [f"{schema}Quotation"]
    (creator,) = body[f"{schema}creator"]
    assert creator["@type"] == [f"{schema}Person"]
    assert creator[f"{schema}jobTitle"] == [{"@value": "the harbour pilot"}]
    assert body["urn:quote-ledger:rule"] == [{"@value": "verb-speaker"}]
    assert target[f"{oa}hasSource"] == [{"@id": "http://example.org/a.txt"}]
    words, position = target[f"{oa}hasSelector"]
    assert words[f"{oa}exact"] == [{"@value": "We sail at dawn,"}]
    number = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
    assert position[f"{oa}end"] == [{"@type": number, "@value": 17}]


def test_hypothesis_gets_what_its_import_keeps_in_utf16():
    _, annotation = json.loads(written(FOUND, "hypothesis"))["annotations"]
    kept = {name: annotation[name] for name in ("uri", "document", "text", "tags", "target")}
    assert kept == {
        "uri": "b.txt",
        "document": {"title": ["b.txt"]},
        "text": "**Zoé Ek**",
        "tags": ["quote", "direct"],
        "target": [
            {
                "source": "b.txt",
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "Non, 😀!",
                        "prefix": "😀 “",
                        "suffix": "” dit Zoé Ek.",
                    },
                    {"type": "TextPositionSelector", "start": 4, "end": 12},
                ],
            }
        ],
    }
    assert annotation["user"] == "acct:quote-ledger@localhost"
    assert (annotation["ledger"]["offset_unit"], annotation["ledger"]["cue_start"]) == ("utf16", 14)


@pytest.mark.parametrize(
    ("changes", "comment"),
    [
        ({}, "**Marit Ek**, the harbour pilot"),
        ({"speaker": "a*b_c\n<d>", "title": "[x](y)"}, r"**a\*b\_c \<d\>**, \[x\]\(y\)"),
    ],
)
def test_a_comment_shows_names_as_they_are(changes, comment):
    data = written([Found(ARTICLE, [replace(ROW, **changes)])], "hypothesis")
    assert json.loads(data)["annotations"][0]["text"] == comment


def test_a_comment_says_that_there_is_no_speaker():
    data = written([Found(ARTICLE, [BARE])], "hypothesis")
    assert json.loads(data)["annotations"][0]["text"] == "No speaker found."


def test_rows_come_back_from_web_annotations():
    assert [entry.row for entry in entries(written(FOUND, "webannotation"), "webannotation")] == [
        ROW,
        WIDE_ROW,
    ]


def test_rows_come_back_from_hypothesis_in_its_unit():
    first, second = entries(written(FOUND, "hypothesis"), "hypothesis")
    assert (first.row, first.unit) == (ROW, Unit.UTF16)
    assert second.row == rescaled(WIDE_ROW, Scale(WIDE.text, Unit.UTF16).of)


@given(st.lists(st.text(st.characters(), min_size=1), min_size=3, max_size=3))
def test_any_words_come_back(words):
    document, quote, rule = words
    row = replace(ROW, document=document, quote=quote, rule=rule)
    (entry,) = entries(written([Found(ARTICLE, [row])], "webannotation"), "webannotation")
    assert entry.row == row


@pytest.mark.parametrize("name", NAMES)
def test_an_article_without_quotes_gives_no_annotation(name):
    assert entries(written([Found(QUIET, [])], name), name) == []


@pytest.mark.parametrize("name", NAMES)
def test_changed_words_are_seen(name):
    data = written(FOUND, name).replace(b'"exact": "We sail', b'"exact": "We swim')
    assert entries(data, name)[0].row.quote == "We swim at dawn,"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("webannotation", b"{}", "no Web Annotation collection"),
        ("webannotation", b'{"first": {"items": 1}}', "no Web Annotation collection"),
        ("webannotation", b"nope", "no JSON: Expecting value: line 1 column 1 (char 0)"),
        ("hypothesis", b"[]", "no Hypothesis annotations"),
        ("hypothesis", b"[" * 100_000, "no JSON: "),
    ],
)
def test_what_is_no_collection_is_named(name, data, message):
    with pytest.raises(LedgerError) as caught:
        entries(data, name)
    assert str(caught.value).startswith(f"ledger: {message}")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("webannotation", b'{"first": {"items": [1, {}, {"target": 5, "body": []}]}}'),
        ("hypothesis", b'{"annotations": [1, {}, {"target": [{"selector": 5}]}]}'),
    ],
)
def test_an_annotation_that_is_no_row_is_named_by_its_columns(name, data):
    for entry in entries(data, name):
        assert entry.row is None
        assert entry.flaws[0].problem == "expected text, found None"


def test_rows_alone_are_not_enough(tmp_path):
    with pytest.raises(LedgerError) as caught:
        write_ledger([ROW], tmp_path / "a.jsonld")
    assert str(caught.value) == (
        f"{tmp_path / 'a.jsonld'}: webannotation needs the documents' texts; "
        "write it with `quotes.export`, which takes documents and rows"
    )
