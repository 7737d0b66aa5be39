"""The commands that the README shows for outputs and the service do what it says."""

import csv
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def commands(heading, name):
    """Return the commands of a program that a section shows, without their comments."""
    section = README.split(heading)[1]
    section = re.split(r"\n##+ ", section)[0]
    return [shlex.split(line, comments=True) for line in re.findall(rf"\n    ({name} .*)", section)]


@pytest.mark.parametrize("command", commands("### Outputs\n", "quotes"), ids=" ".join)
def test_a_command_for_an_output_writes_what_is_proved(command, tmp_path):
    (tmp_path / "article.txt").write_text("😀 “We sail at dawn,” said Marit Ek.\n", "utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}

    def run(*arguments):
        program = [sys.executable, "-m", "quotes", *arguments]
        return subprocess.check_output(program, cwd=tmp_path, env=environment, text=True)

    assert run(*command[1:]) == ""
    name = command[command.index("-o") + 1]
    if name != "page.html":
        assert run("verify", name) == f"{name}: 1 row proved against 1 document\n"
    assert (tmp_path / "ledger.csv-metadata.json").exists() == name.endswith(".csv")


def test_the_requests_in_the_readme_are_answered():
    if not shutil.which("curl"):
        pytest.skip("curl is not installed")
    from tests.service.server import running

    requests = commands("## Plugins and service\n", "curl")
    with running() as port:
        answers = [
            subprocess.check_output(
                ["curl", "-s", *[part.replace(":8017", f":{port}") for part in request[1:]]]
            ).decode()
            for request in requests
        ]
    text, html, rules = answers
    assert [row["quote"] for row in json.loads(text)["quotes"]] == ["No,"]
    assert [row["quote"] for row in csv.DictReader(io.StringIO(html))] == ["No,"]
    assert json.loads(rules)["rules"]
