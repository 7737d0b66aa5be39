"""A bar on standard error for work that takes its time."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from quotes.documents import Source, input_format
from quotes.errors import DocumentError
from quotes.workers import Extraction

DELAY = 1.0
"""Seconds before the bar appears."""


def followed(
    extractions: Iterable[Extraction], sources: Iterable[Source | DocumentError], *, show: bool
) -> Iterator[Extraction]:
    """Pass the results on and show how far the work is.

    Args:
        extractions: the results as they come.
        sources: where the documents come from.
        show: whether to show a bar at all.
    """
    if not show:
        yield from extractions
        return

    from tqdm import tqdm

    named = [source.id for source in sources if isinstance(source, Source)]
    # A file of many documents does not tell beforehand how many.
    total = None if any(input_format(name).own_ids for name in named) else len(named)
    with tqdm(total=total, unit=" documents", delay=DELAY, leave=False, file=sys.stderr) as bar:
        for extraction in extractions:
            bar.update()
            yield extraction


def say(message: str) -> None:
    """Write a line to standard error, above the bar if there is one."""
    if "tqdm" not in sys.modules:
        print(message, file=sys.stderr)
        return

    from tqdm import tqdm

    tqdm.write(message, file=sys.stderr)
