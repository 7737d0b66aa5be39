"""Explanations as text, whole."""

import pytest

from quotes.explain import Case, text_of
from quotes.explain.words import joined
from quotes.records import Document
from tests.explain.cases import case

TEXT = """\
boat.txt

1. “Row,”
   characters 1 to 5, q1

   Speaker: Marit Ek (person)
     by rule verb.governs (priority 900, right 3 of 4 times, confidence 0.75)
       A verb governs the quotation.
       node     word    tag  dependency  depends on
       quote    “Row,”  VB   ccomp       said
       cue      said    VBD  ROOT        —
       speaker  she     PRP  nsubj       said
     “she” is a pronoun.
       Marit Ek  2.00  last mentioned as “Ek” at character 1,234
       Ana Ruiz  0.13
     also fits: verb.last (priority 400), gives the same; lost: its priority is
       lower

   Title: the pilot
     by rule title.apposition (priority 790, right 1,200 of 1,250 times,
       confidence 0.958)
       A role follows the name.
       Beside the name “Marit Ek”.

   Kind: direct
     by rule direct.opens (priority 500)
       It opens the sentence.
"""


def test_the_whole_text():
    assert "\n".join(text_of(case(), 80)) == TEXT


def test_no_line_but_of_tables_is_longer_than_asked_for():
    tables = [line for line in TEXT.splitlines() if "  " in line.strip()]
    lines = [line for line in text_of(case(), 50) if line not in tables]
    assert max(map(len, lines)) <= 50


@pytest.mark.parametrize(
    ("left_out", "note"),
    [
        (0, ["No quotes.", ""]),
        (1, ["No quotes.", "", "1 stretch between quotation marks: nobody's speech"]),
        (2, ["No quotes.", "", "2 stretches between quotation marks: nobody's speech"]),
    ],
)
def test_a_document_without_rows(left_out, note):
    lines = list(text_of(Case(Document("a\nb", "?"), (), left_out), 100))
    assert lines[:2] == ["a b", ""]
    assert [line.partition(" (--all")[0] for line in lines[2 : 2 + len(note)]] == note


@pytest.mark.parametrize(
    ("tokens", "words"),
    [
        (["“", "Row", ",", "”", "she", "said", "."], "“Row,” she said."),
        (["I", "'d", "say", "do", "n't"], "I'd say don't"),
        (["the", "pilot", "(", "Ek", ")"], "the pilot (Ek)"),
        (["a", "\n", "b"], "a b"),
    ],
)
def test_tokens_are_joined_as_they_are_written(tokens, words):
    assert joined(tokens) == words
