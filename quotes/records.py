"""The records that the stages hand to one another.

All offsets are positions in the document's text as it was given: Unicode code points,
0-based, end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a stretch between quotation marks is."""

    DIRECT = "direct"
    """A whole statement in quotation marks."""
    MIXED = "mixed"
    """Quoted words inside the writer's own sentence."""
    OTHER = "other"
    """Nobody's speech: a scare quote, a nickname, the title of a work."""


class SpeakerType(StrEnum):
    """What kind of source speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where the pieces of a text stand in what it was extracted from: HTML, the strings of a JSON.

    A piece is either as long as its source, character for character, or one stretch of source
    (an entity, a run of blanks) that stands for it as a whole.
    """

    starts: tuple[int, ...]
    """Text offset at which each piece begins; the first is 0."""
    origins: tuple[int, ...]
    """Source offset of each piece's first character; -1 for what is in no source."""
    ends: tuple[int, ...]
    """Source offset of each piece's end; -1 likewise."""
    fields: tuple[tuple[int, str], ...] = ((0, ""),)
    """Text offset from which on the source is this string of a JSON value, as a JSON Pointer
    (RFC 6901); empty where the source is a whole file."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text and the name it goes by."""

    id: str
    """Its path as given on the command line, or its own id in JSON inputs."""
    text: str
    source: SourceMap | None = field(default=None, repr=False)
    """What the text was extracted from; None if it is its own source."""
    item: Mapping[str, object] | None = field(default=None, repr=False, compare=False)
    """The news item, as it came, that the text is of; None if it is of none."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, inside one paragraph."""

    span: Span
    """The words between the marks: marks and the blanks inside them excluded."""
    outer: Span
    """The same with its marks; without the closing one if that is missing."""
    style: str
    """The style of the marks: curly, straight, doubled, ..."""
    closed: bool
    """False if the mark is never closed and the paragraph's end closes it."""
    paragraph: int
    """Index of its paragraph in the document."""
    run: int
    """Number shared by the parts of one quotation that runs over paragraphs."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the ledger; the fields are its columns, in their order."""

    document: str
    quote_id: str
    utterance: int
    kind: str
    quote: str
    quote_start: int
    quote_end: int
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_type: str | None
    title: str | None
    title_start: int | None
    title_end: int | None
    mention: str | None
    mention_start: int | None
    mention_end: int | None
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    rule: str | None
    title_rule: str | None
    confidence: float | None
    document_sha256: str


COLUMNS: tuple[str, ...] = tuple(Row.__slots__)
"""The ledger's columns, in the order in which they are written."""
