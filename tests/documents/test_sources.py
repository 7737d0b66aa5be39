"""Which documents the arguments stand for, in which order and by which ids."""

import os
from pathlib import Path

import pytest

from quotes.documents import Source, expand
from quotes.errors import DocumentError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of articles, in which the test stands."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "news/b.txt",
        "news/a.TXT",
        "news/a/z.txt",
        "news/a-1.txt",
        "news/notes.md",
        "news/.hidden.txt",
        "news/.drafts/d.txt",
        "news/a/deep/er.txt",
        "lone.txt",
        "story[1].txt",
        "bare",
    ):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Nothing was said.")
    Path("empty").mkdir()
    return tmp_path


NEWS = ["news/a-1.txt", "news/a.TXT", "news/a/deep/er.txt", "news/a/z.txt", "news/b.txt"]


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["lone.txt"], ["lone.txt"]),
        (["./lone.txt"], ["./lone.txt"]),
        (["news"], NEWS),
        (["news/"], NEWS),
        (["./news"], [f"./{name}" for name in NEWS]),
        (["lone.txt", "news/a"], ["lone.txt", "news/a/deep/er.txt", "news/a/z.txt"]),
        (["news/b.txt", "news"], ["news/b.txt", *NEWS[:-1]]),
        (["lone.txt", "lone.txt"], ["lone.txt"]),
        (["news/*.txt"], ["news/a-1.txt", "news/b.txt"]),
        (["news/**/*.txt"], ["news/a-1.txt", "news/a/deep/er.txt", "news/a/z.txt", "news/b.txt"]),
        (["new?"], NEWS),
        (["story[1].txt"], ["story[1].txt"]),
        (["bare", "news/notes.md"], ["bare", "news/notes.md"]),
        (["news/.hidden.txt", "news/.drafts"], ["news/.hidden.txt", "news/.drafts/d.txt"]),
        (["-", "lone.txt", "-"], ["-", "lone.txt"]),
    ],
)
def test_arguments_stand_for_documents(folder, arguments, ids):
    assert [source.id for source in expand(arguments)] == ids


def test_an_absolute_path_is_its_own_id(folder):
    path = f"{folder}/lone.txt"
    assert list(expand([path])) == [Source(path, Path(path))]


def test_standard_input_has_no_path():
    assert list(expand(["-"])) == [Source("-", None)]


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("nope.txt", "nope.txt: no such file or folder; check the path"),
        ("lone.txt/x", "lone.txt/x: no such file or folder; check the path"),
        (
            "nope/*.txt",
            "nope/*.txt: no file matches this pattern; "
            "check the pattern; ** stands for any number of folders",
        ),
        (
            "empty",
            "empty: the folder holds no file that ends in "
            ".htm, .html, .json, .jsonl, .ndjson, .txt, .xhtml; "
            "name files with other endings one by one",
        ),
        ("a\0b", "a\0b: cannot be read: embedded null byte; check that you may read it"),
    ],
)
def test_what_leads_nowhere_is_an_error_and_the_rest_goes_on(folder, argument, message):
    error, source = expand([argument, "lone.txt"])
    assert isinstance(error, DocumentError)
    assert str(error) == message
    assert source == Source("lone.txt", Path("lone.txt"))


def test_a_name_that_is_not_utf8_is_refused(tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "wb") as stream:
        stream.write(b"Nothing was said.")
    (error,) = expand([str(tmp_path)])
    assert str(error) == f"{tmp_path}/caf\\udce9.txt: the name is not UTF-8; rename the file"


def test_links_to_folders_inside_a_folder_are_not_followed(folder):
    Path("news/loop").symlink_to("..", target_is_directory=True)
    Path("news/linked.txt").symlink_to("../lone.txt")
    assert [source.id for source in expand(["news"])] == [*NEWS, "news/linked.txt"]


def test_a_link_to_a_folder_may_be_named(folder):
    Path("link").symlink_to("news/a", target_is_directory=True)
    assert [source.id for source in expand(["link"])] == ["link/deep/er.txt", "link/z.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_folder_that_may_not_be_read_is_named(folder):
    Path("news/a").chmod(0)
    try:
        found = list(expand(["news"]))
    finally:
        Path("news/a").chmod(0o755)
    assert [str(one) for one in found if isinstance(one, DocumentError)] == [
        "news/a/: cannot be read: Permission denied; check that you may read it"
    ]
    assert len(found) == 4
