"""Runs of the program over a part of the benchmark, as a user would do them."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpus import BenchmarkError


@dataclass(frozen=True, slots=True)
class Run:
    """What came of extracting a part."""

    ledger: Path
    failed: int
    """How many articles failed."""


def extract(part, folder):
    """Extract a part's articles into a ledger in a folder.

    Raises:
        BenchmarkError: the command could not do its work.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ledger = folder / f"{part.name}.csv"
    done = _quotes("extract", part.folder, "--output", ledger)
    failed = done.stderr.count("quotes: error: ")
    if done.returncode not in (0, 1) or (failed and not ledger.exists()):
        raise BenchmarkError(f"quotes extract {part.folder} failed:\n{done.stderr}")
    if failed:
        print(done.stderr, file=sys.stderr, end="")
    return Run(ledger, failed)


def verify(run):
    """Return what `quotes verify` says of a ledger, and whether it is proved."""
    done = _quotes("verify", run.ledger)
    return (done.stdout + done.stderr).rstrip(), done.returncode == 0


def _quotes(*arguments):
    program = [sys.executable, "-m", "quotes", *map(str, arguments)]
    return subprocess.run(program, capture_output=True, text=True, check=False)
