"""The built-in rules and those of the reference are sound, and find what their examples say."""

import pytest

from quotes.pipeline import Extractor
from quotes.records import Document
from quotes.rules import builtin_folder, check_against_model, load_folders
from quotes.rules.examples import all_rules, example_texts, run_examples
from quotes.rules.lint import lint
from tests.rules.test_rule_reference import write_blocks


@pytest.fixture(scope="module")
def extractor():
    return Extractor()


def failures(extractor, rules):
    texts = example_texts(rules)
    batch = extractor.extract_batch([Document("", text) for text in texts], include_other=True)
    rows = dict(zip(texts, batch, strict=True))
    return [str(failure) for failure in run_examples(rules, rows.__getitem__)]


def test_every_example_of_every_rule(extractor):
    assert failures(extractor, all_rules(extractor.rules)) == []


def test_the_examples_of_the_reference(extractor, tmp_path):
    write_blocks(tmp_path)
    house = Extractor.__new__(Extractor)
    vars(house).update(vars(extractor))
    house.rules = load_folders([builtin_folder(), tmp_path]).ruleset
    own = [rule for rule in all_rules(house.rules) if rule.path.parent == tmp_path]
    assert failures(house, own) == []
    assert len(own) == 4


def test_the_default_model_has_every_label_that_rules_name(extractor):
    check_against_model(extractor.rules, extractor.nlp)


def test_no_rule_looks_wrong():
    loaded = load_folders([builtin_folder()])
    assert [str(warning) for warning in lint(loaded) if warning.rule] == []
