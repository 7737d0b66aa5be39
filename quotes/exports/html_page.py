"""A page to read: the article with its quotes in their speakers' colours.

The page needs nothing but itself, runs no script and shows every word of the article as text.
A quote's caption appears under the pointer and on keyboard focus; numbers stand for speakers
beside the colours, for those who see none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib import resources
from typing import BinaryIO

from quotes.exports.layout import Found, Options
from quotes.records import Document, Row, Span

COLOURS = 8
"""Colours before they repeat, as the style sheet has them."""
NOBODY = 0
"""Number of a quote without a speaker."""


def write_html(found: Iterable[Found], stream: BinaryIO, options: Options) -> int:
    """Write a page with an article for each document, as they come.

    Returns:
        the number of quotes.
    """
    count = 0
    style = (resources.files("quotes.exports") / "page.css").read_text("utf-8")
    stream.write(_encoded(HEAD.format(style=style)))
    for number, (document, rows) in enumerate(found, 1):
        if document is not None:
            listed = list(rows)
            count += len(listed)
            stream.write(_encoded("".join(_article(f"d{number}", document, listed))))
    made = f"Made by {escape(options.origin.program)}." if options.origin else ""
    stream.write(_encoded(f"</main>\n<footer><p>{made}</p></footer>\n</body>\n</html>\n"))
    return count


HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Who said what</title>
<style>
{style}</style>
</head>
<body>
<main>
"""


def _encoded(text: str) -> bytes:
    # A lone surrogate becomes a reference, which a browser shows as a replacement character.
    return text.encode(errors="xmlcharrefreplace")


def _article(name: str, document: Document, rows: Sequence[Row]) -> Iterator[str]:
    from quotes.marks import find_paragraphs

    speakers = _speakers(rows)
    yield f'<article aria-labelledby="{name}">\n'
    yield f'<h2 id="{name}">{_words(document.id or "Article")}</h2>\n'
    yield from _legend(speakers, rows)
    yield '<div class="text">\n'
    marked = _marked(rows, speakers)
    starts = [span.start for span, _, _ in marked]
    for paragraph in find_paragraphs(document.text):
        inside = marked[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        yield f"<p>{''.join(_paragraph(name, document.text, paragraph, inside))}</p>\n"
    yield "</div>\n</article>\n"


def _speakers(rows: Iterable[Row]) -> Mapping[str | None, int]:
    """Number the speakers in the order in which they speak first."""
    numbers: dict[str | None, int] = {None: NOBODY}
    for row in rows:
        numbers.setdefault(row.speaker, len(numbers))
    return numbers


def _legend(speakers: Mapping[str | None, int], rows: Sequence[Row]) -> Iterator[str]:
    counts = Counter(row.speaker for row in rows)
    titles = {row.speaker: row.title for row in rows if row.title}
    yield (
        '<section class="cast" aria-label="Speakers">\n<ol>\n' if counts else "<p>No quotes.</p>\n"
    )
    for speaker, number in speakers.items():
        if counts[speaker]:
            title = (
                f' <span class="title">{_words(titles[speaker])}</span>'
                if titles.get(speaker)
                else ""
            )
            who = _words(speaker) if speaker else "No speaker found"
            plural = "" if counts[speaker] == 1 else "s"
            yield (
                f'<li class="{_colour(number)}"><b>{_number(number)}</b> '
                f'<span class="name">{who}</span>{title} '
                f'<span class="count">{counts[speaker]} quote{plural}</span></li>\n'
            )
    yield "</ol>\n</section>\n" if counts else ""


def _colour(number: int) -> str:
    return "nobody" if number == NOBODY else f"s{(number - 1) % COLOURS + 1}"


def _number(number: int) -> str:
    return "?" if number == NOBODY else str(number)


def _marked(rows: Sequence[Row], speakers: Mapping[str | None, int]) -> list[tuple[Span, Row, int]]:
    """Return what is marked, in the order of the text: quotes, and words that name a speaker."""
    found: dict[Span, tuple[Row, int]] = {}
    for row in rows:
        found[Span(row.quote_start, row.quote_end)] = (row, speakers[row.speaker])
    for row in rows:
        if row.mention_start is not None and row.mention_end is not None:
            span = Span(row.mention_start, row.mention_end)
            found.setdefault(span, (row, speakers[row.speaker]))
    kept: list[tuple[Span, Row, int]] = []
    for span in sorted(found):
        if not kept or kept[-1][0].end <= span.start:
            kept.append((span, *found[span]))
    return kept


def _paragraph(
    name: str, text: str, paragraph: Span, marked: Sequence[tuple[Span, Row, int]]
) -> Iterator[str]:
    at = paragraph.start
    for span, row, number in marked:
        yield _words(text[at : span.start])
        is_quote = span.start == row.quote_start
        yield _quote(name, row, number) if is_quote else _mention(span.of(text), number)
        at = span.end
    yield _words(text[at : paragraph.end])


def _quote(name: str, row: Row, number: int) -> str:
    caption = f"{name}-{row.quote_id}"
    return (
        f'<mark class="{_colour(number)}" tabindex="0" aria-describedby="{caption}">'
        f"{_words(row.quote)}</mark>"
        f'<sup class="{_colour(number)}" aria-hidden="true">{_number(number)}</sup>'
        f'<span class="caption" role="tooltip" id="{caption}">{_caption(row)}</span>'
    )


def _caption(row: Row) -> str:
    who = f"<b>{_words(row.speaker)}</b>" if row.speaker else "<b>No speaker found</b>"
    title = f", {_words(row.title)}" if row.title else ""
    trust = "" if row.confidence is None else f" · {row.confidence:.0%}"
    details = " · ".join(_words(words) for words in (row.kind, row.cue, row.rule) if words)
    return f"{who}{title}<small>{details}{trust}</small>"


def _mention(words: str, number: int) -> str:
    return f'<span class="mention {_colour(number)}">{_words(words)}</span>'


def _words(text: str) -> str:
    # A parser of HTML would make line feeds of bare carriage returns.
    return escape(text).replace("\r", "&#13;")
