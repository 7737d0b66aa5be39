"""Explanations as one page of HTML that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from quotes.explain.arcs import KNOWN_NODES, drawings
from quotes.explain.records import Candidate, Case, Explanation, Match, Naming, Trial
from quotes.explain.style import STYLE
from quotes.explain.text import cited, given, last_of, notes
from quotes.explain.words import HEAD, word_rows
from quotes.frames import STAND_IN

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page may load: nothing, whatever a document smuggles in."""
MEANINGS = {
    "quote": "the quotation",
    "cue": "the reporting word",
    "speaker": "whom the rule finds to speak",
    "name": "the speaker's name, beside a title",
    "title": "the title",
}


def page_of(cases: Sequence[Case]) -> str:
    """Return a page that explains the rows of some documents."""
    return "\n".join(_page(cases)) + "\n"


def _page(cases: Sequence[Case]) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Why these quotes</title>\n<style>{STYLE}</style>\n</head>\n<body>"
    yield "<h1>Why these quotes</h1>"
    yield from _contents(cases)
    yield from _legend()
    yield "<main>"
    for number, case in enumerate(cases, 1):
        yield f"<h2>{_line(case.document.id)}</h2>"
        for explanation in case.explanations:
            yield from _explanation(explanation, f"d{number}q{explanation.number}")
        yield from (f"<p>{_line(note)}</p>" for note in notes(case))
    yield "</main>\n</body>\n</html>"


def _contents(cases: Sequence[Case]) -> Iterator[str]:
    yield '<nav aria-label="Quotes">'
    for number, case in enumerate(cases, 1):
        yield f"<p>{_line(case.document.id)}</p>\n<ul>"
        for explanation in case.explanations:
            row = explanation.row
            link = f'<a href="#d{number}q{explanation.number}">Quote {explanation.number}</a>'
            yield f"<li>{link}: {_line(row.speaker or 'nobody')}, “{_line(row.quote)}”</li>"
        yield "</ul>"
    yield "</nav>"


def _legend() -> Iterator[str]:
    yield '<section class="legend" aria-label="Legend">\n<p>In the drawings an arc leads from a '
    yield "word to each word that depends on it. Words that a rule matched are underlined, and "
    yield "below them stands the part they play in the rule:</p>\n<ul>"
    for name in KNOWN_NODES:
        yield f'<li><span class="mark node-{name}">{name}</span> {MEANINGS[name]}</li>'
    yield '<li><span class="mark">others</span> further words that a rule asks for</li>'
    yield f"</ul>\n<p>The parser saw a long quotation as “{STAND_IN}”, or only its beginning.</p>"
    yield "</section>"


def _explanation(explanation: Explanation, id_: str) -> Iterator[str]:
    row = explanation.row
    yield f'<section id="{id_}" aria-labelledby="{id_}-head">'
    yield f'<h3 id="{id_}-head">Quote {explanation.number}</h3>'
    yield f"<blockquote><p>“{_line(row.quote)}”</p></blockquote>"
    where = f"characters {row.quote_start:,} to {row.quote_end:,}"
    yield f'<p class="facts">{where}, <code>{row.quote_id}</code></p>'
    speaker = f"{row.speaker} ({row.speaker_type})" if row.speaker else "nobody"
    yield f"<h4>Speaker: {_line(speaker)}</h4>"
    yield from _winner(explanation.speaker, f"{id_}s")
    yield from _naming(explanation.naming)
    yield from _losers(explanation.speaker)
    yield f"<h4>Title: {_line(row.title or 'none')}</h4>"
    yield from _winner(explanation.title, f"{id_}t")
    yield from _losers(explanation.title)
    yield f"<h4>Kind: {_line(row.kind)}</h4>"
    yield from _winner(explanation.kind, f"{id_}k")
    yield from _losers(explanation.kind)
    yield "</section>"


def _winner(trials: Sequence[Trial], id_: str) -> Iterator[str]:
    if not trials:
        yield '<p class="rule">No rule fits.</p>'
    for trial in trials:
        if not trial.lost:
            yield from _won(trial, id_)


def _losers(trials: Sequence[Trial]) -> Iterator[str]:
    lost = [trial for trial in trials if trial.lost]
    if lost:
        count = f"{len(lost)} more rules fit" if len(lost) > 1 else "1 more rule fits"
        yield f"<details><summary>{count}</summary>"
        for trial in lost:
            yield from _loser(trial, given(trial, trials))
        yield "</details>"


def _won(trial: Trial, id_: str) -> Iterator[str]:
    yield '<div class="rule">'
    yield from _rule(trial)
    if trial.match is not None:
        yield from _figures(trial.match, id_)
    if trial.basis is not None:
        yield from _won(trial.basis, f"{id_}b")
    yield "</div>"


def _loser(trial: Trial, gives: str) -> Iterator[str]:
    yield '<div class="rule">'
    yield from _rule(trial)
    yield f"<p>It gives {_line(gives)}, and lost: {_line(trial.lost)}.</p>"
    if trial.match is not None:
        yield _table(HEAD, word_rows(trial.match))
    yield "</div>"


def _rule(trial: Trial) -> Iterator[str]:
    name, _, facts = cited(trial.rule).partition(" ")
    yield f'<p><code>{_line(name)}</code> <span class="facts">{_line(facts)}</span></p>'
    yield f"<p>{_line(trial.rule.why)}</p>"
    if trial.place:
        yield f"<p>{_line(trial.place)}</p>"


def _figures(match: Match, id_: str) -> Iterator[str]:
    for drawing in drawings(match, id_):
        label = "; ".join(f"{name}: {words}" for name, words in drawing.marked.items())
        yield f"<figure>\n<figcaption>{_line(drawing.words)}</figcaption>"
        if drawing.svg:
            # The table below says in words what the drawing shows.
            yield f'<div class="scroll" role="region" tabindex="0" aria-label="{_line(label)}">'
            yield f"{drawing.svg}</div>"
        else:
            yield "<p>The sentence is too long to draw.</p>"
        yield "</figure>"
    yield _table(HEAD, word_rows(match))


def _naming(naming: Naming) -> Iterator[str]:
    yield '<div class="rule">'
    yield from (f"<p>{_line(step)}</p>" for step in naming.steps)
    if naming.candidates:
        rows = [_candidate(candidate) for candidate in naming.candidates]
        yield _table(("who may be meant", "salience", "last mention"), rows)
    yield "</div>"


def _candidate(candidate: Candidate) -> tuple[str, ...]:
    return candidate.name, f"{candidate.score:.2f}", last_of(candidate)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    top = "".join(f'<th scope="col">{_line(cell)}</th>' for cell in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{_line(cell)}</td>" for cell in row) + "</tr>\n" for row in rows
    )
    return f"<table>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"


def _line(words: str) -> str:
    """Return words on one line, escaped for an element or an attribute."""
    return escape(" ".join(words.split()))
