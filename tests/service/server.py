"""A service that runs in a thread of the test, with a fake extractor behind it."""

import http.client
import json
import threading
import time
from contextlib import contextmanager

import pytest

from quotes.service import Settings
from tests import fakes

REASON = "FastAPI and uvicorn are not installed (extra service)"
TEXT = {"content-type": "text/plain"}


@contextmanager
def running(load=fakes.load, **settings):
    """Run the service at a port of its own; gives the port."""
    uvicorn = pytest.importorskip("uvicorn", reason=REASON)
    pytest.importorskip("fastapi", reason=REASON)
    from quotes.service.app import create_app

    app = create_app(Settings(**settings), load)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, server_header=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(30)


def send(port, method, path, body=b"", headers=None):
    """Send a request; gives the status, the headers in lower case and the body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    data = body.encode() if isinstance(body, str) else body
    connection.request(method, path, data, headers or {})
    response = connection.getresponse()
    found = response.read()
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}, found


def extract(port, body, headers=None, query=""):
    """Send an article; gives the status, the headers and the body as JSON."""
    status, found, data = send(port, "POST", f"/v1/extract{query}", body, TEXT | (headers or {}))
    return status, found, json.loads(data)
