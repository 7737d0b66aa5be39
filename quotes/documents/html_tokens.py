"""HTML taken apart into text and tags, each with its offsets.

Follows the tokens of the HTML standard (https://html.spec.whatwg.org/#tokenization) and not
`html.parser`, which has read malformed markup differently from one Python release to the next:
ids are made from the text, so the text must be the same everywhere. Every step moves on and
none looks back, so the time is linear whatever the markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

MARKUP = re.compile(r"<(?:[A-Za-z!?]|/.)", re.DOTALL)
NAME = re.compile(r"[^\t\n\f\r />]+")
SEPARATORS = re.compile(r"[\t\n\f\r /]*")
ATTRIBUTE = re.compile(
    r"[^\t\n\f\r />][^\t\n\f\r />=]*"
    r"(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:\"[^\"]*\"|'[^']*'|[^\t\n\f\r >\"'][^\t\n\f\r >]*)?)?"
)
COMMENT_END = re.compile(r"--!?>")
NO_COMMENT = ("<!-->", "<!--->")
"""Comments that end as soon as they begin."""

RAW = frozenset(("script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes"))
"""Elements whose content holds no tags and is not the article's."""
HIDDEN = frozenset(
    ("template", "noscript", "svg", "canvas", "audio", "video", "object", "select", "datalist")
)
"""Elements that are dropped with everything in them."""
TAGS = {name: re.compile(rf"<(/?){name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in RAW | HIDDEN}


class Part(Enum):
    """What a token is."""

    TEXT = auto()
    START = auto()
    END = auto()


class Token(NamedTuple):
    """A stretch of HTML: text with its character references, or a tag."""

    part: Part
    start: int
    end: int
    name: str = ""
    """The tag's name in small letters."""


def tokens(html: str) -> Iterator[Token]:
    """Take HTML apart, however malformed it is.

    Comments, declarations and the elements in `RAW` and `HIDDEN` are left out. What is never
    closed — a tag, a comment, a script — reaches to the end, as it does in a browser. The one
    difference: an attribute whose quotation mark is never closed does not swallow the rest.

    Args:
        html: any string.

    Yields:
        its texts and tags, in order; offsets are code points.
    """
    at, unclosed = 0, set[str]()
    while found := MARKUP.search(html, at):
        if found.start() > at:
            yield Token(Part.TEXT, at, found.start())
        tag, at = _markup(html, found.start())
        if tag and tag.part is Part.START and tag.name in RAW | HIDDEN:
            at = _after_content(html, tag, unclosed)
        elif tag:
            yield tag
    if at < len(html):
        yield Token(Part.TEXT, at, len(html))


def _markup(html: str, at: int) -> tuple[Token | None, int]:
    """Read what begins with `<`; returns a tag, None for anything else, and the offset after it."""
    if html.startswith("<!--", at):
        return None, _comment_end(html, at)
    part, name_at = (Part.END, at + 2) if html[at + 1] == "/" else (Part.START, at + 1)
    if not (html[name_at].isascii() and html[name_at].isalpha()):
        return None, _after(html.find(">", at), html)
    name = NAME.match(html, name_at)
    end = _tag_end(html, name.end() if name else name_at)
    if end > len(html):
        return None, len(html)
    return Token(part, at, end, name[0].lower() if name else ""), end


def _comment_end(html: str, at: int) -> int:
    for whole in NO_COMMENT:
        if html.startswith(whole, at):
            return at + len(whole)
    end = COMMENT_END.search(html, at + 4)
    return end.end() if end else len(html)


def _after(found: int, html: str) -> int:
    return found + 1 if found >= 0 else len(html)


def _tag_end(html: str, at: int) -> int:
    """Return the offset after a tag's `>`, or one beyond the end if there is none."""
    while True:
        at = SEPARATORS.match(html, at).end()  # type: ignore[union-attr]  # matches nothing, too
        if html.startswith(">", at):
            return at + 1
        attribute = ATTRIBUTE.match(html, at)
        if attribute is None:
            return len(html) + 1
        at = attribute.end()


def _after_content(html: str, tag: Token, unclosed: set[str]) -> int:
    """Return the offset after an element that is dropped, or of its end tag.

    Args:
        html: the whole.
        tag: its start tag.
        unclosed: names of elements that are known not to be closed any more; added to.
    """
    if html.endswith("/>", tag.start, tag.end):
        return tag.end
    tags = TAGS[tag.name].finditer(html, tag.end)
    if tag.name in RAW:
        return next((found.start() for found in tags if found[1]), len(html))
    return tag.end if tag.name in unclosed else _after_tree(tag, tags, unclosed)


def _after_tree(tag: Token, tags: Iterator[re.Match[str]], unclosed: set[str]) -> int:
    depth, last = 1, -1
    for found in tags:
        depth += -1 if found[1] else 1
        last = found.start() if found[1] else last
        if depth == 0:
            break
    if last < 0:
        unclosed.add(tag.name)
    return max(last, tag.end)
