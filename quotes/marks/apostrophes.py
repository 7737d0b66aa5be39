"""Telling apostrophes from single quotation marks by the characters around them."""

from __future__ import annotations

import re
from enum import IntEnum

from quotes.marks.characters import BLANKS, DASHES, FRACTIONS, OPENING_BRACKETS, Side
from quotes.marks.tokens import Mark


class Trust(IntEnum):
    """How sure it is that a mark stands at an end of a quotation."""

    NONE = 0
    WEAK = 1
    """Rather an apostrophe: ’90s, ’em, the officers’ car."""
    STRONG = 2
    SURE = 3
    """No apostrophe could stand here."""


_ELIDED = re.compile(
    r"(?:\d\ds?|n|em|till?|tis|twas|twere|twill|cause|cuz|cos|coz|bout|round|nuff|nother|neath"
    r"|gainst|fraid|stead|tween|twixt|mid|kay|un|im|er|ere|ello|hood|burbs|scuse|nam|t|s)(?!\w)",
    re.IGNORECASE,
)
"""Words that begin with an apostrophe, and years without their century."""
_CLIPPED = re.compile(r"(?:\w\win|\b(?:an|o|th|ol|lil|po|mo|wi))\Z", re.IGNORECASE)
"""Words that end with an apostrophe."""
_CLIPPED_REACH = 5
_INCHES = re.compile(rf"\s?\d{{1,2}}[{FRACTIONS}]?\s?(?:[\"”″]|''|’’)")
_BEFORE_OPENING = OPENING_BRACKETS + DASHES + '"“„”«»‹›'
_NEVER_AFTER_OPENING = BLANKS + ",;:!?)]}"


def opening_trust(text: str, mark: Mark) -> Trust:
    """Tell how well a single mark would do as an opening one.

    Args:
        text: the document's text.
        mark: a mark that may be an apostrophe.

    Returns:
        None, weak if it begins a word or a year cut short, or strong.
    """
    if mark.glyph.side is Side.CLOSE or not mark.right or mark.right in _NEVER_AFTER_OPENING:
        return Trust.NONE
    if mark.left and mark.left not in BLANKS and mark.left not in _BEFORE_OPENING:
        return Trust.NONE
    return Trust.WEAK if _ELIDED.match(text, mark.end) else Trust.STRONG


def closing_trust(text: str, mark: Mark) -> Trust:
    """Tell how well a single mark would do as a closing one.

    Args:
        text: the document's text.
        mark: a mark that may be an apostrophe.

    Returns:
        None; weak after a possessive or a word cut short; strong if they are still possible;
        sure otherwise.
    """
    left, right = mark.left, mark.right
    if not left or left in BLANKS or left in OPENING_BRACKETS or right.isalnum():
        return Trust.NONE
    if not left.isalnum():
        return Trust.SURE
    if _is_rocknroll(text, mark) or (left.isdigit() and _INCHES.match(text, mark.end)):
        return Trust.NONE
    return _after_word(text, mark)


def _is_rocknroll(text: str, mark: Mark) -> bool:
    """Tell whether the mark ends the n of rock ’n’ roll."""
    return mark.left in "nN" and text[max(0, mark.start - 2)] in "'’‘"


def _after_word(text: str, mark: Mark) -> Trust:
    word = text[max(0, mark.start - _CLIPPED_REACH) : mark.start]
    doubtful = mark.left in "sSxXzZ" or mark.left.isdigit() or _CLIPPED.search(word) is not None
    if not doubtful:
        return Trust.SURE
    return Trust.WEAK if mark.right and mark.right in BLANKS else Trust.STRONG
