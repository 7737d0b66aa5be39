"""The work of `quotes extract`, once the options are known to be sound."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from quotes.api import extract_many
from quotes.cli.ending import report
from quotes.cli.output import STDOUT, TABLE, Choice
from quotes.cli.processes import choose_processes
from quotes.cli.progress import followed
from quotes.cli.tally import Tally
from quotes.documents import Reading, expand, read_all
from quotes.errors import DocumentError
from quotes.exports import FORMATS, Found, Options, origin_of, write_metadata
from quotes.ledger import replacing
from quotes.records import Document
from quotes.workers import Extraction


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done."""

    paths: tuple[str, ...]
    output: str
    """A path, or `-` for standard output."""
    choice: Choice
    model: str | None
    rules: tuple[Path, ...]
    include_other: bool
    processes: int | None
    """None to choose by the amount of text."""
    quiet: bool
    reading: Reading


def carry_out(job: Job) -> Tally:
    """Read, extract and write; report every document that fails.

    Returns:
        the sums over all documents.

    Raises:
        QuotesError: nothing can be done at all, or the output cannot be written.
    """
    tally = Tally()
    extractions = _succeeded(job, tally)
    if job.output == STDOUT:
        _write(job, extractions, sys.stdout.buffer, tally)
        return tally
    with replacing(job.output) as stream:
        _write(job, extractions, stream, tally)
    if job.choice.described:
        write_metadata(job.output, _options(job))
    if sys.stderr.isatty() and not job.quiet:
        print(f"{job.output}: {tally.summary()}", file=sys.stderr)
    return tally


def _succeeded(job: Job, tally: Tally) -> Iterator[Extraction]:
    found = extract_many(
        _readable(job, tally),
        processes=job.processes or choose_processes(job.paths, format=job.reading.format),
        model=job.model,
        rules=job.rules,
        include_other=job.include_other,
    )
    sources = expand(job.paths, format=job.reading.format)
    for extraction in followed(found, sources, show=_shows_progress(job)):
        if extraction.error:
            tally.failed += 1
            report(extraction.error)
        else:
            tally.add(extraction)
            yield extraction


def _readable(job: Job, tally: Tally) -> Iterator[Document]:
    for document in read_all(job.paths, job.reading):
        if isinstance(document, DocumentError):
            tally.failed += 1
            report(document)
        else:
            yield document


def _shows_progress(job: Job) -> bool:
    # A bar would tear apart tables that appear on the same terminal.
    tables_appear = job.output == STDOUT and sys.stdout.isatty()
    return sys.stderr.isatty() and not job.quiet and not tables_appear


def _write(job: Job, extractions: Iterable[Extraction], stream: BinaryIO, tally: Tally) -> None:
    if job.choice.format != TABLE:
        found = (Found(extraction.document, extraction.rows) for extraction in extractions)
        FORMATS[job.choice.format].write(found, stream, _options(job))
    elif job.output == STDOUT:
        _print_tables(job, extractions, sys.stdout, tally)
    else:
        text = TextIOWrapper(stream, "utf-8")
        _print_tables(job, extractions, text, tally)
        text.detach()


def _options(job: Job) -> Options:
    origin = origin_of(job.model, job.rules)
    return Options(job.choice.unit, job.choice.guarded, origin, job.choice.sourced)


def _print_tables(
    job: Job, extractions: Iterable[Extraction], stream: TextIO, tally: Tally
) -> None:
    from quotes.cli.table import print_tables

    print_tables(extractions, stream)
    if not job.quiet:
        print(tally.summary(), file=stream, flush=True)
