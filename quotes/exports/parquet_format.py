"""Parquet: columns with their types, for archives and data frames."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import count, islice
from typing import TYPE_CHECKING, BinaryIO

from quotes.errors import LedgerError
from quotes.exports.layout import (
    Found,
    Options,
    columns_of,
    entry_of,
    hint_of,
    making_of,
    records_of,
)
from quotes.ledger import Entry
from quotes.ledger.columns import missing_columns

if TYPE_CHECKING:
    import pyarrow

GROUP = 10_000
"""Rows that are held before they are written as a row group."""
KEY = b"quote-ledger"
"""Where the file's own metadata says, as JSON, how it was made and what its offsets count."""
EXPORT_AGAIN = "export it again"


def write_parquet(found: Iterable[Found], stream: BinaryIO, options: Options) -> int:
    """Write the rows in groups as they come.

    Returns:
        the number of rows.

    Raises:
        LedgerError: pyarrow is not installed, or a row holds a lone surrogate.
    """
    pa = _pyarrow()
    from pyarrow.parquet import ParquetWriter

    schema, written = _schema(pa, options), 0
    with ParquetWriter(stream, schema) as writer:
        for group in _groups(records_of(found, options)):
            columns = dict(zip(schema.names, zip(*group, strict=True), strict=True))
            try:
                table = pa.table(columns, schema=schema)
            except UnicodeEncodeError:
                raise LedgerError(
                    "a lone surrogate cannot be written as Parquet",
                    where=f"rows {written + 1} to {written + len(group)}",
                    remedy="write JSON Lines instead",
                ) from None
            writer.write_table(table)
            written += len(group)
    return written


def _pyarrow() -> pyarrow:
    try:
        import pyarrow as pa
    except ImportError:
        remedy = "install it with: pip install 'quote-ledger[parquet]'"
        raise LedgerError("Parquet needs pyarrow, which is not installed", remedy=remedy) from None
    return pa


def _schema(pa: pyarrow, options: Options) -> pyarrow.Schema:
    types = ((str, pa.string()), (int, pa.int64()), (float, pa.float64()))
    fields = []
    for name in columns_of(options):
        hint = hint_of(name)
        kind = next(kind for python, kind in types if isinstance(python(), hint))
        fields.append(pa.field(name, kind, nullable=isinstance(None, hint)))
    made = json.dumps(making_of(options)).encode()
    return pa.schema(fields, metadata={KEY: made})


def _groups(records: Iterable[tuple[object, ...]]) -> Iterator[tuple[tuple[object, ...], ...]]:
    rest = iter(records)
    while group := tuple(islice(rest, GROUP)):
        yield group


def read_parquet(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """Read the rows group by group.

    Raises:
        LedgerError: pyarrow is not installed, or the file is no Parquet or lacks a column.
    """
    pa = _pyarrow()
    from pyarrow.parquet import ParquetFile

    numbers = count(1)
    try:
        file = ParquetFile(stream)
        if missing := missing_columns(file.schema_arrow.names):
            wrong = f"no column {', no column '.join(missing)}"
            raise LedgerError(wrong, where=name, remedy=EXPORT_AGAIN)
        for batch in file.iter_batches(GROUP):
            yield from (entry_of(next(numbers), 0, values) for values in batch.to_pylist())
    except pa.ArrowException as error:
        raise LedgerError(f"no Parquet: {error}", where=name, remedy=EXPORT_AGAIN) from None
