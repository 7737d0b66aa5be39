"""What a text is laid out in."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotes.documents.source_map import Piece

LINE, PARAGRAPH = "\n", "\n\n"


@dataclass(slots=True)
class Block:
    """A paragraph or a line of it, while it is being written."""

    gap: str
    """What parts it from the block before."""
    pieces: list[Piece] = field(default_factory=list)
    inked: bool = False
    """Whether it holds more than blanks."""
    credit: bool = False
    """Whether it names the source of a blockquote's words."""
    cite: int | None = None
    """Number of the piece from which on all stands in a `<cite>`; None if the end does not."""
