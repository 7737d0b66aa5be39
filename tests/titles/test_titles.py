"""The titles of speakers, from wherever in the text they stand."""

import pytest

from tests.regressions.extraction import rows_of_each

READY = "“We are ready,” "


@pytest.fixture(scope="module")
def title():
    """Return the title of the last quotation's speaker, all texts parsed at once."""
    texts = [text for text, _ in CASES]
    rows = dict(zip(texts, rows_of_each(texts), strict=True))
    return lambda text: rows[text][-1].title


CASES = [
    # Before the name, stacked, in small letters too.
    (f"{READY}Acting Port Director Ana J. Ruiz told the radio.", "Acting Port Director"),
    (
        f"{READY}said former Deputy Attorney General Walt Dunning.",
        "former Deputy Attorney General",
    ),
    (f"{READY}county engineer Walt Dunning said on Friday.", "county engineer"),
    (f"{READY}said Ulm Mayor Ana Ruiz.", "Ulm Mayor"),
    (f"{READY}said Austin Mayor Ana Ruiz before the vote.", "Austin Mayor"),
    (f"{READY}Judge Ana Ruiz said from the bench.", "Judge"),
    (f"{READY}said Prof. Ana Ruiz.", "Prof."),
    (f"{READY}said Sen. Walt Dunning, R-Ky., on Friday.", "Sen."),
    # Possessives.
    (f"{READY}said Ulm's mayor Ana Ruiz.", "Ulm's mayor"),
    (f"{READY}the family's lawyer, Walt Dunning, said.", "the family's lawyer"),
    (
        f"{READY}said Ana Ruiz, the port's first female director.",
        "the port's first female director",
    ),
    # Apposition.
    (f"{READY}said Walt Dunning, the county engineer.", "the county engineer"),
    (f"{READY}said the mayor, Ana Ruiz, on Friday.", "the mayor"),
    (
        f"{READY}said Walt Dunning, a lawyer for the family of the pilot.",
        "a lawyer for the family of the pilot",
    ),
    (
        f"{READY}said Walt Dunning, a spokesman for the Grain Institute.",
        "a spokesman for the Grain Institute",
    ),
    (f"{READY}said Walt Dunning, 54, a retired pilot.", "a retired pilot"),
    # Of two parts.
    (
        f"{READY}said Walt Dunning, director of the Grain Institute and a professor at Ulm.",
        "director of the Grain Institute and a professor at Ulm",
    ),
    (
        f"{READY}said Ana Ruiz, president and chief executive of Quillby Foods.",
        "president and chief executive of Quillby Foods",
    ),
    # Copula and relative clause.
    (
        "Walt Dunning is the chief hydrologist of the valley. “It will flood,” Dunning said.",
        "the chief hydrologist of the valley",
    ),
    (
        "Walt Dunning became head of the union in May. “It will strike,” Dunning said.",
        "head of the union",
    ),
    (f"{READY}said Walt Dunning, who heads the harbour union.", "heads the harbour union"),
    (f"{READY}said Walt Dunning, who is a pilot on the lake.", "a pilot on the lake"),
    # Party and affiliation for want of a role.
    (f"{READY}said Walt Dunning (D-Ohio) on Friday.", "D-Ohio"),
    (f"{READY}said Walt Dunning of the Grain Institute.", "of the Grain Institute"),
    (f"{READY}said economist Ana Ruiz of the Grain Institute.", "economist"),
    # A description of somebody named, and of somebody unnamed.
    (
        "Walt Dunning has never lost a vote. “We are ready,” the Texas senator said.",
        "the Texas senator",
    ),
    (f"{READY}a spokeswoman for the harbour said.", "a spokeswoman for the harbour"),
    (f"{READY}a police official said.", "a police official"),
    # At the first mention, though the surname speaks; and not the other person's.
    (
        "Ana Ruiz, the director of the port, met the pilot Walt Dunning."
        " “We are ready,” Ruiz said.",
        "the director of the port",
    ),
    (
        "Ana Ruiz, the director of the port, met the pilot Walt Dunning."
        " “We are ready,” Dunning said.",
        "pilot",
    ),
    ("The mayor met Walt Dunning on the pier. “We are ready,” Dunning said.", None),
    # Kin, ages and forms of address are none.
    (f"{READY}said Walt Dunning, the brother of Bob Holm.", None),
    (f"{READY}his sister, Ana Dunning, said.", None),
    (f"{READY}said Walt Dunning, 54.", None),
    (f"{READY}Mr. Dunning said.", None),
    (f"{READY}said Dr. Amara Nwosu.", None),
    (f"{READY}a woman said.", None),
    (f"{READY}said Walt Dunning, tired and wet.", None),
    (f"{READY}said Walt Dunning on the pier.", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_title(title, text, expected):
    assert title(text) == expected


def test_a_title_is_where_it_stands():
    text = f"The mayor left. {READY}said the mayor, Ana Ruiz."
    ((row,),) = rows_of_each([text])
    assert (row.title, row.title_start) == ("the mayor", text.rindex("the mayor"))
