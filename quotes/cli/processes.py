"""How many processes are worth their start."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress

from quotes.documents import Source, expand

WORTH_IT = 1_000_000
"""Bytes of text from which loading the model more than once pays."""
MOST = 8
"""Each process holds its own model, so nobody gets more of them without asking."""


def choose_processes(paths: Sequence[str], *, format: str | None = None) -> int:
    """Return 1 for little text, otherwise the machine's cores, up to `MOST`."""
    size = 0
    for source in expand(paths, format=format):
        if isinstance(source, Source) and source.path:
            with suppress(OSError):
                size += source.path.stat().st_size
        if size >= WORTH_IT:
            return min(_cores(), MOST)
    return 1


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
