"""Error classes: how often the right speaker is missed, by what makes a quote hard.

    python -m tests.bench.classes BEFORE.csv AFTER.csv --gold ../shared/bench/train.json

prints a Markdown table: each class with its share of the quotes and the share of them whose
mention is not the annotated source, in either ledger. Classes overlap.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quotes.rules import load_rules

LISTS = load_rules().lists
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
MARKS = "“”\"'’‘"
INNER = re.compile(r"‘|(?<![\w'])'(?=[\w.])")
"""An opening single mark."""


@dataclass(frozen=True, slots=True)
class Case:
    """A gold quote and what stands around it."""

    text: str
    quote: Mapping[str, object]
    before: Mapping[str, object] | None
    """The gold quote before it in the same paragraph."""
    in_paragraph: int
    """How many gold quotes the paragraph has."""
    goes_on: bool
    """Whether its attribution has quotes in other paragraphs too."""

    @property
    def words(self) -> str:
        """The words with their marks."""
        return self.text[self.start : self.end]

    @property
    def start(self) -> int:
        """Offset of the opening mark."""
        return int(str(self.quote["start"]))

    @property
    def end(self) -> int:
        """Offset behind the closing mark."""
        return int(str(self.quote["end"]))

    def of(self, key: str) -> str:
        """The words of the source or the cue, lower case."""
        spans = self.quote.get(key) or []
        return " ".join(self.text[a:b] for a, b in spans).lower()  # type: ignore[attr-defined]

    def first(self, key: str) -> int:
        """Where the source or the cue begins, or -1."""
        spans = self.quote.get(key) or []
        return min((a for a, _ in spans), default=-1)  # type: ignore[attr-defined]


def _cue_words(case: Case) -> set[str]:
    return set(WORD.findall(case.of("cue")))


def _same_attribution(case: Case) -> bool:
    return case.before is not None and case.before.get("attribution") == case.quote.get(
        "attribution"
    )


def _paragraph(case: Case) -> str:
    start = case.text.rfind("\n", 0, case.start) + 1
    end = case.text.find("\n", case.end)
    return case.text[start : end if end > 0 else len(case.text)]


def _capitalised(case: Case) -> bool:
    """Tell whether it reads like a title: two words or more, the longer ones with capitals."""
    words = WORD.findall(case.words)
    longer = [word for word in words if len(word) > 3]
    return len(words) > 1 and len(longer) > 1 and all(word[0].isupper() for word in longer)


def _elsewhere(case: Case) -> bool:
    """Tell whether the source stands in another paragraph than the quote."""
    first = case.first("source")
    return "\n" in case.text[min(first, case.start) : max(first, case.start)]


CLASSES: dict[str, Callable[[Case], bool]] = {
    "speaker is a pronoun": lambda c: (
        c.of("source") in {"he", "she", "they", "i", "we", "it", "who"}
    ),
    "cue is no verb of saying": lambda c: not _cue_words(c) & LISTS["speech_verbs"],
    "quote of under 4 words": lambda c: len(c.words.split()) < 4,
    "next sentence after “…,” X said.": lambda c: (
        _same_attribution(c) and c.first("source") < c.start and c.words.strip(MARKS)[:1].isupper()
    ),
    "several sentences or over 100 words": lambda c: (
        len(c.words.split()) > 100 or len(re.findall(r"[.?!] [A-Z]", c.words)) > 0
    ),
    "second half of an interrupted quote": lambda c: (
        _same_attribution(c) and not c.words.strip(MARKS)[:1].isupper()
    ),
    "doubled apostrophes as marks": lambda c: c.words.startswith("''"),
    "long speaker": lambda c: len(c.of("source").split()) > 6,
    "verb before speaker": lambda c: -1 < c.first("cue") < c.first("source"),
    "a full stop in the name or title": lambda c: bool(re.search(r"\w\. \w|\w\.$", c.of("source"))),
    "three quotes or more in the paragraph": lambda c: c.in_paragraph >= 3,
    "participle cue": lambda c: bool(re.match(r"\w+ing\b", c.of("cue"))),
    "speaker is a common noun": lambda c: (
        bool(re.match(r"(?:the|an?|one|some|his|her|its|their) [a-z ]+$", c.of("source")))
        and c.of("source").islower()
        and c.text[c.first("source") :][:40].split()[-1:] != []
    ),
    "odd number of marks": lambda c: (
        _paragraph(c).count('"') % 2 == 1 or _paragraph(c).count("“") != _paragraph(c).count("”")
    ),
    "single quotes inside": lambda c: bool(INNER.search(c.words.strip(MARKS))),
    "colon introduction": lambda c: c.text[max(0, c.start - 2) : c.start].strip() == ":",
    "capitalised content": _capitalised,
    "unclosed or several paragraphs": lambda c: c.goes_on or c.words[-1] not in MARKS,
    "speaker in another paragraph": _elsewhere,
    "according to": lambda c: "according to" in c.of("cue"),
    "no cue": lambda c: not WORD.search(c.of("cue")),
    "mixed with the writer's words": lambda c: c.quote["kind"] == "mixed",
    "all": lambda _: True,
}


def cases(gold: Mapping[str, Mapping[str, object]], folder: Path) -> Iterator[tuple[str, Case]]:
    """Yield the gold quotes that have a source, with their document's name."""
    for name, document in gold.items():
        text = (folder / f"{name}.txt").read_bytes().decode()
        quotes = [q for q in document["quotes"] if q["kind"] != "other"]  # type: ignore[attr-defined]
        lines = Counter(text.count("\n", 0, q["start"]) for q in quotes)
        paragraphs = _paragraphs_by_attribution(text, quotes)
        before: dict[int, Mapping[str, object]] = {}
        for quote in quotes:
            line = text.count("\n", 0, quote["start"])
            if quote["source"]:
                goes_on = len(paragraphs[quote["attribution"]]) > 1
                yield name, Case(text, quote, before.get(line), lines[line], goes_on)
            before[line] = quote


def _paragraphs_by_attribution(
    text: str, quotes: Iterable[Mapping[str, object]]
) -> dict[object, set[int]]:
    """Return the paragraphs that the quotes of each attribution stand in."""
    found: dict[object, set[int]] = defaultdict(set)
    for quote in quotes:
        found[quote["attribution"]].add(text.count("\n", 0, int(str(quote["start"]))))
    return found


def mentions(ledger: Path) -> dict[str, list[tuple[int, int, int, int]]]:
    """Return by document where each row's quote and mention stand; -1 for no mention."""
    found: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
    with ledger.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            spans = [row[k] or "-1" for k in ("mention_start", "mention_end")]
            offsets = (row["quote_start"], row["quote_end"], *spans)
            found[Path(row["document"]).stem].append(tuple(map(int, offsets)))  # type: ignore[arg-type]
    return found


def missed(case: Case, rows: list[tuple[int, int, int, int]]) -> bool:
    """Tell whether no row of the quote has a mention that overlaps the source."""
    for start, end, first, last in rows:
        if start < case.end and end > case.start and first >= 0:
            spans = case.quote["source"]
            return not any(first < b and last > a for a, b in spans)  # type: ignore[attr-defined]
    return True


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("ledgers", nargs="+", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    args = parser.parse_args()
    gold = json.loads(args.gold.read_text(encoding="utf-8"))
    read = [mentions(path) for path in args.ledgers]
    total, wrong = Counter[str](), [Counter[str]() for _ in read]
    for name, case in cases(gold, args.gold.with_suffix("")):
        kinds = [label for label, test in CLASSES.items() if test(case)]
        total.update(kinds)
        for counter, ledger in zip(wrong, read, strict=True):
            if missed(case, ledger[name]):
                counter.update(kinds)
    print("| class | quotes | share |" + "".join(f" missed in {p.stem} |" for p in args.ledgers))
    print("| --- | --- | --- |" + " --- |" * len(read))
    for label in CLASSES:
        cells = "".join(f" {c[label]} ({c[label] / max(1, total[label]):.1%}) |" for c in wrong)
        print(f"| {label} | {total[label]} | {total[label] / total['all']:.1%} |{cells}")


if __name__ == "__main__":
    main()
