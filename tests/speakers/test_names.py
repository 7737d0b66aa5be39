"""The names of a text, with the titles before them."""

import pytest
from hypothesis import given

from tests.marks.test_properties import TEXTS
from tests.speakers.shared import names_of


def found(text):
    """Return each name with the title before it."""
    return [(name.title and name.title.of(text), name.span.of(text)) for name in names_of(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Ana Ruiz left the pier.", [(None, "Ana Ruiz")]),
        ("nobody left the pier.", []),
        # Titles in the run,
        (
            "On the pier, Acting Port Director Ana J. Ruiz left early.",
            [("Acting Port Director", "Ana J. Ruiz")],
        ),
        ("Then Vice President Holm left the pier.", [("Vice President", "Holm")]),
        ("Then German Chancellor Ana Ruiz left the pier.", [("German Chancellor", "Ana Ruiz")]),
        # be they behind a place that is a given name too,
        ("Then Austin Mayor Ana Ruiz left the pier.", [("Austin Mayor", "Ana Ruiz")]),
        ("Then Georgia Governor Bob Holm left early.", [("Georgia Governor", "Bob Holm")]),
        # but a name may be a role as well.
        ("They met Ann Major Holm on the pier.", [(None, "Ann Major Holm")]),
        # Honorifics and forms of address, with their stops or without,
        ("They saw Gov. Ann Ruiz on the pier.", [("Gov.", "Ann Ruiz")]),
        ("They saw Mr. Ruiz and Mrs Holm there.", [("Mr.", "Ruiz"), ("Mrs", "Holm")]),
        ("They met Army 1st Lt. Ana Ruiz there.", [("Army 1st Lt.", "Ana Ruiz")]),
        (
            "They saw Sen. Bob Holm and later Rep. Ann Ruiz on the pier.",
            [("Sen.", "Bob Holm"), ("Rep.", "Ann Ruiz")],
        ),
        # two of them.
        (
            "They saw Attorney General Dr. Ana Ruiz on the pier before noon.",
            [("Attorney General Dr.", "Ana Ruiz")],
        ),
        # Initials, suffixes, particles, hyphens, apostrophes, accents.
        ("They saw J. R. Dunning on the pier.", [(None, "J. R. Dunning")]),
        ("They saw J.R. Dunning on the pier.", [(None, "J.R. Dunning")]),
        ("They saw Paul Reyes Jr. on the pier.", [(None, "Paul Reyes Jr.")]),
        ("They had met Paul Reyes, Jr., on the pier before.", [(None, "Paul Reyes, Jr.")]),
        ("They saw Paul Reyes III on the pier.", [(None, "Paul Reyes III")]),
        ("They saw Ana van der Berg on the pier.", [(None, "Ana van der Berg")]),
        ("They saw Maria de la Cruz on the pier.", [(None, "Maria de la Cruz")]),
        ("They saw Ann Lee-Ortiz on the pier.", [(None, "Ann Lee-Ortiz")]),
        ("They saw Jean O’Brien on the pier.", [(None, "Jean O’Brien")]),
        ("They saw Łukasz Żak on the pier.", [(None, "Łukasz Żak")]),
        # A possessive ending parts two names.
        ("They saw Ana Ruiz's lawyer there.", [(None, "Ana Ruiz")]),
        ("They saw Ana Ruiz’ lawyer there.", [(None, "Ana Ruiz")]),
        ("They met Texas’ Ana Ruiz on the pier.", [(None, "Texas"), (None, "Ana Ruiz")]),
        ("They met Ohio's Bob Holm on the pier.", [(None, "Ohio"), (None, "Bob Holm")]),
        # Days, months and function words before a name are none of it.
        (
            "On Monday Peter Aldous left. But Aldous came.",
            [(None, "Peter Aldous"), (None, "Aldous")],
        ),
        ("I'd say that it rained. It's late.", []),
        ("Then Will Estrada left the pier.", [(None, "Will Estrada")]),
        # A stop or a comma ends a name.
        ("They saw Ulm. Ana Ruiz came.", [(None, "Ulm"), (None, "Ana Ruiz")]),
        ("They saw Ruiz, Holm and Reyes there.", [(None, "Ruiz"), (None, "Holm"), (None, "Reyes")]),
        # Neither handles nor tags are names.
        ("They wrote to @AnaRuiz and of #BobHolm.", []),
        # A name in a headline ends behind the surname.
        ("Mayor Lena Ortiz Slams Levee Report\n\nIt rained.", [(None, "Lena Ortiz")]),
        # A line end inside a wrapped paragraph parts no name.
        ("They saw Ana\u00a0Ruiz there.", [(None, "Ana\u00a0Ruiz")]),
    ],
)
def test_names_and_their_titles(text, names):
    assert found(text) == names


def test_what_else_a_name_knows():
    text = "Then Acting Port Director Ana J. Ruiz’s boat left."
    (name,) = names_of(text)
    assert name.run.of(text) == "Acting Port Director Ana J. Ruiz’s"
    assert name.words == ("Ana", "J.", "Ruiz")
    assert (name.honorific, name.possessive, name.key) == ("director", True, "ruiz")


def test_an_honorific_is_without_its_stop():
    (name,) = names_of("Then Gov. Ruiz left the pier.")
    assert (name.honorific, name.possessive) == ("gov", False)


@given(TEXTS)
def test_names_stand_in_the_text_in_order(text):
    last = 0
    for name in names_of(text):
        assert last <= name.run.start <= name.span.start < name.span.end <= name.run.end
        if name.title is not None:
            assert name.run.start <= name.title.start < name.title.end <= name.span.start
        assert name.words[0] == text[name.span.start :][: len(name.words[0])]
        last = name.run.end
