"""Where the documents of a ledger are found again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from quotes.documents.formats import input_format
from quotes.documents.reading import USUAL, Reading, read
from quotes.documents.sources import STANDARD_INPUT, Source, expand
from quotes.errors import DocumentError
from quotes.records import Document


class Library:
    """Finds documents by the ids that a ledger has for them.

    Documents with ids of their own are looked for in the JSON files among the places and in the
    folders among them; the others at their paths, as they are and below each folder.

    Args:
        places: folders and files.
        reading: how to read the documents, as it was when the ledger was made.
    """

    def __init__(self, places: Sequence[Path] = (), reading: Reading = USUAL) -> None:
        self._places = places
        self._reading = reading
        self._shelf = _Shelf(places, reading)

    def text_of(self, id: str) -> str:
        """Return the text of a document.

        Raises:
            DocumentError: it is nowhere, or cannot be read.
        """
        return self.find(id).text

    def find(self, id: str) -> Document:
        """Return a document.

        Raises:
            DocumentError: it is nowhere, or cannot be read.
        """
        if found := self._shelf.find(id):
            return found
        if id == STANDARD_INPUT:
            remedy = "save the text in a file and extract it again from there"
            raise DocumentError("came from standard input", where=id, remedy=remedy)
        for path in self._paths(id):
            if os.path.isfile(path):  # noqa: PTH113 (never raises, whatever the ledger says)
                return self._read(Source(id, path))
        remedy = "give the folder or the JSON file it is in with --documents"
        raise DocumentError("the document is not found", where=id, remedy=remedy)

    def _paths(self, id: str) -> Iterator[Path]:
        """Yield where it may be; a folder may stand for the first parts of its path."""
        yield Path(id)
        parts = PurePosixPath(id).parts
        for place in self._places:
            if parts and place.name == parts[-1]:
                yield place
            for dropped in range(len(parts)):
                yield place.joinpath(*parts[dropped:])

    def _read(self, source: Source) -> Document:
        for found in read(source, self._reading):
            if isinstance(found, DocumentError):
                raise found
            if found.id == source.id:
                return found
        raise DocumentError("the file does not hold this document", where=source.id)


class _Shelf:
    """The documents that have ids of their own.

    Only the ids are held in memory. Documents asked for in the order of their files are each
    read once more; a step back begins the file again.
    """

    def __init__(self, places: Sequence[Path], reading: Reading) -> None:
        self._places = [os.fspath(place) for place in places]
        self._reading = reading
        self._sources: dict[str, Source] | None = None
        self._open: Source | None = None
        self._rest: Iterator[Document | DocumentError] = iter(())

    def find(self, id: str) -> Document | None:
        """Return a document, None if it is in no file."""
        if self._sources is None:
            self._sources = {}
            for own, holder in self._ids():
                self._sources.setdefault(own, holder)
        source = self._sources.get(id)
        if source is None:
            return None
        found = self._next(id) if source == self._open else None
        return found or self._next(id, begin=source)

    def _ids(self) -> Iterator[tuple[str, Source]]:
        for source in expand(self._places, format=self._reading.format):
            if isinstance(source, Source) and self._has_ids(source):
                for found in read(source, self._reading):
                    if isinstance(found, Document):
                        yield found.id, source

    def _has_ids(self, source: Source) -> bool:
        return input_format(source.id, self._reading.format).own_ids

    def _next(self, id: str, *, begin: Source | None = None) -> Document | None:
        if begin:
            self._open, self._rest = begin, read(begin, self._reading)
        return next((one for one in self._rest if isinstance(one, Document) and one.id == id), None)
