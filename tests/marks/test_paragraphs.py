"""Where paragraphs begin and end."""

import pytest

from quotes.marks import find_paragraphs

WRAPPED = """\
Harbour to stay open all winter, pilots told

By MARIT EK
Strandvik Courier

STRANDVIK - The harbour will stay open all winter, the pilots were
told on Monday, after a summer in which more boats came in than in
any year since the war.

"We sail at dawn, and we sail with whoever is willing to get up at
that hour," said Aas, who has run the pilot station for ten years
and does not mean to stop.

   The town pays for the lights. An answer from the county, which
owns the quay, was still being waited for late in the evening.
"""

WRAPPED_PARAGRAPHS = [
    "Harbour to stay open all winter, pilots told",
    "By MARIT EK\nStrandvik Courier",
    "STRANDVIK - The harbour",
    '"We sail at dawn',
    "The town pays",
]

LISTS = """\
Shopping for the winter harbour

bread and a good deal of butter
salt
two lamps
rope, ten fathoms
an answer from the county that owns the quay

Bring it all down
to the boat
"""

LINE_BY_LINE = """\
The harbour will stay open all winter, the pilots were told on Monday.
Aas was glad of it and said so at the meeting in the town hall there.

“We sail at dawn,” she said. “Whoever gets up may come along with us.”
The town pays for all of the lights, and the county pays for the quay.
An answer from the county was still being waited for late at night.
"""

VERSE = """\
the harbour lay in the dark and the pilots slept on the boats
and nobody on the quay spoke
of the winter that was to come and of all

the lamps that the town
had promised to the boats and the pilots
when the war was over
"""

TITLES = """\
Marit Ek, Head of the Pilot Station in Strandvik
Bo Aas, Deputy Head of the Town Council Offices
Finn Lund, Second Keeper of the Harbour Lights

Ida Moe, Chair of the County Board for the Quay
Per Dahl, Clerk to the Guild of Harbour Pilots
"""


def words(text):
    return [span.of(text) for span in find_paragraphs(text)]


@pytest.mark.parametrize(
    "gap",
    ["\n", "\r\n", "\r", "\v", "\f", "\u2028", "\u2029", "\x85", "\n\n", "\r\n\r\n", "\n \t\n\n"],
)
def test_every_line_is_a_paragraph(gap):
    text = f"{gap} One two.{gap}\u00a0Three.\u200b \t{gap}Four{gap}"
    assert words(text) == ["One two.", "Three.", "Four"]


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\r\n", "\u200b\n\u00a0\n\ufeff"])
def test_blanks_are_no_paragraph(text):
    assert find_paragraphs(text) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_hard_wrapped_lines_make_one_paragraph_of_a_block(end):
    text = WRAPPED.replace("\n", end)
    found = words(text)
    assert len(found) == len(WRAPPED_PARAGRAPHS)
    for paragraph, beginning in zip(found, WRAPPED_PARAGRAPHS, strict=True):
        assert paragraph.startswith(beginning.replace("\n", end))
    assert found[2].endswith("since the war.")


def test_an_indented_line_begins_a_paragraph_of_hard_wrapped_text():
    text = WRAPPED.replace(".\n\n", ".\n   ")
    assert [paragraph[:12] for paragraph in words(text)[2:]] == [
        "STRANDVIK - ",
        '"We sail at ',
        "The town pay",
    ]


def test_wire_copy_in_capitals_may_be_hard_wrapped():
    assert len(words(WRAPPED.upper())) == len(WRAPPED_PARAGRAPHS)


def test_a_wide_address_does_not_hide_that_the_text_is_hard_wrapped():
    text = "http://courier.example/" + "a" * 120 + "\n\n" + "\n".join([WRAPPED] * 3)
    assert len(words(text)) == 1 + 3 * len(WRAPPED_PARAGRAPHS)


@pytest.mark.parametrize(
    "text", [LISTS, LINE_BY_LINE, VERSE, TITLES, WRAPPED.replace("\n", "\n\n")]
)
def test_short_lines_alone_do_not_make_a_text_hard_wrapped(text):
    assert words(text) == [line.strip() for line in text.splitlines() if line.strip()]


def test_long_lines_are_paragraphs_whatever_stands_between_them():
    line = "The harbour will stay open all winter, the pilots were told, " * 3
    text = f"{line}\nand so it did\n\n{line}\nand so did the pilots' own station"
    assert len(words(text)) == 4
