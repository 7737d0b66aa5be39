"""Results come in the documents' order, whatever the number of processes and whoever dies."""

import multiprocessing

import pytest

from quotes.errors import ModelError, QuotesError, RuleError
from quotes.records import Document
from quotes.workers import run
from quotes.workers.pool import AHEAD
from tests import fakes

FILL = "x" * 210_000
"""With this in its text, a document is a batch of its own."""


def named(*texts):
    return [Document(str(n), text) for n, text in enumerate(texts)]


def outcome(documents, **options):
    """The quotes of each document, or its error, by its id."""
    return [
        (one.document.id, str(one.error) if one.error else [row.quote for row in one.rows])
        for one in run(documents, fakes.load, **options)
    ]


MIXED = named(
    "“One.”" + FILL,
    "DAWDLE “Two.”" + FILL,
    "Nothing." + FILL,
    "RAISE" + FILL,
    "“Four.” “Five.”",
    "RAISE",
    "“Six.”",
)
REPORT = "leave it out, and please report it"
EXPECTED = [
    ("0", ["One."]),
    ("1", ["Two."]),
    ("2", []),
    ("3", f"3: could not be processed: ValueError: bad luck; {REPORT}"),
    ("4", ["Four.", "Five."]),
    ("5", f"5: could not be processed: ValueError: bad luck; {REPORT}"),
    ("6", ["Six."]),
]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_the_results_are_the_same_for_every_number_of_processes(processes):
    assert outcome(MIXED, processes=processes) == EXPECTED


@pytest.mark.parametrize("processes", [1, 2])
def test_no_documents_give_no_results_and_load_nothing(processes):
    assert list(run([], fakes.load_without_model, processes=processes)) == []


def test_documents_are_taken_as_they_are_needed():
    taken = []
    documents = (taken.append(n) or Document(str(n), FILL) for n in range(10))
    results = run(documents, fakes.load)
    assert taken == []
    next(results)
    assert taken == [0]


def test_a_worker_that_dies_names_its_document_and_the_others_go_on():
    # The three small ones share a batch: all but the deadly one must come through.
    documents = named("“One.”" + FILL, "“Two.”", "DIE", "“Four.”", "“Five.”" + FILL)
    assert outcome(documents, processes=2) == [
        ("0", ["One."]),
        ("1", ["Two."]),
        (
            "2",
            "2: the process that worked on it died (exit code 7); "
            "leave it out, or give the machine more memory",
        ),
        ("3", ["Four."]),
        ("4", ["Five."]),
    ]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_missing_model_ends_the_work(processes):
    with pytest.raises(ModelError) as caught:
        list(run(named("“One.”"), fakes.load_without_model, processes=processes))
    assert str(caught.value) == "no model 'en_nowhere'; install it"


@pytest.mark.parametrize("processes", [1, 2])
def test_faults_of_the_rules_end_the_work(processes):
    with pytest.raises(RuleError) as caught:
        list(run(named("“One.”"), fakes.load_with_faults, processes=processes))
    assert str(caught.value) == "one\ntwo"


def test_a_bug_in_loading_is_told_without_a_traceback(capfd):
    with pytest.raises(QuotesError) as caught:
        list(run(named("“One.”"), fakes.load_with_a_bug, processes=2))
    assert str(caught.value) == (
        "the extractor cannot be loaded: ZeroDivisionError: division by zero; please report it"
    )
    assert capfd.readouterr().err == ""


def test_a_worker_that_dies_at_its_start_ends_the_work():
    with pytest.raises(QuotesError) as caught:
        list(run(named("“One.”"), fakes.load_and_die, processes=2))
    assert str(caught.value) == (
        "a worker process ended while it was starting (exit code 3); "
        "work with one process (-j 1); in a script of your own, start under "
        'if __name__ == "__main__":'
    )


def test_workers_are_gone_when_the_results_are_no_longer_wanted():
    results = run(named("“One.”" + FILL, "SLEEP" + FILL), fakes.load, processes=2)
    assert [row.quote for row in next(results).rows] == ["One."]
    assert multiprocessing.active_children() != []
    results.close()
    assert multiprocessing.active_children() == []


def test_what_is_read_ahead_of_a_slow_document_is_bounded():
    taken = []

    def documents():
        for n in range(100):
            taken.append(n)
            yield Document(str(n), ("DAWDLE" if n == 1 else "") + "x" * (AHEAD // 4))

    results = run(documents(), fakes.load, processes=2)
    first, slow = next(results), next(results)
    # Two processes may have twice AHEAD under way, and a document more to get there.
    assert (first.document.id, slow.document.id, len(taken) <= 9) == ("0", "1", True)
    results.close()
