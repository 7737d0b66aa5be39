"""The relations of the tree are those of spaCy's DependencyMatcher, on any tree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.frames import Frame
from quotes.match.patterns import bindings
from quotes.parse import read_parse
from quotes.rules.model import Node, TokenTest
from tests.parse.made import vocabulary

OPERATORS = {"child_of": ">", "parent_of": "<", "ancestor_of": "<<", "descendant_of": ">>"}
"""What spaCy writes between the anchor, on the left, and the node."""
DEPS, TAGS = ["nsubj", "ccomp", "conj", "prep"], ["VBD", "NNP", "IN"]
ANYTHING = TokenTest(quoted=None)
COUNTS = st.integers(1, 9)


@st.composite
def docs(draw):
    """A Doc whose sentences are random projective trees."""
    from spacy.tokens import Doc

    heads = []
    for count in draw(st.lists(COUNTS, min_size=1, max_size=3)):
        heads += tree(draw, len(heads), len(heads) + count, None)
    count = len(heads)
    deps = draw(st.lists(st.sampled_from(DEPS), min_size=count, max_size=count))
    deps = ["ROOT" if head == i else deps[i] for i, head in enumerate(heads)]
    tags = draw(st.lists(st.sampled_from(TAGS), min_size=count, max_size=count))
    words = [f"w{i}" for i in range(count)]
    return Doc(vocabulary(), words=words, tags=tags, deps=deps, heads=heads)


def tree(draw, start, end, head):
    """Hang the words of a stretch on a head, or on one of them: no arcs cross."""
    if start == end:
        return []
    if head is None or draw(st.booleans()):
        root = draw(st.integers(start, end - 1))
        left, right = tree(draw, start, root, root), tree(draw, root + 1, end, root)
        return [*left, root if head is None else head, *right]
    middle = draw(st.integers(start + 1, end))
    root = draw(st.integers(start, middle - 1))
    own = [*tree(draw, start, root, root), head, *tree(draw, root + 1, middle, root)]
    return [*own, *tree(draw, middle, end, head)]


def parse_of(doc):
    return read_parse(Frame(doc.text, (0,), (0,), (), (), 0, False), doc)


def by_spacy(doc, anchor, steps):
    """Return the tokens that spaCy finds for a pattern, anchor first."""
    from spacy.matcher import DependencyMatcher

    pattern = [{"RIGHT_ID": "n0", "RIGHT_ATTRS": {"ORTH": doc[anchor].text}}]
    for number, (relation, tests) in enumerate(steps):
        attributes = {key: {"IN": sorted(values)} for key, values in tests.items()}
        pattern.append(
            {
                "LEFT_ID": f"n{number}",
                "REL_OP": OPERATORS[relation],
                "RIGHT_ID": f"n{number + 1}",
                "RIGHT_ATTRS": attributes or {"LENGTH": {">": 0}},
            }
        )
    matcher = DependencyMatcher(doc.vocab)
    matcher.add("pattern", [pattern])
    return sorted({tuple(tokens) for _, tokens in matcher(doc)})


def by_us(doc, anchor, steps):
    nodes = tuple(
        Node(
            f"n{number + 1}",
            relation,
            f"n{number}",
            TokenTest(quoted=None, deps=tests.get("DEP"), tags=tests.get("TAG")),
        )
        for number, (relation, tests) in enumerate(steps)
    )
    names = [f"n{number}" for number in range(len(steps) + 1)]
    found = bindings(parse_of(doc), nodes, {"n0": (anchor,)})
    return sorted(tuple(bound[name][0] for name in names) for bound in found)


@pytest.mark.parametrize("relation", OPERATORS)
@given(doc=docs())
@settings(max_examples=25)
def test_one_relation(relation, doc):
    for anchor in range(len(doc)):
        assert by_us(doc, anchor, [(relation, {})]) == by_spacy(doc, anchor, [(relation, {})])


TESTS = st.fixed_dictionaries(
    {},
    optional={
        "DEP": st.frozensets(st.sampled_from([*DEPS, "ROOT"]), min_size=1),
        "TAG": st.frozensets(st.sampled_from(TAGS), min_size=1),
    },
)
STEPS = st.lists(st.tuples(st.sampled_from(sorted(OPERATORS)), TESTS), min_size=1, max_size=3)


@given(doc=docs(), steps=STEPS, data=st.data())
@settings(max_examples=80)
def test_chains_of_relations_with_tests_of_the_words(doc, steps, data):
    anchor = data.draw(st.integers(0, len(doc) - 1))
    assert by_us(doc, anchor, steps) == by_spacy(doc, anchor, steps)
