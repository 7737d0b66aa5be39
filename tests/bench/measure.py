"""Measures the built-in rules on the benchmark: python -m tests.bench.measure FOLDER.

Counts for every rule how often it was right and writes the counts beside the rules, whence the
ledger's column `confidence` comes. Links are counted on train, so that dev can still tell whether
confidence keeps its word; titles on dev, since only dev names them.
"""

import sys
from pathlib import Path

from quotes.ledger import replacing
from quotes.rules import builtin_folder, load_rules
from tests.bench.__main__ import LEDGERS
from tests.bench.calibration import SURE, believed, halves, reliability, share_of_sure
from tests.bench.corpus import BenchmarkError, open_benchmark
from tests.bench.judging import count, judge_links, judge_titles
from tests.bench.runs import extract

FILE = "measured.yml"
HEAD = (
    "# How many links or titles of each rule were right, of how many. Written by `make measure`.\n"
)


def main():
    try:
        sys.exit(0 if measure(Path(sys.argv[1])) else 1)
    except BenchmarkError as error:
        sys.exit(f"measure: error: {error}")


def measure(folder):
    """Measure, write and report; tell whether confidence keeps its word."""
    benchmark = open_benchmark(folder, ("dev", "train"))
    links, titles = {}, []
    for name in ("dev", "train"):
        part = benchmark.part(name)
        run = extract(part, LEDGERS)
        links[name] = list(judge_links(benchmark, part, run.ledger))
        if name == "dev":
            titles = list(judge_titles(benchmark, part, run.ledger))
    ruleset = load_rules()
    target = builtin_folder() / FILE
    write({**count(links["train"]), **count(titles)}, target)
    print(f"{target}: {len(links['train']):,} links of train, {len(titles):,} titles of dev\n")
    return report(ruleset, links)


def write(counts, path):
    """Write the counts by rule id."""
    lines = [f"  {rule}: [{right}, {total}]\n" for rule, (right, total) in sorted(counts.items())]
    with replacing(str(path)) as stream:
        stream.write("".join([HEAD, "measured:\n", *lines]).encode())


def report(ruleset, links):
    """Print how reliable confidence is on articles that it was not measured on."""
    one, other = halves(links["train"])
    columns = {
        "one half on the other": believed(ruleset, other, one),
        "and the other way": believed(ruleset, one, other),
        "dev by train": believed(ruleset, links["train"], links["dev"]),
    }
    print("\n".join(reliability(columns)))
    kept = True
    for heading, found in columns.items():
        sure, right = share_of_sure(found)
        kept &= right >= SURE
        print(
            f"\n{heading}: of {sure:,} links with confidence ≥ {SURE}, {right:.1%} are right",
            end="",
        )
    print()
    return kept


if __name__ == "__main__":
    main()
