"""Frames: the short texts worth parsing, each with a map back to the document.

A frame is a paragraph's own words with each long quotation replaced by a short stand-in that
keeps its marks and closing punctuation: long quotations cost most of a parser's time and
confuse it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby, islice

from quotes.records import Quotation, Span

OPENING, CLOSING = "“", "”"
STAND_IN = "Right"
KEPT_WORDS = 5
"""Quotations of this many words or fewer inside the writer's sentence are parsed as they are."""
KEPT_STATEMENT = 3
"""Statements of this many words or fewer are parsed as they are."""
LEAD_WORDS = 2
"""Of a longer quotation inside the writer's own sentence, the words that are kept."""
STICKING = frozenset({",", ":"})
"""What the tokenizer would leave stuck to a mark that touches it: Roe:“Go.”"""
END_MARKS = frozenset(",.?!;:—–-…")
MOST_QUOTATIONS = 12
"""Quotations of one paragraph that one frame holds."""
MOST_OWN = 2000
"""Characters of the writer's own words on each side of a quotation that may attribute it."""
TAIL_WORDS = 25
"""How many words behind a paragraph's last quotation may attribute it."""
CLAUSE_WORDS = 16
"""How many words the clause may have that closes such a sentence, behind its last comma."""
LEAD_REACH = 400
"""How many characters back the sentence that leads to a paragraph of quotation may begin."""
RUNNING_TEXT = re.compile(r",[”\"'’]+\s+[a-z]|\s[a-z][\w’']*[.?!]?\s*$")
"""No headline in capitals has a small letter behind a quotation's comma, or a small last word."""
SENTENCE_BREAK = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})(?<!\b[A-Z][a-z]{4})"
    r"[.?!][”’\"')\]]*\s+(?=[^a-z\s])"
)
"""Where a sentence ends; not after an abbreviation (Gov., Capt., Calif.), even at the price of
missing an end."""
SIGNATURE = re.compile(r"[-–—―]{1,2}\s*[^\W\d_][^.?!:;“”\"]{1,60}\.?")
"""A paragraph that is a dash and a name."""
HEADLINE_LENGTH = 200
HEADLINE_SHARE = 0.75
"""A shorter paragraph with more capitals than this among its longer words is a headline."""
SINGLE = frozenset({"single-curly", "single-straight"})
"""Marks that headlines and nested quotations use where the text has double ones."""
DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’' -]{2,}[A-Z.])(?:,[^—–\n(]{1,30}?)?\s*(?:\([^)\n]{1,40}\)\s*)?(?:—|–|--|-)\s+"
)
"""A place in capitals, perhaps an agency in brackets, and a dash: AUSTIN, Texas (AP) - """
WORD_BEHIND = re.compile(r"[\s,]*(?P<word>\w+)")
WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = frozenset(".?!")
SURROGATES = range(0xD800, 0xE000)
BLANKS = str.maketrans("\n\r\t\v\f\u2028\u2029\u00a0", "        ") | dict.fromkeys(
    SURROGATES, "\ufffd"
)
"""What the parser gets for characters that mean nothing to it or, as lone surrogates, stop it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Lower-case words that show where a quotation's attribution may stand."""

    pronouns: Set[str] = frozenset()
    """Right behind a quotation, they need the sentence before it, which tells whom they mean."""
    cues: Set[str] = frozenset()
    """At the end of a sentence that is too long to keep, they attribute what it begins with."""
    abbreviations: Set[str] = frozenset()
    """Words with a stop that are none where they are all of a quotation (No.), as they stand."""


NOTHING_TOLD = Telling()


@dataclass(frozen=True, slots=True)
class Frame:
    """A text for the parser and the map from its characters to the document's."""

    text: str
    starts: tuple[int, ...]
    """Frame offset at which each piece begins."""
    origins: tuple[int, ...]
    """Document offset of each piece's first character; -1 for words that are not the document's."""
    quotations: tuple[int, ...]
    """Indexes, in the document's list, of the quotations that stand in the frame."""
    marked: tuple[Span, ...]
    """Frame offsets of each quotation with its marks."""
    paragraph: int
    has_lead: bool
    """Whether it begins with the last sentence of the paragraph before."""
    headline: bool = False
    """Whether the paragraph is a headline."""
    signed: bool = False
    """Whether it ends with the paragraph behind, which is a signature."""
    minor: tuple[bool, ...] = ()
    """Of each quotation, whether its marks are single where the document's own are double."""
    outers: tuple[Span, ...] = ()
    """Document offsets of each quotation with its marks; empty where that is not known."""

    def origin(self, offset: int) -> int:
        """Return the document offset of a frame offset, or -1 inside a stand-in."""
        piece = bisect_right(self.starts, offset) - 1
        base = self.origins[piece]
        return -1 if base < 0 else base + offset - self.starts[piece]


class _Builder:
    """Collects the pieces of one frame."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.origins: list[int] = []
        self.length = 0

    def add(self, words: str, origin: int) -> None:
        if words:
            self.parts.append(words)
            self.starts.append(self.length)
            self.origins.append(origin)
            self.length += len(words)


def build_frames(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    telling: Telling = NOTHING_TOLD,
) -> list[Frame]:
    """Build a frame for each paragraph that holds a quotation.

    Args:
        text: the document's text.
        paragraphs: its paragraphs, in order.
        quotations: its quotations, in order.
        telling: words that decide what is kept around a quotation.

    Returns:
        The frames, in the order of their paragraphs.
    """
    numbered = groupby(enumerate(quotations), key=lambda pair: pair[1].paragraph)
    frames: list[Frame] = []
    last = {quotation.paragraph: quotation for quotation in quotations}
    doubles = any(quotation.style not in SINGLE for quotation in quotations)
    for index, group in numbered:
        members, paragraph = list(group), paragraphs[index]
        bare = _is_bare(text, paragraph, members)
        lead = _lead(text, paragraphs, index, last.get(index - 1)) if bare else None
        tail = _signature(text, paragraphs, index) if bare else None
        end = min(paragraph.end, paragraph.start + HEADLINE_LENGTH + 1)
        headline = is_headline(text[paragraph.start : end])
        for span, part in _parts(paragraph, members):
            frame = frame_of(text, span, index, part, lead, telling)
            if tail and part[-1] is members[-1]:
                frame = _with_tail(frame, text, tail)
            minor = tuple(doubles and q.style in SINGLE for _, q in part)
            frames.append(replace(frame, headline=headline, minor=minor))
            lead = None
    return frames


def _parts(
    paragraph: Span, quotations: Sequence[tuple[int, Quotation]]
) -> Iterator[tuple[Span, Sequence[tuple[int, Quotation]]]]:
    """Divide a paragraph with very many quotations, since a parser takes texts of some length."""
    start = paragraph.start
    for first in range(0, len(quotations), MOST_QUOTATIONS):
        part = quotations[first : first + MOST_QUOTATIONS]
        rest = quotations[first + MOST_QUOTATIONS : first + MOST_QUOTATIONS + 1]
        end = rest[0][1].outer.start if rest else paragraph.end
        yield Span(start, end), part
        start = part[-1][1].outer.end


def is_headline(words: str) -> bool:
    """Tell whether a paragraph is a headline in capitals, where any word may look like a name."""
    if len(words) > HEADLINE_LENGTH or RUNNING_TEXT.search(words):
        return False
    longer = [w for w in words.split() if len(w) > 3 and w[:1].isalpha()]
    if len(longer) < 4:
        return False
    return sum(w[:1].isupper() for w in longer) > HEADLINE_SHARE * len(longer)


def _signature(text: str, paragraphs: Sequence[Span], index: int) -> Span | None:
    """Return the next paragraph where it is a dash and a name, which sign the quotation."""
    if index + 1 == len(paragraphs):
        return None
    after = paragraphs[index + 1]
    return after if SIGNATURE.fullmatch(text, after.start, after.end) else None


def _with_tail(frame: Frame, text: str, tail: Span) -> Frame:
    """Return a frame with the words of a signature behind it."""
    at = len(frame.text)
    return replace(
        frame,
        text=f"{frame.text} {_own_words(text, tail.start, tail.end)}",
        starts=(*frame.starts, at, at + 1),
        origins=(*frame.origins, -1, tail.start),
        signed=True,
    )


def _is_bare(text: str, paragraph: Span, quotations: Sequence[tuple[int, Quotation]]) -> bool:
    """Tell whether a paragraph has no word outside its quotations."""
    at = paragraph.start
    for _, quotation in quotations:
        if any(map(str.isalnum, text[at : quotation.outer.start])):
            return False
        at = quotation.outer.end
    return not any(map(str.isalnum, text[at : paragraph.end]))


def _lead(
    text: str, paragraphs: Sequence[Span], index: int, quotation: Quotation | None
) -> Span | None:
    """Return the sentence before a paragraph.

    Args:
        text: the document's text.
        paragraphs: its paragraphs.
        index: the paragraph's.
        quotation: the last one in the paragraph before; the sentence that it goes on in says
            who speaks there, and is no lead.
    """
    if index == 0:
        return None
    before = paragraphs[index - 1]
    last = quotation.outer.end if quotation else before.start
    start = max(before.end - LEAD_REACH, last)
    for stop in SENTENCE_BREAK.finditer(text, start, before.end - 1):
        start = stop.end()
    if start == last and quotation and _goes_on(text, quotation):
        return None
    return Span(start, before.end) if any(map(str.isalpha, text[start : before.end])) else None


def frame_of(
    text: str,
    span: Span,
    paragraph: int,
    quotations: Sequence[tuple[int, Quotation]],
    lead: Span | None = None,
    telling: Telling = NOTHING_TOLD,
) -> Frame:
    """Build the frame of a stretch of text.

    Args:
        text: the document's text.
        span: the stretch, within one paragraph.
        paragraph: the paragraph's index.
        quotations: the quotations within the stretch, each with its index.
        lead: a sentence before the stretch to put in front of it.
        telling: see `build_frames`.
    """
    builder = _Builder()
    marked: list[Span] = []
    if lead:
        builder.add(_own_words(text, lead.start, lead.end), lead.start)
        builder.add(" ", -1)
    at = _after_dateline(text, span, quotations)
    for number, (_, quotation) in enumerate(quotations):
        alone = _goes_on(text, quotation) and _word_behind(text, quotation) not in telling.pronouns
        for kept in _kept(text, at, quotation, first=number == 0, alone=alone):
            builder.add(_own_words(text, kept.start, kept.end), kept.start)
        before = text[max(0, quotation.outer.start - 1) : quotation.outer.start]
        _set_apart(builder, before, STICKING)
        begin = builder.length
        _add_quotation(builder, text, quotation, telling.abbreviations)
        marked.append(Span(begin, builder.length))
        at = quotation.outer.end
        _set_apart(builder, text[at : at + 1])
    last = quotations[-1][1] if quotations else None
    for kept in _kept_behind(text, Span(at, span.end), span, last, telling.cues):
        builder.add(_own_words(text, kept.start, kept.end), kept.start)
    return Frame(
        "".join(builder.parts),
        tuple(builder.starts),
        tuple(builder.origins),
        tuple(number for number, _ in quotations),
        tuple(marked),
        paragraph,
        lead is not None,
        outers=tuple(quotation.outer for _, quotation in quotations),
    )


def _kept(text: str, start: int, quotation: Quotation, *, first: bool, alone: bool) -> list[Span]:
    """Return of the words before a quotation those that can attribute it.

    They are the sentence in which the quotation stands, the whole sentence before a quotation
    that opens one and is not known by the words behind it, and what is left of the sentence of
    the quotation before.

    Args:
        text: the document's text.
        start: where the words begin: at the quotation before, or the paragraph's beginning.
        quotation: the quotation.
        first: whether it is the first quotation of the paragraph.
        alone: whether the words behind the quotation tell its speaker by themselves.
    """
    end = quotation.outer.start
    near, far = min(end, start + MOST_OWN), max(start, end - MOST_OWN)
    searched = [(start, end)] if far <= near else [(start, near), (far, end)]
    stops = [stop for part in searched for stop in sentence_starts(text, *part)]
    opens = bool(stops) and not any(map(str.isalnum, text[stops[-1] : end]))
    needed = 2 if opens and not alone else 1
    if len(stops) >= needed + (not first):
        tail = Span(max(stops[-needed], end - MOST_OWN), end)
        return [tail] if first else [Span(start, min(stops[0], start + MOST_OWN)), tail]
    if end - start <= 2 * MOST_OWN:
        return [Span(start, end)]
    return [Span(start, start + MOST_OWN), Span(end - MOST_OWN, end)]


def sentence_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Return where a sentence begins between two offsets, the second of them included."""
    # A break is known by the character behind it, which at the end is the one there.
    return (stop.end() for stop in SENTENCE_BREAK.finditer(text, start, end + 1))


def _goes_on(text: str, quotation: Quotation) -> bool:
    """Tell whether a comma leads from a quotation to an attribution behind it."""
    return "," in (
        text[quotation.span.end - 1],
        text[quotation.outer.end : quotation.outer.end + 1],
    )


def _word_behind(text: str, quotation: Quotation) -> str:
    """Return the word right behind a quotation, lower case, or nothing."""
    found = WORD_BEHIND.match(text, quotation.outer.end)
    return found["word"].lower() if found else ""


def _kept_behind(
    text: str, rest: Span, whole: Span, last: Quotation | None, cues: Set[str]
) -> list[Span]:
    """Return of the rest of a stretch what may attribute the last quotation before it."""
    if last is None:
        return [rest]
    if _completes(text, whole, last):
        return []
    end = min(rest.end, rest.start + MOST_OWN)
    stop = SENTENCE_BREAK.search(text, rest.start, end)
    return _shortened(text, Span(rest.start, stop.end() if stop else end), cues)


def _shortened(text: str, sentence: Span, cues: Set[str]) -> list[Span]:
    """Return the beginning of a long sentence, and its last clause if that has a cue."""
    end = sentence_end(text, sentence.start, sentence.end, TAIL_WORDS)
    if end == sentence.end:
        return [sentence]
    comma = max(text.rfind(",", sentence.start, sentence.end), sentence.start)
    last = [word.lower() for word in WORD.findall(text, comma, sentence.end)]
    if len(last) > CLAUSE_WORDS or cues.isdisjoint(last):
        return [Span(sentence.start, end)]
    return [sentence] if comma < end else [Span(sentence.start, end), Span(comma, sentence.end)]


def sentence_end(text: str, start: int, end: int, most: int) -> int:
    """Return where the sentence that goes on at an offset ends, or some words of it.

    Args:
        text: the document's text.
        start: the offset.
        end: where the search ends.
        most: how many words are taken at most.
    """
    stop = SENTENCE_BREAK.search(text, start, end)
    end = stop.end() if stop else end
    words = list(islice(re.finditer(r"\S+", text[start:end]), most + 1))
    return start + words[-1].start() if len(words) > most else end


def _completes(text: str, span: Span, quotation: Quotation) -> bool:
    """Tell whether a quotation ends a sentence of the writer's that begins before it.

    What follows such a quotation is another sentence, and does not attribute it.
    """
    if text[quotation.span.end - 1] not in SENTENCE_END:
        return False
    behind = text[quotation.outer.end : span.end].lstrip()[:1]
    if behind and not behind.isupper():
        return False
    begin = max(span.start, quotation.outer.start - LEAD_REACH)
    start = max(sentence_starts(text, begin, quotation.outer.start), default=begin)
    return any(map(str.isalnum, text[start : quotation.outer.start]))


def _after_dateline(text: str, span: Span, quotations: Sequence[tuple[int, Quotation]]) -> int:
    """Return where a paragraph's own words begin; a parser takes a dateline for the subject."""
    found = DATELINE.match(text, span.start, span.end)
    if not found or (quotations and found.end() > quotations[0][1].outer.start):
        return span.start
    return found.end()


def _set_apart(builder: _Builder, neighbour: str, others: frozenset[str] = frozenset()) -> None:
    """Put a blank between a quotation and a word, or other character, that touches its mark."""
    if neighbour.isalnum() or neighbour in others:
        builder.add(" ", -1)


def _own_words(text: str, start: int, end: int) -> str:
    return text[start:end].translate(BLANKS)


def _add_quotation(
    builder: _Builder, text: str, quotation: Quotation, abbreviations: Set[str]
) -> None:
    words = quotation.span.of(text)
    statement = is_statement(text, quotation)
    most = KEPT_STATEMENT if statement else KEPT_WORDS
    builder.add(OPENING, -1)
    if words in abbreviations:
        builder.add(words[:-1].translate(BLANKS), quotation.span.start)
        builder.add(" ", -1)
        builder.add(".", quotation.span.end - 1)
    elif len(words.split(None, most)) <= most:
        builder.add(words.translate(BLANKS), quotation.span.start)
    elif statement:
        builder.add(STAND_IN + _closing_punctuation(words), -1)
    else:
        kept = words[: _lead_end(words)]
        builder.add(kept.translate(BLANKS), quotation.span.start)
        builder.add(_closing_punctuation(words), -1)
    builder.add(CLOSING, -1)


def is_statement(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation begins as a sentence of its own does.

    Args:
        text: the document's text.
        quotation: one of its quotations.

    Returns:
        True where no word of the writer's own sentence runs into the quotation: its first
        letter is a capital, or nothing but punctuation stands before its mark.
    """
    start = quotation.span.start
    if text[start].isupper() or not text[start].isalpha():
        return True
    before = text[max(0, quotation.outer.start - 3) : quotation.outer.start].rstrip()
    return not before or not (before[-1].isalnum() or before[-1] in ")’'")


def _closing_punctuation(words: str) -> str:
    return words[-1] if words[-1] in END_MARKS else ""


def _lead_end(words: str) -> int:
    """Return where a quotation's kept words end: a letter and a stop look like an initial."""
    last = words.split(None, LEAD_WORDS)[LEAD_WORDS - 1]
    return _words_end(words, LEAD_WORDS + (len(last) == 1 and words.endswith(".")))


def _words_end(words: str, count: int) -> int:
    at = 0
    for piece in words.split(None, count)[:count]:
        at = words.index(piece, at) + len(piece)
    return at
