"""Explanations of sentences: the rules that won and lost, the way to the name and the title."""

from pathlib import Path

import pytest

from quotes.explain import explain
from quotes.pipeline import Extractor
from quotes.records import Document

ARTICLES = sorted((Path(__file__).parents[2] / "fixtures").glob("*.txt"))


@pytest.fixture(scope="module")
def extractor():
    return Extractor()


@pytest.fixture(scope="module")
def explained(extractor):
    def explained(text, number=1, *, include_other=False):
        case = explain(extractor, Document("", text), include_other=include_other)
        return case.explanations[number - 1]

    return explained


def won(trials):
    return [trial.rule.id for trial in trials if not trial.lost]


def lost(trials, id_):
    (trial,) = [trial for trial in trials if trial.rule.id == id_]
    return trial.lost


def nodes(trial):
    parse = trial.match.parse
    return {
        name: " ".join(parse.words[token] for token in tokens)
        for name, tokens in trial.match.nodes.items()
    }


@pytest.mark.parametrize("include_other", [False, True], ids=["rows", "all"])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_explanations_name_what_the_rows_name(extractor, path, include_other):
    document = Document("", path.read_bytes().decode())
    rows = extractor.extract(document, include_other=include_other)
    case = explain(extractor, document, include_other=include_other)
    assert [explanation.row for explanation in case.explanations] == rows
    for explanation in case.explanations:
        row = explanation.row
        linked = [row.rule] if row.rule and row.kind != "other" else []
        assert won(explanation.speaker) == linked
        assert won(explanation.title) == ([row.title_rule] if row.title_rule else [])
        assert explanation.kind[0].gives.startswith(row.kind)
        candidates = explanation.naming.candidates
        assert not candidates or row.speaker in candidates[0].name or row.speaker_type != "person"


def test_the_words_that_the_winner_matched(explained):
    explanation = explained("“It will flood,” Ana Ruiz said.")
    assert won(explanation.speaker) == ["verb.governs"]
    assert nodes(explanation.speaker[0]) == {
        "quote": "“ It will flood , ”",
        "cue": "said",
        "speaker": "Ruiz",
    }
    assert nodes(explained("“No,” said county engineer Walt Dunning.").title[0]) == {
        "name": "Walt Dunning",
        "title": "engineer",
    }


@pytest.mark.parametrize(
    ("text", "number", "winner", "loser", "reason"),
    [
        (
            "“It will flood,” Ana Ruiz said.",
            1,
            "verb.governs",
            "beside.after",
            "its priority, 700, is below the 900 of verb.governs",
        ),
        (
            "“It will flood,” Ana Ruiz said. It rained. “Leave now,” he told the boys.",
            2,
            "verb.governs",
            "carry.near",
            "the quotation has an attribution of its own: "
            "its priority, 200, is below the 900 of verb.governs",
        ),
        (
            "“It will flood,” Ana Ruiz said. “Leave now.”",
            2,
            "carry.next-sentence",
            "carry.near",
            "its priority, 200, is below the 298 of carry.next-sentence",
        ),
        (
            "“It will flood,” Ana Ruiz said. “Leave now.”",
            2,
            "carry.next-sentence",
            "intro.said",
            "an attribution carried over outranks it: "
            "its priority, 284, is below the 298 of carry.next-sentence",
        ),
    ],
)
def test_why_a_rule_lost(explained, text, number, winner, loser, reason):
    trials = explained(text, number).speaker
    assert won(trials) == [winner]
    assert lost(trials, loser) == reason


def test_an_attribution_carried_over_rests_on_another_one(explained):
    (carried, *_) = explained("“It will flood,” Ana Ruiz said. “Leave now.”", 2).speaker
    assert carried.place == "Carried over from quote 1."
    assert carried.match is None
    assert carried.basis.rule.id == "verb.governs"
    assert nodes(carried.basis)["speaker"] == "Ruiz"


def test_no_rule_for_a_quotation_that_nobody_is_said_to_say(explained):
    explanation = explained("“The lake belongs to those who drink it.”")
    assert explanation.speaker == ()
    assert explanation.naming.steps == ("No rule finds words that name a speaker.",)
    assert won(explanation.kind) == ["direct.alone"]


def test_a_speech_rule_decides_against_an_attribution(explained):
    text = "Ana Ruiz said that Luis “Shorty” Delgado won the race."
    explanation = explained(text, include_other=True)
    assert won(explanation.kind) == ["other.nickname"]
    assert won(explanation.speaker) == []
    assert explanation.speaker[0].lost == (
        "other.nickname decides that the words are nobody's speech"
    )


def test_what_is_nobodys_speech_is_counted(extractor):
    case = explain(extractor, Document("", "Luis “Shorty” Delgado won the race."))
    assert (case.explanations, case.left_out) == ((), 1)


@pytest.mark.parametrize(
    ("text", "number", "evidence", "steps"),
    [
        (
            "“It will flood,” Ana Ruiz said.",
            1,
            "name",
            ["“Ana Ruiz” is the full name."],
        ),
        (
            "Ana Ruiz came by boat. “It will flood,” Ruiz said.",
            1,
            "name",
            [
                "“Ruiz” names “Ana Ruiz”.",
                "The document names this person 2 times, as “Ana Ruiz”, “Ruiz”.",
            ],
        ),
        (
            "Ana Ruiz came by boat. “It will flood,” she said.",
            1,
            "pronoun",
            ["“she” is a pronoun for a woman; “Ana Ruiz” is most present in mind before it."],
        ),
        (
            "The lawsuit said the lamps were “out.” It called them “a grave for boats.”",
            2,
            "thing",
            ["“It” is not a person; “The lawsuit” is the last before it that says something."],
        ),
        (
            "Ana Ruiz met Rosa Holm. “Holm will flood it,” she said.",
            1,
            "pronoun",
            [
                "“she” is a pronoun for a woman; “Ana Ruiz” is most present in mind before it.",
                "“Rosa Holm” is named in what is said, which tells against it.",
            ],
        ),
        (
            "“It will flood,” she said. Ana Ruiz came by boat.",
            1,
            "pronoun",
            ["“she” is a pronoun for a woman; “Ana Ruiz” is the first named after it."],
        ),
        (
            "Tom Roth left. In what he called a “small rebellion,” Omar Holm closed the lock.",
            1,
            "ahead",
            ["“he” stands in a clause that leads to “Omar Holm”, the main clause's subject."],
        ),
        (
            "The engineer, Ana Ruiz, came by boat. “It will flood,” the engineer said.",
            1,
            "role",
            ["“the engineer” describes “Ana Ruiz”, whom it fits and who is most present in mind "
             "before it."],
        ),
        (
            "“It will flood,” a neighbour said.",
            1,
            "itself",
            ["“a neighbour” describes nobody who is named, and stands for itself."],
        ),
        (
            "“It will flood,” they said.",
            1,
            "nothing",
            ["“they” leads to nobody in particular."],
        ),
    ],
)  # fmt: skip
def test_the_way_to_the_name(explained, text, number, evidence, steps):
    naming = explained(text, number).naming
    assert naming.evidence == evidence
    assert list(naming.steps) == steps


def test_candidates_for_a_pronoun_with_their_last_mention(explained):
    text = "Ana Ruiz came by boat. Rosa Lindt met Ruiz at the pier.\n\n“It will flood,” she said."
    naming = explained(text).naming
    assert [c.name for c in naming.candidates] == ["Rosa Lindt", "Ana Ruiz"]
    assert naming.candidates[0].score > naming.candidates[1].score > 0
    assert [(c.last, c.offset) for c in naming.candidates] == [("Rosa Lindt", 23), ("Ruiz", 38)]


def test_a_pronoun_after_a_pronoun_goes_by_what_was_said_before(explained):
    text = "Ana Ruiz came by boat. “Row,” she said.\n\n“It will flood,” she told the boys."
    (first, *_) = explained(text, 2).naming.candidates
    assert (first.name, first.last, first.offset) == ("Ana Ruiz", "she", 30)


def test_the_way_to_the_title(explained):
    text = "County engineer Walt Dunning came by boat.\n\n“It will flood,” Dunning said."
    (title, *_) = explained(text).title
    assert title.rule.id == "title.before"
    assert title.gives == "“County engineer”"
    assert title.place == "Beside the name “Walt Dunning” at character 16."


def test_a_title_that_is_the_words_for_the_speaker(explained):
    (title,) = explained("“It will flood,” a senior aide said.").title
    assert title.rule.id == "title.unnamed"
    assert title.place == "The words at character 17 stand for the speaker."
    assert title.match is None


def test_a_mention_that_is_not_the_word_found(explained):
    text = "“It will flood,” the older brother, Anselm Holm, told reporters."
    (trial, *_) = explained(text).speaker
    assert nodes(trial)["speaker"] == "brother"
    assert trial.place == (
        "The rule finds “brother”; the words there that name the speaker are “Anselm Holm”."
    )
