"""Small folders of rules for the tests to load."""

from pathlib import Path

from quotes.rules import load_folders

VOCABULARY = """
lists:
  sayings:
    why: Verbs of saying.
    inflect: verb
    words: [say, tell, cry]
tags:
  verb: [VB, VBD, VBG]
irregular:
  say: [says, said, saying]
  tell: [told]
labels:
  dependencies: [ROOT, nsubj, dobj, prep, pobj, conj, advcl, xcomp, acl]
  tags: [VB, VBD, VBG, NN, NNP]
"""
"""What rules need beside them: one list, one tag set, a few labels."""

SOUND = """
  - id: ID
    kind: attribution
    why: A verb of saying above the quotation names its subject.
    priority: 500
    pattern:
      cue: {ancestor_of: quote, words: sayings, tag: verb}
      speaker: {subject_of: cue}
    examples:
      - {text: "“We open at nine,” said Ada Plum.", speaker: Ada Plum, cue: said}
    counterexamples:
      - The sign read “Open at nine” in red.
"""


def sound(id_: str, *changes: tuple[str, str]) -> str:
    """A sound attribution rule, or one that differs from it as given."""
    text = SOUND.replace("ID", id_)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def folder(root: Path, name: str = "house", **files: str) -> Path:
    """Write a folder of rule files; `a="…"` becomes a.yml."""
    made = root / name
    made.mkdir()
    for stem, text in files.items():
        (made / f"{stem}.yml").write_text(text, encoding="utf-8")
    return made


def load(*folders: Path):
    """The compiled rules of folders that have no faults."""
    loaded = load_folders(folders)
    assert [str(fault) for fault in loaded.faults] == []
    return loaded.ruleset


def faults_of(root: Path, *folders: Path) -> list[str]:
    """The faults of folders as they are printed, with the paths relative to `root`."""
    return [str(fault).replace(f"{root}/", "") for fault in load_folders(folders).faults]
