"""The benchmark: a folder beside this repository, with articles, their gold and a scorer."""

import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path


class BenchmarkError(Exception):
    """The benchmark, or a step of it, is not as it should be; what, where and the remedy."""


@dataclass(frozen=True, slots=True)
class Part:
    """Articles with their gold."""

    name: str
    folder: Path
    gold: dict[str, dict]
    """By article: its `text`, `quotes` and, in dev, `entities`."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The folder with its scorer."""

    folder: Path
    scorer: object
    """The folder's own `score.py` as a module."""

    def part(self, name):
        """Return a part by its name: dev or train."""
        gold = json.loads((self.folder / f"{name}.json").read_text("utf-8"))
        for article, doc in gold.items():
            doc["text"] = (self.folder / name / f"{article}.txt").read_bytes().decode()
        return Part(name, self.folder / name, gold)

    def figures(self, part, ledger):
        """Return the scorer's figures for a ledger in CSV, by name."""
        figures, _ = self.scorer.score(part.gold, self.scorer.read_ledger(ledger))
        return figures


def open_benchmark(folder, parts):
    """Return the benchmark in a folder.

    Raises:
        BenchmarkError: the folder, its scorer or one of the parts is not there.
    """
    folder = Path(folder)
    wanted = ["score.py", *parts, *(f"{name}.json" for name in parts)]
    missing = [name for name in wanted if not (folder / name).exists()]
    if missing:
        raise BenchmarkError(
            f"{folder}: the benchmark has no {', no '.join(missing)}; "
            "name the folder that has: make bench BENCH=FOLDER"
        )
    return Benchmark(folder, _module(folder / "score.py"))


def _module(path):
    spec = importlib.util.spec_from_file_location("benchmark_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
