"""The words that a rule matched, one node after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotes.explain.records import Match
from quotes.match.patterns import heads
from quotes.parse import Parse

HEAD = ("node", "word", "tag", "dependency", "depends on")
NO_BLANK = re.compile(r"(?<=[“(]) | (?=[”),.;:?!…]|[’']\w|n[’']t\b)")
LONGEST = 8
"""Words of a node that are shown."""


def word_rows(match: Match) -> list[tuple[str, ...]]:
    """Return for each node its name, words, tag, dependency and the word it depends on.

    A quotation or name of several words depends on what its head depends on.
    """
    return [(name, *_cells(match.parse, tokens)) for name, tokens in match.nodes.items() if tokens]


def _cells(parse: Parse, tokens: tuple[int, ...]) -> tuple[str, ...]:
    top = heads(parse, tokens)[0]
    head = parse.heads[top]
    above = "—" if head == top else parse.words[head]
    return _words(parse, tokens), parse.tags[top], parse.deps[top], above


def _words(parse: Parse, tokens: tuple[int, ...]) -> str:
    words = [parse.words[token] for token in tokens]
    if len(words) > LONGEST:
        words = [*words[: LONGEST - 2], "…", words[-1]]
    return joined(words)


def joined(words: Iterable[str]) -> str:
    """Return tokens as a text on one line, the blanks about where a writer has them."""
    line = " ".join(" ".join(words).split())
    return NO_BLANK.sub("", line)
