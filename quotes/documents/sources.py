"""Which documents the arguments of a command line stand for."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quotes.documents.formats import suffix_of, suffixes_of
from quotes.errors import DocumentError

STANDARD_INPUT = "-"
DESCRIPTION = "-metadata.json"
"""How the description of a CSV ends; it may stand in a folder of articles and is none."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place that holds one or more documents."""

    id: str
    """The path as given; for a folder's member the folder as given, then the path inside it."""
    path: Path | None
    """Where to read it; None for standard input."""

    @property
    def name(self) -> str:
        """The name to use in messages."""
        return self.id if self.path else "standard input"


def expand(
    arguments: Iterable[str], *, format: str | None = None
) -> Iterator[Source | DocumentError]:
    """Turn files, folders, patterns and `-` into sources, each named once.

    Folders are walked with all their subfolders in the order of the paths, for files whose
    suffix is that of an input format; what is hidden (a leading dot) is skipped, and links to
    folders are not followed. A pattern (`*`, `?`, `[…]`, `**`) counts as one only where no
    file has that name.

    Args:
        arguments: paths and patterns as the user wrote them.
        format: a name in `INPUTS`, to search folders for its files only; None for all.

    Yields:
        sources in the order of the arguments; in the place of an argument that leads
        nowhere, the error that says so.
    """
    seen: set[str] = set()
    suffixes = suffixes_of(format)
    for argument in arguments:
        for found in _expand_one(argument, suffixes):
            if isinstance(found, DocumentError):
                yield found
            elif found.id not in seen:
                seen.add(found.id)
                yield found


def _expand_one(argument: str, suffixes: Collection[str]) -> Iterator[Source | DocumentError]:
    if argument == STANDARD_INPUT:
        yield Source(STANDARD_INPUT, None)
        return
    try:
        is_folder = Path(argument).is_dir()
        Path(argument).stat()
    except (FileNotFoundError, NotADirectoryError):
        yield from _pattern(argument, suffixes)
    except (OSError, ValueError) as error:
        yield unreadable(argument, error)
    else:
        yield from _folder(argument, suffixes) if is_folder else [_named(argument)]


def _pattern(argument: str, suffixes: Collection[str]) -> Iterator[Source | DocumentError]:
    if not glob.has_magic(argument):
        yield DocumentError("no such file or folder", where=argument, remedy="check the path")
        return
    matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 (Path.glob resolves './')
    if not matches:
        remedy = "check the pattern; ** stands for any number of folders"
        yield DocumentError("no file matches this pattern", where=argument, remedy=remedy)
    for match in matches:
        yield from _expand_one(match, suffixes)


def _folder(argument: str, suffixes: Collection[str]) -> Iterator[Source | DocumentError]:
    # 'news/' and 'news' are one folder with one set of ids.
    prefix = argument.rstrip("/" + os.sep) + "/"
    empty = True
    for found in _walk(prefix, suffixes):
        empty = False
        yield found
    if empty:
        known = ", ".join(sorted(suffixes))
        yield DocumentError(
            f"the folder holds no file that ends in {known}",
            where=argument,
            remedy="name files with other endings one by one",
        )


def _walk(prefix: str, suffixes: Collection[str]) -> Iterator[Source | DocumentError]:
    try:
        with os.scandir(prefix) as entries:
            visible = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        yield unreadable(prefix, error)
        return
    names = [_sortable(entry) for entry in visible]
    for name in sorted(filter(None, names)):
        if name.endswith("/"):
            yield from _walk(prefix + name, suffixes)
        elif suffix_of(name) in suffixes and not name.endswith(DESCRIPTION):
            yield _named(prefix + name)


def _sortable(entry: os.DirEntry[str]) -> str:
    """Return the name, a folder's with a slash so that the order is that of whole paths."""
    if entry.is_dir(follow_symlinks=False):
        return f"{entry.name}/"
    return "" if entry.is_dir() else entry.name


def _named(path: str) -> Source | DocumentError:
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = path.encode(errors="backslashreplace").decode()
        return DocumentError("the name is not UTF-8", where=shown, remedy="rename the file")
    return Source(path.replace(os.sep, "/"), Path(path))


def unreadable(name: str, error: OSError | ValueError) -> DocumentError:
    """Word a failure of the file system as a document's error."""
    reason = getattr(error, "strerror", None) or str(error)
    return DocumentError(
        f"cannot be read: {reason}", where=name, remedy="check that you may read it"
    )
