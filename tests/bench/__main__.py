"""Measures the program on the benchmark: python -m tests.bench FOLDER [--dev]."""

import argparse
import sys
from pathlib import Path

from tests.bench.baseline import write_baseline
from tests.bench.corpus import BenchmarkError, open_benchmark
from tests.bench.figures import NAMES, table
from tests.bench.runs import extract, verify

LEDGERS = Path(__file__).parents[2] / "build" / "bench"


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("folder", type=Path, help="the benchmark")
    parser.add_argument("--dev", action="store_true", help="only the dev articles")
    chosen = parser.parse_args()
    try:
        sound = measure(chosen.folder, ("dev",) if chosen.dev else ("dev", "train"))
    except BenchmarkError as error:
        sys.exit(f"bench: error: {error}")
    sys.exit(0 if sound else 1)


def measure(folder, names):
    """Extract, score, compare and prove; tell whether every article and every row is sound."""
    benchmark = open_benchmark(folder, names)
    parts = [benchmark.part(name) for name in names]
    runs = {part.name: extract(part, LEDGERS) for part in parts}
    columns = {part.name: figures_of(benchmark, part, runs[part.name].ledger) for part in parts}
    refused, total = write_baseline(parts[0], LEDGERS / "textacy-dev.csv")
    columns["textacy dev"] = benchmark.figures(parts[0], LEDGERS / "textacy-dev.csv")
    print("\n".join(table(columns)))
    print(f"\n! misses the goal; textacy refuses {refused} of {total} paragraphs\n")
    return report(parts, runs)


def figures_of(benchmark, part, ledger):
    figures = benchmark.figures(part, ledger)
    named = any("entities" in doc for doc in part.gold.values())
    return figures if named else {**figures, **dict.fromkeys(NAMES)}


def report(parts, runs):
    """Print what failed and whether the ledgers are proved."""
    proofs = [verify(run) for run in runs.values()]
    for part in parts:
        print(f"{part.name}: {runs[part.name].failed} of {len(part.gold)} documents with errors")
    print("\n".join(verdict for verdict, _ in proofs))
    return all(sound for _, sound in proofs) and not any(run.failed for run in runs.values())


if __name__ == "__main__":
    main()
