"""A bar on standard error for work that takes its time."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from quotes.documents import Source, expand
from quotes.workers import Extraction

DELAY = 1.0
"""Seconds before the bar appears."""


def followed(
    extractions: Iterable[Extraction], paths: Sequence[str], *, show: bool
) -> Iterator[Extraction]:
    """Pass the results on and show how far the work is.

    Args:
        extractions: the results as they come.
        paths: the arguments that the documents come from.
        show: whether to show a bar at all.
    """
    if not show:
        yield from extractions
        return

    from tqdm import tqdm

    total = sum(isinstance(source, Source) for source in expand(paths))
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
