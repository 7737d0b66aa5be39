"""The text of an article in HTML, with its map back to the HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.documents.html_layout import Scribe
from quotes.documents.html_tokens import Part, tokens
from quotes.documents.references import read_reference
from quotes.documents.source_map import Piece, Weaver
from quotes.records import Document

BLANKS = frozenset("\t\n\f\r ")
"""What HTML takes for blanks; a no-break space is none."""
BLANK_RUN = re.compile(r"[\t\n\f\r ]+")
WORDS_END = re.compile(r" ?[\t\n\f\r&]|  | \Z")
"""Where a stretch of words with single spaces between them ends."""
VERBATIM_END = re.compile("&")


def from_html(html: str, id: str = "") -> Document:
    """Make a document of the text in HTML.

    Tags and comments are dropped, character references decoded, blanks run together as browsers
    show them. Blocks are paragraphs, with an empty line between them; `<br>` begins a line. `<q>`
    and `<blockquote>` get quotation marks where none are printed. `source_span` leads from the
    text back to the HTML.

    Args:
        html: a page or a part of one; what is malformed is read as browsers do.
        id: what to call the document.
    """
    weaver = Weaver()
    weave_html(html, weaver)
    return weaver.document(id)


def weave_html(html: str, weaver: Weaver) -> None:
    """Add the text in HTML to a text that is being made."""
    scribe = Scribe()
    for token in tokens(html):
        if token.part is not Part.TEXT:
            scribe.tag(token.name, opens=token.part is Part.START)
        else:
            for piece in _pieces(html, token.start, token.end, verbatim=scribe.verbatim):
                scribe.write(piece)
    for number, block in enumerate(scribe.finish()):
        if number:
            weaver.add(Piece(block.gap))
        for piece in block.pieces:
            weaver.add(piece)


def _pieces(html: str, at: int, end: int, *, verbatim: bool) -> Iterator[Piece]:
    """Divide a text between tags into words, blanks (each run a single space) and references."""
    words_end = VERBATIM_END if verbatim else WORDS_END
    while at < end:
        if html[at] == "&":
            words, after = read_reference(html, at, end)
            blank = not verbatim and words in BLANKS
            yield Piece(" " if blank else words, at, after)
        elif not verbatim and (run := BLANK_RUN.match(html, at, end)):
            after = run.end()
            yield Piece(" ", at, after)
        else:
            stop = words_end.search(html, at + 1, end)
            after = stop.start() if stop else end
            yield Piece(html[at:after], at, after)
        at = after
