"""Imports point one way: a stage may use the stages before it, never one after it."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "quotes"

LAYERS = (
    ("errors", "records", "version"),
    ("documents",),
    ("marks",),
    ("frames",),
    ("parse",),
    ("rules",),
    ("match",),
    ("speakers",),
    ("titles",),
    ("ledger",),
    ("pipeline",),
    ("explain",),
    ("workers",),
    ("exports",),
    ("api", "config"),
    ("__init__",),
    ("plugins", "service"),
    ("cli",),
    ("__main__",),
)
"""The parts of the package, each of which may import those of the layers above its own."""

LEVEL = {part: level for level, layer in enumerate(LAYERS) for part in layer}


def imported(source, module, is_package):
    """Yield every module of ours that a source imports, inside functions too."""
    package = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*(parents if node.level else []), *filter(None, [node.module])])
            names = [f"{base}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] == "quotes")


def part_of(name):
    """Return the part of the package that an imported name is from."""
    parts = name.split(".")
    is_part = len(parts) > 1 and (PACKAGE / parts[1]).is_dir()
    is_part = is_part or (len(parts) > 1 and (PACKAGE / f"{parts[1]}.py").exists())
    return parts[1] if is_part else "__init__"


def faults_of(source, module, *, is_package=False):
    """Return the arrows of a source that point back."""
    part = module.split(".")[1] if "." in module else "__init__"
    targets = {part_of(name) for name in imported(source, module, is_package)} - {part}
    return sorted(f"{module} → {target}" for target in targets if LEVEL[target] >= LEVEL[part])


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        names = ("quotes", *path.relative_to(PACKAGE).with_suffix("").parts)
        is_package = names[-1] == "__init__"
        yield ".".join(names[:-1] if is_package else names), path, is_package


def test_every_part_has_its_layer():
    parts = {path.stem if path.is_file() else path.name for path in PACKAGE.iterdir()}
    known = {*LEVEL, "py", "__pycache__"}
    assert sorted(parts - known) == []


@pytest.mark.parametrize(
    ("module", "path", "is_package"), [pytest.param(*one, id=one[0]) for one in modules()]
)
def test_no_arrow_points_back(module, path, is_package):
    assert faults_of(path.read_text("utf-8"), module, is_package=is_package) == []


@pytest.mark.parametrize(
    ("module", "source", "faults"),
    [
        ("quotes.ledger.ids", "from quotes.records import Row", []),
        ("quotes.ledger.ids", "from quotes.ledger.files import x", []),
        ("quotes.ledger.ids", "import quotes.cli.app", ["quotes.ledger.ids → cli"]),
        ("quotes.marks", "def f():\n    from quotes.match import x", ["quotes.marks → match"]),
        ("quotes.marks", "from quotes import match, records", ["quotes.marks → match"]),
        ("quotes.marks", "from quotes import __version__", ["quotes.marks → __init__"]),
        ("quotes.marks", "from . import match", ["quotes.marks → match"]),
        ("quotes.rules.model", "from ..match import x", ["quotes.rules.model → match"]),
        ("quotes.rules.model", "from .compiler import x", []),
        ("quotes.records", "from quotes.errors import x", ["quotes.records → errors"]),
        ("quotes.cli.app", "from quotes import __version__\nimport typer", []),
    ],
)
def test_the_test_sees_an_arrow_that_points_back(module, source, faults):
    assert faults_of(source, module) == faults
