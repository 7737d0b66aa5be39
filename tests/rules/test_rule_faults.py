"""Everything wrong with rules is reported at once, in whole sentences with the remedy."""

import pickle
import time
from pathlib import Path

import pytest
import yaml

from quotes.rules import Fault, RuleFaultsError, load_rules
from tests.rules.house import VOCABULARY, faults_of, folder, sound

TABLE = Path(__file__).with_name("faulty_rules.yml")
CUE = "cue: {ancestor_of: quote, words: sayings, tag: verb}"
SPEAKER = "speaker: {subject_of: cue}"


def change_of(case):
    if "cue" in case:
        return CUE, f"cue: {case['cue']}"
    if "speaker" in case:
        return SPEAKER, f"speaker: {case['speaker']}"
    return case["old"], case["new"]


@pytest.mark.parametrize(
    "case", yaml.safe_load(TABLE.read_text(encoding="utf-8")), ids=lambda case: case["message"]
)
def test_a_faulty_rule(tmp_path, case):
    text = "rules:" + sound("x", change_of(case))
    house = folder(tmp_path, a=text, b=VOCABULARY)
    id_ = "X y" if "id: X y" in text else "x"
    expected = [case] + ([case["also"]] if "also" in case else [])
    assert faults_of(tmp_path, house) == [
        f"house/a.yml:{fault['line']}: rule {id_!r}: {fault['message']}" for fault in expected
    ]


CARRY = """rules:
  - id: c
    kind: carry
    why: It goes on.
    priority: 1
    source: previos
    between: same_sentence
    examples: [{text: "“A,” he said, “b.”", speaker: he}]
    counterexamples: ["“A,” he said."]
"""
TITLE = """rules:
  - id: t
    kind: title
    why: A noun beside the name.
    priority: 1
    pattern:
      title: {child_of: name}
    span: clause
    examples: [{text: "Ann Lee, the mayor, left."}]
    counterexamples: ["Ann Lee left."]
"""
TITLED = TITLE.replace('left."}', 'left.", title: the mayor}')
SPEECH = """rules:
  - id: s
    kind: speech
    why: No speech.
    priority: 9
    decide: others
    link: [non]
    examples: [{text: "The “A” list."}]
    counterexamples: ["“A,” he said."]
"""
CATCH_ALL = """rules:
  - {id: all, kind: speech, why: w, priority: 9, decide: other, EXAMPLES}
  - {id: one, kind: speech, why: w, priority: 8, decide: direct, rules: [nobody], EXAMPLES}
  - {id: last, kind: speech, why: w, priority: 0, decide: mixed, EXAMPLES}
""".replace("EXAMPLES", "examples: [{text: a}], counterexamples: [b]")


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (CARRY, ["a.yml:6: rule 'c': source is 'previos'; did you mean 'previous'?"]),
        (
            TITLE,
            [
                "a.yml:7: rule 't': 'title' matches just any word;"
                " add words, tag or dep to it, or to a word that leads to it",
                "a.yml:9: rule 't': example 1 names no title;"
                " add `title:` with the words that the rule must find",
            ],
        ),
        (
            TITLED.replace("{child_of: name}", "{child_of: name, tag: JJ}\n    noun: {tag: NN}"),
            [
                "a.yml:8: rule 't': `noun` has no place beside a pattern;"
                " put the test into the pattern"
            ],
        ),
        (
            TITLED.replace("span: clause", "of: unnamed"),
            [
                "a.yml:6: rule 't': a title of: unnamed has no pattern; test its head with `noun`",
                "a.yml:8: rule 't': a title of: unnamed says nothing of its head;"
                " add `noun:` with words",
            ],
        ),
        (
            SPEECH,
            [
                "a.yml:6: rule 's': decide is 'others'; did you mean 'other'?",
                "a.yml:7: rule 's': link[1] is 'non'; did you mean 'none'?",
            ],
        ),
        (
            CATCH_ALL,
            [
                "a.yml:2: rule 'all': the rule fits every quotation, so 'one' is never tried;"
                " add a test, or give it the lowest priority of all speech rules",
                "a.yml:3: rule 'one': rules names 'nobody', but there is no such rule;"
                " see `quotes rules list` for the ids there are",
            ],
        ),
        (
            "rule: []\nlists: []\nrules: {}\ntags:\ndisable: x",
            [
                "a.yml:1: unknown key 'rule'; did you mean 'rules'?",
                "a.yml:2: lists must be a mapping; write `name: …` lines, indented alike",
                "a.yml:3: rules must be a list; begin each rule with `- id:`",
                "a.yml:4: tags must be a mapping; write `name: …` lines, indented alike",
                "a.yml:5: disable must be a list; write `disable: [some.id]`",
            ],
        ),
        (
            "colour: red",
            [
                "a.yml:1: unknown key 'colour'; the keys of a file are rules, lists, tags,"
                " irregular, disable, labels, measured"
            ],
        ),
        (
            "rules: [a, {}]",
            [
                "a.yml:1: a rule must be a mapping, not 'a'; begin each rule with `- id:`",
                "a.yml:1: has no 'kind'; write one of attribution, carry, speech, title",
            ],
        ),
        (
            "lists:\n  w: {words: [a, B, 'c '], inflect: verbs}\n  W: {why: x, words: [+a]}\n",
            [
                "a.yml:2: list 'w': has no 'why';"
                " add `why:` with a sentence that says what it is for",
                "a.yml:2: list 'w': inflect is 'verbs'; write 'verb', 'noun' or null",
                "a.yml:2: list 'w': words[2] has 'B', but words are compared in lower case;"
                " write 'b'",
                "a.yml:2: list 'w': words[3] has 'c ' with a blank at its end; write 'c'",
                "a.yml:3: list 'W': is 'W', which is not a name;"
                " use lower-case letters, digits and underscores, beginning with a letter",
                "a.yml:3: list 'W': words[1] has '+a', but a list holds words, not other lists;"
                " write the words out",
            ],
        ),
        (
            "tags: {noun: [NN, NM]}\nlabels: {dependencies: [ROOT], tags: [NN]}",
            [
                "a.yml:1: tag set 'noun': the model has no tag 'NM';"
                " see rules/en/labels.yml for its tags"
            ],
        ),
        (
            "measured: {a.b: [3, 2], c: [1]}",
            [
                "a.yml:1: measured 'a.b' says 3 right of 2;"
                " measure again instead of writing the numbers by hand",
                "a.yml:1: measurement of 'c': is too short; write 2 or more",
            ],
        ),
        (
            "disable: [gone.rule]",
            [
                "a.yml:1: disable names 'gone.rule', but no folder before has that rule;"
                " see `quotes rules list` for the ids there are"
            ],
        ),
        (
            "lists: {x: {why: w, words: [a], extends: true}}",
            [
                "a.yml:1: list 'x' extends a list that is not there;"
                " remove `extends: true` to make it a new list"
            ],
        ),
    ],
)
def test_a_faulty_file(tmp_path, text, messages):
    house = folder(tmp_path, a=text)
    assert faults_of(tmp_path, house) == [f"house/{message}" for message in messages]


def test_one_pass_names_the_faults_of_all_rules_and_files(tmp_path):
    house = folder(
        tmp_path,
        a="rules:" + sound("one", ("500", "high")) + sound("two", (SPEAKER, "x: {after: cue}")),
        b="rules:" + sound("three", ("sayings", "saying")) + sound("two"),
        c=VOCABULARY + "words: []\n",
        d="rules: [",
    )
    assert [fault.split(": ")[0] for fault in faults_of(tmp_path, house)] == [
        "house/a.yml:5",
        "house/a.yml:18",
        "house/b.yml:7",
        "house/b.yml:14",
        "house/c.yml:15",
        "house/d.yml:1",
    ]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda root: root / "gone", "gone: there is no such file or folder; check the path"),
        (
            lambda root: folder(root, "gone"),
            "gone: there is no rule file (.yml or .yaml);"
            " check the path, or put a file of rules there",
        ),
        (
            lambda root: folder(root, "gone", **{f"f{n}": "" for n in range(501)}),
            "gone: there are more than 500 rule files or 10 MB of them;"
            " name a folder that holds only rules",
        ),
        (
            lambda root: folder(root, "gone", **{f"f{n}": " " * 999_999 for n in range(11)}),
            "gone: there are more than 500 rule files or 10 MB of them;"
            " name a folder that holds only rules",
        ),
    ],
    ids=["missing", "empty", "many files", "large"],
)
def test_a_folder_that_cannot_be_rules(tmp_path, make, message):
    assert faults_of(tmp_path, make(tmp_path)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "rules:\n" + "  - {}\n" * 100_000,
        "rules:\n" + "  - {id: x, kind: carry}\n" * 4_999,
        "".join(f"k{n}: 1\n" for n in range(90_000)),
        "a: 1\n" * 190_000,
        "disable: [" + "no.such, " * 100_000 + "x]",
        "disable: [" + "no.such, " * 499 + "x]",
        "lists: {a: {why: x, words: [" + "1," * 400_000 + "1]}}",
        "rules:" + sound("x", (CUE, "cue: {after: quote, dep: [" + "zzz," * 200_000 + "a]}")),
        "rules:"
        + "".join(
            sound(f"x{n}", (CUE, "cue: {after: quote, words: sayins}")) for n in range(2_000)
        ),
        "rules:"
        + sound("x", (CUE, "".join(f"c{n}: {{after: quote}}\n      " for n in range(9_000)) + CUE)),
    ],
    ids=range(10),
)
def test_hostile_rules_are_refused_in_bounded_time(tmp_path, text):
    house = folder(tmp_path, a=text, b=VOCABULARY)
    start = time.process_time()
    faults = faults_of(tmp_path, house)
    assert 1 <= len(faults) <= 1_000
    assert time.process_time() - start < 5


def test_loading_raises_one_error_with_all_faults(tmp_path):
    house = folder(tmp_path, a="rule: []\ncolor: red\ndisable: [no.such]")
    with pytest.raises(RuleFaultsError) as caught:
        load_rules([house])
    own = [fault for fault in caught.value.faults if fault.path.startswith(str(tmp_path))]
    assert own == [
        Fault(f"{house}/a.yml", 1, None, "unknown key 'rule'", "did you mean 'rules'?"),
        Fault(
            f"{house}/a.yml",
            2,
            None,
            "unknown key 'color'",
            "the keys of a file are rules, lists, tags, irregular, disable, labels, measured",
        ),
        Fault(
            f"{house}/a.yml",
            3,
            None,
            "disable names 'no.such', but no folder before has that rule",
            "see `quotes rules list` for the ids there are",
        ),
    ]
    assert str(caught.value) == "\n".join(map(str, caught.value.faults))


def test_the_error_survives_the_way_from_a_worker_process():
    error = RuleFaultsError([Fault("a.yml", 2, "x", "it is wrong", "mend it")])
    again = pickle.loads(pickle.dumps(error))
    assert again.faults == error.faults
    assert str(again) == "a.yml:2: rule 'x': it is wrong; mend it"
