"""What the measurements of speed say: slopes, the table and the files."""

from math import log

from tests.bench.speed_plot import plot

BEGIN, END = "<!-- speed -->", "<!-- /speed -->"
"""What stands around the table in the README."""
LEAST = 100_000
"""Characters from which a slope is taken; below, what each run costs anyway hides it."""


def slope(points):
    """Return the slope of log time over log size by least squares."""
    logs = [(log(size), log(seconds)) for size, seconds in points if size >= LEAST * 0.9]
    x0, y0 = (sum(values) / len(logs) for values in zip(*logs, strict=True))
    return sum((x - x0) * (y - y0) for x, y in logs) / sum((x - x0) ** 2 for x, _ in logs)


def table(found):
    """Return the table's lines in Markdown.

    Args:
        found: the measurements, as `speed.measure` returns them.
    """
    lines = ["| | goal | measured |", "| --- | --- | --- |"]
    lines += [
        f"| {what} | {goal} | {value} |".replace("|  |", "| |")
        for what, goal, value in _rows(found)
    ]
    return lines


def _rows(found):
    for part, rates in found["rates"].items():
        ratio = rates["yardstick"] / rates["extraction"]
        yield f"extraction against the whole model's plain pass, {part}", "≥ 6 ×", f"{ratio:.1f} ×"
        ratio = rates["textacy"] / rates["extraction"]
        yield f"extraction against textacy's `direct_quotations`, {part}", "", f"{ratio:.1f} ×"
        share = rates["parsed"] / rates["words"]
        yield f"words that reach the parser for each word read, {part}", "≤ 0.25", f"{share:.3f}"
    one, two = found["processes"]["1"], found["processes"]["2"]
    yield "2 processes against 1", "≥ 1.8 ×", f"{one['seconds'] / two['seconds']:.2f} ×"
    yield "processor time of 2 processes against 1", "", f"{two['work'] / one['work']:.2f} ×"
    for name, points in found["growth"].items():
        yield f"slope of log time over log size, {name}", "≤ 1.1", f"{slope(points):.2f}"
    yield from _memory(found["memory"])
    yield from _start(found["start"])


def _memory(memory):
    few, many = memory["1,000 articles"], memory["10,000 articles"]
    yield "most memory, 10,000 articles against 1,000", "≤ 1.15 ×", f"{many / few:.2f} ×"
    for name, most in memory.items():
        goal = "≤ 700 MB" if "articles" in name else "≤ 1,500 MB"
        yield f"most memory, {name}", goal, f"{most:,.0f} MB"


def _start(start):
    load = start["load"]
    yield "`quotes --help` against loading the model", "", f"{start['help'] / load:.2f} ×"
    yield "`quotes --help`", "< 0.3 s", f"{start['help']:.2f} s"
    yield "`quotes extract one.txt` against loading", "≤ 1.3 ×", f"{start['one'] / load:.2f} ×"


def write(found, root):
    """Write the plot, and the table into the README between its marks.

    Args:
        found: the measurements, as `speed.measure` returns them.
        root: the top of the checkout.
    """
    (root / "tests/bench/results/speed.svg").write_text(plot(found["growth"]), "utf-8")
    readme = root / "README.md"
    before, _, rest = readme.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    lines = [BEGIN, *table(found), END]
    readme.write_text(before + "\n".join(lines) + after, "utf-8")
