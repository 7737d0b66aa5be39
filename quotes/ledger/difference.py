"""What has become of the rows of one ledger in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quotes.errors import LedgerError
from quotes.records import COLUMNS, Row

IDENTITY = frozenset({"document", "quote_start", "quote_end"})
"""Columns that say which quote a row is about."""
UTTERANCE = "utterance"

Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """A row that one of two ledgers lacks, or that differs between them."""

    before: Row | None
    """None if the row was added."""
    after: Row | None
    """None if the row was lost."""
    columns: tuple[str, ...] = ()
    """The columns that differ, of a row that both ledgers have."""

    @property
    def row(self) -> Row:
        """The row as it is, or as it was if it was lost."""
        row = self.after or self.before
        assert row is not None
        return row


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes between two ledgers."""

    changes: tuple[Change, ...]
    """Document by document as the first ledger has them, those of the second alone at the end;
    within a document by their quotes' offsets."""
    same: int
    """How many rows are the same in both."""

    @property
    def added(self) -> list[Change]:
        """The rows that only the second ledger has."""
        return [change for change in self.changes if change.before is None]

    @property
    def lost(self) -> list[Change]:
        """The rows that only the first ledger has."""
        return [change for change in self.changes if change.after is None]

    @property
    def altered(self) -> list[Change]:
        """The rows that both have, with different columns."""
        return [change for change in self.changes if change.columns]


def compare(before: Iterable[Row], after: Iterable[Row]) -> Difference:
    """Compare two ledgers row by row; a row is the same one if its quote stands at the same place.

    Numbers of utterances are compared by what they say, which rows belong together: one row more
    or less shifts all the numbers after it.

    Args:
        before: the rows of one ledger.
        after: the rows of the other; offsets of both in the same unit.

    Raises:
        LedgerError: a ledger has two rows for one quote.
    """
    old, new = _by_key(before), _by_key(after)
    common = old.keys() & new.keys()
    firsts, now_firsts = _first_of_utterance(old, common), _first_of_utterance(new, common)
    changes = []
    for key in _in_order(old, new):
        row, now = old.get(key), new.get(key)
        if row is None or now is None:
            changes.append(Change(row, now))
        elif columns := tuple(_altered(row, now, firsts[key] == now_firsts[key])):
            changes.append(Change(row, now, columns))
    return Difference(tuple(changes), len(old.keys() | new.keys()) - len(changes))


def _by_key(rows: Iterable[Row]) -> dict[Key, Row]:
    found: dict[Key, Row] = {}
    for row in rows:
        key = (row.document, row.quote_start, row.quote_end)
        if key in found:
            where = f"{row.document}, {row.quote_start}:{row.quote_end}"
            remedy = "prove the ledger with `quotes verify`"
            raise LedgerError("two rows have the same quote", where=where, remedy=remedy)
        found[key] = row
    return found


def _in_order(old: Mapping[Key, Row], new: Mapping[Key, Row]) -> list[Key]:
    places: dict[str, int] = {}
    for document, _, _ in (*old, *new):
        places.setdefault(document, len(places))
    return sorted({*old, *new}, key=lambda key: (places[key[0]], key[1:]))


def _first_of_utterance(rows: Mapping[Key, Row], common: Iterable[Key]) -> dict[Key, Key]:
    """Return for each common row the first common row of its utterance."""
    firsts: dict[tuple[str, int], Key] = {}
    ordered = sorted(common)
    for key in ordered:
        firsts.setdefault((key[0], rows[key].utterance), key)
    return {key: firsts[key[0], rows[key].utterance] for key in ordered}


def _altered(row: Row, now: Row, same_utterance: bool) -> Iterator[str]:
    for name in COLUMNS:
        is_same = same_utterance if name == UTTERANCE else getattr(row, name) == getattr(now, name)
        if not is_same and name not in IDENTITY:
            yield name
