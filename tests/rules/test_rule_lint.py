"""What loads but looks wrong is a warning."""

import pytest

from quotes.rules import load_folders
from quotes.rules.lint import lint
from tests.rules.house import VOCABULARY, folder, sound

CUE = "cue: {ancestor_of: quote, words: sayings, tag: verb}"
PRIORITY = "    priority: 500"


def warnings(root, *folders, used=()):
    loaded = load_folders(folders)
    assert loaded.faults == ()
    return [str(warning).replace(f"{root}/", "") for warning in lint(loaded, used)]


def test_sound_rules_give_no_warning(tmp_path):
    house = folder(tmp_path, v=VOCABULARY, a="rules:" + sound("one"))
    assert warnings(tmp_path, house) == []


def test_a_word_listed_twice(tmp_path):
    base = folder(tmp_path, "base", v=VOCABULARY, a="rules:" + sound("one"))
    house = folder(
        tmp_path,
        a="lists:\n  sayings:\n    why: More.\n    extends: true\n    words:\n"
        "      [roar, cry,\n       roar]",
    )
    assert warnings(tmp_path, base, house) == [
        "house/a.yml:6: list 'sayings' has 'cry' twice, first in base/v.yml:6;"
        " remove one of the two",
        "house/a.yml:7: list 'sayings' has 'roar' twice, first in house/a.yml:6;"
        " remove one of the two",
    ]


LISTS = """lists:
  inline: {why: w, words: [a]}
  within: {why: w, words: [a]}
  passed: {why: w, words: [a]}
  spoken: {why: w, words: [a]}
  looked_up: {why: w, words: [a]}
  idle: {why: w, words: [a]}
"""
SPEECH = (
    "\n  - {id: s, kind: speech, why: w, priority: 1, decide: other, cue: {words: spoken},"
    " examples: [{text: a}], counterexamples: [b]}"
)


def test_a_list_that_nobody_names(tmp_path):
    node = (
        "cue: {right_after: quote, words: [x, +sayings, +inline], has: [{not_words: within}],"
        " skip: {words: passed}}"
    )
    house = folder(tmp_path, v=VOCABULARY, a=LISTS + "rules:" + sound("one", (CUE, node)) + SPEECH)
    assert warnings(tmp_path, house, used={"looked_up"}) == [
        "house/a.yml:7: list 'idle' is used by no rule; name it in a rule, or remove it"
    ]


@pytest.mark.parametrize(
    ("node", "key", "relations"),
    [
        (
            "{after: quote, words: sayings, through: [conj]}",
            "through",
            "subject_of or antecedent_of",
        ),
        ("{child_of: quote, words: sayings, within: 3}", "within", "after or before"),
        ("{after: quote, words: sayings, by: conj}", "by", "ancestor_of"),
        (
            "{after: quote, words: sayings, skip: {tag: verb}}",
            "skip",
            "right_after or right_before",
        ),
    ],
)
def test_a_key_that_does_nothing_with_its_relation(tmp_path, node, key, relations):
    house = folder(tmp_path, v=VOCABULARY, a="rules:" + sound("one", (CUE, f"cue: {node}")))
    assert warnings(tmp_path, house) == [
        f"house/a.yml:7: rule 'one': pattern.cue.{key} does nothing here;"
        f" it goes with {relations}; remove it"
    ]


def cue(test):
    return (CUE, f"cue: {{ancestor_of: quote, words: sayings, {test}}}")


ALONE = (PRIORITY, "    stands: alone\n" + PRIORITY)
CAPITAL = (
    PRIORITY,
    "    quote: {begins: capital, ends: [',', '.'], words_at_most: 9}\n" + PRIORITY,
)


@pytest.mark.parametrize(
    ("earlier", "later", "shadowed"),
    [
        ([], [], True),
        ([], [ALONE], True),
        ([], [CAPITAL], True),
        ([], [cue("tag: VBD")], True),
        ([], [cue("tag: verb, dep: ROOT")], True),
        ([], [("words: sayings", "words: [said]")], True),
        ([], [("cue: {anc", "verb: {anc"), ("of: cue", "of: verb")], True),
        ([("subject_of: cue", "subject_of: cue, through: [conj]")], [], True),
        ([cue("tag: verb, lacks: [{dep: dobj}]")], [cue("tag: VBD, lacks: [{dep: dobj}]")], True),
        ([CAPITAL], [CAPITAL, ("words_at_most: 9", "words_at_most: 8"), ("',', ", "")], True),
        ([(PRIORITY, "    stands: opens\n" + PRIORITY)], [ALONE], True),
        ([ALONE], [], False),
        ([ALONE], [(PRIORITY, "    stands: opens\n" + PRIORITY)], False),
        ([CAPITAL], [], False),
        ([cue("tag: VBD")], [], False),
        ([cue("tag: verb, dep: ROOT")], [], False),
        ([("words: sayings", "words: [said]")], [], False),
        ([], [("subject_of: cue", "subject_of: cue, through: [conj]")], False),
        ([cue("tag: verb, lacks: [{dep: dobj}]")], [cue("tag: VBD")], False),
        ([cue("tag: verb, has: [{dep: dobj}]")], [cue("tag: VBD")], False),
        ([("ancestor_of: quote", "parent_of: quote")], [], False),
        ([(PRIORITY, "    order: [quote, cue]\n" + PRIORITY)], [], False),
        ([("ancestor_of: quote", "after: quote, within: 5")], [("ancestor_of", "after")], False),
        ([("ancestor_of", "after")], [("ancestor_of: quote", "after: quote, within: 5")], True),
        ([], [("    priority", "    order: [quote, cue]\n    priority")], True),
    ],
)
def test_a_rule_behind_one_that_matches_all_it_matches(tmp_path, earlier, later, shadowed):
    rules = "rules:" + sound("one", *earlier) + sound("two", *later)
    house = folder(tmp_path, v=VOCABULARY, a=rules)
    line = rules[: rules.index("id: two")].count("\n") + 1
    expected = [
        f"house/a.yml:{line}: rule 'two': 'one' (house/a.yml:2) is tried before and matches all"
        " that this matches; give this rule the higher priority, or remove it"
    ]
    assert warnings(tmp_path, house, used=["sayings"]) == (expected if shadowed else [])


REST = "why: w, priority: 1, examples: [{text: “a” b, speaker: b, title: a}], counterexamples: [c]"


@pytest.mark.parametrize(
    ("earlier", "later", "shadowed"),
    [
        ("kind: carry, source: next", "kind: carry, source: next, between: nothing", True),
        ("kind: carry, source: next, stands: alone", "kind: carry, source: next", False),
        ("kind: carry, source: next", "kind: carry, source: previous", False),
        (
            "kind: speech, decide: other, link: [none, own]",
            "kind: speech, decide: mixed, link: none",
            True,
        ),
        (
            "kind: speech, decide: other, rules: [a1]",
            "kind: speech, decide: other, link: own",
            False,
        ),
        (
            "kind: speech, decide: other, cue: {tag: verb}",
            "kind: speech, decide: mixed, cue: {tag: VB}, previous: direct",
            True,
        ),
        (
            "kind: speech, decide: other, previous: direct",
            "kind: speech, decide: mixed, stands: alone",
            False,
        ),
        (
            "kind: title, pattern: {title: {child_of: name, dep: [nsubj, dobj]}}",
            "kind: title, pattern: {title: {child_of: name, dep: dobj}}",
            True,
        ),
        (
            "kind: title, pattern: {title: {child_of: name, dep: dobj}}, span: word",
            "kind: title, pattern: {title: {child_of: name, dep: dobj}}",
            False,
        ),
        (
            "kind: title, pattern: {title: {child_of: name, dep: dobj}}",
            "kind: carry, source: previous",
            False,
        ),
        (
            "kind: title, of: description, noun: {tag: verb}",
            "kind: title, of: description, noun: {tag: VB}",
            True,
        ),
        (
            "kind: title, of: description, noun: {tag: VB}",
            "kind: title, of: description, noun: {tag: verb}",
            False,
        ),
        (
            "kind: title, of: description, noun: {tag: VB}",
            "kind: title, of: unnamed, noun: {tag: VB}",
            False,
        ),
    ],
)
def test_rules_of_other_kinds(tmp_path, earlier, later, shadowed):
    text = f"rules:\n  - {{id: a1, {earlier}, {REST}}}\n  - {{id: a2, {later}, {REST}}}\n"
    house = folder(tmp_path, v=VOCABULARY, a=text)
    found = warnings(tmp_path, house, used=["sayings"])
    assert [warning.split("'")[1] for warning in found] == (["a2"] if shadowed else [])
