"""A sound ledger is proved; every kind of lie is found and named."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import DocumentError
from quotes.ledger import Fault, document_sha256, quote_id, verify
from quotes.records import Span
from tests.ledger.rows import BARE, QUOTE_ID, ROW, SHA, TEXT

OTHER_TEXT = "give the text that the ledger was made from or extract the ledger again"
REPAIR = "correct the row or extract the ledger again"
SORT = "sort the rows by document, then quote_start"


def row_at(start, end, document="a.txt"):
    """A row whose quote is any stretch of the text."""
    return replace(
        BARE,
        document=document,
        quote=TEXT[start:end],
        quote_start=start,
        quote_end=end,
        quote_id=quote_id(SHA, Span(start, end)),
    )


def messages(rows, documents):
    return [str(fault) for fault in verify(rows, documents)]


def test_a_sound_ledger_has_no_fault():
    assert verify([ROW], {"a.txt": TEXT}) == []


def test_no_rows_need_no_documents():
    assert verify([], {}) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"quote": "We sail at dusk,"},
            f"quote: the text has 'We sail at dawn,' at 1:17, not 'We sail at dusk,'; {OTHER_TEXT}",
        ),
        (
            {"speaker": "Ek"},
            f"speaker: the text has 'Marit Ek' at 24:32, not 'Ek'; {OTHER_TEXT}",
        ),
        (
            {"title_start": 33},
            f"title: the text has ' the harbour pilot' at 33:51, not 'the harbour pilot'; "
            f"{OTHER_TEXT}",
        ),
        (
            {"mention": "she"},
            f"mention: the text has 'Marit Ek' at 24:32, not 'she'; {OTHER_TEXT}",
        ),
        ({"cue": "sad"}, f"cue: the text has 'said' at 19:23, not 'sad'; {OTHER_TEXT}"),
        (
            {"title_end": 53},
            f"title_end: ends at 53, but the text has only 52 characters; {OTHER_TEXT}",
        ),
        (
            {"document_sha256": "0" * 64},
            f"document_sha256: expected {SHA} for this text, found '{'0' * 57}…'; {OTHER_TEXT}",
        ),
        (
            {"quote_id": "q0"},
            f"quote_id: expected {QUOTE_ID} for this text and span, found 'q0'; {OTHER_TEXT}",
        ),
        (
            {"kind": "Direct"},
            f"kind: expected one of direct, mixed, other; found 'Direct'; {REPAIR}",
        ),
        (
            {"cue_start": None},
            "cue: words and offsets must all be there or all be missing, "
            f"found 'said' at None:23; {REPAIR}",
        ),
        ({"utterance": 0}, f"utterance: expected 1 or more, found 0; {REPAIR}"),
    ],
)
def test_each_lie_is_found(changes, message):
    assert messages([replace(ROW, **changes)], {"a.txt": TEXT}) == [f"row 1, {message}"]


def test_a_fault_has_its_parts():
    (fault,) = verify([ROW, replace(row_at(3, 7), quote="sale")], {"a.txt": TEXT})
    assert fault == Fault(
        row=2,
        place="row 2",
        column="quote",
        problem="the text has ' sai' at 3:7, not 'sale'",
        remedy=OTHER_TEXT,
    )


def test_every_fault_of_every_row_is_named():
    rows = [replace(ROW, cue="sad", speaker="Ek"), replace(row_at(3, 7), utterance=0)]
    assert [(fault.row, fault.column) for fault in verify(rows, {"a.txt": TEXT})] == [
        (1, "speaker"),
        (1, "cue"),
        (2, "utterance"),
    ]


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        ([row_at(1, 3), row_at(4, 8)], []),
        ([row_at(4, 8, "b"), row_at(1, 3, "a"), row_at(9, 11, "a")], []),
        (
            [row_at(4, 8), row_at(1, 3)],
            [f"row 2, quote_start: expected more than the row before has, 4; found 1; {SORT}"],
        ),
        (
            [row_at(1, 3), row_at(1, 3)],
            [f"row 2, quote_start: expected more than the row before has, 1; found 1; {SORT}"],
        ),
        (
            [row_at(1, 3, "a"), row_at(1, 3, "b"), row_at(4, 8, "a")],
            [f"row 3, document: rows of 'a' stand apart, with others between them; {SORT}"],
        ),
    ],
)
def test_the_order_is_proved(rows, faults):
    assert messages(rows, dict.fromkeys(["a.txt", "a", "b"], TEXT)) == faults


def test_another_text_is_found_in_each_row():
    faults = verify([ROW], {"a.txt": "“We sailed at dawn,” said Marit Ek, the harbour pilot."})
    assert [fault.column for fault in faults] == [
        "quote",
        "speaker",
        "title",
        "mention",
        "cue",
        "document_sha256",
        "quote_id",
    ]


def test_a_missing_text_is_a_fault_of_its_rows():
    assert messages([ROW, row_at(3, 7)], {}) == [
        f"row {n}, document: no text is given for document 'a.txt'; {OTHER_TEXT}" for n in (1, 2)
    ]


def test_documents_may_come_from_a_function_called_once_for_each():
    asked = []

    def text_of(document):
        asked.append(document)
        if document == "b":
            raise DocumentError("gone", where="b", remedy="look for it")
        return TEXT

    rows = [row_at(1, 3, "a"), row_at(4, 8, "a"), row_at(1, 3, "b"), row_at(1, 3, "c")]
    assert messages(rows, text_of) == ["row 3, document: b: gone; look for it"]
    assert asked == ["a", "b", "c"]


@given(st.text(min_size=1), st.data())
def test_whatever_slices_back_is_proved_and_nothing_else(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    sha = document_sha256(text)
    row = replace(
        BARE,
        quote=text[start:end],
        quote_start=start,
        quote_end=end,
        quote_id=quote_id(sha, Span(start, end)),
        document_sha256=sha,
    )
    assert verify([row], {"a.txt": text}) == []
    other = replace(row, quote=row.quote + "x")
    assert [fault.column for fault in verify([other], {"a.txt": text})] == ["quote"]
