"""More than one process only where the text is worth it."""

import pytest

from quotes.cli import processes


@pytest.mark.parametrize(
    ("sizes", "cores", "chosen"),
    [
        ([], 4, 1),
        ([999_999], 4, 1),
        ([600_000, 400_000], 4, 4),
        ([600_000, 400_000], 1, 1),
        ([600_000, 400_000], 64, 8),
    ],
)
def test_processes_follow_the_amount_of_text(tmp_path, monkeypatch, sizes, cores, chosen):
    monkeypatch.setattr(processes, "_cores", lambda: cores)
    for number, size in enumerate(sizes):
        (tmp_path / f"{number}.txt").write_bytes(b"x" * size)
    assert processes.choose_processes([str(tmp_path), "-", "nope.txt"]) == chosen
