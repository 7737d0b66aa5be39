"""What the gold says of each row: whether its rule found the right speaker, the right title."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from quotes.exports import read_ledger

ENOUGH = 0.8
"""Share of a quote's characters that must be speech; the scorer's own."""
SAME_TITLE = 0.5


class Verdict(NamedTuple):
    """Whether one link or title that a rule made is right."""

    article: str
    rule: str
    right: bool


def judge_links(benchmark, part, ledger) -> Iterator[Verdict]:
    """Judge the link of every row that a rule linked.

    It is right if the row is speech and its mention overlaps the source. Rows of quotes whose
    source the gold does not name are left out.
    """
    for article, rows in _by_article(ledger).items():
        doc = part.gold[article]
        owners = _owners(benchmark.scorer, doc)
        for row in rows:
            quote = _quote_of(benchmark.scorer, doc["text"], owners, row)
            if row.rule and (quote is None or quote["source"]):
                yield Verdict(article, row.rule, quote is not None and _hits(row, quote))


def judge_titles(benchmark, part, ledger) -> Iterator[Verdict]:
    """Judge the titles, one for every person and article, of speakers that are right."""
    for article, rows in _by_article(ledger).items():
        doc = part.gold[article]
        owners = _owners(benchmark.scorer, doc)
        entities = {entity["id"]: entity for entity in doc["entities"]}
        seen = set()
        for row in rows:
            quote = _quote_of(benchmark.scorer, doc["text"], owners, row)
            if not row.title_rule or quote is None or quote.get("disputed"):
                continue
            entity = entities.get(quote.get("entity"))
            if entity is None or not _is_named(benchmark.scorer, row, entity):
                continue
            if (entity["id"], row.title_start) not in seen:
                seen.add((entity["id"], row.title_start))
                right = _is_titled(benchmark.scorer, row, entity)
                yield Verdict(article, row.title_rule, right)


def count(verdicts):
    """Return by rule how many are right, of how many."""
    counts = defaultdict(lambda: (0, 0))
    for verdict in verdicts:
        right, total = counts[verdict.rule]
        counts[verdict.rule] = (right + verdict.right, total + 1)
    return dict(sorted(counts.items()))


def _by_article(ledger):
    rows = defaultdict(list)
    for row in read_ledger(ledger):
        rows[PurePath(row.document).stem].append(row)
    return rows


def _owners(scorer, doc):
    """Return for every character the gold's quote that it is part of, None for no speech."""
    owners = [None] * len(doc["text"])
    for quote in doc["quotes"]:
        if quote["kind"] != "other":
            start, end = scorer.trim(doc["text"], quote["start"], quote["end"])
            owners[start:end] = [quote] * (end - start)
    return owners


def _quote_of(scorer, text, owners, row):
    """Return the gold's quote that a row is most of all, None if it is no speech."""
    start, end = scorer.trim(text, row.quote_start, row.quote_end)
    hits = [quote for quote in owners[start:end] if quote is not None]
    if not hits or len(hits) < ENOUGH * (end - start):
        return None
    sizes = defaultdict(int)
    for quote in hits:
        sizes[quote["start"]] += 1
    largest = max(sizes, key=sizes.get)
    return next(quote for quote in hits if quote["start"] == largest)


def _hits(row, quote):
    if row.mention_start is None:
        return False
    return any(row.mention_start < y and row.mention_end > x for x, y in quote["source"])


def _is_named(scorer, row, entity):
    names = [scorer.name_words(name) for name in (entity["name"], *entity["aliases"])]
    return scorer.name_words(row.speaker) in names


def _is_titled(scorer, row, entity):
    given = scorer.words(row.title)
    titles = [scorer.words(title) for title in entity["titles"]]
    return any(scorer.word_f1(given, title) >= SAME_TITLE for title in titles)
