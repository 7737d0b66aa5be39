"""What is read from a parsed frame, from a Doc built by hand."""

import pytest

from quotes.parse import read_parse
from tests.parse.made import Word, doc_of, frame_of, made, numbered, parse

SAID = (
    "“/``/punct/Go Go/VB/ccomp/said ,/,/punct/said ”/''/punct/said"
    " Ann/NNP/nsubj/said said/VBD/ROOT/said ././punct/said"
)


def test_words_labels_and_heads():
    read = parse(SAID)
    assert len(read) == 7
    assert read.words == ["“", "Go", ",", "”", "Ann", "said", "."]
    assert read.lower == ["“", "go", ",", "”", "ann", "said", "."]
    assert read.tags == ["``", "VB", ",", "''", "NNP", "VBD", "."]
    assert read.deps == ["punct", "ccomp", "punct", "punct", "nsubj", "ROOT", "punct"]
    assert read.heads == [1, 5, 5, 5, 5, 5, 5]
    assert list(map(list, read.children)) == [[], [0], [], [], [], [1, 2, 3, 4, 6], []]
    assert read.sentences == [0] * 7


def test_offsets_are_the_documents():
    scene = made(SAID, SAID)
    assert scene.text == "“ Go , ” Ann said .\n\n“ Go , ” Ann said ."
    for read in scene.parses:
        spans = zip(read.starts, read.ends, strict=True)
        assert [scene.text[start:end] for start, end in spans] == read.words
    assert scene.parses[1].starts[0] == 21


def test_a_stand_in_has_no_offsets():
    read = parse("~It/PRP/nsubj/is ~is/VBZ/ROOT/is so/RB/advmod/is")
    assert (list(read.starts), list(read.ends)) == ([-1, -1, 6], [-1, -1, 8])


def test_a_token_of_two_pieces_has_no_end_if_the_last_is_no_word_of_the_document():
    words = [Word("Ann", "NNP", "ROOT", "Ann")]
    frame = frame_of(words, 10, 0, 0, {})
    half = type(frame)("Ann", (0, 2), (10, -1), (), (), 0, False)
    read = read_parse(half, doc_of(words))
    assert (list(read.starts), list(read.ends)) == ([10], [-1])


def test_quoted_tokens_know_their_quotation_by_its_place_in_the_frame():
    scene = made(SAID, SAID.replace("././punct/said", "") + "“/``/punct/No No/UH/x/said ”/''/x/No")
    assert scene.parses[0].quoted == [0, 0, 0, 0, -1, -1, -1]
    assert scene.parses[1].quoted == [0, 0, 0, 0, -1, -1, 1, 1, 1]
    assert scene.parses[1].frame.quotations == (1, 2)


def test_sentences_are_numbered_as_the_parser_parts_them():
    read = parse(
        "Ann/NNP/nsubj/left left/VBD/ROOT/left ././punct/left"
        " Bob/NNP/nsubj/stayed stayed/VBD/ROOT/stayed ././punct/stayed"
    )
    assert read.sentences == [0, 0, 0, 1, 1, 1]


def test_ancestors_and_subtrees():
    read = parse(SAID)
    assert list(read.ancestors(0)) == [1, 5]
    assert list(read.ancestors(5)) == []
    assert read.subtree(1) == [0, 1]
    assert read.subtree(5) == [0, 1, 2, 3, 4, 5, 6]


def flat(words):
    """Write words as a parse in which all hang on the first."""
    first = words.split()[0]
    return " ".join(f"{word}/X/dep/{first}" for word in words.split())


@pytest.mark.parametrize(
    ("words", "ends", "segments"),
    [
        ("Ann left . Bob stayed", ".", [0, 0, 0, 1, 1]),
        ("Why ? No ! Yes", "? !", [0, 0, 1, 1, 2]),
        # A stop inside a closing mark ends the sentence,
        ("“ Go . ” Ann left", "”", [0, 0, 0, 0, 1, 1]),
        ("“ Go . ” “ Stay . ”", "” ”^2", [0, 0, 0, 0, 1, 1, 1, 1]),
        # unless it goes on in lower case or with a comma,
        ("“ Go . ” he said", "", [0] * 6),
        ("“ Go . ” , Ann said", "", [0] * 7),
        ("“ Go . ” — Ann", "", [0] * 6),
        # or there is a comma, a question or an exclamation mark for a stop.
        ("“ Go , ” Ann said .", ".", [0] * 7),
        ("“ Why ? ” Ann said .", ".", [0] * 7),
        ("“ Go ! ” Ann said .", ".", [0] * 7),
        # A stop inside the quotation, before its end, is not the writer's.
        ("“ Go . Stay , ” he said .", ".^2", [0] * 9),
    ],
)
def test_the_writers_sentences(words, ends, segments):
    read = parse(flat(words))
    found = [i for i, ends_here in enumerate(read.ends_sentence) if ends_here]
    assert found == numbered(read, *ends.split())
    assert read.segments == segments


def test_nothing_is_read_from_an_empty_frame():
    read = read_parse(frame_of([], 0, 0, 0, {}), doc_of([]))
    assert (len(read), read.segments, read.children) == (0, [], [])
