"""Who is named in a text, and which names are the same person's."""

import pytest
from hypothesis import given

from quotes.records import Span
from tests.marks.test_properties import TEXTS
from tests.speakers.shared import cast_of


def people(text):
    """Return each person with the gender and how often the text names them."""
    return [(p.full, p.gender, len(p.names)) for p in cast_of(text).people]


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        # The surname stands for the full name, before it or after.
        ("Then Ana Ruiz left the pier, and Ruiz came back.", [("Ana Ruiz", "f", 2)]),
        ("Then Ruiz left the pier. It was Ana Ruiz who came.", [("Ana Ruiz", "f", 2)]),
        ("The boat of Ruiz, that is Ana Ruiz's boat, left.", [("Ana Ruiz", "f", 2)]),
        ("They met Sir Peter Aldous, and Sir Peter left.", [("Peter Aldous", "m", 2)]),
        # The fullest form is the one with most words, its suffix included.
        (
            "They met Martin Luther Reyes Jr. on the pier. Later on Martin Reyes left early.",
            [("Martin Luther Reyes Jr.", "m", 2)],
        ),
        ("They met Ana Ruiz there, or Ana J. Ruiz, as she signs.", [("Ana J. Ruiz", "f", 2)]),
        ("They met J. R. Dunning there. Then J. Dunning left.", [("J. R. Dunning", "", 2)]),
        # Given names tell people of one surname apart, and so do forms of address,
        (
            "Both Omar Haddad and Lena Haddad left. Mr. Haddad came, and then Ms. Haddad did.",
            [("Omar Haddad", "m", 2), ("Lena Haddad", "f", 2)],
        ),
        (
            "They saw Mrs. Holm. It was Ann Holm, and Bob Holm was there. Mr. Holm left.",
            [("Ann Holm", "f", 2), ("Bob Holm", "m", 2)],
        ),
        # Sr. and Jr.,
        (
            "Before the vote Paul Reyes Sr. met his son Paul Reyes Jr. on the pier.",
            [("Paul Reyes Sr.", "m", 1), ("Paul Reyes Jr.", "m", 1)],
        ),
        # A surname alone is the one's named in full most, or last, before it.
        (
            "They met Ann Holm, and again Ann Holm, and Eva Holm. They say Holm was late.",
            [("Ann Holm", "f", 3), ("Eva Holm", "f", 1)],
        ),
        (
            "They met Ann Holm and Eva Holm. They say Holm was late.",
            [
                ("Ann Holm", "f", 1),
                ("Eva Holm", "f", 2),
            ],
        ),
        # A form of address or an office alone makes somebody.
        ("Then Mr. Okonkwo left the pier, and Okonkwo came.", [("Okonkwo", "m", 2)]),
        ("Then Judge Okonkwo left the pier.", [("Okonkwo", "", 1)]),
        # Unknown given names count where the text introduces a person or repeats the surname.
        ("They met Zorvan Quillby, who left early.", [("Zorvan Quillby", "", 1)]),
        ("They met Zorvan Quillby, 54, on the pier.", [("Zorvan Quillby", "", 1)]),
        ("They met Zorvan Quillby, a pilot, there.", [("Zorvan Quillby", "", 1)]),
        ("They met the pilot, Zorvan Quillby, there.", [("Zorvan Quillby", "", 1)]),
        ("They met Zorvan Quillby there. Quillby left.", [("Zorvan Quillby", "", 2)]),
        ("They met Zorvan Quillby on the pier.", []),
        # The surname may come first.
        ("They met Zhao Wenting, a clerk, there. Then Zhao left.", [("Zhao Wenting", "", 2)]),
        # Places, organizations and acronyms are nobody.
        ("They left New York, which New York regretted.", []),
        ("They left the Grain Institute, who heads it or not.", []),
        ("They left NATO, who came. Then ICE Ruiz came.", []),
        ("On Monday they left the British Museum, a museum.", []),
    ],
)
def test_people(text, cast):
    assert people(text) == cast


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("They met Ana Ruiz there.", "f"),
        ("They met Walt Dunning there.", "m"),
        ("They met J. Ruiz there.", ""),
        # A form of address weighs more than the given name.
        ("They met Ana Ruiz there. Then Mr. Ruiz left.", "m"),
        # A pronoun right behind an unknown name tells.
        ("They met J. Ruiz, who lost her keys there.", "f"),
        ("They met J. Ruiz. Then Ruiz lost his keys there.", "m"),
        # It does not behind another name or in the next sentence.
        ("They met J. Ruiz, and the Holm family lost her keys.", ""),
        ("They met J. Okonkwo. Nobody found her keys there.", ""),
    ],
)
def test_gender(text, gender):
    assert [person.gender for person in cast_of(text).people] == [gender]


HEADLINE = "Mayor Lena Ortiz Slams Levee Report\n\nThe mayor, Lena Maria Ortiz, left the pier."


def test_the_form_in_running_text_goes_before_the_headlines():
    assert people(HEADLINE) == [("Lena Maria Ortiz", "f", 2)]
    alone = "Mayor Lena Ortiz Slams Levee Report\n\nThen Ortiz left the pier."
    assert people(alone) == [("Lena Ortiz", "f", 2)]


def test_whose_name_it_is():
    text = "Then Ana Ruiz left the Grain Institute, and Ruiz came back."
    cast = cast_of(text)
    (ruiz,) = cast.people
    assert [cast.person_of(name) for name in cast.names] == [ruiz, None, ruiz]


def test_the_name_at_a_place():
    text = "Then Mayor Ana Ruiz left, and then Holm did."
    cast = cast_of(text)

    def at(words):
        start = text.index(words)
        name = cast.name_at(Span(start, start + len(words)))
        return name and name.span.of(text)

    assert at("Ruiz") == "Ana Ruiz"
    assert at("Mayor") == "Ana Ruiz"
    assert at("left") is None
    assert at("Ruiz left, and then Holm") == "Holm"


def test_names_around_a_place():
    text = "Then Ruiz, Holm, Reyes and Okafor left."
    cast, at = cast_of(text), text.index("Reyes")
    assert [name.key for name in cast.before(at, 5)] == ["ruiz", "holm"]
    assert [name.key for name in cast.before(at, 1)] == ["holm"]
    assert [name.key for name in cast.after(at, 5)] == ["reyes", "okafor"]
    assert [name.key for name in cast.after(at + 1, 5)] == ["okafor"]


def test_longer_names_begin_with_a_word():
    cast = cast_of("They left the Grain Institute. Then Grain left the Grain Board.")
    assert [name.words for name in cast.longer("Grain")] == [
        ("Grain", "Institute"),
        ("Grain", "Board"),
    ]
    assert list(cast.longer("Board")) == []


@given(TEXTS)
def test_every_name_is_one_persons_at_most(text):
    cast = cast_of(text)
    starts = [name.span.start for person in cast.people for name in person.names]
    assert len(starts) == len(set(starts))
    for person in cast.people:
        assert person.full in text
        assert list(person.names) == sorted(person.names, key=lambda n: n.span.start)
