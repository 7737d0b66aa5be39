"""A headless Chromium by the W3C WebDriver protocol, with nothing but the standard library."""

import json
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from contextlib import contextmanager

import pytest

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")


def call(url, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["value"]


@contextmanager
def browser():
    """Start a browser; gives a function that opens an address and runs a script there."""
    if not (BROWSER and DRIVER):
        pytest.skip("Chromium and its driver (chromium, chromedriver) are not installed")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as profile:
        driver = subprocess.Popen([DRIVER, f"--port={port}"], stdout=subprocess.DEVNULL)
        try:
            yield session(f"http://127.0.0.1:{port}", profile)
        finally:
            driver.terminate()
            driver.wait()


def session(base, profile):
    for _ in range(200):
        try:
            call(f"{base}/status")
            break
        except OSError:
            time.sleep(0.05)
    arguments = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
    chrome = {"binary": BROWSER, "args": arguments}
    wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": chrome}}}
    found = f"{base}/session/{call(f'{base}/session', wanted)['sessionId']}"

    def run(address, script, *values):
        call(f"{found}/url", {"url": address})
        return call(f"{found}/execute/sync", {"script": script, "args": list(values)})

    run.close = lambda: urllib.request.urlopen(
        urllib.request.Request(found, method="DELETE"), timeout=60
    ).close()
    return run
