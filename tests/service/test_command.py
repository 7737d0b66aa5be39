"""`quotes serve` as a process, and the service under load."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from quotes.service.run import serve
from quotes.service.settings import Settings
from tests.service.server import extract, running, send
from tests.service.soak import soak

pytest.importorskip("fastapi", reason="FastAPI is not installed (extra service)")
pytest.importorskip("uvicorn", reason="uvicorn is not installed (extra service)")

ROOT = Path(__file__).parents[2]
PROGRAM = (
    "import quotes.api, quotes.cli, tests.fakes as fakes;"
    "quotes.api._load = fakes.load_as_the_library_does;"
    "import quotes.service.run as run;"
    "run._load = fakes.load_as_the_library_does;"
    "quotes.cli.main()"
)
TOLD = re.compile(r"running on http://127\.0\.0\.1:(\d+)")


def start(*arguments, program=PROGRAM):
    return subprocess.Popen(
        [sys.executable, "-c", program, "serve", "--port", "0", *arguments],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QUOTES_API_KEY": ""},
    )


def port_of(process):
    """Read the log until the service says where it listens."""
    for line in process.stderr:
        if told := TOLD.search(json.loads(line)["event"]):
            return int(told[1])
    raise AssertionError("the service did not start")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_service_that_is_told_to_end_finishes_what_it_has_begun(number):
    process = start()
    port = port_of(process)
    found = []
    thread = threading.Thread(target=lambda: found.append(extract(port, "DAWDLE “Yes,” she said.")))
    thread.start()
    while json.loads(send(port, "GET", "/health")[2])["waiting"] != 1:
        pass
    process.send_signal(number)
    thread.join()
    assert [row["quote"] for row in found[0][2]["quotes"]] == ["Yes,"]
    log = [json.loads(line) for line in process.stderr.read().splitlines()]
    assert process.wait(20) == 0
    assert "stopped" in [line["event"] for line in log]


def test_a_missing_model_is_told_in_words():
    process = start("--model", "en_nowhere")
    *_, last = process.stderr.read().splitlines()
    assert last == "quotes: error: no model 'en_nowhere'; install it"
    assert process.wait() == 2


def test_a_service_without_key_stays_on_this_machine():
    process = start("--host", "0.0.0.0")
    assert process.stderr.read() == (
        "quotes: error: 0.0.0.0 is open to other machines, and there is no API key; "
        "give one in the variable QUOTES_API_KEY, or bind to 127.0.0.1\n"
    )
    assert process.wait() == 2


def test_what_is_to_be_installed_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(Exception) as caught:
        serve(Settings())
    assert str(caught.value) == (
        "the service needs uvicorn, which is not installed; "
        "install it with: pip install 'quote-ledger[service]'"
    )


def test_sixteen_clients_at_once_lose_and_mix_up_nothing():
    with running(waiting=12, workers=2) as port:
        counts = soak(port, clients=16, seconds=2)
    assert counts["wrong"] == 0
    assert counts["clients that ended"] == 16
    assert counts["right"] >= 50


def test_schemathesis_finds_no_fault(tmp_path):
    pytest.importorskip("schemathesis", reason="schemathesis is not installed")
    with running(waiting=64) as port:
        url = f"http://127.0.0.1:{port}/openapi.json"
        command = [Path(sys.executable).with_name("schemathesis"), "run", url, "--checks", "all"]
        options = ["--max-examples", "10", "--seed", "1", "--no-color"]
        found = subprocess.run(
            [*command, *options],
            check=False,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
        )
    assert found.returncode == 0, found.stdout
    assert "No issues found" in found.stdout
