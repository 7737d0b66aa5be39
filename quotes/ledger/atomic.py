"""Files that appear complete or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE
from typing import BinaryIO

from quotes.errors import LedgerError


@contextmanager
def replacing(path: str) -> Iterator[BinaryIO]:
    """Open a file for writing that takes its name only once it is complete.

    The bytes go to a neighbour in the same folder, which is renamed at the end and removed
    if anything fails or interrupts the writing. A file that was there keeps its permissions,
    a link keeps pointing to its file. A pipe or a device is written directly.

    Raises:
        LedgerError: the file cannot be written.
    """
    try:
        # A link is followed, so that its file is replaced and not the link.
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
        else:
            yield from _through_neighbour(target)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise LedgerError(
            f"cannot be written: {error.strerror or error}",
            where=path,
            remedy="check the folder, its permissions and the space left",
        ) from None


def _through_neighbour(target: Path) -> Iterator[BinaryIO]:
    if target.exists() and not os.access(target, os.W_OK):
        # Renaming would get past the protection that its owner gave the file.
        raise PermissionError(EACCES, os.strerror(EACCES))
    neighbour = target.with_name(f".{target.name}.{token_hex(4)}.part")
    try:
        with neighbour.open("xb") as stream:
            if target.exists():
                neighbour.chmod(S_IMODE(target.stat().st_mode))
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        neighbour.replace(target)
    except BaseException:
        with suppress(OSError):
            neighbour.unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Put the new name on the disk too, where the system can open folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
