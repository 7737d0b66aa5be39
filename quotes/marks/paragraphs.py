"""Where the paragraphs of a plain text begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quotes.marks.characters import BLANKS, LINE_ENDS
from quotes.records import Span

NARROWEST_COLUMN, WIDEST_COLUMN = 40, 100
LONG_SHARE = 0.05
"""Share of the lines of a hard-wrapped text that may be wider: headlines, addresses."""
SLACK = 0.1
"""Share of the column that a full line may leave empty besides the next line's first word."""
FULL_SHARE, FLOW_SHARE, LOWER_SHARE = 0.75, 0.6, 0.3
"""Shares of the breaks inside blocks that must follow a full line, must fall within a sentence,
and must be followed by a small letter, before a text counts as hard-wrapped."""

_LINE = re.compile(f"[^{BLANKS}](?:[^{LINE_ENDS}]*[^{BLANKS}])?")
_FIRST_WORD = re.compile(f"[^{BLANKS}]+")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*\Z")


def find_paragraphs(text: str) -> list[Span]:
    """Find the paragraphs of a text.

    Every line with a word is a paragraph, unless the whole text is broken into lines of a
    fixed width: then a blank line or an indented first line parts two paragraphs.

    Args:
        text: any text.

    Returns:
        Spans in text order, blanks at their ends excluded.
    """
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    if sum(_width(line) > WIDEST_COLUMN for line in lines) > LONG_SHARE * len(lines):
        return lines
    blocks = _blocks(text, lines)
    if not 1 < len(blocks) < len(lines) or not _is_hard_wrapped(text, blocks):
        return lines
    return [Span(block[0].start, block[-1].end) for block in blocks]


def _width(line: Span) -> int:
    return line.end - line.start


def _blocks(text: str, lines: Sequence[Span]) -> list[list[Span]]:
    blocks: list[list[Span]] = []
    last_indent = end = 0
    for line in lines:
        # The letter makes the part after the last line end a line too, even an empty one.
        gap = (text[end : line.start] + "x").splitlines()
        indent = len(gap[-1])
        if len(gap) == 2 and indent <= last_indent and blocks:
            blocks[-1].append(line)
        else:
            blocks.append([line])
        last_indent, end = indent, line.end
    return blocks


def _is_hard_wrapped(text: str, blocks: Sequence[Sequence[Span]]) -> bool:
    breaks = [
        (above, below)
        for block in blocks
        for above, below in pairwise(block)
        if max(_width(above), _width(below)) <= WIDEST_COLUMN
    ]
    column = max((_width(line) for pair in breaks for line in pair), default=0)
    if column < NARROWEST_COLUMN:
        return False
    full = sum(_is_full(text, *pair, column) for pair in breaks)
    lower = sum(text[below.start].islower() for _, below in breaks)
    flowing = sum(_flows(text, *pair) for pair in breaks)
    # Old wire copy is all capitals: there a small letter cannot be asked for.
    needed_lower = 0.0 if text.isupper() else LOWER_SHARE
    return (
        full >= FULL_SHARE * len(breaks)
        and flowing >= FLOW_SHARE * len(breaks)
        and lower >= needed_lower * len(breaks)
    )


def _is_full(text: str, above: Span, below: Span, column: int) -> bool:
    word = _FIRST_WORD.match(text, below.start, below.end)
    needed = 1 + (word.end() - word.start() if word else 0)
    return _width(above) + needed >= (1 - SLACK) * column


def _flows(text: str, above: Span, below: Span) -> bool:
    ending = text[max(above.start, above.end - 4) : above.end]
    return text[below.start].islower() or not _SENTENCE_END.search(ending)
