"""Settings of a newsroom: `quotes.toml`, or `[tool.quotes]` in `pyproject.toml`.

Only the command looks for them. The library takes what it is given.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quotes.errors import ConfigError
from quotes.rules.faults import choice, shown

OWN_FILE = "quotes.toml"
SHARED_FILE = "pyproject.toml"
SECTION = "[tool.quotes]"
KEYS = ("rules", "model")
MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Config:
    """What a settings file says; without a file, nothing."""

    path: Path | None = None
    """The file."""
    rules: tuple[Path, ...] = ()
    """Folders of rules over the built-in ones, in their order."""
    model: str | None = None
    """Name or path of a spaCy English pipeline."""


def find_config(folder: Path) -> Config:
    """Return the settings that hold in a folder: those of the nearest file, there or above.

    In one folder `quotes.toml` goes before `pyproject.toml`; a `pyproject.toml` without the
    section `[tool.quotes]` is passed over. Files are not combined.

    Args:
        folder: where to begin.

    Raises:
        ConfigError: the file is no TOML, has a key or value that is none, or names a folder that
            does not exist.
    """
    start = folder.absolute()
    for place in (start, *start.parents):
        own, shared = place / OWN_FILE, place / SHARED_FILE
        if own.is_file():
            return _config(own, str(own), _read(own))
        if shared.is_file() and (section := _section(shared)) is not None:
            return _config(shared, f"{shared} {SECTION}", section)
    return Config()


def _read(path: Path) -> dict[str, object]:
    where = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        remedy = "check that you may read it"
        raise ConfigError(reason, where=where, remedy=remedy) from None
    if len(data) > MAX_BYTES:
        raise ConfigError("larger than 1 MB", where=where, remedy="keep only settings in it")
    try:
        return tomllib.loads(data.decode())
    except UnicodeDecodeError:
        raise ConfigError("not UTF-8", where=where, remedy="save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        remedy = "correct the line"
        raise ConfigError(f"this is not TOML: {error}", where=where, remedy=remedy) from None
    except RecursionError:
        raise ConfigError("nested too deeply", where=where, remedy="flatten it") from None


def _section(path: Path) -> dict[str, object] | None:
    """Return the section of a shared file that is for us, None if there is none."""
    tools = _read(path).get("tool")
    section = tools.get("quotes") if isinstance(tools, dict) else None
    if section is None or isinstance(section, dict):
        return section
    remedy = f"write the keys below a line {SECTION}"
    what = f"tool.quotes must be a table, not {shown(section)}"
    raise ConfigError(what, where=str(path), remedy=remedy)


def _config(path: Path, where: str, values: Mapping[str, object]) -> Config:
    for key in values:
        if key not in KEYS:
            remedy = choice(key, KEYS, f"the keys are {', '.join(KEYS)}")
            raise ConfigError(f"unknown key {shown(key)}", where=where, remedy=remedy)
    rules = _rules(path.parent, where, values.get("rules", []))
    return Config(path, rules, _model(path.parent, where, values.get("model")))


def _rules(base: Path, where: str, value: object) -> tuple[Path, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        what = f"rules must be a list of folders, not {shown(value)}"
        raise ConfigError(what, where=where, remedy='write it as rules = ["house"]')
    return tuple(_folder(base, where, "rules", item) for item in value)


def _model(base: Path, where: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value:
        what = f"model must be a name or a path, not {shown(value)}"
        raise ConfigError(what, where=where, remedy='write it as model = "en_core_web_sm"')
    # A bare name is an installed package, as it is on the command line.
    is_path = len(Path(value).parts) > 1 or value.startswith(".")
    return str(_folder(base, where, "model", value)) if is_path else value


def _folder(base: Path, where: str, key: str, value: str) -> Path:
    """Return the folder that a value names; relative paths begin at the file's folder."""
    path = base / value
    if "\0" not in value and path.is_dir():
        return path
    problem = "is a file" if "\0" not in value and path.is_file() else "does not exist"
    raise ConfigError(
        f"{key} names {shown(value)}, but the folder {path} {problem}",
        where=where,
        remedy="correct the path, which begins at the folder of this file, or create the folder",
    )
