"""A settings file and the options `--rules` and `--model`: which has the last word."""

from pathlib import Path

import pytest

from tests import fakes

RULE = """
rules:
  - id: house.harrumphed
    why: Our columnists' verb stands in for "said" after a quotation.
    kind: attribution
    priority: {priority}
    pattern:
      cue: {{after: quote, within: 4, words: [harrumphed]}}
      speaker: {{subject_of: cue}}
    examples:
      - {{text: "“Bring a towel,” harrumphed Ossian Ferrers.", speaker: Ossian Ferrers}}
    counterexamples:
      - "“Bring a towel,” said Ossian Ferrers."
"""


@pytest.fixture
def asked(articles, run, monkeypatch):
    """Run `quotes extract` and return the model and rules that it loads."""
    for name in ("house", "desk"):
        Path(name).mkdir()
    loaded = []

    def load(model, rules):
        loaded.append((model, [str(path) for path in rules]))
        return fakes.FakeExtractor()

    monkeypatch.setattr("quotes.api._load", load)

    def asked(settings, *options, folder="news"):
        if settings is not None:
            Path("quotes.toml").write_text(settings)
        result = run("extract", folder, *options)
        assert result.exit_code == 0, result.stderr
        return loaded.pop()

    return asked


def test_the_settings_hold_without_options(asked):
    folder = str(Path.cwd() / "house")
    assert asked('rules = ["house"]\nmodel = "en_x"') == ("en_x", [folder])


def test_rules_of_the_options_come_after_those_of_the_settings(asked):
    given = ("--rules", "desk", "--rules", "news")
    folder = str(Path.cwd() / "house")
    assert asked('rules = ["house"]', *given) == (None, [folder, "desk", "news"])


def test_a_model_of_the_options_takes_the_place_of_that_of_the_settings(asked):
    assert asked('model = "en_x"', "--model", "en_y") == ("en_y", [])


def test_settings_hold_in_the_folders_below(asked, monkeypatch):
    monkeypatch.chdir("desk")
    Path("../pyproject.toml").write_text('[tool.quotes]\nmodel = "en_x"\n')
    assert asked(None, folder="../news") == ("en_x", [])


def test_settings_that_are_wrong_end_the_command_as_wrong_usage(articles, run):
    Path("quotes.toml").write_text("rule = 1")
    result = run("extract", "news")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"quotes: error: {Path.cwd()}/quotes.toml: unknown key 'rule'; did you mean 'rules'?\n"
    )


def test_a_command_without_rules_or_model_asks_for_no_settings(articles, run):
    Path("quotes.toml").write_text("rule = 1")
    Path("a.jsonl").touch()
    assert run("verify", "a.jsonl").exit_code == 0


def test_later_rules_have_the_last_word(tmp_path):
    from quotes.rules import load_rules

    for name, priority in (("house", 701), ("desk", 702)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yml").write_text(RULE.format(priority=priority))
    for order in (("house", "desk"), ("desk", "house")):
        rules = load_rules([tmp_path / name for name in order]).attribution
        (found,) = [rule for rule in rules if rule.id == "house.harrumphed"]
        assert found.path.parent.name == order[-1]
