"""Rules made in the test, with no more than the test needs."""

from pathlib import Path

from quotes.rules.model import (
    AttributionRule,
    CarryRule,
    Node,
    QuoteTest,
    SpeechRule,
    TitleRule,
    TokenTest,
)

NOWHERE = Path("rules.yml")


def test_of(tag="", word="", dep="", **options):
    """Make a test of a word; several values are parted by blanks."""
    sets = {"tags": tag, "words": word, "deps": dep}
    return TokenTest(**{k: frozenset(v.split()) for k, v in sets.items() if v}, **options)


# Its name is not a test's.
test_of.__test__ = False

CUE = Node("cue", "ancestor_of", "quote", test_of(tag="VBD"))
SPEAKER = Node("speaker", "subject_of", "cue", TokenTest())


def attribution(id="said", *, priority=500, nodes=(CUE, SPEAKER), quote=None, **options):
    return AttributionRule(
        id, "", priority, (), (), NOWHERE, 1, nodes=nodes, quote=quote or QuoteTest(), **options
    )


def carry(source, *, id="carry", priority=100, quote=None, **options):
    return CarryRule(
        id, "", priority, (), (), NOWHERE, 1, source, quote=quote or QuoteTest(), **options
    )


def speech(decide, *, id="speech", quote=None, **options):
    return SpeechRule(
        id, "", 500, (), (), NOWHERE, 1, decide, quote=quote or QuoteTest(), **options
    )


def title(id, *nodes, priority=500, **options):
    return TitleRule(id, "", priority, (), (), NOWHERE, 1, nodes=nodes, **options)
