"""Looks: what a quotation's own words tell, whatever stands around it."""

from __future__ import annotations

from quotes.records import Quotation
from quotes.rules.model import ANYTHING, QuoteTest

ANY_LETTER = ""
SHORT_WORD = 3
"""Words of this many letters or fewer may be lower case in a title."""


def looks(text: str, quotation: Quotation, test: QuoteTest) -> bool:
    """Tell whether a quotation passes a rule's test of its looks.

    Args:
        text: the document's text.
        quotation: one of its quotations.
        test: the test; a quotation's end is its last character or the one behind its mark.
    """
    if test is ANYTHING:
        return True
    words = quotation.span.of(text)
    return (
        (test.begins is None or _begins(words, test.begins))
        and (test.ends is None or _ends(text, quotation, words, test.ends))
        and (test.title_case is None or is_title_case(words) is test.title_case)
        and (test.marks is None or quotation.style in test.marks)
        and (test.words_at_most is None or len(words.split()) <= test.words_at_most)
        and (test.words_at_least is None or len(words.split()) >= test.words_at_least)
    )


def _begins(words: str, how: str) -> bool:
    letter = next((c for c in words if c.isalpha()), "")
    return letter.isupper() if how == "capital" else letter.islower()


def _ends(text: str, quotation: Quotation, words: str, ends: frozenset[str]) -> bool:
    behind = text[quotation.outer.end : quotation.outer.end + 1]
    last = words[-1:]
    return last in ends or behind in ends or (ANY_LETTER in ends and last.isalnum())


def is_title_case(words: str) -> bool:
    """Tell whether every longer word begins with a capital or a digit, as in a title."""
    longer = [w.strip("“”‘’'\"(),.:;!?-") for w in words.split()]
    longer = [w for w in longer if len(w) > SHORT_WORD] or longer[:1]
    return bool(longer) and all(not w[:1].islower() for w in longer)
