"""Parses built by hand, so that no model can drift.

A word is written `word/tag/dependency/head`; the head is a word of the paragraph (`said`, or
`said^2` for the second of them), and the word itself for a root. Words between “ and ” are
quoted; a word with ~ before it stands for what is not in the document.
"""

from dataclasses import dataclass
from functools import cache

from quotes.frames import Frame
from quotes.parse import Parse, read_parse
from quotes.records import Quotation, Span

GAP = "\n\n"


@dataclass(frozen=True)
class Scene:
    """A document of hand-built parses, one for each paragraph."""

    text: str
    parses: list[Parse]
    quotations: list[Quotation]


@cache
def vocabulary():
    import spacy

    return spacy.blank("en").vocab


def made(*paragraphs: str, runs=(), **marks) -> Scene:
    """Build a document.

    Args:
        paragraphs: each as its words with their tags, dependencies and heads.
        runs: the run numbers of the quotations, where they are not all different.
        marks: further fields of every frame.
    """
    text, parses, quotations = "", [], []
    for number, paragraph in enumerate(paragraphs):
        words = [Word(*item.rsplit("/", 3)) for item in paragraph.split()]
        start = len(text) + len(GAP) * bool(parses)
        frame = frame_of(words, start, number, len(quotations), marks)
        own = " ".join(word.text for word in words)
        text += GAP * bool(parses) + own
        for span in frame.marked:
            run = runs[len(quotations)] if runs else len(quotations)
            quotations.append(quotation(text, start, span, number, run))
        parses.append(read_parse(frame, doc_of(words)))
    return Scene(text, parses, quotations)


def parse(paragraph: str) -> Parse:
    """Build the parse of one paragraph."""
    return made(paragraph).parses[0]


def chain(count: int) -> Parse:
    """Build the parse of words w0 w1 … of which each hangs on the one before it."""
    return parse(" ".join(f"w{i}/X/dep/w{max(i - 1, 0)}" for i in range(count)))


class Word:
    def __init__(self, text, tag, dep, head):
        self.text = text.lstrip("~")
        self.own = not text.startswith("~")
        self.tag, self.dep, self.head = tag, dep, head


def quotation(text, start, span, paragraph, run):
    outer = Span(start + span.start, start + span.end)
    inner = text[outer.start : outer.end].strip("“” ")
    begin = text.index(inner, outer.start)
    return Quotation(
        Span(begin, begin + len(inner)), outer, "curly", closed=True, paragraph=paragraph, run=run
    )


def frame_of(words, start, paragraph, first, marks):
    text, starts, origins, marked, opened = "", [], [], [], 0
    for word in words:
        text += " " * bool(text)
        starts.append(len(text))
        origins.append(start + len(text) if word.own else -1)
        if word.text == "“":
            opened = len(text)
        text += word.text
        if word.text == "”":
            marked.append(Span(opened, len(text)))
    numbers = tuple(range(first, first + len(marked)))
    fields = {"paragraph": paragraph, "has_lead": False, **marks}
    return Frame(
        text, tuple(starts), tuple(origins), quotations=numbers, marked=tuple(marked), **fields
    )


def doc_of(words):
    from spacy.tokens import Doc

    texts = [word.text for word in words]
    return Doc(
        vocabulary(),
        words=texts,
        tags=[word.tag for word in words],
        deps=[word.dep for word in words],
        heads=[index(texts, word.head) for word in words],
    )


def index(words, name):
    """Return where a word stands: `said` the first, `said^2` the second."""
    word, _, nth = name.partition("^")
    found = [i for i, w in enumerate(words) if w == word]
    return found[int(nth or 1) - 1]


def numbered(parse, *names):
    """Return the token indexes of words."""
    return [index(parse.words, name) for name in names]
