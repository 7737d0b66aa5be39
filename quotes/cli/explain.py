"""`quotes explain`: why the rows of a ledger came out as they did."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.ending import FAILED, ending, report
from quotes.cli.input import HtmlField, IdField, InputName, TextField, reading_of
from quotes.cli.options import MAX_SIZE, MaxSize
from quotes.cli.output import STDOUT, check_output
from quotes.cli.printable import printable
from quotes.cli.settings import Model, Rules
from quotes.documents import Fields, Reading, read_all
from quotes.errors import DocumentError
from quotes.records import Document

if TYPE_CHECKING:
    from quotes.explain import Case

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATHS", help="Articles, as for `quotes extract`."),
]
Quote = Annotated[
    str | None,
    typer.Option(
        "--quote",
        metavar="N_OR_ID",
        help="Only this quote of each document: its number, from 1, or its quote_id.",
    ),
]
Page = Annotated[
    str | None,
    typer.Option(
        "--html",
        metavar="FILE",
        help="Write a page with the parses drawn, instead of text on the terminal.",
    ),
]
All = Annotated[
    bool, typer.Option("--all", help="Explain what is nobody's speech, too, as kind 'other'.")
]
WIDTH = 100


def explain(  # noqa: PLR0913, PLR0917 (a parameter for each option)
    paths: Paths,
    input_name: InputName = None,
    text_field: TextField = None,
    html_field: HtmlField = None,
    id_field: IdField = None,
    quote: Quote = None,
    html: Page = None,
    include_other: All = False,
    model: Model = None,
    rules: Rules = None,
    max_size: MaxSize = MAX_SIZE,
) -> None:
    """Say why each quote has its speaker, its title and its kind.

    For each: the rule that won and the words it matched, the rules that fit as well and why they
    lost, and the way from the words at the quote to the full name.
    """
    _check_page(html, paths)
    reading = reading_of(input_name, Fields(text_field, html_field, id_field), max_size)
    failures: list[DocumentError] = []
    with ending():
        documents = _readable(paths, reading, failures)
        cases = _chosen(_cases(documents, model, rules or [], include_other), quote)
        if html is None:
            _print(cases)
        else:
            _write(cases, html)
    if failures:
        raise typer.Exit(FAILED)


def _check_page(html: str | None, paths: list[str]) -> None:
    """Refuse before the work a page that cannot be written.

    Raises:
        BadParameter: the file cannot be written there.
    """
    if html is None:
        return
    try:
        check_output(html, paths)
    except typer.BadParameter as error:
        raise typer.BadParameter(error.message, param_hint="--html") from None


def _readable(
    paths: Sequence[str], reading: Reading, failures: list[DocumentError]
) -> Iterator[Document]:
    for document in read_all(paths, reading):
        if isinstance(document, DocumentError):
            failures.append(document)
            report(document)
        else:
            yield document


def _cases(
    documents: Iterable[Document], model: str | None, rules: Sequence[Path], include_other: bool
) -> Iterator[Case]:
    from quotes.explain import explain as explain_document
    from quotes.pipeline import Extractor

    extractor = Extractor(model=model, rules=rules)
    for document in documents:
        yield explain_document(extractor, document, include_other=include_other)


def _chosen(cases: Iterable[Case], quote: str | None) -> Iterator[Case]:
    """Yield the cases, each with no more than the quote that was asked for.

    Raises:
        DocumentError: none has it.
    """
    if quote is None:
        yield from cases
        return
    counts: dict[str, int] = {}
    chosen = False
    for case in cases:
        counts[case.document.id] = len(case.explanations)
        found = tuple(e for e in case.explanations if quote in (str(e.number), e.row.quote_id))
        if found:
            chosen = True
            yield replace(case, explanations=found, left_out=0)
    if counts and not chosen:
        raise _no_such_quote(quote, counts)


def _no_such_quote(quote: str, counts: dict[str, int]) -> DocumentError:
    most = max(counts.values())
    remedy = f"give a number from 1 to {most} or a quote_id"
    if most == 0:
        remedy = "there are no quotes at all, though there may be with --all"
    if len(counts) > 1:
        return DocumentError(f"no document has the quote {quote}", remedy=remedy)
    return DocumentError(f"there is no quote {quote}", where=next(iter(counts)), remedy=remedy)


def _print(cases: Iterable[Case]) -> None:
    from quotes.explain import text_of

    width = shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH
    for case in cases:
        for line in text_of(case, width):
            typer.echo(printable(line))


def _write(cases: Iterable[Case], path: str) -> None:
    from quotes.explain import page_of
    from quotes.ledger import replacing

    data = page_of(list(cases)).encode("utf-8", "surrogatepass")
    if path == STDOUT:
        sys.stdout.buffer.write(data)
        return
    with replacing(path) as stream:
        stream.write(data)
