"""What stands between marks, sentence by sentence."""

import pytest

from quotes.marks import find_quotations
from quotes.records import Span
from tests.marks.markup import read

STYLES = {
    "curly": "“⟦We sail at dawn,⟧” said Marit Ek. “⟦Not before.⟧”",
    "straight": '"⟦We sail at dawn,⟧" said Marit Ek. "⟦Not before.⟧"',
    "fullwidth": "＂⟦We sail at dawn,⟧＂ said Marit Ek.",
    "single curly": "‘⟦We sail at dawn,⟧’ said Marit Ek. ‘⟦Not before.⟧’",
    "single straight": "'⟦We sail at dawn,⟧' said Marit Ek. '⟦Not before.⟧'",
    "doubled": "''⟦We can't sail,⟧'' said Marit Ek. ''⟦Not before.⟧''",
    "doubled curly": "‘‘⟦We can’t sail,⟧’’ said Marit Ek.",
    "latex": "``⟦We sail at dawn,⟧'' said Marit Ek. ``⟦Not before.⟧''",
    "latex single": "`⟦We sail at dawn,⟧' said Marit Ek.",
    "guillemets": "«⟦Nous partons⟧», dit Marit Ek. «⟦Pas avant.⟧»",
    "guillemets, inner blanks": "Elle a dit « ⟦C’est fini⟧ » puis «\u202f⟦non⟧\u202f».",
    "guillemets, reversed": "»⟦Wir fahren⟧«, sagte Marit Ek. »⟦Nicht vorher.⟧«",
    "single guillemets": "Elle a dit ‹ ⟦non⟧ › deux fois.",
    "low and high": "„⟦Wir fahren⟧“, sagte Marit Ek. „⟦Nicht vorher.⟧“",
    "low and right": "„⟦Płyniemy⟧”, powiedziała Marit Ek.",
    "single low": "‚⟦Wir fahren⟧‘, sagte Marit Ek.",
    "right and right": "”⟦Vi seglar⟧”, sade Marit Ek. ”⟦Inte förr.⟧”",
    "curly then straight": '“⟦We sail at dawn,⟧" said Marit Ek.',
    "straight then curly": '"⟦We sail at dawn,⟧” said Marit Ek.',
    "left and left": "“⟦We sail at dawn,⟧“ said Marit Ek. “⟦Not before.⟧”",
    "single left and left": "The pilot gave the berth a ‘⟦D-⟧‘ rating.",
    "curly closed by half a mark": "“⟦We sail at dawn.⟧’ Marit Ek left.",
    "doubled closed by half a mark": "She wrote ''⟦It's the pilots' dawn.⟧'.) and left.",
    "mixed in one text": "“⟦Yes,⟧” said Ek. ''⟦No,⟧'' said Aas. \"⟦Maybe,⟧\" said «⟦Bo⟧».",
}

NESTED = [
    "“⟦He told me, ‘No,’ and left,⟧” said Ek.",
    "“⟦He told me, 'No,' and left,⟧” said Ek.",
    '“⟦He told me "no" and left,⟧” said Ek.',
    "\"⟦He told me, 'No,' and left,⟧\" said Ek.",
    '"⟦He told me "no" and left,⟧" said Ek.',
    "“⟦He told me “no” and left,⟧” said Ek. “⟦Then I left.⟧”",
    "‘⟦He told me “no” and left,⟧’ said Ek. ‘⟦So did I.⟧’",
    "'⟦He told me \"no\" and left,⟧' said Ek. '⟦So did I.⟧'",
    "'⟦He told me \"no\" and left,⟧' said Ek.",
    "''⟦Well, 'no,'⟧'' she said.",
    "''⟦He said 'no'⟧'' and left.",
    "''⟦'Harbour Lights,'⟧'' he replied.",
    "„⟦Er sagte ‚nein‘ zu mir⟧“, sagte sie.",
    "»⟦Er sagte ›nein‹ zu mir⟧«, sagte sie.",
    "«⟦Il m’a dit “non” hier⟧», dit-elle.",
    '“⟦He said "no,⟧” said Ek. “⟦Then I left.⟧”',
    "“⟦“You sail,” he told me⟧” was her answer.",
    "“⟦‘No’ is a word,⟧” said Ek.",
]

APOSTROPHES = [
    "In the ’90s, the '80s and '08, the officers’ union and the pilots' guild met.",
    "Get 'em, and don't wait ’til dawn: rock ’n’ roll, rock 'n' roll, fish 'n' chips.",
    "'Tis the season, 'twas the night, goin' home o' nights.",
    "Sanne in 't Hout met the Joneses' dog and Marx' heirs.",
    "Trumpet‘s and trumpet’s and D‘Arcy",
    "'⟦The officers' union won,⟧' he said. '⟦It's the pilots' turn.⟧'",
    "‘⟦The officers’ union won,⟧’ he said. ‘⟦It’s the pilots’ turn.⟧’",
    "'⟦Let 'em wait 'til '09,⟧' he said. '⟦I'm goin' home.⟧'",
    "The so-called '⟦pilots' club⟧' met, and the '⟦members⟧' left.",
    "It was one of the '⟦greats⟧' in the pilots' year.",
    '"⟦No.⟧" "⟦So.⟧" The \'boat that Ek had bought for the station long before the war was over '
    "and the county paid was then the pilots' boat.",
    "“⟦We need ’em ’til ’09,⟧” he said.",
    "'⟦Til Dawn⟧' is the film's title.",
    "Use `sail` here and don't touch the boss' car.",
]

IN_HEADLINES = [
    "Mayor says he is ‘⟦not fit⟧’ for “⟦office⟧” and “⟦will go⟧”",
    "'⟦Thin-skinned⟧' mayor meets '⟦harbour people,⟧' says \"⟦no⟧\" and \"⟦no⟧\"",
    'Pilots: \'⟦We are in shock⟧\': A port waits. "⟦Yes,⟧" "⟦yes.⟧"',
    "THE ‘⟦HARBOUR PARTY⟧’“⟦Last night⟧” and “⟦this⟧”",
]

MEASURES = [
    "He is 5' 10\" tall, she is 6’2” and their boat is 30' long.",
    "He is 5'10'' and the mast 5-foot-11\", with 8\" x 10\" boards at 36° 40' 12\" N.",
    'He sold 12" records and 7" singles. "⟦All gone,⟧" he said.',
    '"⟦I bought a 12" record and a 7½" single,⟧" Ek said. "⟦Gone.⟧"',
    "“⟦He’s like 6’2”, you know,⟧” Ek said. “⟦Or 6’3”.⟧”",
    "“⟦He is like 6’2”,⟧” Ek said.",
    '"⟦I was born in 1999⟧" he said, "⟦in June⟧" and left." ',
    '"⟦I was born in 1999⟧" he said, and left." ',
    'The "⟦Top 10⟧", "⟦Top 20⟧" and "⟦Route 66⟧" lists.',
    "'⟦I am 6' 2\" tall,⟧' he said. '⟦Not six feet.⟧'",
]

ODD_MARKS = [
    'A closing mark” here and another" there, then “⟦words⟧” again.',
    '"⟦We will win, he said.⟧ "⟦We always do.⟧"',
    "“⟦We will win, he said.⟧ “⟦We always do.⟧”",
    '"⟦We will win,⟧" he said." "⟦We always do.⟧"',
    'He asked " ⟦why⟧ " and " ⟦why not⟧ " again.',
    'He said,"⟦Look,⟧" and left."⟦We lost,⟧" he added.',
    'Ek wrote: "⟦. . . just go⟧"',
    '"⟦...and then we left,⟧" he said.',
    "(“⟦Little Finn⟧”) and [“⟦big⟧”] and act—“⟦dash⟧”—too, “⟦moan⟧”-worthy; “⟦end⟧”?",
    '""⟦Written twice,⟧"" he said. ““⟦Once more⟧”” too.',
    "He met ““⟦Finn⟧”, a pilot.",
    'A "⟦mark in the middle⟧"of nothing',
    '<a href="http://port.example" title="Port">"⟦Go⟧"</a> <b>“⟦now⟧”</b> x="a b"',
    '">An old tag\'s end</tag>, then "⟦words⟧".',
    "Nothing: \"\" and \" \" and '' and ' ' and “” and “ ” and «» and ``''.",
    "\u200b“\u200b⟦No\u200b,⟧\u200b”\u200b said Ek.",
    "“\u00a0⟦No⟧\u00a0” and\u00a0“⟦yes⟧”\u00a0too",
    "“⟦🎉 party 🎉⟧” said Ek🎉“⟦𝔡awn⟧”",
    '""""""""" no words """""""""',
    "\x00“⟦\x00No⟧”\x00 \ud800“⟦\udfff⟧”\ud800",
]


@pytest.mark.parametrize("marked", STYLES.values(), ids=STYLES)
def test_every_style_of_marks(marked):
    check(marked)


@pytest.mark.parametrize("marked", NESTED)
def test_nested_quotations_belong_to_the_outer(marked):
    check(marked)


@pytest.mark.parametrize("marked", APOSTROPHES)
def test_apostrophes_are_no_marks(marked):
    check(marked)


@pytest.mark.parametrize("marked", IN_HEADLINES)
def test_single_marks_quote_beside_double_ones(marked):
    check(marked)


@pytest.mark.parametrize("marked", MEASURES)
def test_feet_and_inches_are_no_marks(marked):
    check(marked)


@pytest.mark.parametrize("marked", ODD_MARKS)
def test_odd_marks(marked):
    check(marked)


def check(marked: str) -> None:
    text, expected = read(marked)
    found = [quotation.span for quotation in find_quotations(text)]
    assert [span.of(text) for span in found] == [span.of(text) for span in expected]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "outer", "style"),
    [
        ("Ek: “No.” Aas left.", "“No.”", "curly"),
        ('Ek: "No." Aas left.', '"No."', "straight"),
        ("Ek: ''No.'' Aas left.", "''No.''", "doubled"),
        ("Ek: ``No.'' Aas left.", "``No.''", "latex"),
        ("Ek: « No. » Aas left.", "« No. »", "guillemet"),
        ("Ek: „No.“ Aas left.", "„No.“", "low"),
        ("Ek: „No.” Aas left.", "„No.”", "low"),
        ("Ek: ‘No.’ Aas left.", "‘No.’", "single-curly"),
        ("Ek: 'No.' Aas left.", "'No.'", "single-straight"),
        ("Ek: ‹No.› Aas left.", "‹No.›", "single-guillemet"),
        ("Ek: ‚No.‘ Aas left.", "‚No.‘", "single-low"),
        ("Ek: `No.' Aas left.", "`No.'", "single-latex"),
        ('Ek: “No." Aas left.', '“No."', "mixed"),
        ('Ek: ""No."" Aas left.', '""No.""', "straight"),
        ("Ek: “ No. ” Aas left.", "“ No. ”", "curly"),
    ],
)
def test_the_outer_span_holds_the_marks(text, outer, style):
    (quotation,) = find_quotations(text)
    assert quotation.outer.of(text) == outer
    assert quotation.span.of(text) == "No."
    assert (quotation.style, quotation.closed) == (style, True)


def test_given_paragraphs_are_taken_as_they_are():
    text = "“We sail,\nall of us,” said Ek."
    (whole,) = find_quotations(text, [Span(0, len(text))])
    assert whole.span.of(text) == "We sail,\nall of us,"
    first, second = find_quotations(text, [Span(0, 9), Span(10, 30)])
    assert (first.span.of(text), second.span.of(text)) == ("We sail,", "all of us,")


def test_a_text_without_marks_or_words_has_none():
    assert find_quotations("") == []
    assert find_quotations(" \n\n ") == []
    assert find_quotations("We sail at dawn.\n\nMarit Ek.") == []
