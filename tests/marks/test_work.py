"""The work grows with the text, not with its square, whatever the text."""

import sys

import pytest

from quotes.marks import find_quotations

SMALL, GROWTH = 150, 8


def lines_run(text):
    """Count the lines of Python that a search runs: the same on every machine."""
    count = 0

    def trace(frame, event, _):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        find_quotations(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        *('"', "'", '" ', ' "a', 'a" ', "“a ", "”a ", "\"a.' ", '"12" ', 'x="', '" "a" ', "«"),
        *(" 'a", "a' ", "'a b' ", "s' ", "'em ", "‘a ", "“ ‘a.’ ", '"a ‘b ', ' \'a "b" ', "`a"),
        *("“a\n", '"a\n', "'a\n", 'a"\n', "“a.”\n\n", "\n", " ", '\u200b"', "a\n\n", "“\r"),
    ],
)
def test_work_is_linear(unit):
    small, large = lines_run(unit * SMALL), lines_run(unit * SMALL * GROWTH)
    assert large <= (small + 20) * GROWTH * 1.5


@pytest.mark.parametrize(("unit", "other"), [("“a ", 'b" '), ('"a ', "b” "), ("‘a ", "b' ")])
def test_work_is_linear_where_marks_do_not_match(unit, other):
    small = lines_run(unit * SMALL + other * SMALL)
    large = lines_run(unit * SMALL * GROWTH + other * SMALL * GROWTH)
    assert large <= (small + 20) * GROWTH * 1.5


def test_a_long_paragraph_without_marks_costs_nothing():
    assert lines_run("sail " * 100_000) < 10
