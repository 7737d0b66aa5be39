"""YAML is read as plain values with their lines; hostile files are refused at once."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.rules.reading import line_at, read_file


def read(tmp_path, text):
    path = tmp_path / "a.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    tree, faults = read_file(path)
    return tree, [str(fault).replace(f"{tmp_path}/", "") for fault in faults]


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("true", True),
        ("FALSE", False),
        ("'true'", "true"),
        ("null", None),
        ("~", None),
        ("", None),
        ('""', ""),
        ("12", 12),
        ("-3", -3),
        ('"12"', "12"),
        ("1.5", 1.5),
        ("1st", "1st"),
        ("-", None),
        ("12:30", "12:30"),
        ("2026-01-02", "2026-01-02"),
        ("0x1F", "0x1F"),
        ("9" * 5000, "9" * 5000),
        ("’s", "’s"),
        ("<<", "<<"),
    ],
)
def test_scalars_are_text_unless_plainly_something_else(tmp_path, scalar, value):
    if scalar == "-":
        assert read(tmp_path, "a:\n  -")[0] == {"a": [value]}
    else:
        assert read(tmp_path, f"a: {scalar}") == ({"a": value}, [])


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\ufeff", "---\n# nothing\n..."])
def test_a_file_may_hold_nothing(tmp_path, text):
    assert read(tmp_path, text) == (None, [])


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path):
    assert read(tmp_path, "\ufeffa: b") == ({"a": "b"}, [])


def test_every_value_knows_its_line(tmp_path):
    tree, _ = read(tmp_path, "a:\n  - b: 1\n    c:\n      - x\n      - y\nd: {e: 1,\n  f: 2}\n")
    lines = {
        ("a",): 1,
        ("a", 0): 2,
        ("a", 0, "c"): 3,
        ("a", 0, "c", 1): 5,
        ("d", "f"): 7,
        ("d", "nothing", "there"): 6,
        ("a", 0, "c", 9): 3,
    }
    assert {place: line_at(tree, place) for place in lines} == lines


FIX = "look for a missing quotation mark, colon or bracket, or for uneven indentation"
UNTAGGED = "write the plain value; put text that begins with ! in quotation marks"
UNALIASED = (
    "write the words out, or name a word list; put text that begins with & or * in quotation marks"
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n- b", "a.yml:1: the file is not a mapping; begin with a key such as `rules:`"),
        (
            "a: [b\n",
            "a.yml:1: this is not YAML: did not find expected ',' or ']'"
            f" while parsing a flow sequence that begins in line 1; {FIX}",
        ),
        (
            "a: b\n c: d",
            f"a.yml:2: this is not YAML: mapping values are not allowed in this context; {FIX}",
        ),
        ("a: b\nc: \x07", f"a.yml: this is not YAML: control characters are not allowed; {FIX}"),
        ("a: b\nc: \0", "a.yml:2: there is a NUL byte; save the file as UTF-8 text"),
        (b"a: b\nc: caf\xe9", "a.yml:2: the text is not UTF-8; save the file as UTF-8"),
        (
            "a: b\n---\nc: d",
            "a.yml:2: a second document begins;"
            " remove the line `---` or move what follows into a file of its own",
        ),
        (
            "a: &x [b]\nc: *x",
            f"a.yml:1: anchors and aliases (&x, *x) are not allowed; {UNALIASED}",
        ),
        ("a: *x", f"a.yml:1: anchors and aliases (&x, *x) are not allowed; {UNALIASED}"),
        (
            "a: !!python/object/apply:os.system [id]",
            "a.yml:1: the tag 'tag:yaml.org,2002:python/object/apply:os.system' is not allowed;"
            f" {UNTAGGED}",
        ),
        ("a:\n  b: !x c", f"a.yml:2: the tag '!x' is not allowed; {UNTAGGED}"),
        ("? [a, b]\n: c", "a.yml:1: a key is not plain text; write a word as the key"),
        ("a: " + "[" * 20 + "]" * 20, "a.yml:1: the nesting is deeper than 20; flatten it"),
        (
            "a: " + "x" * 1_000_000,
            "a.yml: the file is larger than 1 MB; split it into several files",
        ),
    ],
)
def test_what_is_not_plain_yaml_is_refused(tmp_path, text, message):
    assert read(tmp_path, text) == (None, [message])


def test_nesting_within_the_bound_is_read(tmp_path):
    tree, faults = read(tmp_path, "a: " + "[" * 19 + "]" * 19)
    assert (len(tree), faults) == (1, [])


def test_the_first_of_two_like_keys_is_kept_and_the_rule_named(tmp_path):
    text = "rules:\n  - id: one\n    why: a\n  - id: two\n    why: a\n    why: b\nlists: {}\n"
    tree, faults = read(tmp_path, text)
    assert tree["rules"][1]["why"] == "a"
    assert faults == [
        "a.yml:6: rule 'two': the key 'why' stands twice in one mapping, first in line 5;"
        " keep one of them"
    ]


LAUGHS = "\n".join(
    ["a0: &a0 [lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
)


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        "[" * 900_000,
        "{a: " * 200_000,
        "- " * 400_000,
        "? " * 400_000,
        "a: !!binary " + "A" * 900_000,
        "x" * 10_000_000,
        '"' * 900_000,
        "a: |\n" + " x\n" * 300_000 + "&b c",
        "&" * 900_000,
        "a: '" + "\\" * 900_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_files_cost_no_more_than_honest_ones(tmp_path, text):
    start = time.process_time()
    tree, faults = read(tmp_path, text)
    assert tree is None
    assert len(faults) == 1
    assert time.process_time() - start < 2


def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path):
    _, faults = read_file(tmp_path / "gone.yml")
    assert [str(fault) for fault in faults] == [
        f"{tmp_path}/gone.yml: the file cannot be read: No such file or directory; check it"
    ]


@settings(max_examples=300)
@given(st.binary(max_size=80) | st.text(alphabet="a:-[]{}&*!|>'\"?,# \n\t%@`\\", max_size=60))
def test_no_bytes_bring_the_reader_down(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "a.yml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    tree, faults = read_file(path)
    assert tree is None or isinstance(tree, dict)
    assert all(fault.problem and fault.remedy for fault in faults)
