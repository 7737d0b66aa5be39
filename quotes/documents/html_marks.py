"""Quotation marks for `<q>` and `<blockquote>`, which browsers show without printing them."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.documents.html_blocks import Block
from quotes.documents.source_map import Piece

MARKS = (("“", "”"), ("‘", "’"))
"""Outside, and inside another; deeper down there are none."""
PRINTED = tuple("\"“”„‟«»‹›‘‚'`＂")
DASHES = tuple("-–—―~")


class InlineMarks:
    """The marks of the open `<q>`."""

    def __init__(self) -> None:
        self._closing: list[str | None] = []
        """The mark that ends each level; empty if the words have printed ones, None while no
        words have come."""
        self._deeper = 0

    @property
    def waiting(self) -> bool:
        """Whether one is open and its first words are still to come."""
        return bool(self._closing) and self._closing[-1] is None

    def open(self) -> None:
        """Begin a quotation."""
        if len(self._closing) < len(MARKS):
            self._closing.append(None)
        else:
            self._deeper += 1

    def before(self, words: str) -> list[str]:
        """Return the opening marks that belong before the next words."""
        if not self.waiting:
            return []
        opened = []
        printed = words.startswith(PRINTED)
        for level, closing in enumerate(self._closing):
            if closing is None:
                self._closing[level] = "" if printed else MARKS[level][1]
                opened += [] if printed else [MARKS[level][0]]
        return opened

    def close(self) -> list[str]:
        """End the innermost quotation; returns its closing mark if it has one."""
        if self._deeper:
            self._deeper -= 1
            return []
        mark = self._closing.pop() if self._closing else None
        return [mark] if mark else []

    def end_line(self) -> list[str]:
        """Begin every open quotation again with the next line, as printed ones do."""
        self._closing = ["" if closing == "" else None for closing in self._closing]
        return []

    def end_paragraph(self) -> list[str]:
        """End all quotations, so that one never closed does not run on; returns their marks."""
        marks = [mark for mark in reversed(self._closing) if mark]
        self._closing, self._deeper = [], 0
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
