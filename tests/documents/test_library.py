"""The documents of a ledger are found again, wherever their ids come from."""

import json
from pathlib import Path

import pytest

from quotes import DocumentError
from quotes.documents import Fields, Library, Reading


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("box").mkdir()
    Path("box/a.html").write_text("<p>from a")
    for name, ids in (("one", "pqr"), ("two", "rs")):
        records = [{"id": id, "text": f"{name} {id}"} for id in ids]
        Path(f"box/{name}.jsonl").write_text("\n".join(map(json.dumps, records)))
    Path("box/item.json").write_text('{"uri": "urn:x", "body_html": "<p>item"}')
    Path("box/broken.json").write_text("{")
    return tmp_path


@pytest.mark.parametrize(
    ("ids", "texts"),
    [
        (["p", "q", "s"], ["one p", "one q", "two s"]),
        (["s", "q", "p", "q"], ["two s", "one q", "one p", "one q"]),
        (["r"], ["one r"]),
        (["urn:x", "a.html", "box/a.html"], ["item", "from a", "from a"]),
        (["elsewhere/a.html"], ["from a"]),
    ],
)
def test_documents_are_found_in_a_folder(archive, ids, texts):
    library = Library([Path("box")])
    assert [library.text_of(id) for id in ids] == texts


def test_documents_are_found_in_the_files_given(archive):
    library = Library([Path("box/two.jsonl"), Path("box/a.html")])
    assert library.text_of("r") == "two r"
    assert library.text_of("moved/a.html") == "from a"


@pytest.mark.parametrize(
    ("places", "id", "message"),
    [
        (
            [],
            "p",
            "p: the document is not found; give the folder or the JSON file it is in with "
            "--documents",
        ),
        (["box/two.jsonl"], "p", "p: the document is not found; give the folder or the JSON file "
         "it is in with --documents"),
        ([], "box/item.json", "box/item.json: the file does not hold this document"),
        (["box"], "box/broken.json", "box/broken.json: no JSON: Expecting property name enclosed "
         "in double quotes at column 2; correct it or leave it out"),
        (["box"], "-", "-: came from standard input; save the text in a file and extract it again "
         "from there"),
    ],
)  # fmt: skip
def test_what_is_not_found_is_an_error(archive, places, id, message):
    with pytest.raises(DocumentError) as caught:
        Library([Path(place) for place in places]).text_of(id)
    assert str(caught.value) == message


def test_documents_are_read_as_they_were(archive):
    Path("box/key.jsonl").write_text('{"key": "k", "page": "<p>x"}')
    fields = Fields(html="page", id="key")
    assert Library([Path("box")], Reading(fields=fields)).text_of("k") == "x"


def test_a_file_is_read_twice_and_no_more_in_its_own_order(archive, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "quotes.documents.reading._opened",
        lambda source: opened.append(source.id) or source.path.open("rb"),
    )
    library = Library([Path("box/one.jsonl")])
    assert [library.text_of(id) for id in "pqr"] == ["one p", "one q", "one r"]
    assert opened == ["box/one.jsonl"] * 2
    assert library.text_of("p") == "one p"
    assert opened == ["box/one.jsonl"] * 3
