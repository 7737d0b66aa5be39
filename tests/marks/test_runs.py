"""Quotations over several paragraphs, and marks that are never closed."""

import pytest

from quotes.marks import find_quotations

PARTS = ["We sail at dawn.", "We sail with whoever comes.", "And we come back."]


def rows(text):
    return [
        (quotation.span.of(text), quotation.closed, quotation.paragraph, quotation.run)
        for quotation in find_quotations(text)
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2029", "\n \u200b\n"])
@pytest.mark.parametrize(
    ("opening", "closing"),
    [("“", "”"), ('"', '"'), ("''", "''"), ("``", "''"), ("„", "“"), ("« ", " »"), ("‘", "’")],
)
def test_a_quotation_reopened_in_each_paragraph_is_one_run(opening, closing, gap):
    parts = gap.join(opening + part for part in PARTS)
    text = f"Marit Ek spoke.{gap}{parts}{closing} she said. {opening}Yes.{closing}"
    assert rows(text) == [
        ("We sail at dawn.", False, 1, 0),
        ("We sail with whoever comes.", False, 2, 0),
        ("And we come back.", True, 3, 0),
        ("Yes.", True, 3, 1),
    ]


def test_straight_single_marks_run_over_paragraphs_where_they_are_the_norm():
    text = "'The pilots' boats sail.\n\n'We come back,' said Marit Ek. 'Yes.'"
    assert rows(text) == [
        ("The pilots' boats sail.", False, 0, 0),
        ("We come back,", True, 1, 0),
        ("Yes.", True, 1, 1),
    ]


def test_a_run_begins_in_the_middle_of_a_paragraph_and_keeps_nested_quotations():
    text = 'Ek spoke. “Yes,” she said. “We sail.\n\n“He said "no" and ‘no.’ We sail.\n\n“Now.”'
    assert rows(text) == [
        ("Yes,", True, 0, 0),
        ("We sail.", False, 0, 1),
        ('He said "no" and ‘no.’ We sail.', False, 1, 1),
        ("Now.", True, 2, 1),
    ]


def test_a_paragraph_that_only_closes_carries_the_run_on():
    text = '"We sail at\nthe break of dawn," said Marit Ek. "Yes."'
    assert rows(text) == [
        ("We sail at", False, 0, 0),
        ("the break of dawn,", True, 1, 0),
        ("Yes.", True, 1, 1),
    ]
    assert rows("“We sail.\n\nWe come back.”") == [
        ("We sail.", False, 0, 0),
        ("We come back.", True, 1, 0),
    ]


def test_a_signature_inside_the_closing_mark_is_no_speech():
    text = '"We sail at the break of dawn.\nMarit Ek, harbour pilot."\n\nShe left.'
    assert rows(text) == [("We sail at the break of dawn.", False, 0, 0)]


@pytest.mark.parametrize("opening", ["“", '"', "''", "„", "«"])
def test_a_mark_never_closed_ends_with_its_paragraph(opening):
    text = f"Ek called it {opening}a good day at sea.\n\nAas left.\n\nShe said {opening}no."
    assert rows(text) == [("a good day at sea.", False, 0, 0), ("no.", False, 2, 1)]


def test_paragraphs_between_or_without_a_mark_at_the_start_end_a_run():
    assert [row[3] for row in rows("“We sail.\n\nAas left.\n\n“We come back.”")] == [0, 1]
    assert [row[3] for row in rows("“We sail.\n\nAas said, “We come back.”")] == [0, 1]


def test_closed_quotations_have_runs_of_their_own():
    assert [row[3] for row in rows("“We sail.”\n\n“We come back.”\n\n“Yes,” “no.”")] == [0, 1, 2, 3]


def test_a_single_quotation_does_not_carry_a_double_one_on():
    assert rows("“We sail.\n\n‘Yes’ is a word.\n\n“One.” “Two.”")[:2] == [
        ("We sail.", False, 0, 0),
        ("Yes", True, 1, 1),
    ]


def test_an_unclosed_quotation_has_no_closing_mark_in_its_outer_span():
    (quotation,) = find_quotations("Ek: “We sail. \u00a0")
    assert (quotation.outer.start, quotation.outer.end) == (4, 13)
    assert (quotation.span.start, quotation.span.end) == (5, 13)


def test_an_apostrophe_never_opens_an_unclosed_quotation():
    text = '"Yes." "No." "So." Ek bought the \'boat and left.\n\nShe sailed in \'09.'
    assert len(rows(text)) == 3


def test_a_lost_closing_mark_does_not_turn_the_paragraph_inside_out():
    text = '"One, said Ek. "Two," said Aas. "Three," said Bo.'
    assert [row[0] for row in rows(text)] == ["One, said Ek.", "Two,", "Three,"]
