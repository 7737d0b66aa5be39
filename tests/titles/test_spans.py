"""Which words around the word that a rule found make up the title."""

import pytest

from quotes.titles.spans import TitleWords, title_tokens
from tests.parse.made import index, numbered, parse

# the chief engineer of the port , Ana Ruiz , who leads it
AFTER = (
    "the/DT/det/engineer chief/JJ/amod/engineer engineer/NN/ROOT/engineer of/IN/prep/engineer"
    " the/DT/det/port port/NN/pobj/of ,/,/punct/engineer Ana/NNP/compound/Ruiz"
    " Ruiz/NNP/appos/engineer ,/,/punct/Ruiz who/WP/nsubj/leads leads/VBZ/relcl/Ruiz"
    " it/PRP/dobj/leads"
)


ROLES = [frozenset({"president", "actor"}), frozenset({"director", "candidates"})]


NONE: frozenset[str] = frozenset()
WORDS = TitleWords(
    NONE, NONE, NONE, frozenset({"of", "for", "and"}), frozenset({"no"}), frozenset({"of"})
)


def title(paragraph, token, span, name="Ana Ruiz"):
    read = parse(paragraph)
    numbers = tuple(numbered(read, *name.split()))
    tokens = title_tokens(read, index(read.words, token), numbers, span, ROLES, WORDS)
    return " ".join(read.words[t] for t in tokens)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ("phrase", "the chief engineer of the port"),
        ("clause", "engineer of the port"),
        ("word", "engineer"),
    ],
)
def test_phrase_clause_and_word(span, words):
    assert title(AFTER, "engineer", span) == words


def test_a_clause_begins_with_its_verb():
    assert title(AFTER, "leads", "clause") == "leads it"


@pytest.mark.parametrize(
    ("paragraph", "token", "words"),
    [
        # The name is no part of it, be it before or after.
        ("Ana/NNP/compound/Ruiz Ruiz/NNP/ROOT/Ruiz mayor/NN/appos/Ruiz", "mayor", "mayor"),
        ("Ana/NNP/compound/Ruiz Ruiz/NNP/nmod/mayor mayor/NN/ROOT/mayor", "mayor", "mayor"),
        ("mayor/NN/ROOT/mayor Ana/NNP/compound/Ruiz Ruiz/NNP/appos/mayor", "mayor", "mayor"),
        # It ends at a comma,
        (
            "Ana/NNP/compound/Ruiz Ruiz/NNP/ROOT/Ruiz a/DT/det/clerk clerk/NN/appos/Ruiz"
            " of/IN/prep/clerk Ulm/NNP/pobj/of ,/,/punct/Ulm here/RB/advmod/Ulm",
            "clerk",
            "a clerk of Ulm",
        ),
        # though not at the one between a town and its state.
        (
            "Ana/NNP/compound/Ruiz Ruiz/NNP/ROOT/Ruiz a/DT/det/clerk clerk/NN/appos/Ruiz"
            " of/IN/prep/clerk Ulm/NNP/pobj/of ,/,/punct/Ulm Ohio/NNP/appos/Ulm",
            "clerk",
            "a clerk of Ulm , Ohio",
        ),
        # at a dash, a mark,
        (
            "Ana/NNP/compound/Ruiz Ruiz/NNP/ROOT/Ruiz clerk/NN/appos/Ruiz —/:/punct/clerk"
            " now/RB/advmod/clerk",
            "clerk",
            "clerk",
        ),
        (
            "Ana/NNP/compound/Ruiz Ruiz/NNP/ROOT/Ruiz clerk/NN/appos/Ruiz “/``/punct/here"
            " here/RB/advmod/clerk ”/''/punct/here",
            "clerk",
            "clerk",
        ),
        # at a relative clause, a participle,
        (
            "Ana/NNP/compound/Ruiz Ruiz/NNP/ROOT/Ruiz a/DT/det/clerk clerk/NN/appos/Ruiz"
            " who/WP/nsubj/sings sings/VBZ/relcl/clerk",
            "clerk",
            "a clerk",
        ),
        (
            "Ana/NNP/compound/Ruiz Ruiz/NNP/ROOT/Ruiz a/DT/det/clerk clerk/NN/appos/Ruiz"
            " working/VBG/acl/clerk there/RB/advmod/working",
            "clerk",
            "a clerk",
        ),
        # and with the phrase.
        (
            "Ana/NNP/compound/Ruiz Ruiz/NNP/nsubj/came a/DT/det/clerk clerk/NN/appos/Ruiz"
            " came/VBD/ROOT/came",
            "clerk",
            "a clerk",
        ),
        # A hyphen parts nothing.
        (
            "Ana/NNP/compound/Ruiz Ruiz/NNP/ROOT/Ruiz the/DT/det/mayor vice/NN/amod/mayor"
            " -/HYPH/punct/mayor mayor/NN/appos/Ruiz",
            "mayor",
            "the vice - mayor",
        ),
        (
            "the/DT/det/town town/NN/poss/mayor 's/POS/case/town mayor/NN/ROOT/mayor"
            " Ana/NNP/compound/Ruiz Ruiz/NNP/appos/mayor",
            "mayor",
            "the town 's mayor",
        ),
        # What stands before a comma is not part of it, nor what is quoted.
        (
            "old/JJ/amod/mayor ,/,/punct/mayor mayor/NN/ROOT/mayor Ana/NNP/compound/Ruiz"
            " Ruiz/NNP/appos/mayor",
            "mayor",
            "mayor",
        ),
        (
            "the/DT/det/mayor “/``/punct/old old/JJ/amod/mayor ”/''/punct/old mayor/NN/ROOT/mayor"
            " Ana/NNP/compound/Ruiz Ruiz/NNP/appos/mayor",
            "mayor",
            "mayor",
        ),
    ],
)
def test_a_phrase_is_cut_where_something_else_begins(paragraph, token, words):
    assert title(paragraph, token, "phrase") == words


def tagged(words):
    """A sentence in which only the tags matter: word/TAG."""
    pairs = [word.rsplit("/", 1) for word in words.split()]
    return " ".join(f"{word}/{tag}/dep/{pairs[0][0]}" for word, tag in pairs)


NAME = " Ana/NNP Ruiz/NNP"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Acting/VBG Port/NNP Director/NNP", "Acting Port Director"),
        ("said/VBD Mayor/NNP", "Mayor"),
        ("the/DT former/JJ deputy/JJ mayor/NN", "former deputy mayor"),
        ("In/IN Ulm/NNP 's/POS mayor/NN", "Ulm 's mayor"),
        ("'s/POS mayor/NN", "mayor"),  # A title does not begin with an ending.
        ("-/HYPH elect/JJ mayor/NN", "elect mayor"),
        (
            "when/WRB vice/NN president/NN of/IN sales/NNS director/NN",
            "vice president of sales director",
        ),
        ("of/IN director/NN", "director"),
        ("came/VBD and/CC director/NN", "director"),
        ("actor/NN and/CC director/NN", "actor and director"),
        ("Ulm/NNP and/CC director/NN", "director"),
        # What it is of or goes on from is a role,
        ("death/NN of/IN director/NN", "director"),
        ("electorate/NN and/CC director/NN", "director"),
        # not several people's, nor what is among others.
        ("old/JJ candidates/NNS director/NN", "director"),
        ("here/RB ,/, mayor/NN", "mayor"),
        ("the/DT 3rd/CD district/NN councillor/NN", "3rd district councillor"),
    ],
)
def test_modifiers_are_what_stands_before_and_goes_with_the_last_word(before, words):
    last = words.split()[-1]
    assert title(tagged(before + NAME), last, "modifiers") == words


def test_modifiers_may_be_joined_and_what_is_among_others_is_none():
    joined = (
        "trade/NN/compound/adviser and/CC/cc/trade labor/NN/conj/trade adviser/NN/compound/Ruiz"
        " Ana/NNP/compound/Ruiz Ruiz/NNP/ROOT/Ruiz"
    )
    assert title(joined, "adviser", "modifiers") == "trade and labor adviser"
    among = (
        "including/VBG/prep/won mayor/NN/compound/Ruiz Ana/NNP/compound/Ruiz"
        " Ruiz/NNP/pobj/including won/VBD/ROOT/won"
    )
    assert title(among, "mayor", "modifiers") == "mayor"


def test_quoted_words_do_not_modify():
    paragraph = tagged("“/`` old/JJ ”/'' mayor/NN" + NAME)
    assert title(paragraph, "mayor", "modifiers") == "mayor"
