"""What the parser gets of a paragraph."""

import pytest

from quotes.frames import (
    LEAD_REACH,
    MOST_QUOTATIONS,
    TAIL_WORDS,
    Telling,
    build_frames,
    frame_of,
    is_headline,
    is_statement,
)
from quotes.marks import find_paragraphs, find_quotations
from quotes.records import Span


def frames(text):
    paragraphs = find_paragraphs(text)
    return build_frames(text, paragraphs, find_quotations(text, paragraphs))


def framed(text):
    """Return the texts of a text's frames."""
    return [frame.text for frame in frames(text)]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        # A whole statement of more than three words becomes a stand-in with its last mark;
        ("“The boats will leave at dawn,” she said.", "“Right,” she said."),
        ("“Will the boats leave at dawn?” she asked.", "“Right?” she asked."),
        ("“The boats will leave at dawn” is her rule.", "“Right” is her rule."),
        ("She said: “The boats will leave at dawn.”", "She said: “Right.”"),
        ("She said, “the boats will leave.”", "She said, “Right.”"),
        # a shorter one is kept,
        ("“The boats leave,” she said.", "“The boats leave,” she said."),
        # and so are up to five words inside the writer’s sentence, of more the first two, or three
        # where the second is a letter that would make an initial of a stop.
        ("They left “in a very old boat.”", "They left “in a very old boat.”"),
        ("They left “in a very big old boat.”", "They left “in a very.”"),
        # A colon that touches the mark does not stick to it.
        ("Ann:“Go on now, please. Do.”", "Ann: “Right.”"),
        # Whatever the marks were, the parser gets curly ones.
        ('"The boats leave," she said.', "“The boats leave,” she said."),
        ("''The boats leave,'' she said.", "“The boats leave,” she said."),
        ("« The boats leave », she said.", "“The boats leave”, she said."),
        # A mark that is never closed is closed for the parser.
        ("She said: “The boats leave", "She said: “The boats leave”"),
        # Line ends inside a paragraph are blanks for the parser.
        ("She said “go\u00a0now” twice.", "She said “go now” twice."),
    ],
)
def test_quotations_become_stand_ins(text, frame):
    assert framed(text) == [frame]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("“Go on,” she said.", True),
        ("She said, “go on.”", True),
        ("She said: “go on.”", True),
        ("She said — “go on.”", True),
        ("“go on,” she said.", True),
        ("She said “Go on.”", True),
        ("She said “55 of them.”", True),
        ("She said “… and on.”", True),
        ("She said “go on.”", False),
        ("She (Ann) “went on.”", False),
        ("The boats’ “crew” left.", False),
        ("The boats' “crew” left.", False),
    ],
)
def test_statements(text, statement):
    (quotation,) = find_quotations(text)
    assert is_statement(text, quotation) is statement


def test_a_paragraph_without_a_quotation_has_no_frame():
    assert framed("She left.\n\nShe said: “Go.”\n\nHe left.") == ["She said: “Go.”"]
    assert framed("") == []


def test_each_frame_knows_its_paragraph_and_quotations():
    text = "She said: “Go.”\n\nHe left.\n\n“No,” he said, “not now.”"
    first, second = frames(text)
    assert (first.paragraph, first.quotations) == (0, (0,))
    assert (second.paragraph, second.quotations) == (2, (1, 2))
    assert [second.text[m.start : m.end] for m in second.marked] == ["“No,”", "“not now.”"]


def test_the_marks_of_a_stand_in_are_those_of_the_quotation():
    (frame,) = frames("“The boats will leave at dawn,” she said, “or in a very old boat at noon.”")
    assert [frame.text[m.start : m.end] for m in frame.marked] == ["“Right,”", "“Right.”"]


def test_words_of_the_document_keep_their_offsets_and_others_have_none():
    text = "Ann: “The boats will leave at dawn,” she said."
    (frame,) = frames(text)
    assert frame.text == "Ann: “Right,” she said."
    assert [frame.origin(i) for i in range(5)] == [0, 1, 2, 3, 4]
    assert {frame.origin(i) for i in range(5, 13)} == {-1}
    assert text[frame.origin(frame.text.index("she")) :] == "she said."


LEAD = "Ann Ruiz rose. The mayor turned to the crowd.\n\n“The boats will leave at dawn.”"


def test_a_paragraph_of_quotation_begins_with_the_sentence_before_it():
    (frame,) = frames(LEAD)
    assert frame.text == "The mayor turned to the crowd. “Right.”"
    assert frame.has_lead
    assert frame.origin(0) == LEAD.index("The mayor")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # The paragraph has words of its own.
        ("Ann rose.\n\n“The boats will leave at dawn,” she said.", "“Right,” she said."),
        # Nothing stands before it.
        ("“The boats will leave at dawn.”", "“Right.”"),
        # The paragraph before ends with a quotation.
        ("Ann said: “Go.”\n\n“The boats will leave at dawn.”", "“Right.”"),
        # What follows the quotation before in its sentence says who speaks there;
        ("“Go,” said Ann.\n\n“The boats will leave at dawn.”", "“Right.”"),
        # the next sentence leads on.
        ("“Go,” said the pilot. Bob rose.\n\n“The boats will leave.”", "Bob rose. “Right.”"),
        ("“Go.” Bob rose.\n\n“The boats will leave.”", " Bob rose. “Right.”"),
        # There is no word in what leads on.
        ("* * *\n\n“The boats will leave at dawn.”", "“Right.”"),
    ],
)
def test_what_leads_to_a_quotation(text, last):
    assert framed(text)[-1] == last


def test_a_sentence_that_leads_is_bounded():
    text = "boat " * 300 + "\n\n“The boats will leave at dawn.”"
    (frame,) = frames(text)
    assert len(frame.text) <= LEAD_REACH + len(" “Right.”")
    assert frame.text.endswith("boat “Right.”")


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("AUSTIN, Texas (AP) — She said: “Go.”", "She said: “Go.”"),
        ("AUSTIN (AP) - She said: “Go.”", "She said: “Go.”"),
        ("ST. PAUL — She said: “Go.”", "She said: “Go.”"),
        ("AUSTIN -- She said: “Go.”", "She said: “Go.”"),
        ("Austin — She said: “Go.”", "Austin — She said: “Go.”"),
        ("US — She said: “Go.”", "US — She said: “Go.”"),
        ("ANN: “Go — now.”", "ANN: “Go — now.”"),
    ],
)
def test_a_dateline_is_left_out(text, frame):
    assert framed(text) == [frame]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        # The sentence of the quotation is kept,
        ("It rained. Ann said “go on” twice.", "Ann said “go on” twice."),
        # and the whole one before a quotation that opens its own.
        ("It rained. Ann rose. “Go on now, please. Do.”", "Ann rose. “Right.”"),
        # No sentence ends with an abbreviation or an initial.
        ("Gov. Ann J. Ruiz said “go on” twice.", "Gov. Ann J. Ruiz said “go on” twice."),
        # Between two quotations the end of the first's sentence is kept too.
        (
            "“Go on,” Ann said. It rained. Bob woke. Eve said “no” twice.",
            "“Go on,” Ann said. Eve said “no” twice.",
        ),
        ("“Go on,” Ann said, then “no” twice.", "“Go on,” Ann said, then “no” twice."),
        # Behind the last quotation its sentence is kept,
        ("“Go on,” Ann said. It rained. Bob slept.", "“Go on,” Ann said. "),
        # or the next one, but not where the quotation ends a sentence that begins before it.
        ("It rained. “Go on.” Ann said no.", "It rained. “Go on.” Ann said no."),
        ("Ann said: “Go on.” Bob slept.", "Ann said: “Go on.”"),
        ("Ann asked: “Go on?” and left.", "Ann asked: “Go on?” and left."),
        # The sentence before is not needed where the words behind tell the speaker,
        ("It rained. Ann rose. “Go on,” Bob said.", "“Go on,” Bob said."),
    ],
)
def test_only_sentences_that_may_attribute_are_kept(text, frame):
    assert framed(text) == [frame]


def test_a_pronoun_behind_a_quotation_keeps_the_sentence_before_it():
    text = "It rained. Ann rose. “Go on,” she said."
    paragraphs, quotations = find_paragraphs(text), find_quotations(text)
    (frame,) = build_frames(text, paragraphs, quotations, Telling(pronouns={"she"}))
    assert frame.text == "Ann rose. “Go on,” she said."


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        # The last clause of a long sentence is kept if it has a cue,
        (" and left" * 30 + ", Bob says.", " and left" * 12 + " , Bob says."),
        (" and left" * 30 + ", Bob shows.", " and left" * 12 + " "),
        (" and left" * 30 + ". Then, Bob says.", " and left" * 12 + " "),
        # whole, wherever the limit falls,
        (
            " and left" * 12 + ", as the old keeper says.",
            " and left" * 12 + ", as the old keeper says.",
        ),
        # but no clause that is long itself, nor one without a comma.
        (" and left" * 30 + ", as" + " he" * 15 + " says.", " and left" * 12 + " "),
        (" and left" * 30 + " Bob says.", " and left" * 12 + " "),
    ],
)
def test_the_last_clause_of_a_long_sentence_may_attribute(behind, kept):
    text = "“Go on” and" + behind
    paragraphs, quotations = find_paragraphs(text), find_quotations(text)
    (frame,) = build_frames(text, paragraphs, quotations, Telling(cues={"says"}))
    assert frame.text == "“Go on” and" + kept


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("She said: “No.” He left.", "She said: “No .”"),
        ("She said: “No.”", "She said: “No .”"),
        ("She said: “Go.”", "She said: “Go.”"),
        ("She said: “Oh, no.”", "She said: “Oh, no.”"),
    ],
)
def test_a_word_that_looks_like_an_abbreviation_keeps_its_stop_apart(text, frame):
    paragraphs, quotations = find_paragraphs(text), find_quotations(text)
    (built,) = build_frames(text, paragraphs, quotations, Telling(abbreviations={"No."}))
    assert built.text == frame
    at = frame.index(" .” ") + 1 if " .” " in frame else -1
    assert at < 0 or built.origin(at) == text.index(".”")


def test_a_long_sentence_behind_a_quotation_is_cut():
    text = "“Go on,” she said" + " and left" * 30 + "."
    (frame,) = framed(text)
    assert len(frame.split()) == 2 + TAIL_WORDS
    assert text.startswith(frame.rstrip())


def test_many_quotations_of_a_paragraph_are_parted():
    count = 2 * MOST_QUOTATIONS + 5
    text = " ".join(f"Then “word{i}” was said." for i in range(count))
    found = frames(text)
    assert [len(frame.quotations) for frame in found] == [12, 12, 5]
    assert [n for frame in found for n in frame.quotations] == list(range(count))
    assert {frame.paragraph for frame in found} == {0}


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("Mayor Calls Levee Report a Work of Fiction", True),
        ("Mayor calls levee report a work of fiction", False),
        ("Mayor Lena Ortiz Rose", True),
        ("Mayor Ortiz Rose", False),  # too few words to tell
        ("Mayor Lena Ortiz rose early", False),
        ("Mayor Calls Levee Report Fiction " * 10, False),  # too long for one
        ("", False),
    ],
)
def test_headlines(words, headline):
    assert is_headline(words) is headline


def test_a_headline_is_marked_as_one():
    found = frames("Mayor Calls Levee Report ‘Work of Fiction’\n\n“It is fiction,” Ortiz said.")
    assert [frame.headline for frame in found] == [True, False]


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ('\'Go,\' he said. "Stay," said Ann. "No," said Eve.', [True, False, False]),
        ("‘Go,’ he said.", [False]),
        ("“Go,” he said.", [False]),
    ],
)
def test_single_marks_beside_double_ones_are_minor(text, minor):
    assert [small for frame in frames(text) for small in frame.minor] == minor


def test_a_frame_of_a_stretch_without_quotations():
    text = "It rained. Ann Ruiz is the mayor. Bob slept."
    frame = frame_of(text, Span(11, 34), 0, [])
    assert (frame.text, frame.quotations, frame.origin(0)) == ("Ann Ruiz is the mayor. ", (), 11)
