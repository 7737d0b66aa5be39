"""Counting what is right, and telling whether confidence keeps its word."""

from types import SimpleNamespace

import pytest

from quotes.exports import write_ledger
from quotes.records import COLUMNS, Row
from quotes.rules import builtin_folder, load_rules
from tests.bench.calibration import believed, halves, reliability, share_of_sure
from tests.bench.corpus import Part
from tests.bench.judging import Verdict, count, judge_links, judge_titles
from tests.bench.measure import write

TEXT = "“We sail,” said Marit Ek, the pilot. “Never,” said Bo. The “dry” port. “At dawn,” she said."


def span(words):
    start = TEXT.index(words)
    return start, start + len(words)


def quote(words, source, **more):
    start, end = span(words)
    spans = [list(span(source))] if source else []
    return {"start": start, "end": end, "kind": "direct", "source": spans, **more}


GOLD = {
    "ferry": {
        "text": TEXT,
        "quotes": [
            quote("We sail,", "Marit Ek", entity="e1"),
            quote("Never,", "Bo", entity="e2"),
            {**quote("dry", ""), "kind": "other"},
            quote("At dawn,", "", entity="e1"),
        ],
        "entities": [
            {"id": "e1", "name": "Marit Ek", "aliases": ["Ek"], "titles": ["the pilot"]},
            {"id": "e2", "name": "Bo", "aliases": [], "titles": []},
        ],
    }
}
SCORER = SimpleNamespace(
    trim=lambda _, start, end: (start, end),
    words=str.split,
    name_words=str.split,
    word_f1=lambda a, b: float(a == b),
)


def row(words, mention=None, rule=None, speaker=None, title=None):
    start, end = span(words)
    values = dict.fromkeys(COLUMNS) | {
        **{"document": "news/ferry.txt", "quote_id": "q", "utterance": 1, "kind": "direct"},
        **{"quote": words, "quote_start": start, "quote_end": end, "document_sha256": "s"},
        "rule": rule,
    }
    for name, found in (("mention", mention), ("speaker", speaker), ("title", title)):
        if found:
            values |= {name: found}
            values[f"{name}_start"], values[f"{name}_end"] = span(found)
    if speaker:
        values["speaker_type"] = "person"
    if title:
        values["title_rule"] = "title.before"
    return Row(**values)


def judged(judge, rows, tmp_path):
    write_ledger(rows, tmp_path / "ledger.csv")
    benchmark, part = SimpleNamespace(scorer=SCORER), Part("dev", tmp_path, GOLD)
    return list(judge(benchmark, part, tmp_path / "ledger.csv"))


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (row("We sail,", "Marit Ek", "a"), [True]),
        (row("We sail,", "Ek", "a"), [True]),
        (row("We sail,", "Bo", "a"), [False]),
        (row("We sail,", None, "a"), [False]),
        (row("We sail,", "Marit Ek", None), []),
        (row("dry", "Bo", "a"), [False]),
        (row("the pilot", "Bo", "a"), [False]),
        (row("At dawn,", "she", "a"), []),
        # 6 of the 8 characters are speech, less than the scorer asks for.
        (row("Never,” ", "Bo", "a"), [False]),
    ],
)
def test_a_link_is_right_if_its_row_is_speech_and_its_mention_the_source(found, right, tmp_path):
    verdicts = judged(judge_links, [found], tmp_path)
    assert verdicts == [Verdict("ferry", "a", one) for one in right]


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ([row("We sail,", speaker="Marit Ek", title="the pilot")], [True]),
        ([row("We sail,", speaker="Ek", title="dawn")], [False]),
        ([row("We sail,", speaker="Marit Ek")], []),
        ([row("We sail,", speaker="Bo", title="the pilot")], []),
        ([row("Never,", speaker="Bo", title="the pilot")], [False]),
        ([row("dry", speaker="Bo", title="the pilot")], []),
        (
            [
                row("We sail,", speaker="Marit Ek", title="the pilot"),
                row("At dawn,", speaker="Ek", title="the pilot"),
            ],
            [True],
        ),
    ],
)
def test_a_title_is_judged_once_for_a_speaker_that_is_right(found, right, tmp_path):
    verdicts = judged(judge_titles, found, tmp_path)
    assert verdicts == [Verdict("ferry", "title.before", one) for one in right]


def test_counts_are_by_rule():
    verdicts = [Verdict("x", "b", True), Verdict("y", "a", False), Verdict("y", "b", False)]
    assert count(verdicts) == {"a": (0, 1), "b": (1, 2)}


def test_the_counts_are_written_as_the_loader_reads_them(tmp_path):
    write({"verb.governs": (3, 4), "beside.after": (0, 1)}, tmp_path / "measured.yml")
    assert (tmp_path / "measured.yml").read_text().splitlines()[1:] == [
        "measured:",
        "  beside.after: [0, 1]",
        "  verb.governs: [3, 4]",
    ]
    measured = load_rules([builtin_folder(), tmp_path]).measured
    assert (measured["verb.governs"], measured["beside.after"]) == ((3, 4), (0, 1))


def test_articles_are_shared_out_whole():
    verdicts = [Verdict(str(n), rule, True) for n in range(40) for rule in ("a", "b")]
    one, other = halves(verdicts)
    assert {v.article for v in one}.isdisjoint(v.article for v in other)
    assert sorted([*one, *other]) == sorted(verdicts)
    assert min(len(one), len(other)) > 20


def test_belief_comes_from_the_other_articles():
    rules = load_rules()
    measured_on = [Verdict("x", "verb.governs", n < 30) for n in range(40)]
    links = believed(rules, measured_on, [Verdict("y", "verb.governs", True)])
    # Only one rule was seen: (30 + 10 × 0.75) / (40 + 10).
    assert links == [(0.75, True)]


def test_the_table_sets_what_is_believed_beside_what_is_right():
    links = [(0.95, True), (0.97, False), (0.9, True), (0.2, False)]
    assert share_of_sure(links) == (3, 2 / 3)
    lines = reliability({"held out": links})
    assert lines[2] == "0.00 to 0.50           1     0.200  0.000"
    assert lines[3] == "0.50 to 0.60           0         —      —"
    assert lines[7] == "0.90 to 0.95           1     0.900  1.000"
    assert lines[8] == "0.95 to 1.00           2     0.960  0.500"
