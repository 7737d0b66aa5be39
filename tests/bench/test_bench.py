"""The benchmark's own tools, without the benchmark."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.corpus import BenchmarkError, open_benchmark
from tests.bench.figures import misses, table

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "value", "missed"),
    [
        ("f1", 0.974, True),
        ("f1", 0.975, False),
        ("other", 0.351, True),
        ("other", 0.35, False),
        ("precision", 0.0, False),
    ],
)
def test_a_figure_misses_its_goal_from_the_wrong_side(name, value, missed):
    assert misses(name, value) == missed


def test_the_table_marks_what_dev_misses():
    lines = table({"dev": {"f1": 0.97, "entity": 0.95}, "train": {"f1": 0.5, "entity": None}})
    assert lines[0] == "figure              goal          dev        train"
    assert "f1               ≥ 0.975       0.970!       0.500" in lines
    assert "entity           ≥ 0.920       0.950            —" in lines
    assert "precision                          —            —" in lines


def test_the_table_marks_where_train_is_far_from_dev():
    lines = table(
        {
            "dev": {"mention_direct": 0.98, "mention_mixed": 0.91},
            "train": {"mention_direct": 0.96, "mention_mixed": 0.889},
        }
    )
    assert "mention_direct of train from dev   ≤ 0.020   0.020" in map(str.rstrip, lines)
    assert "mention_mixed of train from dev    ≤ 0.020   0.021!" in lines


def test_the_table_of_dev_alone_has_no_distances():
    assert not any("from dev" in line for line in table({"dev": {"mention_direct": 0.98}}))


def test_a_folder_without_the_benchmark_is_named_with_what_it_lacks(tmp_path):
    (tmp_path / "score.py").touch()
    (tmp_path / "train").mkdir()
    with pytest.raises(BenchmarkError) as error:
        open_benchmark(tmp_path, ("dev", "train"))
    assert str(error.value) == (
        f"{tmp_path}: the benchmark has no dev, no dev.json, no train.json; "
        "name the folder that has: make bench BENCH=FOLDER"
    )


def test_the_command_says_so_without_a_traceback(tmp_path):
    command = [sys.executable, "-m", "tests.bench", tmp_path / "nowhere", "--dev"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"bench: error: {tmp_path}/nowhere: the benchmark has no score.py, no dev, no dev.json; "
        "name the folder that has: make bench BENCH=FOLDER\n"
    )
