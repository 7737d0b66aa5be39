"""What the README shows is what the program does.

`python -m tests.test_readme` puts the program's output of today into the README; read the
difference before you commit it.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SHOWN = re.compile(r"<!-- output of: quotes ([^\n]*) -->\n```text\n(.*?)```\n", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
HOUSE = re.compile(r"```yaml\n(lists:.*?)```", re.DOTALL)


def output_of(arguments):
    """Run the command at the top of the checkout and return what it prints."""
    program = [sys.executable, "-m", "quotes", *arguments.split()]
    environment = os.environ | {"COLUMNS": "100"}
    printed = subprocess.check_output(program, cwd=ROOT, env=environment, text=True)
    return "\n".join(line.rstrip() for line in printed.splitlines()).rstrip() + "\n"


def text():
    return README.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "shown"), SHOWN.findall(text()), ids=lambda value: value[:20]
)
def test_output_in_the_readme_is_what_the_command_prints(arguments, shown):
    assert shown == output_of(arguments)


def test_the_readme_shows_the_command_at_work():
    commands = [arguments.split()[0] for arguments, _ in SHOWN.findall(text())]
    assert commands == ["extract", "extract", "verify", "diff", "explain"]


def test_examples_in_python_run(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news/ferry.txt").write_text("“We sail at dawn,” said Marit Ek.\n", "utf-8")
    first, many, page, export, pipeline = PYTHON.findall(text())
    for name, example, printed in (
        ("first.py", first, "We sail at dawn, Marit Ek the harbour pilot 1\n"),
        ("many.py", many, "news/ferry.txt 1 \n"),
        (
            "page.py",
            page,
            "We sail at\xa0dawn, | We <em>sail</em> at&nbsp;dawn,\n",
        ),
        ("export.py", export, "We sail at dawn, 3 []\n"),
        ("pipeline.py", pipeline, "the harbour pilot | Marit Ek\n"),
    ):
        (tmp_path / name).write_text(example, "utf-8")
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        program = [sys.executable, name]
        found = subprocess.check_output(program, cwd=tmp_path, env=environment, text=True)
        assert found == printed


def test_the_rule_in_the_readme_changes_the_ledger(tmp_path):
    (rules,) = HOUSE.findall(text())
    (tmp_path / "house").mkdir()
    (tmp_path / "house/columns.yml").write_text(rules, "utf-8")
    article = tmp_path / "pool.txt"
    article.write_text("“Bring a towel,” harrumphed Ossian Ferrers.\n", "utf-8")
    printed = output_of(f"extract {article} --format jsonl --rules {tmp_path}/house")
    assert '"rule": "house.harrumphed"' in printed
    assert '"speaker": "Ossian Ferrers"' in printed


def refreshed():
    """Return the README with the program's output of today."""
    return SHOWN.sub(
        lambda block: f"<!-- output of: quotes {block[1]} -->\n```text\n{output_of(block[1])}```\n",
        text(),
    )


if __name__ == "__main__":
    README.write_text(refreshed(), "utf-8")
