"""The lexicon that tests of names and people share."""

from functools import cache

from quotes.marks import find_paragraphs
from quotes.rules import load_rules
from quotes.speakers.cast import Cast
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.names import find_names


@cache
def lexicon():
    return Lexicon.of(load_rules().lists)


def names_of(text):
    return find_names(text, find_paragraphs(text), lexicon())


def cast_of(text):
    return Cast(text, find_paragraphs(text), names_of(text), lexicon())
