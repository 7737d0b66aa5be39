"""Who speaks: from a mention to a name, with the evidence that led there."""

import pytest

from quotes.records import Document
from tests.regressions.extraction import extractor

PERSON, ORGANIZATION, UNNAMED = "person", "organization", "unnamed"
GROUP, DOCUMENT = "group", "document"


def speaker(text):
    """Return name, type and evidence of the last quotation's speaker."""
    inspected = extractor().inspect(Document("", text))
    index = max(inspected.verdicts)
    found = inspected.resolver
    for i in sorted(inspected.links):
        last = found.resolve(inspected.links[i])
        if i == index:
            return last.name and last.name.of(text), last.type, last.evidence
    return None


@pytest.mark.parametrize(
    ("text", "name", "kind", "evidence"),
    [
        # A surname leads to the fullest form, wherever it is printed,
        (
            "Ana J. Ruiz runs the port. “The boats are late,” Ruiz said.",
            *("Ana J. Ruiz", PERSON, "name"),
        ),
        (
            "“The boats are late,” Mr. Okonkwo said. It was Jamie Okonkwo's boat.",
            *("Jamie Okonkwo", PERSON, "name"),
        ),
        ("“The boats are late,” Dr. Amara Nwosu said.", "Amara Nwosu", PERSON, "name"),
        ("“The boats are late,” said J. R. Dunning, a pilot.", "J. R. Dunning", PERSON, "name"),
        # in a headline for want of another form,
        (
            "Mayor Lena Ortiz Slams Levee Report\n\n“It is a work of fiction,” Ortiz said of it.",
            *("Lena Ortiz", PERSON, "name"),
        ),
        # or with the surname first.
        (
            "Zhao Wenting, a clerk, rose. “The boats are late,” Zhao said.",
            *("Zhao Wenting", PERSON, "name"),
        ),
        # People of one surname.
        (
            "“The boats are late,” said Jane Holm. Her husband, Bob Holm, nodded."
            " “They always are,” Mr. Holm said.",
            *("Bob Holm", PERSON, "name"),
        ),
        (
            "“The boats are late,” said Bob Holm. His wife, Jane Holm, nodded."
            " “They always are,” Ms. Holm said.",
            *("Jane Holm", PERSON, "name"),
        ),
        (
            "Paul Reyes Sr. founded the yard. His son, Paul Reyes Jr., runs it."
            " “The boats are late,” Paul Reyes Sr. said.",
            *("Paul Reyes Sr.", PERSON, "name"),
        ),
        # Somebody's kin is somebody else.
        (
            "“The boats are late,” Ruiz's brother said, and Ana Ruiz agreed.",
            *("Ruiz's brother", UNNAMED, "itself"),
        ),
        # A role before the name in apposition.
        (
            "“The boats are late,” said the harbour's director, Ana Ruiz.",
            *("Ana Ruiz", PERSON, "name"),
        ),
        # A pronoun: the gender tells, be it of the given name,
        (
            "Ana Ruiz met Walt Dunning on the pier. “The boats are late,” he said.",
            *("Walt Dunning", PERSON, "pronoun"),
        ),
        (
            "Walt Dunning met Ana Ruiz on the pier. “The boats are late,” she said.",
            *("Ana Ruiz", PERSON, "pronoun"),
        ),
        # of a form of address or of another pronoun;
        (
            "Mr. Okonkwo met Ms. Quillby on the pier. “The boats are late,” she said.",
            *("Quillby", PERSON, "pronoun"),
        ),
        (
            "J. Okonkwo lost his keys, and Ana Ruiz came. “The boats are late,” he said.",
            *("J. Okonkwo", PERSON, "pronoun"),
        ),
        # the subject goes before the object,
        (
            "Walt Dunning met Bob Holm on the pier. “The boats are late,” he said.",
            *("Walt Dunning", PERSON, "pronoun"),
        ),
        (
            "Bob Holm met Walt Dunning on the pier. “The boats are late,” he said.",
            *("Bob Holm", PERSON, "pronoun"),
        ),
        # who spoke last goes before who is only mentioned,
        (
            "“The boats are late,” Walt Dunning told Bob Holm. “They always are,” he added.",
            *("Walt Dunning", PERSON, "pronoun"),
        ),
        # and before the person spoken of inside the marks.
        (
            "“Bob Holm is late,” Walt Dunning said.\n\n“Bob Holm is always late,” he added.",
            *("Walt Dunning", PERSON, "pronoun"),
        ),
        # Nobody is named before it.
        (
            "“The boats are late,” she told the radio. Freya Holt has run the port since May.",
            *("Freya Holt", PERSON, "pronoun"),
        ),
        ("“The boats are late,” she told the radio.", None, None, "nothing"),
        # Nobody's gender fits.
        ("Walt Dunning left. “The boats are late,” she said.", None, None, "nothing"),
        # An unnamed person may be meant.
        (
            "A parishioner in the last row stood up. “The roof leaks,” she said.",
            *("A parishioner in the last row", UNNAMED, "pronoun"),
        ),
        (
            "Ana Ruiz lost her keys. Her brother laughed. “Not again,” he said.",
            *("Her brother", UNNAMED, "pronoun"),
        ),
        # Definite descriptions lead to who has the role,
        (
            "Walt Dunning is the mayor of Ulm. Ana Ruiz is a pilot."
            " “The boats are late,” the mayor said.",
            *("Walt Dunning", PERSON, "role"),
        ),
        (
            "Walt Dunning is the mayor of Ulm. Ana Ruiz is a pilot."
            " “The boats are late,” the pilot said.",
            *("Ana Ruiz", PERSON, "role"),
        ),
        (
            "Ana Ruiz, the mayor, was there with a pilot, Walt Dunning."
            " “The boats are late,” the mayor said.",
            *("Ana Ruiz", PERSON, "role"),
        ),
        (
            "Gov. Ana Ruiz met Walt Dunning. “The boats are late,” the governor said.",
            *("Ana Ruiz", PERSON, "role"),
        ),
        # or tell something new of whoever is in mind;
        (
            "Walt Dunning has never lost a vote. “The boats are late,” the Texas senator said.",
            *("Walt Dunning", PERSON, "role"),
        ),
        # a bare noun that nobody is said to be does not.
        (
            "Ana Ruiz lost her keys. “We lost everything,” the driver said.",
            *("the driver", UNNAMED, "itself"),
        ),
        ("“The boats are late,” a senior aide said.", "a senior aide", UNNAMED, "itself"),
        ("“The boats are late,” residents said.", "residents", GROUP, "itself"),
        ("“The boats are late,” the report said.", "the report", DOCUMENT, "itself"),
        # Organizations: as named, spelt out, and as the company.
        (
            "“The boats are late,” the Grain Institute said.",
            *("Grain Institute", ORGANIZATION, "name"),
        ),
        (
            "The Coastal Rescue Agency (CRA) opened a base. “It is small,” CRA said on Monday.",
            *("Coastal Rescue Agency", ORGANIZATION, "name"),
        ),
        (
            "Quillby Foods closed two plants. “They were old,” the company said on Monday.",
            *("Quillby Foods", ORGANIZATION, "role"),
        ),
    ],
)
def test_the_speaker(text, name, kind, evidence):
    assert speaker(text) == (name, kind, evidence)


def test_candidates_are_those_who_may_be_meant_the_likeliest_first():
    text = "Walt Dunning met Bob Holm and Ana Ruiz on the pier. “The boats are late,” he said."
    inspected = extractor().inspect(Document("", text))
    people = inspected.resolver.candidates(inspected.links[0])
    assert [person.full for person, _ in people] == ["Walt Dunning", "Bob Holm"]
    scores = [score for _, score in people]
    assert scores == sorted(scores, reverse=True)


def test_a_name_has_no_candidates():
    inspected = extractor().inspect(Document("", "“The boats are late,” Ana Ruiz said."))
    assert inspected.resolver.candidates(inspected.links[0]) == []
