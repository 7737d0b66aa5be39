"""Parses made of a document that a pipeline has parsed whole, for the rules to read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quotes.frames import Frame
from quotes.parse import Parse, read_parse
from quotes.records import Quotation, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FURTHER = "dep"
"""Label of a token's further pieces: what a parser calls a tie that it has no name for."""


def own_parse(doc: Doc, frame: Frame, quotations: Sequence[Quotation]) -> Parse:
    """Return what the document's own parse says of a frame.

    The frame's words are those of the document, with its quotations as they are and without
    the blanks that are tokens, which frames do not have either.

    Args:
        doc: a document with tags, heads and labels.
        frame: a frame of the document's text.
        quotations: the document's quotations.
    """
    outers = [quotations[number].outer for number in frame.quotations]
    ends = {end for outer in outers for end in (outer.start, outer.end)}
    regions = _regions(frame, quotations)
    pieces = [piece for region in regions for piece in _pieces(doc, region, ends)]
    part = _part(doc, pieces)
    own = replace(
        frame,
        text=part.text,
        starts=tuple(token.idx for token in part) or (0,),
        origins=tuple(span.start for _, span in pieces) or (-1,),
        marked=tuple(_marked(part, pieces, outer) for outer in outers),
    )
    return read_parse(own, part)


def _pieces(doc: Doc, region: Span, ends: Collection[int]) -> Iterator[tuple[Token, Span]]:
    """Yield the tokens of a region, and in pieces those that run over an end of a quotation."""
    for token in doc.char_span(region.start, region.end, alignment_mode="expand") or ():
        start, stop = max(token.idx, region.start), min(token.idx + len(token), region.end)
        cuts = [start, *(at for at in range(start + 1, stop) if at in ends), stop]
        if not token.is_space:
            yield from ((token, Span(*borders)) for borders in pairwise(cuts))


def _regions(frame: Frame, quotations: Sequence[Quotation]) -> list[Span]:
    """Return which stretches of the document a frame stands for: a lead, and its own."""
    ends = [*frame.starts[1:], len(frame.text)]
    pieces = [
        Span(origin, origin + end - start)
        for start, end, origin in zip(frame.starts, ends, frame.origins, strict=True)
        if origin >= 0
    ]
    lead = pieces[:1] if frame.has_lead else []
    own = [*pieces[len(lead) :], *(quotations[number].outer for number in frame.quotations)]
    whole = [Span(min(own).start, max(span.end for span in own))] if own else []
    return [*lead, *whole]


def _part(doc: Doc, pieces: Sequence[tuple[Token, Span]]) -> Doc:
    """Return a document of tokens in pieces.

    A token whose head is not among them becomes a root, and a further piece of a token hangs on
    its first.
    """
    from spacy.tokens import Doc as NewDoc

    first: dict[int, int] = {}
    for number, (token, _) in enumerate(pieces):
        first.setdefault(token.i, number)
    following = [*(span.start for _, span in pieces[1:]), 0]
    heads, labels = [], []
    for number, (token, _) in enumerate(pieces):
        is_first = first[token.i] == number
        heads.append(first.get(token.head.i, number) if is_first else first[token.i])
        known = token.head.i in first
        labels.append((token.dep_ if known else "ROOT") if is_first else FURTHER)
    return NewDoc(
        doc.vocab,
        words=[doc.text[span.start : span.end] for _, span in pieces],
        spaces=[span.end < after for (_, span), after in zip(pieces, following, strict=False)],
        tags=[token.tag_ for token, _ in pieces],
        heads=heads,
        deps=labels,
    )


def _marked(part: Doc, pieces: Sequence[tuple[Token, Span]], outer: Span) -> Span:
    """Return where a quotation with its marks stands in the new document."""
    inside = [token for token, (_, span) in zip(part, pieces, strict=True) if span.overlaps(outer)]
    return Span(inside[0].idx, inside[-1].idx + len(inside[-1])) if inside else Span(0, 0)
