"""What the command counts as it works."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.workers import Extraction


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural unless it is one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@dataclass(slots=True)
class Tally:
    """Sums over the documents of a run."""

    documents: int = 0
    failed: int = 0
    quotes: int = 0
    speakers: int = 0
    """Quotes that have a speaker."""
    titles: int = 0
    """Quotes whose speaker has a title."""

    def add(self, extraction: Extraction) -> None:
        """Count a document and its rows."""
        self.documents += 1
        self.quotes += len(extraction.rows)
        self.speakers += sum(row.speaker is not None for row in extraction.rows)
        self.titles += sum(row.title is not None for row in extraction.rows)

    def summary(self) -> str:
        """Return the sums in a sentence."""
        found = f"{counted(self.quotes, 'quote')} in {counted(self.documents, 'document')}"
        linked = f"{self.speakers:,} with a speaker, {self.titles:,} with a title"
        failed = f"; {counted(self.failed, 'document')} failed" if self.failed else ""
        return f"{found}: {linked}{failed}"
