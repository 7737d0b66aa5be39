"""Measures how fast the program is: python -m tests.bench.speed FOLDER [--large] [--only NAME]."""

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from statistics import median

from tests.bench.__main__ import LEDGERS
from tests.bench.corpus import BenchmarkError, open_benchmark
from tests.bench.speed_commands import ROOT, medians, run, task
from tests.bench.speed_report import table, write
from tests.bench.speed_texts import SHAPES

STEPS = {"dev": 1, "train": 7}
"""Every how many articles of a part are taken."""
COUNTS = (100, 316, 1_000, 3_162, 10_000)
LARGE = 100_000
SIZES = (1_000, 10_000, 100_000, 1_000_000, 20_000_000)
LARGEST = {"one paragraph": 5_000_000, "ten quotes a speaker": 10_000_000}
"""Where a single document need not be larger; ten million characters are 10⁵ quotes."""
LOAD = "import spacy; from quotes.parse import DEFAULT_MODELS as M; " + (
    "spacy.load(next(m for m in M if spacy.util.is_package(m)))"
)


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.bench.speed")
    parser.add_argument("folder", type=Path, help="the benchmark")
    parser.add_argument("--large", action="store_true", help=f"up to {LARGE:,} articles")
    parser.add_argument("--only", choices=MEASURES, help="measure this alone again")
    chosen = parser.parse_args()
    try:
        found = measure(chosen)
    except BenchmarkError as error:
        sys.exit(f"bench-speed: error: {error}")
    if found.keys() == MEASURES.keys():
        write(found, ROOT)
        print("\n".join(table(found)))


def measure(chosen):
    """Measure what is asked for; what was measured before is kept in `build/`."""
    kept = LEDGERS / "speed.json"
    kept.parent.mkdir(parents=True, exist_ok=True)
    found = json.loads(kept.read_text("utf-8")) if chosen.only and kept.exists() else {}
    for name, measured in MEASURES.items():
        if chosen.only in (None, name):
            print(f"{name} …", file=sys.stderr, flush=True)
            found[name] = measured(chosen)
    kept.write_text(json.dumps(found, indent=1), "utf-8")
    return found


def rates(chosen):
    open_benchmark(chosen.folder, tuple(STEPS))
    return {part: task("rates", chosen.folder / part, step) for part, step in STEPS.items()}


def processes(_):
    with tempfile.TemporaryDirectory() as folder:
        task("write_articles", COUNTS[3], f"{folder}/in.jsonl")
        costs = {1: [], 2: []}
        for _ in range(3):
            for number, runs in costs.items():
                runs.append(asdict(_extract(f"{folder}/in.jsonl", number)))
    # As strings, which is what JSON makes of them.
    return {
        str(number): {key: median(one[key] for one in runs) for key in runs[0]}
        for number, runs in costs.items()
    }


def growth(chosen):
    counts = COUNTS + (LARGE,) * chosen.large
    found = {f"10²–10{'⁵' if chosen.large else '⁴'} articles": task("growth", *counts)}
    for name in SHAPES:
        largest = LARGEST.get(name, SIZES[-1])
        sizes = dict.fromkeys([*(size for size in SIZES if size < largest), largest])
        found[name] = task("shape", name, *sizes)
    return found


def memory(_):
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in (1_000, 10_000):
            task("write_articles", count, f"{folder}/in.jsonl")
            found[f"{count:,} articles"] = _extract(f"{folder}/in.jsonl").megabytes
        task("write_shape", "one article", SIZES[-1], f"{folder}/in.txt")
        found["one document of 20 MB"] = _extract(f"{folder}/in.txt").megabytes
    return found


def start(_):
    with tempfile.TemporaryDirectory() as folder:
        task("write_shape", "one article", 2_000, f"{folder}/one.txt")
        one = ("-m", "quotes", "extract", f"{folder}/one.txt")
        commands = {"load": ("-c", LOAD), "help": ("-m", "quotes", "--help"), "one": one}
        return medians(commands, 5)


def _extract(path, processes=1):
    output = Path(path).with_suffix(".csv")
    return run("-m", "quotes", "extract", path, "-q", "-j", processes, "-o", output)


MEASURES = {one.__name__: one for one in (rates, processes, growth, memory, start)}

if __name__ == "__main__":
    main()
