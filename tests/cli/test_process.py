"""The command as a process: its start, and every way in which it may be stopped."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import quotes

HEAVY = ("spacy", "textacy", "rich", "tqdm", "pydantic", "yaml", "numpy", "multiprocessing")


def complete(process):
    out, err = process.communicate(timeout=30)
    return process.returncode, out.decode(), err.decode()


def test_the_version_is_printed(start):
    assert complete(start("--version")) == (0, f"quotes {quotes.__version__}\n", "")


def test_help_lists_the_commands(start):
    code, out, err = complete(start("--help"))
    assert (code, err) == (0, "")
    assert "extract  Find the quotes in articles and write the ledger." in out
    assert "verify   Prove a ledger against its documents." in out


def test_the_module_is_the_command_too():
    program = [sys.executable, "-m", "quotes", "--version"]
    assert subprocess.check_output(program, text=True) == f"quotes {quotes.__version__}\n"


@pytest.mark.parametrize("module", ["quotes", "quotes.cli"])
def test_nothing_heavy_is_imported_before_it_is_needed(module):
    program = f"import sys, {module}; print(*(m for m in {HEAVY} if m in sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", program], text=True) == "\n"


def wait_for(folder, pattern):
    """Wait until a file appears that matches the pattern."""
    for _ in range(300):
        if list(folder.glob(pattern)):
            return
        time.sleep(0.05)
    raise AssertionError(f"no {pattern} in {folder}")


@pytest.mark.parametrize(
    ("number", "code", "message"),
    [(signal.SIGINT, 130, "quotes: interrupted\n"), (signal.SIGTERM, 143, "")],
)
@pytest.mark.parametrize("processes", [1, 2])
def test_a_stopped_run_leaves_no_ledger(articles, start, number, code, message, processes):
    Path("news/slow.txt").write_text("SLEEP")
    process = start("extract", "news", "-o", "out.csv", "-j", processes)
    wait_for(articles, ".out.csv.*.part")
    time.sleep(0.3)
    process.send_signal(number)
    assert complete(process) == (code, "", message)
    assert sorted(path.name for path in articles.iterdir()) == ["bad", "news"]


@pytest.mark.parametrize("format", ["csv", "jsonl", "table"])
def test_a_reader_that_has_enough_is_no_error(articles, start, format):
    Path("news/long.txt").write_text("“Again and again,” she said. " * 20_000, "utf-8")
    process = start("extract", "news", "--format", format)
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=30) == 141


def test_a_terminal_without_curly_quotes_is_no_error(articles, start, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    Path("news/ferry.txt").write_text("“Ça va,” she said.", "utf-8")
    code, out, err = complete(start("extract", "news/ferry.txt"))
    assert (code, err) == (0, "")
    assert "\\xc7a va," in out
