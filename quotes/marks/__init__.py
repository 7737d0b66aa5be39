"""Quoted spans from plain text: pure string code, linear time, any text."""

from quotes.marks.paragraphs import find_paragraphs
from quotes.marks.quotations import find_quotations

__all__ = ["find_paragraphs", "find_quotations"]
