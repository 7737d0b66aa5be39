"""Callings: definite phrases for what the article's main person is, in any place."""

import pytest

from quotes.records import Span
from quotes.titles.callings import find_callings
from tests.speakers.shared import cast_of, lexicon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They liked the lamp mogul.", [("the lamp mogul", "mogul")]),
        ("They liked the lamp mogul's boat.", [("the lamp mogul", "mogul")]),
        ("The old lamp mogul’s boat left.", [("The old lamp mogul", "mogul")]),
        ("They liked the lamp mogul and left.", [("the lamp mogul", "mogul")]),
        ("Beside the quay the lamp mogul said so.", [("the lamp mogul", "mogul")]),
        # A calling alone, several people, a name and another noun behind it tell of nobody.
        ("They liked the mogul.", []),
        ("They liked the lamp moguls.", []),
        ("They liked the lamp mogul Jens Roth.", []),
        ("They liked the lamp mogul, Jens Roth.", []),
        ("They liked the lamp mogul lifestyle.", []),
        ("They liked the lamp mogul and the pilot.", []),
        ("They liked the lamps of a mogul.", []),
    ],
)
def test_phrases_for_a_calling(text, found):
    callings = find_callings(text, [Span(0, len(text))], lexicon())
    assert [(c.span.of(text), c.noun) for c in callings] == found


@pytest.mark.parametrize(
    ("text", "gender", "full"),
    [
        ("Then Ana Ruiz left. Ruiz came. Ruiz sat. Ruiz went, said Omar Holm.", "", "Ana Ruiz"),
        ("Then Ana Ruiz left. Ruiz came. Ruiz sat. Ruiz went, said Omar Holm.", "m", None),
        ("Then Ana Ruiz left. Ruiz came. Ruiz sat, said Omar Holm.", "", None),
        ("Then Ana Ruiz left. Ruiz, Ruiz and Ruiz met Omar Holm, Holm and Holm.", "", None),
    ],
)
def test_whom_a_document_is_about(text, gender, full):
    person = cast_of(text).protagonist(gender)
    assert (person.full if person else None) == full
