"""A command line whose extractor is a fake."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotes.cli.app import app
from tests import fakes

ROOT = Path(__file__).parents[2]
PROGRAM = (
    # A shell starts what runs in the background deaf to the keyboard, the tests too.
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "import quotes.api, quotes.cli, tests.fakes as fakes;"
    "quotes.api._load = fakes.load_as_the_library_does;"
    "quotes.cli.main()"
)


@pytest.fixture
def articles(tmp_path, monkeypatch):
    """Some articles, good and bad, in the folder where the test stands."""
    monkeypatch.chdir(tmp_path)
    texts = {
        "news/ferry.txt": "“We sail,” she said.\r\n“At dawn.”",
        "news/quiet.txt": "Nobody said a word.",
        "bad/latin.txt": b"Caf\xe9",
        "bad/raises.txt": "RAISE",
    }
    for name, text in texts.items():
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


@pytest.fixture
def run(monkeypatch):
    """Run the command in this process."""
    monkeypatch.setattr("quotes.api._load", fakes.load_as_the_library_does)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments, stdin=None):
        return CliRunner().invoke(app, arguments, input=stdin, prog_name="quotes")

    return run


@pytest.fixture
def start():
    """Start the command in a process of its own."""

    def start(*arguments, **options):
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            **options,
        )

    return start
