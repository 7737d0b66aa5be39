"""The reference beside the rules: its examples load, and say of the format what the code says."""

import re
import textwrap
from pathlib import Path

from quotes.rules import builtin_folder, load_folders
from quotes.rules.model import (
    BETWEEN,
    CARRY_SOURCES,
    DECISIONS,
    LINK_STATES,
    RELATIONS,
    STANDS,
    TITLE_OF,
    TITLE_SPANS,
)
from quotes.rules.schema import FileSpec, ListSpec, NodeSpec, QuoteSpec, SpeechSpec, TitleSpec

README = Path(__file__).parents[2] / "rules" / "README.md"
BLOCK = re.compile(r"^( *)```yaml\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)


def write_blocks(folder):
    """Write each YAML block of the reference to a file of its own."""
    blocks = BLOCK.findall(README.read_text(encoding="utf-8"))
    for number, (_, block) in enumerate(blocks):
        (folder / f"{number}.yml").write_text(textwrap.dedent(block), encoding="utf-8")
    return len(blocks)


def test_every_block_loads_and_each_kind_of_rule_has_one(tmp_path):
    assert write_blocks(tmp_path) == 6
    loaded = load_folders([builtin_folder(), tmp_path])
    assert [str(fault) for fault in loaded.faults if fault.path.startswith(str(tmp_path))] == []
    rules = loaded.ruleset
    kinds = (rules.attribution, rules.carry, rules.speech, rules.title)
    assert [[rule.id for rule in kind if rule.path.parent == tmp_path] for kind in kinds] == [
        ["house.likes-to-say"],
        ["house.after-beat"],
        ["house.vessel"],
        ["house.skipper-of"],
    ]


def test_every_key_and_choice_is_named():
    text = README.read_text(encoding="utf-8")
    words = {
        *RELATIONS,
        *STANDS,
        *BETWEEN,
        *CARRY_SOURCES,
        *DECISIONS,
        *LINK_STATES,
        *TITLE_SPANS,
        *TITLE_OF,
        *(key for spec in (FileSpec, ListSpec, NodeSpec, QuoteSpec) for key in spec.model_fields),
        *SpeechSpec.model_fields,
        *TitleSpec.model_fields,
    }
    assert {word for word in words if f"`{word}`" not in text} == set()
