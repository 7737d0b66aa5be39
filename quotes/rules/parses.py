"""Parses to look at: what the parser made of a text, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.frames import build_frames, frame_of
from quotes.marks import find_paragraphs, find_quotations
from quotes.parse import Parse, parse_frames

if TYPE_CHECKING:
    from spacy.language import Language


def parse_text(nlp: Language, text: str) -> list[Parse]:
    """Parse a text as rules see it, paragraph by paragraph.

    Args:
        nlp: a spaCy pipeline.
        text: the text; its quotations are numbered as they stand.
    """
    paragraphs = find_paragraphs(text)
    frames = build_frames(text, paragraphs, find_quotations(text, paragraphs))
    framed = {frame.paragraph for frame in frames}
    frames += [frame_of(text, p, i, []) for i, p in enumerate(paragraphs) if i not in framed]
    return parse_frames(nlp, sorted(frames, key=lambda frame: frame.paragraph))


def parse_table(parse: Parse) -> list[str]:
    """Return a line for each word: its tag, its dependency and the word it depends on.

    Words inside quotation marks have a bar before them.
    """
    rows = [("", "word", "tag", "dep", "depends on")]
    for token, word in enumerate(parse.words):
        mark = "|" if parse.quoted[token] >= 0 else ""
        head = parse.heads[token]
        above = "" if head == token else f"{parse.words[head]} ({head + 1})"
        rows.append((mark, f"{token + 1} {word}", parse.tags[token], parse.deps[token], above))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        " ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
