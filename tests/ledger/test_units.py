"""Offsets that count something else than code points."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.ledger import Entry, Prover, Scale, Unit, rescaled
from tests.ledger.rows import ROW

# Of "a é € 😀 z": code points 0 1 2 3 4, in UTF-16 0 1 2 3 5, in UTF-8 0 1 3 6 10; then the end.
TEXT = "aé€😀z"
POINTS = {
    Unit.CODEPOINT: [0, 1, 2, 3, 4, 5],
    Unit.UTF16: [0, 1, 2, 3, 5, 6],
    Unit.UTF8: [0, 1, 3, 6, 10, 11],
}


@pytest.mark.parametrize("unit", Unit)
def test_offsets_are_counted_in_the_unit_and_back(unit):
    scale = Scale(TEXT, unit)
    assert [scale.of(at) for at in range(6)] == POINTS[unit]
    inside = dict.fromkeys(range(POINTS[unit][-1]))
    expected = inside | {there: here for here, there in enumerate(POINTS[unit])}
    assert {at: scale.codepoints(at) for at in expected} == expected


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 40))
def test_the_units_are_those_of_the_encodings(text, offset):
    before = text[: min(offset, len(text))]
    for unit, encoded, size in ((Unit.UTF16, "utf-16-le", 2), (Unit.UTF8, "utf-8", 1)):
        count = len(before.encode(encoded)) // size
        assert Scale(text, unit).of(len(before)) == count
        assert Scale(text, unit).codepoints(count) == len(before)


def test_a_lone_surrogate_counts_as_what_it_is():
    assert Scale("\ud83d!", Unit.UTF16).of(1) == 1
    assert Scale("\ud83d!", Unit.UTF8).of(1) == 3


def test_a_row_is_proved_in_the_unit_of_its_offsets():
    text = "😀 “We sail at dawn,” said Marit Ek, the harbour pilot."
    prover = Prover({"a.txt": text}.__getitem__)
    from_codepoints = Scale(text, Unit.UTF16).of
    moved = rescaled(ROW, lambda at: at + 2)
    faults = prover.prove(Entry(1, 0, rescaled(moved, from_codepoints), unit=Unit.UTF16))
    # What is left is of another text: its checksum and the id that follows from it.
    assert [fault.column for fault in faults] == ["document_sha256", "quote_id"]
    inside = Entry(2, 0, replace(ROW, cue="x", cue_start=1, cue_end=2), unit=Unit.UTF16)
    assert "row 2, cue_start: 1 is inside a character of the text, counted in utf16; " in "".join(
        f"{fault}\n" for fault in prover.prove(inside)
    )
