"""The wheel works by itself: its rules inside, no checkout beside it."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built as a release is."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory):
    """An environment with the wheel, and the dependencies borrowed from this one.

    Borrowed by a path file: it adds the folder of the dependencies and runs none of the path
    files in there, so that an editable install of the checkout does not come along.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    site = folder / Path(sysconfig.get_path("purelib")).relative_to(sys.prefix)
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "borrowed.pth").write_text("\n".join(sorted(borrowed)))
    python = folder / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps"]
    subprocess.run(
        [*install, "--no-index", "--disable-pip-version-check", wheel],
        check=True,
        capture_output=True,
    )
    return folder


def test_the_wheel_holds_the_package_and_its_rules(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "quotes").rglob("*.py")} | {
        "quotes/py.typed"
    }
    rules = {
        f"quotes/_rules/{path.relative_to(ROOT / 'rules').as_posix()}"
        for path in (ROOT / "rules").rglob("*.yml")
    }
    assert rules
    assert sorted((package | rules) - names) == []


def test_the_wheel_holds_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if not name.startswith(("quotes/", "quote_ledger-"))] == []
    assert [name for name in names if "__pycache__" in name] == []


@pytest.fixture
def installed(environment, tmp_path):
    """Run a command of the environment in a folder that knows nothing of the checkout."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}

    def installed(name, *arguments):
        command = [environment / "bin" / name, *arguments]
        return subprocess.check_output(command, cwd=tmp_path, env=clean, text=True)

    return installed


def test_the_installed_package_finds_the_rules_of_the_wheel(environment, installed):
    program = "from quotes.rules import builtin_folder; print(builtin_folder().parent)"
    (rules,) = environment.rglob("quotes/_rules")
    assert Path(installed("python", "-c", program).strip()) == rules


def test_the_installed_command_extracts(installed, tmp_path):
    (tmp_path / "ferry.txt").write_text("“We sail at dawn,” said Marit Ek, the pilot.\n", "utf-8")
    ledger = installed("quotes", "extract", "ferry.txt", "--format", "jsonl")
    assert '"quote": "We sail at dawn,"' in ledger
    assert '"speaker": "Marit Ek"' in ledger
