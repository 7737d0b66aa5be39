"""Which quotation is linked to which mention, and which takes over another one's link."""

from dataclasses import replace

import pytest

from quotes.match.attribute import attribute
from quotes.records import Span
from quotes.rules.model import Node, QuoteTest, TokenTest
from tests.match.made_rules import SPEAKER, attribution, carry, test_of
from tests.parse.made import made

ANN = (
    "“/``/punct/Go Go/VB/ccomp/said ,/,/punct/said ”/''/punct/said"
    " Ann/NNP/nsubj/said said/VBD/ROOT/said ././punct/said"
)
BOB = ANN.replace("Ann", "Bob")
ALONE = "“/``/punct/Stay Stay/VB/ROOT/Stay ././punct/Stay ”/''/punct/Stay"


def links(scene, rules=(), carries=()):
    """Return by quotation what is said of its link: rule, cue, mention, whose it was."""
    found = attribute(scene.text, scene.parses, scene.quotations, rules, carries)
    return {
        i: (link.rule, words(scene, link.cue), words(scene, link.mention), link.origin)
        for i, link in found.items()
    }


def words(scene, span):
    return span.of(scene.text) if span else None


def said(origin=0, rule="said", name="Ann"):
    return (rule, "said", name, origin)


def test_a_link_has_the_words_and_the_places_of_cue_and_mention():
    scene = made(ANN)
    (link,) = attribute(scene.text, scene.parses, scene.quotations, [attribution()], []).values()
    assert (link.quotation, link.origin, link.rule, link.priority) == (0, 0, "said", 500)
    assert (link.cue, link.mention) == (Span(13, 17), Span(9, 12))
    assert (link.parse, link.speaker) == (0, 4)


def test_no_rule_no_link():
    assert links(made(ANN)) == {}


def test_the_first_rule_that_fits_links():
    never = attribution("never", nodes=(Node("speaker", "child_of", "quote", TokenTest()),))
    assert links(made(ANN), [never, attribution("one"), attribution("two")]) == {
        0: said(rule="one")
    }


@pytest.mark.parametrize(
    ("options", "linked"),
    [
        ({"stands": "opens"}, True),
        ({"stands": "closes"}, False),
        ({"quote": QuoteTest(begins="capital")}, True),
        ({"quote": QuoteTest(begins="lower")}, False),
        ({"order": ("quote", "speaker", "cue")}, True),
        ({"order": ("speaker", "cue")}, True),
        ({"order": ("cue", "speaker")}, False),
        ({"order": ("speaker", "quote")}, False),
    ],
)
def test_what_else_a_rule_asks_for(options, linked):
    assert bool(links(made(ANN), [attribution(**options)])) is linked


def test_a_rule_is_tried_in_every_way():
    # The first verb above has no subject after it; the second has.
    scene = made(
        "“/``/punct/Go Go/VB/ccomp/left ”/''/punct/left Bob/NNP/nsubj/left left/VBD/ccomp/said"
        " said/VBD/ROOT/said Ann/NNP/nsubj/said"
    )
    assert links(scene, [attribution()]) == {0: ("said", "left", "Bob", 0)}
    assert links(scene, [attribution(order=("cue", "speaker"))]) == {0: said()}


def test_the_mention_is_the_whole_phrase_and_the_name_beside_it():
    scene = made(
        "“/``/punct/Go Go/VB/ccomp/said ”/''/punct/said the/DT/det/mayor mayor/NN/nsubj/said"
        " ,/,/punct/mayor Ana/NNP/compound/Ruiz Ruiz/NNP/appos/mayor ,/,/punct/mayor"
        " said/VBD/ROOT/said"
    )
    assert links(scene, [attribution()])[0][2] == "Ana Ruiz"


def test_words_named_after_the_cue_that_stand_behind_it_belong_to_it():
    text = (
        "“/``/punct/Go Go/VB/ROOT/Go ”/''/punct/Go according/VBG/prep/Go {}"
        "to/IN/prep/according Ann/NNP/pobj/to"
    )
    cue = Node("cue", "after", "quote", test_of(word="according"))
    to = Node("cue_to", "child_of", "cue", test_of(word="to"))
    speaker = Node("speaker", "child_of", "cue_to", TokenTest())
    rule = attribution(nodes=(cue, to, speaker))
    assert links(made(text.format("")), [rule])[0][1] == "according to"
    assert links(made(text.format("now/RB/x/to ")), [rule])[0][1] == "according"


def test_a_rule_without_a_cue():
    speaker = Node("speaker", "right_after", "quote", TokenTest())
    assert links(made(ANN), [attribution(nodes=(speaker,))]) == {0: ("said", None, "Ann", 0)}


def test_what_is_not_in_the_document_is_no_mention():
    scene = made(ANN.replace("Ann", "~It"))
    assert links(scene, [attribution()]) == {}


def second(between):
    """A paragraph of a quotation with its attribution, some words, and one without."""
    return f"{ANN} {between} {ALONE}"


SENTENCE = "Rain/NN/nsubj/fell fell/VBZ/ROOT/fell ./.^2/punct/fell"


@pytest.mark.parametrize(
    ("between", "how", "carried"),
    [
        # said . “ Stay . ”
        ("", "any", True),
        ("", "one_sentence", True),
        ("", "nothing", False),
        ("", "same_sentence", False),
        # said . Rain fell . “ Stay . ”
        (SENTENCE, "any", True),
        (SENTENCE, "one_sentence", False),
        (SENTENCE, "nothing", False),
        (SENTENCE, "same_sentence", False),
    ],
)
def test_words_between_two_quotations(between, how, carried):
    scene = made(second(between))
    found = links(scene, [attribution(nodes=(FINITE, SPEAKER))], [carry("previous", between=how)])
    assert found.get(1) == (said(rule="carry") if carried else None)


FINITE = Node("cue", "parent_of", "quote", test_of(tag="VBD"))
HALVES = (
    "“/``/punct/Go Go/VB/ccomp/said ,/,/punct/said ”/''/punct/said Ann/NNP/nsubj/said"
    " said/VBD/ROOT/said ,/,/punct/said “/``/punct/stay or/CC/cc/stay stay/VB/dep/stay"
    " ././punct/stay ”/''/punct/stay"
)


@pytest.mark.parametrize(
    ("how", "carried"),
    [("any", True), ("one_sentence", True), ("nothing", False), ("same_sentence", True)],
)
def test_two_halves_of_a_sentence(how, carried):
    found = links(made(HALVES), [attribution()], [carry("previous", between=how)])
    assert (found.get(1) == said(rule="carry")) is carried


def test_next_goes_against_the_text():
    scene = made(f"{ALONE} {ANN}")
    rule = attribution(stands="opens", nodes=(FINITE, SPEAKER))
    assert links(scene, [rule], [carry("previous")]) == {1: said(1)}
    assert links(scene, [rule], [carry("next")]) == {0: said(1, "carry"), 1: said(1)}
    assert links(scene, [rule], [carry("next", between="nothing")])[0] == said(1, "carry")


def test_a_chain_is_carried_to_its_end_and_keeps_its_origin():
    scene = made(f"{ANN} {ALONE} {ALONE.replace('Stay', 'Rest')}")
    found = links(scene, [attribution(nodes=(FINITE, SPEAKER))], [carry("previous")])
    assert found == {0: said(), 1: said(rule="carry"), 2: said(rule="carry")}


def test_a_run_goes_on_with_its_speaker():
    rules, carries = [attribution()], [carry("run")]
    assert links(made(ANN, ALONE, runs=(0, 0)), rules, carries)[1] == said(rule="carry")
    assert 1 not in links(made(ANN, ALONE, runs=(0, 1)), rules, carries)


def test_a_paragraph_of_quotation_goes_on_with_the_one_before():
    rules, carries = [attribution()], [carry("paragraph_before")]
    assert links(made(ANN, ALONE), rules, carries)[1] == said(rule="carry")


def test_a_paragraph_with_words_of_the_writers_does_not():
    rules, carries = [attribution()], [carry("paragraph_before")]
    own = f"Rain/NN/nsubj/fell fell/VBZ/ROOT/fell ././punct/fell {ALONE}"
    assert 1 not in links(made(ANN, own), rules, carries)


def test_a_sentence_that_leads_to_the_paragraph_is_none_of_its_words():
    scene = made(ANN, ALONE, has_lead=True)
    assert 1 in links(scene, [attribution()], [carry("paragraph_before")])


def test_a_paragraph_of_quotation_does_not_go_on_with_one_farther_back():
    scene = made(ANN, ALONE)
    far = [scene.quotations[0], replace(scene.quotations[1], paragraph=2)]
    found = attribute(scene.text, scene.parses, far, [attribution()], [carry("paragraph_before")])
    assert list(found) == [0]


@pytest.mark.parametrize("source", ["previous", "next"])
def test_neighbours_are_in_one_paragraph(source):
    assert list(links(made(ANN, ALONE), [attribution()], [carry(source)])) == [0]


def test_a_carry_replaces_a_weaker_link_only():
    rules = [attribution(priority=300)]
    weaker, stronger = carry("run", priority=200), carry("run", priority=400)
    scene = made(ANN, BOB, runs=(0, 0))
    assert links(scene, rules, [weaker])[1] == said(1, name="Bob")
    assert links(scene, rules, [stronger])[1] == said(rule="carry")
    assert links(scene, rules, [carry("run", priority=300)])[1] == said(1, name="Bob")


@pytest.mark.parametrize(
    ("options", "carried"),
    [
        ({"stands": "alone"}, True),
        ({"stands": "inside"}, False),
        ({"quote": QuoteTest(begins="capital")}, True),
        ({"quote": QuoteTest(begins="lower")}, False),
    ],
)
def test_what_else_a_carry_asks_for(options, carried):
    found = links(made(ANN, ALONE), [attribution()], [carry("paragraph_before", **options)])
    assert (1 in found) is carried


def test_the_first_and_the_last_quotation_have_no_neighbour_outside():
    carries = [carry(source) for source in ("previous", "next", "run", "paragraph_before")]
    assert links(made(ALONE), [attribution()], carries) == {}
    assert links(made(), [attribution()], carries) == {}
