"""`quotes rules`: what each command prints, over a small set of built-in rules."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from quotes.cli.rules import app
from quotes.parse import load_model
from quotes.rules import builtin_folder
from tests.rules.house import faults_of

RULES = """rules:
  - id: verb.governs
    kind: attribution
    why: A verb of saying governs the quote.
    priority: 900
    pattern:
      cue: {ancestor_of: quote, words: [say, says, said], tag: verb}
      speaker: {subject_of: cue}
    examples:
      - {text: "“We sail,” said Ada Plum.", speaker: Ada Plum, cue: said}
    counterexamples:
      - “We sail,” a sign read.

  # A comment between two rules belongs to neither.
  - {id: verb.read, kind: attribution, priority: 50,
     why: What reads so is the source of what is on it as a sign or as a headline may be,
     pattern: {cue: {ancestor_of: quote, words: [read]}, speaker: {subject_of: cue}},
     examples: [{text: "“We sail,” a sign read.", speaker: a sign}],
     counterexamples: ["“We sail,” said Ada Plum."]}
  - id: all.direct
    kind: speech
    why: Quotes are statements.
    priority: 0
    decide: direct
    examples: ["“We sail,” said Ada Plum."]
    counterexamples: [Nobody sails.]
"""
MEASURED = "measured: {verb.governs: [1190, 1250]}\n"
HOUSE = """rules:
  - id: house.growl
    kind: attribution
    why: Growlers speak.
    priority: 910
    pattern:
      cue: {ancestor_of: quote, words: [growled]}
      speaker: {subject_of: cue}
    examples:
      - {text: "“No way,” growled Bo Lund.", speaker: Bo Lund}
    counterexamples:
      - “No way,” said Bo Lund.
"""


@pytest.fixture(scope="session")
def nlp():
    return load_model()


@pytest.fixture
def run(tmp_path, monkeypatch, nlp):
    """Run a command in a folder of its own, over few built-in rules and their word lists."""
    real = builtin_folder()
    base = tmp_path / "builtin" / "en"
    shutil.copytree(real / "words", base / "words")
    for name in ("tags.yml", "labels.yml"):
        shutil.copy(real / name, base / name)
    (base / "rules.yml").write_text(RULES, encoding="utf-8")
    (base / "measured.yml").write_text(MEASURED, encoding="utf-8")
    (tmp_path / "house").mkdir()
    Path(tmp_path / "house" / "a.yml").write_text(HOUSE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("quotes.rules.loading.builtin_folder", lambda: Path("builtin/en"))
    monkeypatch.setattr("quotes.cli.rules.builtin_folder", lambda: Path("builtin/en"))
    monkeypatch.setattr("quotes.pipeline.load_model", lambda _: nlp)
    return lambda *arguments: CliRunner().invoke(app, arguments, prog_name="quotes rules")


LISTED = """\
id            kind         priority  right  fired  why
house.growl   attribution       910      —      —  Growlers speak.
verb.governs  attribution       900    95%  1,250  A verb of saying governs the quote.
verb.read     attribution        50      —      —  What reads so is the source of what is on it as a
                                                   sign or as a headline may be
all.direct    speech              0      —      —  Quotes are statements.
"""


def house(*changes):
    text = HOUSE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    Path("house/a.yml").write_text(text, encoding="utf-8")


class TestList:
    def test_rules_stand_in_the_order_in_which_they_are_tried(self, run):
        result = run("list", "--rules", "house")
        assert result.stdout == LISTED
        assert result.exit_code == 0

    def test_faults_end_it(self, run):
        house(("priority: 910", "priority: 9100"))
        result = run("list", "--rules", "house")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == (
            "quotes: error: house/a.yml:5: rule 'house.growl': priority is 9100; use 1000 or less\n"
        )


class TestShow:
    def test_all_there_is_to_know(self, run):
        assert run("show", "verb.governs").stdout == (
            "verb.governs: A verb of saying governs the quote.\n"
            "\n"
            "kind      attribution\n"
            "priority  900\n"
            "measured  right 1,190 times of 1,250 (95%)\n"
            "file      builtin/en/rules.yml:2\n"
            "\n" + "\n".join(line.removeprefix("  ") for line in RULES.splitlines()[1:12]) + "\n"
        )

    def test_a_rule_on_few_lines(self, run):
        shown = run("show", "verb.read").stdout
        source = "\n".join(line.removeprefix("  ") for line in RULES.splitlines()[14:19])
        assert shown == (
            "verb.read: What reads so is the source of what is on it as a sign or as a headline may"
            " be\n"
            "\n"
            "kind      attribution\n"
            "priority  50\n"
            "measured  never\n"
            "file      builtin/en/rules.yml:15\n"
            "\n"
            f"{source}\n"
        )

    def test_a_rule_of_a_house(self, run):
        shown = run("show", "house.growl", "--rules", "house").stdout
        assert shown.splitlines()[5] == "file      house/a.yml:2"

    @pytest.mark.parametrize(
        ("id_", "message"),
        [
            ("verb.govern", "there is no rule 'verb.govern'; did you mean 'verb.governs'?"),
            ("x", "there is no rule 'x'; see `quotes rules list` for the ids there are"),
        ],
    )
    def test_a_rule_that_is_not_there(self, run, id_, message):
        result = run("show", id_)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == f"quotes: error: {message}\n"


NOT_GIVEN = (
    "rule 'house.growl': its example does not give rule 'house.growl', speaker 'Bo Lund', but"
    " rule 'verb.governs', kind 'direct', quote 'No way,', speaker 'Bo Lund', cue 'said';"
    " correct the example or the rule"
)
TWICE = "list 'growls' has 'snarl' twice, first in house/a.yml:14; remove one of the two"
IDLE = "list 'growls' is used by no rule; name it in a rule, or remove it"
MISSPELT = (
    "rule 'house.growl': pattern.speaker has an unknown key 'subject'; did you mean 'subject_of'?"
)
NO_RULE = (
    "disable names 'verb.reads', but no folder before has that rule; did you mean 'verb.read'?"
)


class TestCheck:
    def test_sound_rules(self, run):
        result = run("check", "house")
        assert (result.exit_code, result.stdout) == (0, "1 rule: 0 faults, 0 warnings\n")

    def test_faults_of_all_kinds_in_one_pass(self, run):
        house(("subject_of", "subject"), ("rules:", "disable: [verb.reads]\nrules:"))
        result = run("check", "house")
        assert result.exit_code == 1
        assert result.stdout == (
            f"house/a.yml:1: {NO_RULE}\nhouse/a.yml:9: {MISSPELT}\n0 rules: 2 faults, 0 warnings\n"
        )

    def test_warnings_are_apart_and_fail_nothing(self, run):
        lists = "lists:\n  growls: {why: w, words: [snarl, snarl]}\n"
        house(("growled Bo", "said Bo"), ("      - “No way,” said Bo Lund.", "      - A\n" + lists))
        result = run("check", "house")
        assert result.exit_code == 0
        assert result.stdout == (
            f"warning: house/a.yml:10: {NOT_GIVEN}\n"
            f"warning: house/a.yml:14: {TWICE}\n"
            f"warning: house/a.yml:14: {IDLE}\n"
            "1 rule: 0 faults, 3 warnings\n"
        )

    def test_quick_runs_no_example(self, run, monkeypatch):
        monkeypatch.delattr("quotes.pipeline.load_model")
        house(("growled Bo", "said Bo"))
        result = run("check", "--quick", "house")
        assert (result.exit_code, result.stdout) == (0, "1 rule: 0 faults, 0 warnings\n")

    def test_json_for_editors(self, run):
        house(("subject_of", "subject"), ("rules:", "disable: [verb.reads]\nrules:"))
        result = run("check", "--json", "house")
        assert result.exit_code == 1
        assert json.loads(result.stdout) == {
            "faults": [
                {
                    "path": "house/a.yml",
                    "line": 1,
                    "rule": None,
                    "problem": NO_RULE.partition("; ")[0],
                    "remedy": "did you mean 'verb.read'?",
                },
                {
                    "path": "house/a.yml",
                    "line": 9,
                    "rule": "house.growl",
                    "problem": "pattern.speaker has an unknown key 'subject'",
                    "remedy": "did you mean 'subject_of'?",
                },
            ],
            "warnings": [],
        }

    def test_labels_that_the_model_lacks(self, run, monkeypatch, nlp):
        pipes = {
            "parser": type("Parser", (), {"labels": ("nsubj",)}),
            "tagger": type("Tagger", (), {"labels": nlp.get_pipe("tagger").labels}),
        }
        monkeypatch.setattr(type(nlp), "get_pipe", lambda _, name: pipes[name])
        house(("words: [growled]", "words: [growled], dep: ROOT"))
        assert run("check", "house").stdout == (
            "warning: house/a.yml:2: rule 'house.growl': the model has no dependency label 'ROOT';"
            " use another model, or rules made for this one\n"
            "1 rule: 0 faults, 1 warning\n"
        )

    def test_a_shadowed_rule(self, run):
        second = HOUSE.replace("house.growl", "house.second").replace("rules:\n", "")
        house(("      - “No way,” said Bo Lund.\n", "      - A\n" + second))
        shadow = (
            "rule 'house.second': 'house.growl' (house/a.yml:2) is tried before and matches all"
            " that this matches; give this rule the higher priority, or remove it"
        )
        lines = run("check", "--quick", "house").stdout.splitlines()
        assert lines == [f"warning: house/a.yml:13: {shadow}", "2 rules: 0 faults, 1 warning"]

    def test_without_a_path_it_checks_the_builtin_rules(self, run):
        last = run("check", "--quick").stdout.splitlines()[-1]
        assert last.startswith("3 rules: 0 faults, ")

    def test_a_path_that_is_not_there(self, run):
        result = run("check", "gone")
        assert result.exit_code == 2
        assert result.stderr == (
            "Usage: quotes rules check [OPTIONS] [PATH]...\n"
            "Try 'quotes rules check --help' for help.\n"
            "\n"
            "Error: Invalid value for 'PATH': path 'gone' does not exist.\n"
        )

    def test_hostile_yaml(self, run):
        Path("house/a.yml").write_text("a: &a [x]\nb: *a\n", encoding="utf-8")
        result = run("check", "house")
        assert result.exit_code == 1
        assert result.stdout == (
            "house/a.yml:1: anchors and aliases (&a, *a) are not allowed; write the words out, or"
            " name a word list; put text that begins with & or * in quotation marks\n"
            "0 rules: 1 fault, 0 warnings\n"
        )


def described(token):
    """The cells of a word's line, from spaCy's own token; a bar marks the five quoted ones."""
    above = [] if token.dep_ == "ROOT" else [token.head.text, f"({token.head.i + 1})"]
    bar = ["|"] if token.i < 5 else []
    return [*bar, str(token.i + 1), token.text, token.tag_, token.dep_, *above]


class TestTest:
    def test_all_hold(self, run):
        result = run("test")
        assert (result.exit_code, result.stdout) == (0, "6 examples of 3 rules: none failed\n")

    def test_only_those_of_the_paths_given(self, run):
        result = run("test", "house/a.yml")
        assert (result.exit_code, result.stdout) == (0, "2 examples of 1 rule: none failed\n")

    def test_a_failing_example_comes_with_its_parse(self, run, nlp):
        house(("growled Bo", "said Bo"), ("      - “No way,” said Bo Lund.", "      - A"))
        result = run("test", "house")
        assert result.exit_code == 1
        lines = result.stdout.splitlines()
        assert lines[:3] == [f"house/a.yml:10: {NOT_GIVEN}", "    “No way,” said Bo Lund.", ""]
        assert [line.split() for line in lines[3:13]] == [
            ["word", "tag", "dep", "depends", "on"],
            *map(described, nlp("“No way,” said Bo Lund.")),
        ]
        assert lines[13:] == ["", "2 examples of 1 rule: 1 failed"]

    def test_a_failing_counterexample(self, run):
        house(("said Bo", "growled Bo"))
        result = run("test", "house")
        assert result.exit_code == 1
        assert result.stdout.splitlines()[0] == (
            "house/a.yml:12: rule 'house.growl': its counterexample gives rule 'house.growl',"
            " kind 'direct', quote 'No way,', speaker 'Bo Lund', cue 'growled';"
            " narrow the rule, or remove the counterexample"
        )

    def test_faults_end_it(self, run):
        house(("kind: attribution", "kind: atribution"))
        result = run("test", "house")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == (
            "quotes: error: house/a.yml:3: rule 'house.growl': kind is 'atribution';"
            " did you mean 'attribution'?\n"
        )


class TestNew:
    def test_the_draft(self, run):
        result = run(
            "new",
            "“Bread first,” said Jane Roe, the mayor.",
            "--speaker",
            "Jane Roe",
            "--title",
            "the mayor",
        )
        assert result.stdout == (
            "# yaml-language-server: $schema=builtin/rule.schema.json\n"
            "rules:\n"
            "  - id: house.said\n"
            "    kind: attribution\n"
            "    why: Say here what the rule is for.\n"
            "    priority: 905\n"
            "    pattern:\n"
            "      cue: {parent_of: quote, words: [said], tag: verb}\n"
            "      speaker: {subject_of: cue}\n"
            "    examples:\n"
            '      - text: "“Bread first,” said Jane Roe, the mayor."\n'
            '        speaker: "Jane Roe"\n'
            '        cue: "said"\n'
            "    counterexamples:\n"
            "      # Put here a sentence like yours that the rule must leave alone.\n"
            '      - "“Bread first” was painted on the wall."\n'
            "\n"
            "  - id: house.title\n"
            "    kind: title\n"
            "    why: Say here what the rule is for.\n"
            "    priority: 500\n"
            "    pattern:\n"
            "      title: {child_of: name, words: [mayor], dep: appos}\n"
            "    span: phrase\n"
            "    examples:\n"
            '      - text: "“Bread first,” said Jane Roe, the mayor."\n'
            '        speaker: "Jane Roe"\n'
            '        title: "the mayor"\n'
            "    counterexamples:\n"
            "      # Put here a sentence like yours that the rule must leave alone.\n"
            '      - "“Bread first,” said Jane Roe."\n'
        )
        assert (result.exit_code, result.stderr) == (0, "")

    @pytest.mark.parametrize(
        ("sentence", "speaker", "title", "patterns"),
        [
            (
                "“Flour is cheaper than flowers,” as Ana Brill likes to say.",
                "Ana Brill",
                None,
                [
                    {
                        "cue": {
                            "child_of": "quote",
                            "words": ["likes"],
                            "tag": "verb",
                            "dep": "advcl",
                        },
                        "speaker": {"subject_of": "cue"},
                    }
                ],
            ),
            (
                "“Bread first,” according to Ana Brill.",
                "Ana Brill",
                None,
                [
                    {
                        "cue": {
                            "child_of": "quote",
                            "words": ["according"],
                            "tag": "verb",
                            "dep": "prep",
                        },
                        "to": {"child_of": "cue", "words": ["to"], "dep": "prep"},
                        "speaker": {"child_of": "to", "dep": "pobj"},
                    }
                ],
            ),
            (
                "Coach Ana Brill told us that it was “a shame.”",
                "Ana Brill",
                "Coach",
                [
                    {
                        "cue": {"ancestor_of": "quote", "words": ["told"], "tag": "verb"},
                        "speaker": {"subject_of": "cue"},
                    },
                    {"title": {"just_before": "name", "words": ["coach"]}},
                ],
            ),
            (
                "Ana Brill stood up. “It was a shame and it will always be one, they know.”",
                "Ana Brill",
                None,
                [
                    {
                        "cue": {"root_before": "quote", "words": ["stood"], "tag": "verb"},
                        "speaker": {"subject_of": "cue"},
                    }
                ],
            ),
        ],
    )
    def test_the_pattern_follows_the_parse(self, run, sentence, speaker, title, patterns):
        titled = ("--title", title) if title else ()
        result = run("new", sentence, "--speaker", speaker, *titled)
        drafts = yaml.safe_load(result.stdout)["rules"]
        assert [draft["pattern"] for draft in drafts] == patterns
        assert (result.exit_code, result.stderr) == (0, "")

    def test_the_draft_loads_and_its_examples_hold(self, run, tmp_path):
        sentence = "“Bread first,” as Ana Brill likes to say."
        draft = run("new", sentence, "--speaker", "Ana Brill").stdout
        Path("house/b.yml").write_text(draft, encoding="utf-8")
        assert faults_of(tmp_path, Path("builtin/en"), Path("house")) == []
        assert run("test", "house/b.yml").stdout == "2 examples of 1 rule: none failed\n"

    def test_an_id_of_its_own_and_a_priority_above_the_winner(self, run):
        house(("house.growl", "house.growled"))
        draft = run("new", "“No way,” growled Bo Lund.", "--speaker", "Bo Lund", "--rules", "house")
        (rule,) = yaml.safe_load(draft.stdout)["rules"]
        assert (rule["id"], rule["priority"]) == ("house.growled-2", 915)

    def test_lists_that_hold_the_word_are_named(self, run):
        house(
            ("words: [growled]", "words: growls"),
            ("rules:", "lists: {growls: {why: w, inflect: verb, words: [growl]}}\nrules:"),
        )
        draft = run("new", "“No way,” growled Bo Lund.", "--speaker", "Bo Lund", "--rules", "house")
        assert "words: [growled], tag: verb}  # or words: growls\n" in draft.stdout

    @pytest.mark.parametrize(
        ("sentence", "arguments", "message"),
        [
            (
                "Ana Brill spoke.",
                ["--speaker", "Ana Brill"],
                "the sentence has no quote; put what is quoted in quotation marks within it",
            ),
            (
                "“I am Ana Brill,” she said.",
                ["--speaker", "Ana Brill"],
                "the speaker 'Ana Brill' does not stand in the sentence outside its quotes;"
                " copy the words from the sentence",
            ),
            (
                "“Yes,” she said.",
                ["--speaker", "he"],
                "the speaker 'he' does not stand in the sentence outside its quotes;"
                " copy the words from the sentence",
            ),
            (
                "“Yes,” she said.",
                ["--speaker", ""],
                "the speaker '' does not stand in the sentence outside its quotes;"
                " copy the words from the sentence",
            ),
            (
                "“Yes,” Ana Brill said.",
                ["--speaker", "Ana Brill", "--title", "mayor"],
                "the title 'mayor' does not stand in the sentence outside its quotes;"
                " copy the words from the sentence",
            ),
            (
                "“Yes,” Ana Brill said. The mayor left.",
                ["--speaker", "Ana Brill", "--title", "mayor"],
                "the parse has no way from the name to the title;"
                " try a plainer sentence of the same make",
            ),
            (
                "“Yes.” Then Ana Brill left. The mayor stayed.",
                ["--speaker", "mayor"],
                "the parse has no way from the quote to the speaker;"
                " try a plainer sentence of the same make",
            ),
        ],
    )
    def test_what_it_cannot_draft(self, run, sentence, arguments, message):
        result = run("new", sentence, *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == f"quotes: error: {message}\n"
