"""Figures without what only one article confirms: python -m tests.bench.held_out FOLDER.

A rule whose rows all stand in one article of the benchmark may owe its being to that article. Left
out for it, each article is judged by rules that others confirm too, as an article that nobody has
read would be (leave-one-out, at the level of rules: words in lists and priorities stay).
"""

import argparse
import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import quotes
from quotes import pipeline
from quotes.exports import export
from quotes.workers import run
from tests.bench.__main__ import LEDGERS, figures_of
from tests.bench.corpus import BenchmarkError, open_benchmark
from tests.bench.figures import GOALS

PARTS = ("dev", "train")


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.bench.held_out")
    parser.add_argument("folder", type=Path, help="the benchmark")
    try:
        benchmark = open_benchmark(parser.parse_args().folder, PARTS)
    except BenchmarkError as error:
        sys.exit(f"bench-held-out: error: {error}")
    print("\n".join(table(*measure(benchmark))))


def measure(benchmark):
    """Return the rules of one article each, and each part's figures with and without them."""
    parts = [benchmark.part(name) for name in PARTS]
    extractor = pipeline.Extractor()
    found = {part.name: rows_of(part, extractor) for part in parts}
    lone = lone_rules(pair for pairs in found.values() for pair in pairs)
    known = {rule.id for rule in extractor.rules.attribution}
    without_rules(extractor, lone & known)
    left = {part.name: rows_of(part, extractor) for part in parts}
    figures = [
        {p.name: _figures(benchmark, p, rows[p.name]) for p in parts} for rows in (found, left)
    ]
    return lone & known, *figures


def rows_of(part, extractor):
    """Return a part's documents, each with its rows."""
    documents = quotes.read_documents(str(part.folder))
    return [(one.document, one.rows) for one in run(documents, lambda: extractor)]


def lone_rules(found):
    """Return the ids of the rules whose rows all stand in one document."""
    documents = defaultdict(set)
    for document, rows in found:
        for row in rows:
            documents[row.rule].add(document.id)
    return {rule for rule, of in documents.items() if rule and len(of) == 1}


def without_rules(extractor, ids):
    """Take attribution rules from an extractor."""
    kept = tuple(rule for rule in extractor.rules.attribution if rule.id not in ids)
    extractor.rules = replace(extractor.rules, attribution=kept)


def _figures(benchmark, part, found):
    LEDGERS.mkdir(parents=True, exist_ok=True)
    ledger = LEDGERS / f"held-out-{part.name}.csv"
    export(iter(found), ledger)
    return figures_of(benchmark, part, ledger)


def table(lone, figures, left):
    """Return the lines of a table in Markdown."""
    yield f"rules whose rows stand in one article alone: {len(lone)}"
    yield ""
    yield "| | dev | without them | train | without them |"
    yield "| --- | --- | --- | --- | --- |"
    for name in (name for name, goal in GOALS.items() if goal):
        cells = (one[part][name] for part in PARTS for one in (figures, left))
        yield f"| {name} | {' | '.join('—' if c is None else f'{c:.3f}' for c in cells)} |"


if __name__ == "__main__":
    main()
