"""HTML's text laid out in paragraphs and lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quotes.documents.html_blocks import LINE, PARAGRAPH, Block
from quotes.documents.html_marks import InlineMarks, mark_blockquote
from quotes.documents.source_map import Piece

BLOCK_NAMES = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav
ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
"""Elements that begin and end a paragraph."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
HEADING = "heading"
"""Counted as one: the end tag of any ends each."""
CREDITS = frozenset(("footer", "figcaption"))
"""What names the source below the words of a blockquote."""
CREDIT = "credit"
"""Counted for those in a blockquote only."""


class Scribe:
    """Writes tags and words down as blocks."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._block = Block(PARAGRAPH)
        self._space: Piece | None = None
        """A blank that counts only if words follow in the block."""
        self._marks = InlineMarks()
        self._blockquotes: list[int] = []
        """Of each open blockquote, the number of its first block."""
        self._open = Counter[str]()
        """How many elements of each name are open."""

    @property
    def verbatim(self) -> bool:
        """Whether blanks are kept as they are."""
        return self._open["pre"] > 0

    def finish(self) -> list[Block]:
        """Return the blocks."""
        self._break(PARAGRAPH)
        return self._blocks

    def write(self, piece: Piece) -> None:
        """Write words, or a single space for a run of blanks."""
        if piece.words == " " and not self.verbatim:
            if self._block.pieces and not self._marks.waiting:
                self._space = self._space or piece
        elif piece.words:
            self._write_space()
            self._note_cite()
            for mark in self._marks.before(piece.words):
                self._block.pieces.append(Piece(mark))
            self._block.pieces.append(piece)
            self._block.inked = self._block.inked or not piece.words.isspace()

    def _write_space(self) -> None:
        if self._space:
            self._block.pieces.append(self._space)
            self._space = None

    def _note_cite(self) -> None:
        if not self._open["cite"]:
            self._block.cite = None
        elif self._block.cite is None:
            self._block.cite = len(self._block.pieces)

    def tag(self, name: str, *, opens: bool) -> None:
        """Take note of a start tag or an end tag."""
        if name == "br":
            self._break(LINE)
        elif name == "q":
            self._open_quotation() if opens else self._end_with(self._marks.close())
        elif name == "cite":
            self._count(name, opens)
        elif name in BLOCKS:
            self._block_tag(name, opens)

    def _block_tag(self, name: str, opens: bool) -> None:
        counted = HEADING if name in HEADINGS else name
        if not opens and not self._open[counted] and name != "p":
            # Browsers ignore the end of what never began, except that of a paragraph.
            return
        self._break(PARAGRAPH)
        self._count(counted, opens)
        if name == "blockquote":
            self._open_blockquote() if opens else self._close_blockquote()
        elif name in CREDITS:
            self._count(CREDIT, opens)

    def _count(self, name: str, opens: bool) -> None:
        self._open[name] = max(0, self._open[name] + (1 if opens else -1))

    def _open_quotation(self) -> None:
        self._write_space()
        self._marks.open()

    def _end_with(self, marks: Iterable[str]) -> None:
        """Put marks after the last words, which may be those of the line before."""
        block = self._block if self._block.pieces or not self._blocks else self._blocks[-1]
        block.pieces.extend(Piece(mark) for mark in marks if mark)

    def _open_blockquote(self) -> None:
        if not self._blockquotes:
            self._open[CREDIT] = 0
        self._blockquotes.append(len(self._blocks))

    def _close_blockquote(self) -> None:
        # One that is never closed is no quotation: it would reach to the end of the article.
        first = self._blockquotes.pop() if self._blockquotes else len(self._blocks)
        if not self._blockquotes:
            mark_blockquote(self._blocks[first:])

    def _break(self, gap: str) -> None:
        """End the block and begin another."""
        block, self._space = self._block, None
        self._end_with(self._marks.end_paragraph() if gap == PARAGRAPH else self._marks.end_line())
        if block.inked:
            block.credit = self._open[CREDIT] > 0
            self._blocks.append(block)
        # A line break after nothing but a line break makes a paragraph.
        self._block = Block(gap if block.inked else PARAGRAPH)
