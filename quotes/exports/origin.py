"""What made a ledger: the program, the model and the rules, each with its version."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from quotes.version import __version__

PROGRAM = "quote-ledger"


@dataclass(frozen=True, slots=True)
class Origin:
    """What made a ledger."""

    program: str
    """Its name and version."""
    model: str
    """Name and version of the spaCy pipeline."""
    rules: str
    """`sha256:` and the checksum of all rule files."""


def origin_of(model: str | None = None, rules: Sequence[Path] = ()) -> Origin:
    """Describe what makes a ledger, without loading the model or the rules.

    Args:
        model: name or folder of a spaCy pipeline; None for the default.
        rules: folders that extend or override the built-in rules.
    """
    return Origin(f"{PROGRAM} {__version__}", _model(model), f"sha256:{_checksum(rules)}")


def _model(name: str | None) -> str:
    from quotes.parse import DEFAULT_MODELS

    for candidate in (name,) if name else DEFAULT_MODELS:
        folder = _folder(candidate)
        if folder is not None:
            # Loading it will say what is wrong with a pipeline, if anything is.
            with suppress(OSError, ValueError, AttributeError):
                meta = json.loads((folder / "meta.json").read_text("utf-8"))
                return f"{meta.get('lang', '')}_{meta.get('name', '')} {meta.get('version', '')}"
    return name or DEFAULT_MODELS[0]


def _folder(name: str) -> Path | None:
    """Return the folder that holds a pipeline's description."""
    folders = [Path(name)]
    if name.isidentifier() and (spec := find_spec(name)):
        folders += map(Path, spec.submodule_search_locations or ())
    return next((folder for folder in folders if (folder / "meta.json").is_file()), None)


def _checksum(folders: Sequence[Path]) -> str:
    """Return the SHA-256 of all rule files: of each its path in its folder and its bytes."""
    from quotes.rules import builtin_folder

    digest = sha256()
    for folder in (builtin_folder(), *folders):
        files = sorted(folder.rglob("*.y*ml")) if folder.is_dir() else [folder]
        for path in files:
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()
