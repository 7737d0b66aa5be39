"""The spaCy component: `nlp.add_pipe("quotes")` on any English pipeline with tagger and parser.

It runs the same rules on the pipeline's own parse. Loading this module declares `doc._.quotes`,
the rows as dictionaries of plain values, and `span._.speaker`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from quotes.errors import ModelError
from quotes.marks import find_paragraphs, find_quotations
from quotes.pipeline import Extractor
from quotes.plugins.own_parse import own_parse
from quotes.records import Document

if TYPE_CHECKING:
    from quotes.frames import Frame
    from quotes.parse import Parse

NAME = "quotes"
REMEDY = "add it to an English pipeline after a tagger and a parser, such as en_core_web_sm"


def speaker_of(span: Span) -> str | None:
    """Return who says the first quote that a span shares a character with; None for nobody."""
    rows = span.doc._.quotes
    return next(
        (
            row["speaker"]
            for row in rows
            if row["quote_start"] < span.end_char and span.start_char < row["quote_end"]
        ),
        None,
    )


for kind, extension, how in (
    (Doc, "quotes", {"default": []}),
    (Span, "speaker", {"getter": speaker_of}),
):
    if not kind.has_extension(extension):
        kind.set_extension(extension, **how)


class _Extractor(Extractor):
    """Reads the parses out of one parsed document."""

    def __init__(self, rules: Sequence[str]) -> None:
        # It parses nothing itself, so a pipeline of nothing will do.
        super().__init__(model=spacy.blank("en"), rules=[Path(folder) for folder in rules])
        self.doc: Doc | None = None

    def _parse(self, frames: Sequence[Sequence[Frame]]) -> list[list[Parse]]:
        doc = self.doc
        assert doc is not None
        quotations = find_quotations(doc.text, find_paragraphs(doc.text))
        return [[own_parse(doc, frame, quotations) for frame in group] for group in frames]


class QuotesComponent:
    """Finds who says what in documents that are parsed.

    Args:
        rules: folders of rules that extend or override the built-in ones.
        include_other: also give rows of kind `other`, for what is nobody's speech.

    Raises:
        RuleError: the rules cannot be loaded.
    """

    def __init__(self, rules: Sequence[str] = (), include_other: bool = False) -> None:
        self._rules = list(rules)
        self._include_other = include_other
        self._extractor = _Extractor(self._rules)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.quotes`; offsets count the characters of `doc.text`.

        Raises:
            ModelError: the document has no tags or no parse.
        """
        if len(doc) and not (doc.has_annotation("TAG") and doc.has_annotation("DEP")):
            raise ModelError("the document has no tags or no parse", where=NAME, remedy=REMEDY)
        self._extractor.doc = doc
        rows = self._extractor.extract(Document("", doc.text), include_other=self._include_other)
        self._extractor.doc = None
        doc._.quotes = [asdict(row) for row in rows]
        return doc

    def __getstate__(self) -> dict[str, Any]:
        """Pass on to other processes what it was made of, and let them load the rules."""
        return {"rules": self._rules, "include_other": self._include_other}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state)  # type: ignore[misc]


@Language.factory(
    NAME,
    default_config={"rules": [], "include_other": False},
    assigns=["doc._.quotes"],
    requires=["token.tag", "token.dep", "token.head"],
)
def make_quotes(
    nlp: Language,
    name: str,  # noqa: ARG001 (spaCy passes it)
    rules: list[str],
    include_other: bool,
) -> QuotesComponent:
    """Make the component for a pipeline.

    Raises:
        ModelError: the pipeline is not for English.
        RuleError: the rules cannot be loaded.
    """
    if nlp.lang != "en":
        raise ModelError(f"the pipeline's language is {nlp.lang!r}", where=NAME, remedy=REMEDY)
    return QuotesComponent(rules, include_other)
