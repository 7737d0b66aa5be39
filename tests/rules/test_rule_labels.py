"""The labels that rules may name are those of the model that they are written for."""

from types import SimpleNamespace

import pytest

from quotes.parse import load_model
from quotes.rules import RuleFaultsError, builtin_folder, check_against_model, load_folders
from tests.rules.house import VOCABULARY, folder, load, sound


def model(labels, tags):
    pipes = {"parser": SimpleNamespace(labels=labels), "tagger": SimpleNamespace(labels=tags)}
    return SimpleNamespace(get_pipe=pipes.__getitem__)


CHANGES = (
    (
        "words: sayings, tag: verb",
        "words: sayings, tag: verb, has: [{dep: dobj}], lacks: [{tag: NN}]",
    ),
    ("subject_of: cue", "subject_of: cue, through: [conj]"),
)


def test_a_model_with_all_labels_passes(tmp_path):
    ruleset = load(folder(tmp_path, v=VOCABULARY, a="rules:" + sound("one", *CHANGES)))
    check_against_model(ruleset, model(("dobj", "conj"), ("VB", "VBD", "VBG", "NN")))


def test_every_label_that_a_model_lacks_is_named(tmp_path):
    house = folder(tmp_path, v=VOCABULARY, a="rules:" + sound("one", *CHANGES))
    with pytest.raises(RuleFaultsError) as caught:
        check_against_model(load(house), model(("obj", "cnj"), ("VB", "VBD", "XX")))
    where = f"{house}/a.yml:2: rule 'one': the model has no"
    other = "use another model, or rules made for this one"
    assert str(caught.value).splitlines() == [
        f"{where} dependency label 'conj'; did you mean 'cnj'?",
        f"{where} dependency label 'dobj'; did you mean 'obj'?",
        f"{where} tag 'NN'; {other}",
        f"{where} tag 'VBG'; did you mean 'VB'?",
    ]


def test_the_listed_labels_are_those_of_the_default_model():
    labels = load_folders([builtin_folder() / "labels.yml"]).library.labels
    nlp = load_model()
    assert labels is not None
    assert set(labels.dependencies) == set(nlp.get_pipe("parser").labels)
    assert set(labels.tags) == set(nlp.get_pipe("tagger").labels)
