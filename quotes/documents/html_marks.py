"""Quotation marks for `<q>` and `<blockquote>`, which browsers show without printing them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.documents.html_blocks import Block
from quotes.documents.source_map import Piece

MARKS = (("“", "”"), ("‘", "’"))
"""Outside, and inside another; deeper down there are none."""
PRINTED = tuple("\"“”„‟«»‹›‘‚'`＂")
DASHES = tuple("-–—―~")


@dataclass(slots=True)
class _Level:
    """One open `<q>`."""

    closing: str = ""
    """The mark that ends it; empty while no words have come, or if they have printed ones."""
    waiting: bool = True
    """Whether its next words, the first or those after a line break, are still to come."""


class InlineMarks:
    """The marks of the open `<q>`."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        self._deeper = 0

    @property
    def waiting(self) -> bool:
        """Whether the next words are the first of a quotation or of a line of one."""
        return bool(self._levels) and self._levels[-1].waiting

    def open(self) -> None:
        """Begin a quotation."""
        if len(self._levels) < len(MARKS):
            self._levels.append(_Level())
        else:
            self._deeper += 1

    def before(self, words: str) -> list[str]:
        """Return the opening marks that belong before the next words."""
        opened = []
        if self.waiting:
            printed = words.startswith(PRINTED)
            for level, (opening, closing) in zip(self._levels, MARKS, strict=False):
                if level.waiting and (level.closing or not printed):
                    opened.append(opening)
                    level.closing = closing
                level.waiting = False
        return opened

    def close(self) -> list[str]:
        """End the innermost quotation; returns its closing mark if it has one."""
        if self._deeper:
            self._deeper -= 1
            return []
        return [self._levels.pop().closing] if self._levels else []

    def end_line(self) -> list[str]:
        """Begin every marked quotation again with the next line, as printed ones do."""
        for level in self._levels:
            level.waiting = level.waiting or bool(level.closing)
        return []

    def end_paragraph(self) -> list[str]:
        """End all quotations, so that one never closed does not run on; returns their marks."""
        marks = [level.closing for level in reversed(self._levels)]
        self._levels, self._deeper = [], 0
        return marks


def mark_blockquote(blocks: Sequence[Block]) -> None:
    """Put marks around the words of a blockquote, unless it begins with a printed one.

    As in print, every paragraph opens with a mark and only the last closes with one. What names
    the source — a `<footer>`, a `<cite>` at the end, a paragraph after a dash — stays outside.

    Args:
        blocks: all of the blockquote; changed in place.
    """
    quoted = [block for number, block in enumerate(blocks) if not _is_credit(block, number)]
    if not quoted or _begins(quoted[0], PRINTED):
        return
    last = quoted[-1]
    at = len(last.pieces) if last.cite is None else last.cite
    last.pieces.insert(at - (at > 0 and last.pieces[at - 1].words == " "), Piece("”"))
    for block in quoted:
        block.pieces.insert(0, Piece("“"))


def _is_credit(block: Block, number: int) -> bool:
    return block.credit or block.cite == 0 or (number > 0 and _begins(block, DASHES))


def _begins(block: Block, characters: tuple[str, ...]) -> bool:
    words = (piece.words.lstrip() for piece in block.pieces)
    return next(filter(None, words), "").startswith(characters)
