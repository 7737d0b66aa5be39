"""Character references of HTML: `&amp;`, `&rsquo;`, `&#8217;`, each with its exact length."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

NUMERIC = re.compile(r"&#(?:[xX]0*(?P<hex>[0-9a-fA-F]+)|0*(?P<decimal>[0-9]+));?")
NAMED = re.compile(r"&[a-zA-Z][a-zA-Z0-9]{0,31};?")
SHORTEST_NAME = 2
LONGEST_NUMBER = 8
"""Digits of which no code point has more; a million of them are not worth converting."""
REPLACEMENT = "\ufffd"
"""What stands for a number that is no code point's."""


def read_reference(html: str, at: int, end: int) -> tuple[str, int]:
    """Decode the reference at an ampersand as browsers do, a missing semicolon included.

    Args:
        html: any string with an ampersand at `at`.
        at: offset of the ampersand.
        end: offset that the reference may not reach beyond.

    Returns:
        what it stands for, which may be nothing or two characters, and the offset after it; the
        ampersand itself where there is no reference.
    """
    if number := NUMERIC.match(html, at, end):
        digits = f"x{number['hex']}" if number["hex"] else number["decimal"]
        known = len(digits) <= LONGEST_NUMBER
        return unescape(f"&#{digits};") if known else REPLACEMENT, number.end()
    if name := NAMED.match(html, at, end):
        # “&notit;” is “¬it;”: the longest known name counts, and what follows it is text.
        for stop in range(name.end(), at + SHORTEST_NAME, -1):
            if decoded := html5.get(html[at + 1 : stop]):
                return decoded, stop
    return "&", at + 1
