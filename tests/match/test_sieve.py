"""Which rules a frame's words leave in question."""

from quotes.match.sieve import Sieve
from quotes.rules.model import Node
from tests.match.made_rules import attribution, test_of
from tests.parse.made import made

SAID = Node("cue", "ancestor_of", "quote", test_of(word="said says"))
NAMED = Node("speaker", "child_of", "cue", test_of(word="ruiz"))
ANYBODY = Node("speaker", "subject_of", "cue", test_of())
VERB = Node("cue", "ancestor_of", "quote", test_of(tag="VBZ"))
ADVERB = Node("cue", "ancestor_of", "quote", test_of(), has=(test_of(dep="advmod"),))
RULES = [
    attribution("said", nodes=(SAID, ANYBODY)),
    attribution("any", nodes=(Node("cue", "ancestor_of", "quote", test_of()), ANYBODY)),
    attribution("named", nodes=(SAID, NAMED)),
    attribution("present", nodes=(VERB, ANYBODY)),
    attribution("adverb", nodes=(ADVERB, ANYBODY)),
]
# Ruiz said “ Right ”
(FRAME,) = made(
    "Ruiz/NNP/nsubj/said said/VBD/ROOT/said “/``/punct/said Right/UH/intj/said ”/''/punct/said"
).parses
(OTHER,) = made("Ruiz/NNP/nsubj/left left/VBD/ROOT/left").parses
(THIRD,) = made("Ruiz/NNP/nsubj/leaves leaves/VBZ/ROOT/leaves soon/RB/advmod/leaves").parses


def ids(parse):
    return [rule.id for rule in Sieve(RULES).may_fit(parse)]


def test_a_rule_stays_where_the_frame_has_all_that_it_asks_for():
    assert ids(FRAME) == ["said", "any", "named"]


def test_a_rule_whose_list_has_no_word_in_the_frame_is_left_out():
    assert ids(OTHER) == ["any"]


def test_a_rule_asks_for_tags_and_for_what_hangs_on_a_word_as_well():
    assert ids(THIRD) == ["any", "present", "adverb"]


def test_the_sieve_knows_its_rules():
    assert Sieve(RULES).rules is RULES
