"""Every relation of a pattern, on parses built by hand."""

import pytest

from quotes.match.patterns import QUOTE, Anchor, bindings, passes, passes_word
from quotes.rules.model import RELATIONS, Node, TokenTest
from tests.parse.made import index, numbered, parse

# “ Go , ” said Ann , who left early , and wept .
MAIN = parse(
    "“/``/punct/Go Go/VB/ccomp/said ,/,/punct/said ”/''/punct/said said/VBD/ROOT/said"
    " Ann/NNP/nsubj/said ,/,/punct/Ann who/WP/nsubj/left left/VBD/relcl/Ann early/RB/advmod/left"
    " ,/,/punct/Ann and/CC/cc/said wept/VBD/conj/said ././punct/said"
)
# Bob sang . “ Go . ” Ann left . Eve slept .
SENTENCES = parse(
    "Bob/NNP/nsubj/sang sang/VBD/ROOT/sang ././punct/sang"
    " “/``/punct/Go Go/VB/ROOT/Go ././punct/Go ”/''/punct/Go"
    " Ann/NNP/nsubj/left left/VBD/ROOT/left ././punct/left"
    " Eve/NNP/nsubj/slept slept/VBD/ROOT/slept ././punct/slept"
)
ANY = TokenTest(quoted=None)


def node(relation, anchor=QUOTE, test=ANY, name="x", **options):
    return Node(name, relation, anchor, test, **options)


def quote_of(read):
    return tuple(i for i, quoted in enumerate(read.quoted) if quoted >= 0)


def found(read, relation, anchor=QUOTE, test=ANY, **options):
    """Return the words that stand in a relation to the quotation or to another word."""
    tokens = quote_of(read) if anchor == QUOTE else (index(read.words, anchor),)
    one = node(relation, "a", test, **options)
    return [read.words[bound["x"][0]] for bound in bindings(read, (one,), {"a": tokens})]


def test_every_relation_is_known_to_the_matcher():
    from quotes.match import patterns

    assert set(patterns.RELATIONS) == set(RELATIONS)


@pytest.mark.parametrize(
    ("relation", "anchor", "words"),
    [
        ("child_of", "said", ["Go", ",", "”", "Ann", "and", "wept", "."]),
        ("child_of", "who", []),
        ("child_of", QUOTE, []),
        ("parent_of", "who", ["left"]),
        ("parent_of", "said", []),
        ("parent_of", QUOTE, ["said", "said", "said"]),
        ("ancestor_of", "early", ["left", "Ann", "said"]),
        ("ancestor_of", "said", []),
        ("ancestor_of", QUOTE, ["said"]),
        ("descendant_of", "Ann", [",", "left", ",", "who", "early"]),
        ("descendant_of", "early", []),
    ],
)
def test_relations_of_the_tree(relation, anchor, words):
    assert found(MAIN, relation, anchor) == words


def test_children_of_a_quotation_stand_outside_it():
    read = parse("“/``/punct/Go Go/VB/ROOT/Go ”/''/punct/Go said/VBD/parataxis/Go Ann/N/nsubj/said")
    assert found(read, "child_of") == ["said"]
    assert found(read, "descendant_of") == ["said", "Ann"]
    assert found(read, "ancestor_of") == []


def test_words_of_a_quotation_come_before_its_marks():
    # The parser ties the mark to another verb than the words.
    read = parse(
        "“/``/punct/adding Go/VB/ccomp/said ”/''/punct/adding said/VBD/ROOT/said"
        " adding/VBG/advcl/said"
    )
    assert found(read, "parent_of") == ["said", "adding", "adding"]
    assert found(read, "ancestor_of") == ["said", "adding"]


DEEP = parse(
    "“/``/punct/gone gone/VBN/acomp/was ”/''/punct/was was/VBD/ccomp/thought"
    " thought/VBD/ccomp/said said/VBD/advcl/laughed laughed/VBD/ROOT/laughed"
)


def test_the_nearest_ancestor_comes_first_or_the_outermost():
    assert found(DEEP, "ancestor_of") == ["was", "thought", "said", "laughed"]
    outer = found(DEEP, "ancestor_of", outermost=True)
    assert outer == ["laughed", "said", "thought", "was"]


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ({"acomp"}, ["was"]),
        ({"ccomp"}, ["thought", "said"]),
        ({"ccomp", "advcl"}, ["thought", "said", "laughed"]),
        ({"punct"}, ["was"]),  # by the closing mark
        ({"dobj"}, []),
    ],
)
def test_by_names_how_the_branch_with_the_anchor_hangs_on_the_ancestor(by, words):
    assert found(DEEP, "ancestor_of", by=frozenset(by)) == words


def test_the_first_word_that_passes_is_the_only_one():
    test = TokenTest(words=frozenset({"thought", "said"}))
    assert found(DEEP, "ancestor_of", test=test) == ["thought", "said"]
    assert found(DEEP, "ancestor_of", test=test, first=True) == ["thought"]


def test_the_first_word_that_passes_counts_even_with_the_wrong_children():
    verbs, subject = TokenTest(tags=frozenset({"VBD"})), TokenTest(deps=frozenset({"nsubj"}))
    read = parse(
        "“/``/punct/gone gone/VBN/ccomp/said ”/''/punct/said said/VBD/ccomp/told"
        " Ann/NNP/nsubj/told told/VBD/ROOT/told"
    )
    assert found(read, "ancestor_of", test=verbs, has=(subject,)) == ["told"]
    assert found(read, "ancestor_of", test=verbs, has=(subject,), first=True) == []


# Ann left and , smiling , began to say
SHARED = parse(
    "Ann/NNP/nsubj/left left/VBD/ROOT/left and/CC/cc/left smiling/VBG/advcl/began"
    " began/VBD/conj/left to/TO/aux/say say/VB/xcomp/began"
)


@pytest.mark.parametrize(
    ("verb", "through", "words"),
    [
        ("left", (), ["Ann"]),
        ("began", (), []),
        ("began", ("conj",), ["Ann"]),
        ("say", ("conj",), []),
        ("say", ("xcomp",), []),
        ("say", ("xcomp", "conj"), ["Ann"]),
        ("smiling", ("advcl", "conj"), ["Ann"]),
    ],
)
def test_a_verb_borrows_its_subject_through_named_dependencies(verb, through, words):
    assert found(SHARED, "subject_of", verb, through=frozenset(through)) == words


def test_the_nearer_of_two_subjects_comes_first():
    read = parse("Ann/NNP/nsubj/said boats/NNS/nsubj/said said/VBD/ROOT/said That/DT/csubj/said")
    assert found(read, "subject_of", "said") == ["boats", "That", "Ann"]


def test_a_passive_subject_counts_and_an_object_does_not():
    read = parse(
        "Ann/NNP/nsubjpass/told was/VBD/auxpass/told told/VBN/ROOT/told lies/NNS/dobj/told"
    )
    assert found(read, "subject_of", "told") == ["Ann"]


# a man who came and said “ Go ”
CLAUSE = parse(
    "man/NN/ROOT/man who/WP/nsubj/came came/VBD/relcl/man and/CC/cc/came said/VBD/conj/came"
    " “/``/punct/Go Go/VB/ccomp/said ”/''/punct/said"
)


def test_the_antecedent_is_what_the_relative_clause_describes():
    assert found(CLAUSE, "antecedent_of", "came") == ["man"]
    assert found(CLAUSE, "antecedent_of", "said") == []
    assert found(CLAUSE, "antecedent_of", "said", through=frozenset({"conj"})) == ["man"]
    assert found(CLAUSE, "antecedent_of", "man") == []


@pytest.mark.parametrize(
    ("relation", "anchor", "words"),
    [
        ("after", QUOTE, ["Ann", "left"]),
        ("before", QUOTE, []),
        ("after", "Bob", ["sang"]),
        ("before", "slept", ["Eve"]),
        ("right_after", QUOTE, ["Ann"]),
        ("right_before", QUOTE, []),
        ("right_before", "left", ["Ann"]),
        ("just_after", "Bob", ["sang"]),
        ("just_after", ".^4", []),
        ("just_before", "sang", ["Bob"]),
        ("just_before", "Bob", []),
        ("just_before", QUOTE, ["."]),
        ("root_before", QUOTE, ["sang"]),
        ("root_before", "Eve", ["left"]),
        ("root_before", "Bob", []),
    ],
)
def test_relations_between_words_as_they_stand(relation, anchor, words):
    # The quotation goes on with a capital: its stop ends the sentence.
    read = parse(FRONT) if relation in ("after", "right_after") and anchor == QUOTE else SENTENCES
    assert found(read, relation, anchor) == words


FRONT = (
    "“/``/punct/Go Go/VB/ccomp/left ,/,/punct/left ”/''/punct/left"
    " Ann/NNP/nsubj/left left/VBD/ROOT/left ././punct/left Eve/NNP/nsubj/slept slept/VBD/ROOT/slept"
)


@pytest.mark.parametrize("relation", ["after", "right_after"])
def test_nothing_follows_in_the_sentence_that_the_quotation_ends(relation):
    assert found(SENTENCES, relation) == []


def test_words_are_counted_and_punctuation_is_not():
    assert found(MAIN, "after", within=3) == ["said", "Ann", "who"]
    assert found(MAIN, "after", within=0) == []
    assert found(MAIN, "before", "wept", within=3) == ["and", "early", "left"]


def test_right_after_passes_over_punctuation_and_what_it_may_skip():
    adverbs = TokenTest(tags=frozenset({"RB", "CC"}))
    assert found(MAIN, "right_after", "early") == ["and"]
    assert found(MAIN, "right_after", "early", skip=adverbs) == ["wept"]
    assert found(MAIN, "right_before", "wept", skip=adverbs) == ["left"]
    nothing_else = TokenTest(tags=frozenset({"CC"}))
    assert found(MAIN, "right_before", "wept", skip=nothing_else) == ["early"]


def test_just_after_takes_what_stands_there():
    assert found(MAIN, "just_after", "early") == [","]
    assert found(MAIN, "just_after") == ["said"]


def test_the_word_right_beside_counts_only_if_it_passes():
    test = TokenTest(words=frozenset({"who"}))
    assert found(MAIN, "right_after", "Ann", test=test) == ["who"]
    assert found(MAIN, "right_after", test=test) == []
    assert found(MAIN, "after", test=test) == ["who"]


def test_the_sentence_before_may_end_with_a_colon():
    read = parse(
        "Ann/NNP/nsubj/rose rose/VBD/ROOT/rose :/:/punct/rose “/``/punct/Go Go/VB/ccomp/rose"
        " ”/''/punct/rose"
    )
    assert found(read, "root_before") == ["rose"]


def test_no_root_before_where_the_words_before_are_quoted():
    read = parse("“/``/x/Go Go/VB/ROOT/Go ”/''/x/Go Ann/NNP/ROOT/Ann")
    assert found(read, "root_before", "Ann") == []


LEAK = parse(
    # The parser joins two sentences of the writer's.
    "Bob/NNP/nsubj/sang sang/VBD/ccomp/said ././punct/said Ann/NNP/nsubj/said said/VBD/ROOT/said"
    " “/``/punct/Go Go/VB/ccomp/sang ”/''/punct/said"
)


@pytest.mark.parametrize(
    ("relation", "anchor", "words"),
    [
        ("child_of", "sang", ["Bob"]),
        ("parent_of", "Go", []),
        ("parent_of", "”", ["said"]),
        ("ancestor_of", "Go", ["said"]),
        ("descendant_of", "sang", ["Bob"]),
        ("subject_of", "sang", ["Bob"]),
        ("child_of", "said", ["Ann", "”"]),
    ],
)
def test_relations_of_the_tree_stay_in_the_writers_sentence(relation, anchor, words):
    assert found(LEAK, relation, anchor) == words


def test_a_subject_and_an_antecedent_in_another_sentence_do_not_count():
    read = parse("Bob/NNP/nsubj/said ././punct/said said/VBD/ROOT/said")
    assert found(read, "subject_of", "said") == []
    read = parse("Bob/NNP/ROOT/Bob ././punct/Bob said/VBD/relcl/Bob")
    assert found(read, "antecedent_of", "said") == []


@pytest.mark.parametrize(
    ("tests", "passing"),
    [
        ({}, "said Ann , who left early , and wept ."),
        ({"words": frozenset({"said", "ann"})}, "said Ann"),
        ({"not_words": frozenset({"said", "ann", "who"})}, ", left early , and wept ."),
        ({"tags": frozenset({"VBD"})}, "said left wept"),
        ({"deps": frozenset({"nsubj"})}, "Ann who"),
        ({"capital": True}, "Ann"),
        ({"capital": False, "tags": frozenset({"WP", "NNP"})}, "who"),
        ({"quoted": True}, "“ Go , ”"),
        ({"quoted": None, "tags": frozenset({"VB", "VBD"})}, "Go said left wept"),
    ],
)
def test_tests_of_a_word(tests, passing):
    test = TokenTest(**tests)
    words = [MAIN.words[token] for token in range(len(MAIN)) if passes(MAIN, token, test)]
    assert words == passing.split()


@pytest.mark.parametrize(
    ("word", "tests", "passing"),
    [
        ("Said", {"words": frozenset({"said"})}, True),
        ("told", {"words": frozenset({"said"})}, False),
        ("Said", {"not_words": frozenset({"said"})}, False),
        ("Said", {"capital": True}, True),
        ("said", {"capital": True}, False),
    ],
)
def test_tests_of_a_word_without_a_parse(word, tests, passing):
    assert passes_word(word, TokenTest(**tests)) is passing


SUBJECT = TokenTest(deps=frozenset({"nsubj"}))
COORDINATED = TokenTest(deps=frozenset({"conj"}))


@pytest.mark.parametrize(
    ("has", "lacks", "words"),
    [
        ((), (), ["said", "left", "wept"]),
        ((SUBJECT,), (), ["said", "left"]),
        ((SUBJECT, COORDINATED), (), ["said"]),
        ((), (SUBJECT,), ["wept"]),
        ((SUBJECT,), (COORDINATED,), ["left"]),
        ((SUBJECT,), (SUBJECT,), []),
    ],
)
def test_children_that_must_be_there_and_that_must_not(has, lacks, words):
    verbs = TokenTest(tags=frozenset({"VBD"}))
    assert found(MAIN, "after", test=verbs, has=has, lacks=lacks) == words


def words_of(read, bound):
    return {name: read.words[tokens[0]] for name, tokens in bound.items() if name != QUOTE}


def test_a_pattern_binds_each_node_to_a_word_beside_one_bound_before():
    verb = node("ancestor_of", test=TokenTest(tags=frozenset({"VBD"})), name="cue")
    speaker = node("subject_of", "cue", name="speaker")
    clause = node("child_of", "speaker", TokenTest(deps=frozenset({"relcl"})), name="clause")
    bound = bindings(MAIN, (verb, speaker, clause), {QUOTE: quote_of(MAIN)})
    assert [words_of(MAIN, b) for b in bound] == [
        {"cue": "said", "speaker": "Ann", "clause": "left"}
    ]


def test_a_pattern_is_tried_in_every_way_the_nearest_first():
    verbs = node("ancestor_of", test=TokenTest(tags=frozenset({"VBD"})), name="cue")
    below = node("child_of", "cue", TokenTest(tags=frozenset({"VBD"})), name="below")
    bound = bindings(DEEP, (verbs, below), {QUOTE: quote_of(DEEP)})
    assert [words_of(DEEP, b) for b in bound] == [
        {"cue": "thought", "below": "was"},
        {"cue": "said", "below": "thought"},
        {"cue": "laughed", "below": "said"},
    ]


def test_a_pattern_without_nodes_fits_once():
    assert list(bindings(MAIN, (), {QUOTE: (0, 1)})) == [{QUOTE: (0, 1)}]


def test_a_quotation_keeps_all_its_tokens():
    bound = next(bindings(MAIN, (node("ancestor_of"),), {QUOTE: quote_of(MAIN)}))
    assert list(bound[QUOTE]) == numbered(MAIN, "“", "Go", ",", "”")


def test_a_quotation_without_a_token_of_its_own_binds_nothing():
    for relation in RELATIONS:
        assert list(bindings(MAIN, (node(relation),), {QUOTE: ()})) == []


def test_an_anchor_walks_up_once_and_finds_what_its_tokens_find():
    read = parse("Ana/NNP/nsubj/said said/VBD/ROOT/said he/PRP/nsubj/left left/VBD/ccomp/said")
    nodes = (node("ancestor_of"),)
    anchor = Anchor((2,))
    assert [found["x"] for found in bindings(read, nodes, {QUOTE: (2,)})] == [(3,), (1,)]
    for _ in range(2):
        assert [found["x"] for found in bindings(read, nodes, {QUOTE: anchor})] == [(3,), (1,)]
    assert anchor.steps(read) is anchor.steps(read)
