"""Published schemas, examples and contexts beside the checkout, where they are at all."""

import json
from pathlib import Path

import pytest

FORMATS = Path(__file__).parents[3] / "shared/formats"


def published(name):
    """Return a published JSON file; skip the test where there is none."""
    path = FORMATS / name
    if not path.is_file():
        pytest.skip(f"../shared/formats/{name} is not there")
    return json.loads(path.read_text("utf-8"))
