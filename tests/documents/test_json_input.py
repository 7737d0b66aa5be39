"""Articles come out of JSON with their own ids, and what is wrong is named with its place."""

import json
from pathlib import Path

import pytest

from quotes import Document, DocumentError, read_documents, source_field, source_span
from quotes.documents import Fields, Reading, Source, read

FORMATS = Path(__file__).parents[3] / "shared/formats/ninjs"


def read_text(tmp_path, name, data, *, limit=1_000_000, format=None, **fields):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read(Source(name, path), Reading(format, Fields(**fields), limit)))


def lines(*records):
    return "".join(json.dumps(record) + "\n" for record in records)


def pairs(found):
    return [(document.id, document.text) for document in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (lines({"id": "a", "text": " We sail.\r\n"}), [("a", " We sail.\r\n")]),
        (lines({"id": 7, "html": "<p>We&nbsp;sail."}), [("7", "We\xa0sail.")]),
        (lines({"id": "a", "html": "<b>x</b>", "text": "<b>"}), [("a", "<b>")]),
        (lines({"id": "a", "html": "<b>x</b>", "text": None}), [("a", "x")]),
        ("\ufeff\n" + '{"id": "a", "text": "x"}\r\n \n' + '{"id": "b", "text": "y"}', 2),
        (lines({"guid": "g", "body_html": "<p>x"}), [("g", "x")]),
    ],
)
def test_each_line_is_an_article(tmp_path, text, expected):
    found = pairs(read_text(tmp_path, "a.jsonl", text))
    assert found == ([("a", "x"), ("b", "y")] if expected == 2 else expected)


def test_fields_may_have_other_names(tmp_path):
    text = lines({"id": 1, "text": "no", "key": "k/1", "body": "We <3 tea.", "page": "<p>x"})
    named = {"id": "key", "text": "body"}
    assert pairs(read_text(tmp_path, "a.jsonl", text, **named)) == [("k/1", "We <3 tea.")]
    named = {"html": "page"}
    assert pairs(read_text(tmp_path, "a.jsonl", text, **named)) == [("1", "x")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            '{"id": "b", "text": }',
            "no JSON: Expecting value at column 21; correct it or leave it out",
        ),
        ("[" * 100_000, "no JSON: nested too deeply; leave it out"),
        (
            '"b"',
            "expected a JSON object, found text; "
            "give each article an object with its id and its text",
        ),
        (
            '{"id": "b", "body": "x", "date": 1}',
            "no field 'text' or 'html'; its fields: id, body, date; "
            "name the field that holds the article with --text-field or --html-field",
        ),
        (
            '{"id": "b", "text": ["x"]}',
            "field 'text' holds a list, not text; "
            "name the field that holds the article with --text-field or --html-field",
        ),
        (
            '{"name": "b", "text": "x"}',
            "no field 'id'; its fields: name, text; "
            "name the field that holds the id with --id-field",
        ),
        ("{}", "no field 'id'; its fields: none; name the field that holds the id with --id-field"),
        (
            '{"id": true, "text": "x"}',
            "field 'id' holds true or false, not an id; "
            "name the field that holds the id with --id-field",
        ),
        (
            '{"id": "", "text": "x"}',
            "field 'id' holds empty text, not an id; "
            "name the field that holds the id with --id-field",
        ),
        ('{"id": "b", "text": " \\n"}', "there is no text in it; leave it out"),
        ('{"id": "b", "html": "<p>&nbsp;</p>"}', "there is no text in it; leave it out"),
        (
            '{"id": "b", "text": "ab\\ud800"}',
            "field 'text' holds a lone surrogate (U+D800) at offset 2; "
            "repair the text where it was exported",
        ),
        (
            '{"id": "b", "html": "\\u0000"}',
            "field 'html' holds a NUL (U+0000) at offset 0; repair the text where it was exported",
        ),
        (
            b'{"id": "b", "text": "Caf\xe9"}',
            "not UTF-8: byte 0xE9 at offset 24; convert it, for example with: "
            "iconv -f WINDOWS-1252 -t UTF-8 a.jsonl > new.txt",
        ),
        (
            '{"id": "b", "text": "%s"}' % ("x" * 200),
            "larger than 0.0001 MB; split it into its articles or raise the limit (--max-size)",
        ),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(tmp_path, line, message):
    line = line if isinstance(line, bytes) else line.encode()
    good = b'{"id": "%s", "text": "x"}\n'
    limit = 100 if len(line) < 1000 and b"xx" in line else 1_000_000
    text = good % b"a" + line + b"\n" + good % b"c"
    first, error, last = read_text(tmp_path, "a.jsonl", text, limit=limit)
    assert (first.id, last.id) == ("a", "c")
    assert isinstance(error, DocumentError)
    assert str(error) == f"a.jsonl: line 2: {message}"


def test_many_fields_are_not_all_listed(tmp_path):
    record = {"id": 1} | {f"f{n}": n for n in range(40)}
    (error,) = read_text(tmp_path, "a.jsonl", lines(record))
    names = "id, f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10 and 29 more"
    assert error.what == f"no field 'text' or 'html'; its fields: {names}"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.jsonl", "", "there is no article in it; leave it out"),
        ("a.jsonl", "\n \n", "there is no article in it; leave it out"),
        (
            "a.jsonl",
            '{\n"id": "a"\n}\n',
            "one JSON value over many lines, not JSON Lines; name it .json or give --input json",
        ),
        (
            "a.jsonl",
            '{"document": "a", "document_sha256": "0"}\n' * 3,
            "a quote ledger, not articles; leave it out",
        ),
        (
            "a.json",
            '{"id": 1}\n{"id": 2}\n',
            "more than one JSON value; "
            "if each line holds one, read it as JSON Lines with --input jsonl",
        ),
        ("a.json", "[]", "there is no article in it; leave it out"),
        (
            "a.json",
            '{"id": 1\n"x": 2}',
            "no JSON: Expecting ',' delimiter at line 2, column 1; correct it or leave it out",
        ),
        ("a.json", "x" * 101, "larger than 0.0001 MB; split it into its articles or raise the "
         "limit (--max-size)"),
    ],
)  # fmt: skip
def test_a_bad_file_is_one_error(tmp_path, name, text, message):
    (error,) = read_text(tmp_path, name, text, limit=100 if len(text) == 101 else 1_000_000)
    assert str(error) == f"{name}: {message}"


NINJS_1 = {
    "uri": "urn:harbour:1",
    "headline": "Ferry &amp; crew “ready”",
    "body_text": "“We sail,” said Marit Ek.",
    "body_html": "<p>“We&nbsp;sail,” said Marit Ek.</p>",
}
NINJS_2 = {
    "uri": "urn:harbour:2",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry ready"}],
    "bodies": [
        {"role": "summary", "contenttype": "text/html", "value": "<p>Soon.</p>"},
        {"role": "plain", "contenttype": "text/plain", "value": "“We sail,” said Marit Ek."},
        {"role": "rich", "contenttype": "application/xhtml+xml", "value": "<p>“We sail,” Ek said."},
    ],
}
NINJS_3 = {
    "uri": "urn:harbour:3",
    "bodies": [{"contentType": "text/plain", "value": "“a < b,” she said."}],
}
SUPERDESK = {
    "_id": "urn:newsml:desk:4",
    "guid": "urn:newsml:desk:4:g",
    "headline": "<b>Ferry</b>",
    "body_html": "<p>“We sail.”</p>",
    "body_footer": "<p>Our mail: desk@harbour.example</p>" * 9,
}
ITEMS = [
    (NINJS_1, "urn:harbour:1", "Ferry & crew “ready”\n\n“We\xa0sail,” said Marit Ek."),
    (NINJS_2, "urn:harbour:2", "Ferry ready\n\n“We sail,” Ek said."),
    (NINJS_3, "urn:harbour:3", "“a < b,” she said."),
    (SUPERDESK, "urn:newsml:desk:4:g", "Ferry\n\n“We sail.”"),
    ({"uri": "u", "body_main": "A.\nB."}, "u", "A.\nB."),
    ({"uri": "u", "body_main": "A. B.", "body_richtext": "<p>A.</p><p>B.</p>"}, "u", "A.\n\nB."),
    ({"uri": "u", "headline_main": "H", "body_text": "a &amp; b"}, "u", "H\n\na &amp; b"),
    ({"uri": "u", "bodies": [{"value": "<p>A</p>"}], "headlines": []}, "u", "A"),
    ({"uri": "u", "bodies": [{"value": "A"}, {"value": 1}, "x"]}, "u", "A"),
]


@pytest.mark.parametrize(("item", "id", "text"), ITEMS)
@pytest.mark.parametrize("format", [None, "ninjs", "superdesk"])
def test_a_news_item_has_a_headline_and_a_body(tmp_path, item, id, text, format):
    found = read_text(tmp_path, "a.json", json.dumps(item), format=format)
    assert pairs(found) == [(id, text)]


@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: {"_items": items}])
def test_a_file_may_hold_several_items(tmp_path, wrap):
    items = [NINJS_1, {"uri": "x", "type": "picture"}, {"id": "y", "text": "z"}]
    first, error, last = read_text(tmp_path, "a.json", json.dumps(wrap(items)))
    assert (first.id, last.id) == ("urn:harbour:1", "y")
    assert str(error) == (
        "a.json: item 2: no field 'id'; its fields: uri, type; "
        "name the field that holds the id with --id-field"
    )


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (
            {"uri": "x", "type": "picture"},
            "no body_html, body_text or bodies with text; its fields: uri, type; "
            "leave it out if it is no article",
        ),
        (
            {"body_html": "x"},
            "no field 'guid' or 'uri' or '_id' or 'id'; its fields: body_html; "
            "name the field that holds the id with --id-field",
        ),
        (
            {"_id": {"$oid": "1"}, "body_html": "x"},
            "field '_id' holds an object, not an id; "
            "name the field that holds the id with --id-field",
        ),
        (
            {"uri": "x", "headline": "H", "body_html": "<p></p>"},
            "there is no text in it; leave it out",
        ),
    ],
)
def test_a_bad_item_is_named(tmp_path, item, message):
    (error,) = read_text(tmp_path, "a.json", json.dumps(item), format="ninjs")
    assert str(error) == f"a.json: {message}"


@pytest.mark.parametrize(
    ("record", "words", "field", "source"),
    [
        (NINJS_1, "We\xa0sail,", "/body_html", "We&nbsp;sail,"),
        (NINJS_1, "Ferry & crew", "/headline", "Ferry &amp; crew"),
        (NINJS_2, "We sail,", "/bodies/2/value", "We sail,"),
        (NINJS_2, "Ferry ready", "/headlines/1/value", "Ferry ready"),
        (NINJS_3, "a < b,", "/bodies/0/value", "a < b,"),
        ({"id": 1, "text": "😀 “A\r\nB”"}, "A\r\nB", "/text", "A\r\nB"),
        ({"id": 1, "html": "“<b>A</b> &amp; B”"}, "A & B", "/html", "A</b> &amp; B"),
    ],
)
def test_words_lead_back_to_their_string(tmp_path, record, words, field, source):
    (document,) = read_text(tmp_path, "a.json", json.dumps(record))
    start = document.text.index(words)
    assert source_field(document, start) == field
    span = source_span(document, start, start + len(words))
    value = record
    for name in field.split("/")[1:]:
        value = value[int(name) if isinstance(value, list) else name]
    assert span.of(value) == source


def test_fields_with_slashes_are_escaped_in_pointers(tmp_path):
    (document,) = read_text(tmp_path, "a.json", '{"id": 1, "a/b~c": "x"}', text="a/b~c")
    assert source_field(document, 0) == "/a~1b~0c"


def test_words_from_two_strings_lead_nowhere(tmp_path):
    (document,) = read_text(tmp_path, "a.json", json.dumps(NINJS_1))
    assert source_span(document, 0, len(document.text)) is None


def test_a_second_document_with_an_id_is_an_error(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(
        lines({"id": "a", "text": "x"}, {"id": "a", "text": "y"}, {"id": 1, "text": "z"})
    )
    errors = []
    found = list(read_documents(path, on_error=errors.append))
    assert [document.id for document in found] == ["a", "1"]
    assert [str(error) for error in errors] == [
        f"{path}: a second document has the id 'a'; give each document an id of its own, "
        "or name the field that has it with --id-field"
    ]


def test_the_first_error_is_raised_where_nobody_takes_it(tmp_path):
    (tmp_path / "a.html").write_text("<p>x")
    (tmp_path / "b.json").write_text("1")
    documents = read_documents(tmp_path)
    assert next(documents).text == "x"
    with pytest.raises(DocumentError, match="expected a JSON object, found a number"):
        next(documents)


def test_a_format_may_be_named(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("<p>x &amp; y")
    assert [document.text for document in read_documents(path)] == ["<p>x &amp; y"]
    assert [document.text for document in read_documents(path, format="html")] == ["x & y"]
    with pytest.raises(DocumentError) as caught:
        next(read_documents(path, format="pdf"))
    assert str(caught.value) == (
        "no input format 'pdf'; choose one of: text, html, jsonl, json, ninjs, superdesk"
    )


PUBLISHED = sorted(FORMATS.glob("examples/*text_article.json"))


@pytest.mark.skipif(not PUBLISHED, reason="../shared/formats/ninjs is not there")
@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_published_examples_of_ninjs_are_read(path):
    (document,) = read_documents(path)
    item = json.loads(path.read_text("utf-8"))
    headline = item.get("headline_main") or item["headlines"][0]["value"]
    rich = item.get("body_richtext") or item["bodies"][1]["value"]
    assert document.id == item["uri"]
    # The paragraphs of the rich text, as its tags have them; its blanks run together.
    paragraphs = [" ".join(one.split()) for one in rich.replace("</p>", "").split("<p>")[1:]]
    assert document.text.split("\n\n") == [headline, *paragraphs]
    start = document.text.index("relatives")
    assert source_span(document, start, start + 9).of(rich) == "relatives"


def test_plain_text_has_no_map(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    assert list(read_documents(path)) == [Document(str(path), "x")]
