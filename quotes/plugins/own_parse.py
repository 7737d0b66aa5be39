"""Parses made of a document that a pipeline has parsed whole, for the rules to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotes.frames import Frame
from quotes.parse import Parse, read_parse
from quotes.records import Quotation, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def own_parse(doc: Doc, frame: Frame, quotations: Sequence[Quotation]) -> Parse:
    """Return what the document's own parse says of a frame.

    The frame's words are those of the document, with its quotations as they are and without
    the blanks that are tokens, which frames do not have either.

    Args:
        doc: a document with tags, heads and labels.
        frame: a frame of the document's text.
        quotations: the document's quotations.
    """
    tokens = [
        token
        for region in _regions(frame, quotations)
        for token in doc.char_span(region.start, region.end, alignment_mode="contract") or ()
        if not token.is_space
    ]
    part = _part(doc, tokens)
    marked = [_marked(part, tokens, quotations[number].outer) for number in frame.quotations]
    own = replace(
        frame,
        text=part.text,
        starts=tuple(token.idx for token in part) or (0,),
        origins=tuple(token.idx for token in tokens) or (-1,),
        marked=tuple(marked),
    )
    return read_parse(own, part)


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


def _part(doc: Doc, tokens: Sequence[Token]) -> Doc:
    """Return a document of some tokens; one whose head is not among them becomes a root."""
    from spacy.tokens import Doc as NewDoc

    numbers = {token.i: number for number, token in enumerate(tokens)}
    following = [*tokens[1:], None]
    return NewDoc(
        doc.vocab,
        words=[token.text for token in tokens],
        spaces=[
            after is not None and after.idx > token.idx + len(token)
            for token, after in zip(tokens, following, strict=True)
        ],
        tags=[token.tag_ for token in tokens],
        heads=[numbers.get(token.head.i, number) for number, token in enumerate(tokens)],
        deps=[token.dep_ if token.head.i in numbers else "ROOT" for token in tokens],
    )


def _marked(part: Doc, tokens: Sequence[Token], outer: Span) -> Span:
    """Return where a quotation with its marks stands in the new document."""
    inside = [
        new
        for new, old in zip(part, tokens, strict=True)
        if old.idx < outer.end and outer.start < old.idx + len(old)
    ]
    return Span(inside[0].idx, inside[-1].idx + len(inside[-1])) if inside else Span(0, 0)
