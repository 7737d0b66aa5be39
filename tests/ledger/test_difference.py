"""Two ledgers compared: what was added, lost and altered, and in which columns."""

from dataclasses import replace

import pytest

from quotes.errors import LedgerError
from quotes.ledger.difference import compare
from tests.ledger.rows import BARE, ROW

LATER = replace(ROW, quote_start=60, quote_end=70, utterance=2)
LAST = replace(ROW, quote_start=80, quote_end=90, utterance=2)
OTHER = replace(ROW, document="b.txt")


def summarised(before, after):
    """Return what happened to each row, and how many are the same."""
    found = compare(before, after)
    changes = [
        (
            "altered" if change.columns else "lost" if change.before else "added",
            change.row.document,
            change.row.quote_start,
            *change.columns,
        )
        for change in found.changes
    ]
    return changes, found.same


@pytest.mark.parametrize(
    ("before", "after", "changes", "same"),
    [
        ([], [], [], 0),
        ([ROW, LATER], [ROW, LATER], [], 2),
        ([ROW], [], [("lost", "a.txt", 1)], 0),
        ([], [ROW], [("added", "a.txt", 1)], 0),
        (
            [ROW],
            [replace(ROW, quote_end=16)],
            [("added", "a.txt", 1), ("lost", "a.txt", 1)],
            0,
        ),
        ([ROW], [replace(ROW, rule="x")], [("altered", "a.txt", 1, "rule")], 0),
        (
            [ROW, LATER],
            [ROW, replace(LATER, speaker="Ek", speaker_start=29, confidence=None)],
            [("altered", "a.txt", 60, "speaker", "speaker_start", "confidence")],
            1,
        ),
        # The numbers after a lost row shift and say the same as before.
        ([ROW, LATER], [replace(LATER, utterance=1)], [("lost", "a.txt", 1)], 1),
        (
            [LATER, LAST],
            [LATER, replace(LAST, utterance=3)],
            [("altered", "a.txt", 80, "utterance")],
            1,
        ),
        # Documents stand in the order of the first ledger, what is new at the end.
        (
            [OTHER, LATER],
            [ROW, replace(OTHER, document="c.txt")],
            [
                ("lost", "b.txt", 1),
                ("added", "a.txt", 1),
                ("lost", "a.txt", 60),
                ("added", "c.txt", 1),
            ],
            0,
        ),
    ],
)
def test_what_became_of_each_row(before, after, changes, same):
    assert summarised(before, after) == (changes, same)


def test_the_kinds_of_change_are_told_apart():
    found = compare([ROW, LATER], [replace(ROW, rule="x"), LAST])
    assert [change.row for change in found.added] == [LAST]
    assert [change.row for change in found.lost] == [LATER]
    assert [(c.before, c.after) for c in found.altered] == [(ROW, replace(ROW, rule="x"))]


def test_every_column_but_those_that_name_the_quote_is_compared():
    (change,) = compare([ROW], [replace(BARE, document="a.txt", kind="mixed")]).changes
    assert change.columns == (
        "kind",
        "speaker",
        "speaker_start",
        "speaker_end",
        "speaker_type",
        "title",
        "title_start",
        "title_end",
        "mention",
        "mention_start",
        "mention_end",
        "cue",
        "cue_start",
        "cue_end",
        "rule",
        "title_rule",
        "confidence",
    )


def test_a_ledger_with_two_rows_for_one_quote_is_refused():
    with pytest.raises(LedgerError) as error:
        compare([ROW], [ROW, replace(ROW, rule="x")])
    assert str(error.value) == (
        "a.txt, 1:17: two rows have the same quote; prove the ledger with `quotes verify`"
    )
