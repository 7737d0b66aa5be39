"""The benchmark's figures: what is asked for, and the table that shows what is reached."""

GOALS = {
    "precision": None,
    "recall": None,
    "recall_direct": None,
    "recall_mixed": None,
    "f1": 0.975,
    "other": 0.35,
    "mention_direct": 0.97,
    "mention_mixed": 0.90,
    "entity": 0.92,
    "full_name": 0.90,
    "title_precision": None,
    "title_recall": None,
    "title_f1": 0.85,
}
"""The goal of each figure on dev, None where there is none."""
SMALL_IS_GOOD = {"other"}
CLOSE = {"mention_direct": 0.02, "mention_mixed": 0.02}
"""How far train may be from dev."""
NAMES = ("entity", "full_name", "title_precision", "title_recall", "title_f1")
"""Figures that only a part with names and titles has."""


def table(columns):
    """Return the table's lines; a figure that misses its goal is marked.

    Dev is held to the goals, and train to dev where both are there.

    Args:
        columns: by heading the figures of a run, None for a figure that it does not have.
    """
    lines = [_line("figure", "goal", columns)]
    for name, goal in GOALS.items():
        cells = [_cell(name, figures.get(name), heading) for heading, figures in columns.items()]
        lines.append(_line(name, _goal(name, goal), cells))
    if {"dev", "train"} <= columns.keys():
        lines += ["", *_distances(columns["dev"], columns["train"])]
    return lines


def _distances(dev, train):
    for name, goal in CLOSE.items():
        if name in dev and name in train:
            distance = round(abs(dev[name] - train[name]), 6)
            cell = f"{distance:.3f}{'!' if distance > goal else ' '}"
            yield f"{name} of train from dev".ljust(34) + f"≤ {goal:.3f}".rjust(8) + f"{cell:>9}"


def _goal(name, goal):
    if goal is None:
        return ""
    return f"{'≤' if name in SMALL_IS_GOOD else '≥'} {goal:.3f}"


def _cell(name, value, heading):
    if value is None:
        return "— "
    missed = heading == "dev" and misses(name, value)
    return f"{value:.3f}{'!' if missed else ' '}"


def misses(name, value):
    """Tell whether a figure misses its goal."""
    goal = GOALS[name]
    if goal is None:
        return False
    return value > goal if name in SMALL_IS_GOOD else value < goal


def _line(name, goal, cells):
    return f"{name:16}{goal:>8}" + "".join(f"{cell:>13}" for cell in cells).rstrip()
