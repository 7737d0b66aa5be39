"""Programs run as a user would: how long they take and how much memory they need."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.corpus import BenchmarkError

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a program cost."""

    seconds: float
    work: float
    """Seconds of processor time, its child processes included."""
    megabytes: float
    """The most memory that it or one of its child processes held at once."""


def run(*arguments):
    """Run Python with some arguments and return what it cost.

    Raises:
        BenchmarkError: it failed.
    """
    command = [sys.executable, *map(str, arguments)]
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        # What is known of all children together would be the most of any so far.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BenchmarkError(f"{' '.join(command)} failed")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(
        time.perf_counter() - start,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss * unit / 1e6,
    )


def medians(commands, repetitions):
    """Run some commands in turn, several times; return the median seconds of each.

    Args:
        commands: by name the arguments of Python.
        repetitions: how often.
    """
    taken = {name: [] for name in commands}
    for _ in range(repetitions):
        for name, arguments in commands.items():
            taken[name].append(run(*arguments).seconds)
    return {name: median(seconds) for name, seconds in taken.items()}


def task(name, *arguments):
    """Return what a task of `speed_task` measures in a process of its own.

    Raises:
        BenchmarkError: it failed.
    """
    command = [sys.executable, "-m", "tests.bench.speed_task", name, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise BenchmarkError(f"{' '.join(command)} failed")
    return json.loads(done.stdout)
