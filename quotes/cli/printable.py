"""Texts made safe to print: a document must not steer the terminal it is shown on."""

from __future__ import annotations

import re

# Control characters, and those that change the direction of the text around them.
UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Return the text with every unsafe character shown as its code; line feeds stay."""
    return UNSAFE.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def one_line(text: str) -> str:
    """Return the text on one line, its blanks as single spaces, safe to print."""
    return printable(" ".join(text.split()))
