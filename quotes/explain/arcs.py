"""Drawings of parses: the dependency arcs of the sentences in which a rule matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from quotes.explain.records import Match
from quotes.explain.words import joined
from quotes.parse import Parse

MOST_WORDS = 120
"""Words of a sentence that can be drawn so that somebody can read it."""
OPTIONS: dict[str, float] = {
    "compact": True,
    "distance": 120,
    "word_spacing": 28,
    "arrow_stroke": 1.5,
}
LEVEL = OPTIONS["distance"] / 6
"""By how much displaCy raises a compact arc above the one inside it, in pixels."""
MARGIN = 8
TOKEN = re.compile(r'class="displacy-token"')
SVG = re.compile(r"<svg [^>]*>")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sentence drawn."""

    svg: str
    """Markup; empty for a sentence that is too long to draw."""
    words: str
    marked: Mapping[str, str]
    """The words of each node that stand in the sentence."""


def drawings(match: Match, prefix: str) -> Iterator[Drawing]:
    """Draw the sentences in which a rule matched.

    Args:
        match: the words that it matched.
        prefix: what begins the ids of the drawings, unlike that of any other on the page.
    """
    parse = match.parse
    marks = {token: name for name, tokens in match.nodes.items() for token in tokens}
    for sentence in sorted({parse.sentences[token] for token in marks}):
        tokens = [t for t in range(len(parse)) if parse.sentences[t] == sentence]
        own = {token: marks[token] for token in tokens if token in marks}
        svg = _svg(parse, tokens, own, f"{prefix}-{sentence}") if len(tokens) <= MOST_WORDS else ""
        yield Drawing(svg, _joined(parse, tokens), _marked(parse, own))


def _marked(parse: Parse, marks: Mapping[int, str]) -> dict[str, str]:
    names = dict.fromkeys(marks.values())
    return {name: _joined(parse, [t for t in marks if marks[t] == name]) for name in names}


def _joined(parse: Parse, tokens: Iterable[int]) -> str:
    return joined(parse.words[token] for token in tokens)


def _svg(parse: Parse, tokens: Sequence[int], marks: Mapping[int, str], id_: str) -> str:
    from spacy.displacy.render import DependencyRenderer

    at = {token: i for i, token in enumerate(tokens)}
    words = [_word(parse, token, marks.get(token)) for token in tokens]
    arcs = [
        _arc(at[head], at[token], parse.deps[token])
        for token in tokens
        if (head := parse.heads[token]) != token and head in at
    ]
    # displaCy's own `render` would give each drawing a random id, and each page other bytes.
    renderer = DependencyRenderer(OPTIONS)
    svg = renderer.render_svg(id_, words, arcs)
    classes = iter(marks.get(token) for token in tokens)
    svg = TOKEN.sub(lambda _: f'class="displacy-token{_class(next(classes))}"', svg)
    # It also leaves room for arcs three times as high, and colours that fit no dark page.
    top = renderer.offset_y - renderer.highest_level * LEVEL - MARGIN
    width, height = renderer.width, renderer.height - top
    frame = f'<svg aria-hidden="true" focusable="false" width="{width}" height="{height:g}" '
    return SVG.sub(f'{frame}viewBox="0 {top:g} {width} {height:g}">', svg.strip(), count=1)


def _word(parse: Parse, token: int, node: str | None) -> dict[str, str]:
    # displaCy escapes the text, not the lines below it and the label.
    text, tag = parse.words[token], escape(parse.tags[token])
    if node is None:
        return {"text": text, "tag": tag}
    return {"text": text, "lemma": tag, "tag": escape(node)}


def _arc(head: int, child: int, label: str) -> dict[str, int | str]:
    return {
        "start": min(head, child),
        "end": max(head, child),
        "label": escape(label),
        "dir": "left" if child < head else "right",
    }


def _class(node: str | None) -> str:
    if node is None:
        return ""
    return f" node node-{node}" if node in KNOWN_NODES else " node"


KNOWN_NODES = ("quote", "cue", "speaker", "name", "title")
"""Nodes that have a colour of their own; the others share one."""
