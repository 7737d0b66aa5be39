"""The words that name a speaker, from the token that a rule found."""

import pytest

from quotes.match.mentions import apposed_name, mention_tokens, phrase_head, span_of, speaker_head
from tests.parse.made import index, parse

TITLED = (
    "Acting/VBG/amod/Ruiz Port/NNP/compound/Ruiz Director/NNP/compound/Ruiz Ana/NNP/compound/Ruiz"
)
MANY = f"{TITLED} Ruiz/NNP/nsubj/said said/VBD/ROOT/said"


def mention(paragraph, head, cue=None):
    read = parse(paragraph)
    at = index(read.words, head)
    tokens = mention_tokens(read, at, None if cue is None else index(read.words, cue))
    return " ".join(read.words[token] for token in tokens)


@pytest.mark.parametrize(
    ("paragraph", "head", "words"),
    [
        (MANY, "Ruiz", "Acting Port Director Ana Ruiz"),
        ("the/DT/det/man old/JJ/amod/man man/NN/ROOT/man", "man", "the old man"),
        (
            "the/DT/det/town town/NN/poss/lawyer 's/POS/case/town lawyer/NN/ROOT/lawyer",
            "lawyer",
            "the town 's lawyer",
        ),
        # A phrase with `of` belongs to a common noun, and goes on to its end.
        (
            "a/DT/det/clerk clerk/NN/nsubj/said of/IN/prep/clerk the/DT/det/court"
            " court/NN/pobj/of in/IN/prep/court Ulm/NNP/pobj/in said/VBD/ROOT/said",
            "clerk",
            "a clerk of the court in Ulm",
        ),
        # Neither an apposition nor a relative clause does,
        (
            "Ruiz/NNP/nsubj/said ,/,/punct/Ruiz the/DT/det/mayor mayor/NN/appos/Ruiz"
            " ,/,/punct/Ruiz said/VBD/ROOT/said",
            "Ruiz",
            "Ruiz",
        ),
        (
            "a/DT/det/clerk clerk/NN/nsubj/said at/IN/prep/clerk court/NN/pobj/at"
            " who/WP/nsubj/saw saw/VBD/relcl/clerk it/PRP/dobj/saw said/VBD/ROOT/said",
            "clerk",
            "a clerk at court",
        ),
        # nor another one beside it.
        (
            "a/DT/det/clerk clerk/NN/nsubj/said at/IN/prep/clerk court/NN/pobj/at and/CC/cc/clerk"
            " guards/NNS/conj/clerk said/VBD/ROOT/said",
            "clerk",
            "a clerk at court",
        ),
        # Commas and marks at the ends are left out.
        (
            "“/``/punct/man the/DT/det/man man/NN/ROOT/man",
            "man",
            "the man",
        ),
        (
            "clerk/NN/ROOT/clerk of/IN/prep/clerk Ulm/NNP/pobj/of ,/,/punct/clerk",
            "clerk",
            "clerk of Ulm",
        ),
        ("she/PRP/nsubj/said said/VBD/ROOT/said", "she", "she"),
    ],
)
def test_the_phrase_around_a_head(paragraph, head, words):
    assert mention(paragraph, head) == words


def test_the_cue_is_no_part_of_the_phrase():
    said = "said/VBN/amod/Ruiz Ana/NNP/compound/Ruiz Ruiz/NNP/ROOT/Ruiz"
    assert mention(said, "Ruiz") == "said Ana Ruiz"
    assert mention(said, "Ruiz", cue="said") == "Ana Ruiz"


def test_a_verb_before_a_name_is_no_part_of_the_phrase():
    # surprise pilot Ruiz
    verb = "surprise/VB/compound/pilot pilot/NN/compound/Ruiz Ruiz/NNP/ROOT/Ruiz"
    assert mention(verb, "Ruiz") == "pilot Ruiz"


def test_no_phrase_ends_with_a_word_that_leads_on():
    # Pilots as a “boat”
    cut = (
        "Pilots/NNS/ROOT/Pilots as/IN/prep/Pilots a/DT/det/boat"
        " “/``/punct/boat boat/NN/pobj/as ”/''/punct/boat"
    )
    assert mention(cut, "Pilots") == "Pilots"


def test_quoted_words_are_no_part_of_the_phrase():
    read = "the/DT/det/man “/``/punct/man old/JJ/amod/man ”/''/punct/man man/NN/ROOT/man"
    assert mention(read, "man") == "man"


@pytest.mark.parametrize(
    ("paragraph", "token", "head"),
    [
        (MANY, "Ana", "Ruiz"),
        (MANY, "Ruiz", "Ruiz"),
        (MANY, "said", "said"),
        # An owner speaks for himself, `his` only with what he owns.
        ("Ana/NNP/poss/lawyer lawyer/NN/ROOT/lawyer", "Ana", "Ana"),
        ("his/PRP$/poss/lawyer lawyer/NN/ROOT/lawyer", "his", "lawyer"),
        (
            "the/DT/det/town town/NN/compound/hall hall/NN/poss/lawyer lawyer/NN/ROOT/lawyer",
            "the",
            "lawyer",
        ),
        # A verb is no head of a noun phrase, and nothing is behind the phrase's end.
        ("Ana/NNP/compound/said said/VBD/ROOT/said", "Ana", "Ana"),
        ("Ruiz/NNP/ROOT/Ruiz Ana/NNP/compound/Ruiz", "Ana", "Ana"),
        ("old/JJ/amod/man “/``/punct/man man/NN/ROOT/man ”/''/punct/man", "old", "old"),
    ],
)
def test_the_head_of_a_phrase(paragraph, token, head):
    read = parse(paragraph)
    assert read.words[phrase_head(read, index(read.words, token))] == head


def test_the_cue_is_no_head_though_it_looks_like_a_noun():
    read = parse("Ana/NNP/compound/notes notes/NNS/ROOT/notes")
    assert phrase_head(read, 0) == 1
    assert phrase_head(read, 0, cue=1) == 0


@pytest.mark.parametrize(
    ("paragraph", "head", "name"),
    [
        ("lawyer/NN/ROOT/lawyer ,/,/punct/lawyer Ruiz/NNP/appos/lawyer", "lawyer", "Ruiz"),
        ("Ruiz/NNP/ROOT/Ruiz ,/,/punct/Ruiz Ulm/NNP/appos/Ruiz", "Ruiz", "Ruiz"),
        ("lawyer/NN/ROOT/lawyer ,/,/punct/lawyer friend/NN/appos/lawyer", "lawyer", "lawyer"),
        ("Ruiz/NNP/appos/lawyer lawyer/NN/ROOT/lawyer", "lawyer", "lawyer"),
        ("lawyer/NN/ROOT/lawyer ~Ruiz/NNP/appos/lawyer", "lawyer", "lawyer"),
    ],
)
def test_a_name_in_apposition_to_a_role(paragraph, head, name):
    read = parse(paragraph)
    assert read.words[apposed_name(read, index(read.words, head))] == name


@pytest.mark.parametrize(("cue", "name"), [(3, "aide"), (None, "Ruiz"), (4, "Ruiz")])
def test_the_verb_right_behind_leaves_no_apposition(cue, name):
    read = parse(
        "Ruiz/NNP/nsubj/said ,/,/punct/Ruiz aide/NN/appos/Ruiz said/VBD/ROOT/said ~./,/punct/said"
    )
    assert read.words[apposed_name(read, 2, cue)] == name
    assert read.words[speaker_head(read, 2, cue)] == name


def test_the_span_of_tokens():
    read = parse("Ana/NNP/compound/Ruiz Ruiz/NNP/ROOT/Ruiz ~It/PRP/dep/Ruiz")
    span = span_of(read, range(2))
    assert (span.start, span.end) == (0, 8)
    assert span_of(read, range(3)) is None
    assert span_of(read, range(0)) is None


RANKING = (
    "said/VBD/ROOT/said Harbour/NN/npadvmod/ranking ranking/VBG/ccomp/said"
    " Democrat/NNP/compound/Ruiz Ana/NNP/compound/Ruiz Ruiz/NNP/dobj/ranking"
)
STATED = (
    "Ana/NNP/compound/Ruiz Ruiz/NNP/nsubj/was (/-LRB-/punct/Ruiz I/NNP/compound/DU"
    " -/HYPH/punct/DU DU/NNP/appos/Ruiz )/-RRB-/punct/Ruiz said/VBD/ROOT/said was/VBD/ROOT/was"
)


@pytest.mark.parametrize(
    ("paragraph", "token", "cue", "name"),
    [
        # The parser took a word of the title for a verb's, and the name for its object.
        (f"{RANKING} ././punct/said", "Harbour", "said", "Ruiz"),
        # What a rule took for the speaker stands in brackets behind the name.
        (STATED, "DU", "said", "Ruiz"),
        (STATED, "Ruiz", "said", "Ruiz"),
    ],
)
def test_the_name_behind_a_title_or_before_brackets(paragraph, token, cue, name):
    read = parse(paragraph)
    head = speaker_head(read, index(read.words, token), index(read.words, cue))
    assert read.words[head] == name


def roles(second):
    """A role and a second one before a name, which belong to one person."""
    return (
        f"novelist/NN/nsubj/said and/CC/cc/novelist {second} Ana/NNP/compound/Ruiz"
        " Ruiz/NNP/conj/novelist said/VBD/ROOT/said ././punct/said"
    )


DEAF = (
    "clerk/NN/nsubj/said for/IN/prep/clerk the/DT/det/Ruiz {of},/,/punct/Ruiz"
    " Ana/NNP/compound/Ruiz Ruiz/NNP/pobj/for ,/,/punct/clerk said/VBD/ROOT/said"
)
FIRM = (
    "firm/NN/poss/{role} 's/POS/case/firm {role}/NNP/nsubj/said ,/,/punct/{role}"
    " Ana/NNP/compound/Ruiz Ruiz/NNP/appos/{role} said/VBD/ROOT/said"
)


@pytest.mark.parametrize(
    ("paragraph", "token", "name"),
    [
        (roles("critic/NN/compound/Ruiz"), "novelist", "Ruiz"),
        (roles("the/DT/det/Ruiz"), "novelist", "novelist"),  # two people
        # The name behind what a role is for; behind a town it may be the state.
        (DEAF.format(of="deaf/JJ/amod/Ruiz "), "clerk", "Ruiz"),
        (DEAF.format(of="Ulm/NNP/compound/Ruiz "), "clerk", "clerk"),
        # A role in capitals is no name.
        (FIRM.format(role="CEO"), "CEO", "Ruiz"),
        (FIRM.format(role="Times"), "Times", "Times"),
    ],
)
def test_the_name_that_a_role_leads_to(paragraph, token, name):
    read = parse(paragraph)
    head = speaker_head(read, index(read.words, token), index(read.words, "said"))
    assert read.words[head] == name
