"""Explanations as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from quotes.explain.records import Candidate, Case, Cited, Explanation, Trial
from quotes.explain.words import HEAD, word_rows

MOST_LOSERS = 5
"""Rules that also fit which are shown for one question."""
LEAST_WIDTH = 40


def text_of(case: Case, width: int) -> Iterator[str]:
    """Yield the lines that explain the rows of a document.

    Args:
        case: the explanations.
        width: characters in a line; tables and long words may exceed it.
    """
    width = max(width, LEAST_WIDTH)
    yield " ".join(case.document.id.split())
    yield ""
    for explanation in case.explanations:
        yield from _explanation(explanation, width)
        yield ""
    for note in notes(case):
        yield from _filled(note, width, "")
        yield ""


def notes(case: Case) -> Iterator[str]:
    """Yield what else there is to say of a document."""
    if not case.explanations:
        yield "No quotes."
    if case.left_out:
        what = "stretch" if case.left_out == 1 else "stretches"
        them = "it" if case.left_out == 1 else "them"
        yield (
            f"{case.left_out} {what} between quotation marks: nobody's speech"
            f" (--all explains {them}, too)."
        )


def _explanation(explanation: Explanation, width: int) -> Iterator[str]:
    row, number = explanation.row, f"{explanation.number}. "
    yield from _filled(f"“{row.quote}”", width, number, " " * len(number))
    where = f"characters {row.quote_start:,} to {row.quote_end:,}, {row.quote_id}"
    yield from _filled(where, width, "   ")
    speaker = f"{row.speaker} ({row.speaker_type})" if row.speaker else "nobody"
    for question, answer, trials in (
        ("Speaker", speaker, explanation.speaker),
        ("Title", row.title or "none", explanation.title),
        ("Kind", row.kind, explanation.kind),
    ):
        yield ""
        yield from _filled(f"{question}: {answer}", width, "   ", "     ")
        yield from _winner(trials, width)
        if question == "Speaker":
            yield from _naming(explanation, width)
        yield from _losers(trials, width)


def _winner(trials: Sequence[Trial], width: int) -> Iterator[str]:
    if not trials:
        yield "     no rule fits"
    for trial in trials:
        if not trial.lost:
            yield from _won(trial, width, "     ")


def _losers(trials: Sequence[Trial], width: int) -> Iterator[str]:
    lost = [trial for trial in trials if trial.lost]
    for trial in lost[:MOST_LOSERS]:
        fits = "fits" if trials[0].lost else "also fits"
        words = f"{fits}: {cited(trial.rule)}, gives {given(trial, trials)}; lost: {trial.lost}"
        yield from _filled(words, width, "     ", "       ")
    more = len(lost) - MOST_LOSERS
    if more > 0:
        yield f"     also fit: {more} more"


def given(trial: Trial, trials: Sequence[Trial]) -> str:
    """Return what a rule gives, compared with the rule that won."""
    won = trials[0]
    return "the same" if trial is not won and trial.gives == won.gives else trial.gives


def _won(trial: Trial, width: int, indent: str) -> Iterator[str]:
    within = indent + "  "
    yield from _filled(f"by rule {cited(trial.rule)}", width, indent, within)
    yield from _filled(trial.rule.why, width, within)
    if trial.place:
        yield from _filled(trial.place, width, within)
    if trial.match is not None:
        yield from _table([HEAD, *word_rows(trial.match)], within)
    if trial.basis is not None:
        yield from _won(trial.basis, width, within)


def _naming(explanation: Explanation, width: int) -> Iterator[str]:
    for step in explanation.naming.steps:
        yield from _filled(step, width, "     ", "       ")
    yield from _table(
        [(c.name, f"{c.score:.2f}", last_of(c)) for c in explanation.naming.candidates]
    )


def last_of(candidate: Candidate) -> str:
    """Say where a candidate was last mentioned."""
    if candidate.offset < 0:
        return ""
    return f"last mentioned as “{candidate.last}” at character {candidate.offset:,}"


def cited(rule: Cited) -> str:
    """Return a rule's id, its priority and how often it was right."""
    facts = [f"priority {rule.priority}"]
    if rule.total:
        facts.append(f"right {rule.right:,} of {rule.total:,} times")
    if rule.confidence is not None:
        facts.append(f"confidence {rule.confidence:g}")
    return f"{rule.id} ({', '.join(facts)})"


def _table(rows: Sequence[Sequence[str]], indent: str = "       ") -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield indent + "  ".join(cells).rstrip()


def _filled(words: str, width: int, first: str, later: str | None = None) -> list[str]:
    return textwrap.wrap(
        words,
        width,
        initial_indent=first,
        subsequent_indent=first if later is None else later,
        break_on_hyphens=False,
    )
