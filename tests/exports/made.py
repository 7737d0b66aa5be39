"""Documents with their rows, and files written of them."""

import io
from dataclasses import replace

from quotes.exports import AS_IT_IS, FORMATS, Found
from quotes.ledger import document_sha256, quote_id
from quotes.records import Document, Span
from tests.ledger.rows import ROW, TEXT

ARTICLE = Document("a.txt", TEXT)
QUIET = Document("quiet.txt", "Nobody said a word.")

WIDE_TEXT = "😀 “Non, 😀!” dit Zoé Ek."
"""An emoji before and within the quote: its offsets are 3:10 in code points, 4:12 in UTF-16."""
WIDE = Document("b.txt", WIDE_TEXT)
WIDE_ROW = replace(
    ROW,
    document="b.txt",
    quote_id=quote_id(document_sha256(WIDE_TEXT), Span(3, 10)),
    quote="Non, 😀!",
    quote_start=3,
    quote_end=10,
    speaker="Zoé Ek",
    speaker_start=16,
    speaker_end=22,
    title=None,
    title_start=None,
    title_end=None,
    title_rule=None,
    mention="Zoé Ek",
    mention_start=16,
    mention_end=22,
    cue="dit",
    cue_start=12,
    cue_end=15,
    document_sha256=document_sha256(WIDE_TEXT),
)

FOUND = [Found(ARTICLE, [ROW]), Found(QUIET, []), Found(WIDE, [WIDE_ROW])]


def written(found, name, options=AS_IT_IS):
    """Return the bytes of a format."""
    stream = io.BytesIO()
    count = FORMATS[name].write(iter(found), stream, options)
    assert count == sum(len(rows) for _, rows in found)
    return stream.getvalue()


def entries(data, name):
    """Read the rows of a format, the unsound ones too."""
    return list(FORMATS[name].read(io.BytesIO(data), "ledger"))
