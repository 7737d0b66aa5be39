"""Explanations built by hand, to be shown."""

from quotes.explain.records import Candidate, Case, Cited, Explanation, Match, Naming, Trial
from quotes.frames import Frame
from quotes.parse import Parse
from quotes.records import Document, Row, Span

TEXT = "“Row,” she said."
FRAME = Frame(TEXT, (0,), (0,), (0,), (Span(0, 6),), 0, has_lead=False)
GOVERNS = Cited("verb.governs", "A verb governs the quotation.", 900, 3, 4, 0.75)
LAST = Cited("verb.last", "For want of anything better.", 400, 0, 0, None)
OPENS = Cited("direct.opens", "It opens the sentence.", 500, 0, 0, None)
APPOSED = Cited("title.apposition", "A role follows the name.", 790, 1200, 1250, 0.958)


def row(**cells):
    values = dict.fromkeys(Row.__slots__) | {
        "document": "boat.txt",
        "quote_id": "q1",
        "kind": "direct",
        "quote": "Row,",
        "quote_start": 1,
        "quote_end": 5,
        "speaker": "Marit Ek",
        "speaker_type": "person",
        "title": "the pilot",
    }
    return Row(**values | cells)


def parse(*words, deps=None):
    """Parse four words and their marks as a model does: said governs all others."""
    words = words or ("“", "Row", ",", "”", "she", "said", ".")
    return Parse(
        frame=FRAME,
        words=list(words),
        lower=[word.lower() for word in words],
        tags=["``", "VB", ",", "''", "PRP", "VBD", "."],
        deps=deps or ["punct", "ccomp", "punct", "punct", "nsubj", "ROOT", "punct"],
        heads=[1, 5, 1, 1, 5, 5, 5],
        children=[[], [0, 2, 3], [], [], [], [1, 4, 6], []],
        sentences=[0] * 7,
        starts=[0, 1, 4, 5, 7, 11, 15],
        ends=[1, 4, 5, 6, 10, 15, 16],
        quoted=[0, 0, 0, 0, -1, -1, -1],
        ends_sentence=[False] * 6 + [True],
        segments=[0] * 7,
    )


def case(*, parsed=None, left_out=0, document="boat.txt", quote="Row,"):
    nodes = {"quote": (0, 1, 2, 3), "cue": (5,), "speaker": (4,)}
    match = Match(parsed or parse(), nodes)
    explanation = Explanation(
        number=1,
        row=row(quote=quote),
        speaker=(
            Trial(GOVERNS, "“she”, by “said”", "", match),
            Trial(LAST, "“she”, by “said”", "its priority is lower", None),
        ),
        naming=Naming(
            "pronoun",
            ("“she” is a pronoun.",),
            (Candidate("Marit Ek", 2.0, "Ek", 1234), Candidate("Ana Ruiz", 0.126, "", -1)),
        ),
        title=(Trial(APPOSED, "“the pilot”", "", None, "Beside the name “Marit Ek”."),),
        kind=(Trial(OPENS, "direct: a whole statement", "", None),),
    )
    return Case(Document(document, TEXT), (explanation,), left_out)
