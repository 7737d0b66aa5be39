"""Figures with frames beside those with whole paragraphs: python -m tests.bench.whole FOLDER."""

import argparse
import sys
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import quotes
from quotes import frames, pipeline
from quotes.exports import export
from quotes.records import Span
from quotes.workers import run
from tests.bench.__main__ import LEDGERS, figures_of
from tests.bench.corpus import BenchmarkError, open_benchmark
from tests.bench.figures import GOALS, SMALL_IS_GOOD
from tests.bench.speed_task import parsed_words

ALL = 10**6
TOLERANCE = 0.003
WORDS = "words to the parser"
LESS_IS_BETTER = SMALL_IS_GOOD | {WORDS}


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.bench.whole")
    parser.add_argument("folder", type=Path, help="the benchmark")
    try:
        benchmark = open_benchmark(parser.parse_args().folder, ("dev", "train"))
    except BenchmarkError as error:
        sys.exit(f"bench-whole: error: {error}")
    parts = [benchmark.part(name) for name in ("dev", "train")]
    extractor = pipeline.Extractor()
    framed = {part.name: measure(benchmark, part, extractor) for part in parts}
    with whole_paragraphs():
        whole = {part.name: measure(benchmark, part, extractor) for part in parts}
    print("\n".join(table(framed, whole)))


@contextmanager
def whole_paragraphs():
    """Let frames be whole paragraphs, with their quotations as they are."""
    with (
        patch.object(frames, "KEPT_WORDS", ALL),
        patch.object(frames, "KEPT_STATEMENT", ALL),
        patch.object(frames, "_kept", lambda _, start, q, **__: [Span(start, q.outer.start)]),
        patch.object(frames, "_kept_behind", lambda _, rest, *__: [rest]),
    ):
        yield


def measure(benchmark, part, extractor):
    """Return the figures of a part and the share of its words that reaches the parser."""
    LEDGERS.mkdir(parents=True, exist_ok=True)
    ledger = LEDGERS / f"whole-{part.name}.csv"
    documents = quotes.read_documents(str(part.folder))
    found = ((one.document, one.rows) for one in run(documents, lambda: extractor))
    export(found, ledger)
    texts = [doc["text"] for doc in part.gold.values()]
    words = sum(len(text.split()) for text in texts)
    share = parsed_words(extractor, texts) / words
    return figures_of(benchmark, part, ledger) | {WORDS: share}


def table(framed, whole):
    """Return the lines of a table in Markdown; what frames make worse is marked."""
    yield "| | dev, frames | dev, whole | train, frames | train, whole |"
    yield "| --- | --- | --- | --- | --- |"
    for name in (*(name for name, goal in GOALS.items() if goal), WORDS):
        pairs = [(framed[part][name], whole[part][name]) for part in ("dev", "train")]
        yield f"| {name} | {' | '.join(_cells(name, *pair) for pair in pairs)} |"


def _cells(name, framed, whole):
    if framed is None:
        return "— | —"
    loss = framed - whole if name in LESS_IS_BETTER else whole - framed
    return f"{framed:.3f}{'!' if loss > TOLERANCE else ''} | {whole:.3f}"


if __name__ == "__main__":
    main()
