"""Loading: from folders of YAML to the rules that the matcher uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.errors import RuleError
from quotes.rules.faults import Fault, RuleFaultsError
from quotes.rules.model import RuleSet

if TYPE_CHECKING:
    from quotes.rules.merging import Library

LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Rules as far as they are sound, with what they were made from."""

    ruleset: RuleSet
    library: Library
    faults: tuple[Fault, ...]
    """In the order of files and lines."""


def builtin_folder() -> Path:
    """Return the folder of the built-in rules: inside the package, or beside it in a checkout.

    Raises:
        RuleError: if there is neither.
    """
    package = Path(str(resources.files("quotes")))
    for folder in (package / "_rules", package.parent / "rules"):
        if (folder / LANGUAGE).is_dir():
            return folder / LANGUAGE
    raise RuleError(
        "the built-in rules are missing", where=str(package), remedy="install quote-ledger again"
    )


def load_folders(folders: Sequence[Path]) -> Loaded:
    """Load rules from these folders only, faults and all.

    Args:
        folders: folders or single files, the later over the earlier.
    """
    from quotes.rules.compiling import compile_rules
    from quotes.rules.contents import read_folder
    from quotes.rules.merging import merge

    library = merge([read_folder(folder) for folder in folders])
    ruleset, faults = compile_rules(library)
    return Loaded(
        ruleset, library, tuple(sorted({*library.faults, *faults}, key=lambda fault: fault.place))
    )


def load_rules(folders: Sequence[Path] = ()) -> RuleSet:
    """Load the built-in rules and those of a newsroom's own folders over them.

    Args:
        folders: folders or single files; a later one's rules, lists and tag sets replace
            earlier ones of the same name.

    Returns:
        All rules, checked, each kind in the order in which it is tried.

    Raises:
        RuleFaultsError: with every fault in every file, if there is any.
    """
    loaded = load_folders([builtin_folder(), *folders])
    if loaded.faults:
        raise RuleFaultsError(loaded.faults)
    return loaded.ruleset
