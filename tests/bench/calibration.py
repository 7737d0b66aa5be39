"""Whether confidence keeps its word: measured on some articles, held against others."""

from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

from quotes.rules.confidence import confidences
from tests.bench.judging import count

SURE = 0.9
"""Rows with this confidence must be right at least as often."""
BOUNDS = (0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.001)


def halves(verdicts):
    """Return two halves, the articles shared out by the hash of their names."""
    found = ([], [])
    for verdict in verdicts:
        found[sha256(verdict.article.encode()).digest()[-1] % 2].append(verdict)
    return found


def believed(ruleset, measured_on, held_out):
    """Return for every held-out link the confidence in it and whether it is right."""
    known = confidences(replace(ruleset, measured=count(measured_on)))
    return [(known[verdict.rule], verdict.right) for verdict in held_out]


def share_of_sure(links):
    """Return how many links one is sure of, and what share of them is right."""
    sure = [right for belief, right in links if belief >= SURE]
    return len(sure), (sum(sure) / len(sure) if sure else 1.0)


def reliability(columns):
    """Return the lines of a table: for each stretch of confidence what is believed and right.

    Args:
        columns: by heading the links of a run, as `believed` returns them.
    """
    lines = ["confidence    " + "".join(f"{heading:>26}" for heading in columns)]
    lines.append("              " + "     links  believed  right" * len(columns))
    for low, high in pairwise(BOUNDS):
        cells = (
            _cell([one for one in links if low <= one[0] < high]) for links in columns.values()
        )
        lines.append(f"{low:.2f} to {min(high, 1):.2f}  {''.join(cells)}".rstrip())
    return lines


def _cell(links):
    if not links:
        return f"{0:>10,}{'—':>10}{'—':>7}"
    believed = sum(belief for belief, _ in links) / len(links)
    right = sum(right for _, right in links) / len(links)
    return f"{len(links):>10,}{believed:>10.3f}{right:>7.3f}"
