"""A parse is shown word by word, the quoted ones marked."""

from quotes.frames import Frame
from quotes.parse import Parse
from quotes.rules.parses import parse_table


def test_a_line_for_each_word():
    count = 6
    parse = Parse(
        frame=Frame("“Go,” he said", (0,), (0,), (0,), (), 0, False),
        words=["“", "Go", ",", "”", "he", "said"],
        lower=["“", "go", ",", "”", "he", "said"],
        tags=["``", "VB", ",", "''", "PRP", "VBD"],
        deps=["punct", "ccomp", "punct", "punct", "nsubj", "ROOT"],
        heads=[1, 5, 5, 5, 5, 5],
        children=[[], [0], [], [], [], [1, 2, 3, 4]],
        sentences=[0] * count,
        starts=list(range(count)),
        ends=list(range(1, count + 1)),
        quoted=[0, 0, 0, 0, -1, -1],
        ends_sentence=[False] * count,
        segments=[0] * count,
    )
    assert parse_table(parse) == [
        "  word   tag dep   depends on",
        "| 1 “    ``  punct Go (2)",
        "| 2 Go   VB  ccomp said (6)",
        "| 3 ,    ,   punct said (6)",
        "| 4 ”    ''  punct said (6)",
        "  5 he   PRP nsubj said (6)",
        "  6 said VBD ROOT",
    ]
