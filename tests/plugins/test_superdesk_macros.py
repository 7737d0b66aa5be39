"""The Superdesk macro, by the register's own rules and, where it is installed, by the register.

The register of superdesk-core 2.x is one file that needs Flask alone; its distribution does not
install whole beside a current Python, but its files do: pip install --no-deps superdesk-core flask.
"""

import copy
import importlib
import importlib.util
import inspect
import json
import sys
from pathlib import Path

import pytest

PACKAGE = "quotes.plugins.superdesk_macros"
BODY = "<p>“We sail&nbsp;at <b>dawn</b>,” said Marit Ek, the harbour pilot.</p>"
ITEM = {
    "_id": "urn:x:1",
    "guid": "urn:x:1",
    "type": "text",
    "language": "en",
    "headline": "Ferry waits",
    "body_html": BODY,
    "extra": {"desk_note": "keep"},
}
KEYWORDS = {
    "desk": {"_id": "d"},
    "stage": {"_id": "s"},
    "task": {},
    "dest_desk_id": "d",
    "dest_stage_id": "s",
    "internal_destination": {},
}


def registered():
    """Return what the register makes of the modules that are loaded, by name."""
    importlib.import_module(PACKAGE)
    modules = [
        module
        for dotted, module in sys.modules.items()
        if "macros." in dotted and not dotted.endswith("_test") and "callback" in dir(module)
    ]
    required = ("name", "callback", "access_type", "action_type")
    optional = ("label", "order", "shortcut", "group", "from_languages", "to_languages")
    found = [
        {name: getattr(module, name) for name in required}
        | {name: getattr(module, name) for name in optional if hasattr(module, name)}
        | {"replace_type": getattr(module, "replace_type", "no-replace")}
        | {"description": inspect.getdoc(module.callback)}
        for module in modules
    ]
    return {one["name"]: one for one in found}


@pytest.fixture(params=["the rules", "superdesk-core"])
def macros(request):
    """The macros as the register has them: by its rules, and by itself."""
    if request.param == "the rules":
        return registered()
    spec = importlib.util.find_spec("apps")
    places = [Path(place) for place in (spec.submodule_search_locations or [])] if spec else []
    files = [place / "macros/macro_register.py" for place in places]
    file = next((file for file in files if file.is_file()), None)
    if file is None or sys.version_info >= (3, 12):
        pytest.skip("superdesk-core 2.x is not installed, or does not run on this Python")
    flask = pytest.importorskip("flask", reason="superdesk-core needs Flask")
    made = importlib.util.spec_from_file_location("superdesk_register", file)
    register = importlib.util.module_from_spec(made)
    made.loader.exec_module(register)
    app = flask.Flask("newsroom")
    app.config["MACROS_MODULE"] = PACKAGE
    with app.app_context():
        return {macro["name"]: macro for macro in register.macros}


def test_the_register_finds_both_macros(macros):
    assert sorted(macros) == ["quote_ledger", "quote_ledger_desk"]
    assert {name: macro["access_type"] for name, macro in macros.items()} == {
        "quote_ledger": "frontend",
        "quote_ledger_desk": "backend",
    }
    for macro in macros.values():
        assert macro["action_type"] == "direct"
        assert macro["replace_type"] == "no-replace"
        assert macro["description"] == (
            "Finds every quote of the article, its speaker and the speaker's title."
        )
        # The client gets everything but the callback, as JSON.
        json.dumps({name: value for name, value in macro.items() if name != "callback"})


@pytest.mark.parametrize("name", ["quote_ledger", "quote_ledger_desk"])
def test_the_item_comes_back_with_its_ledger_and_nothing_else_changed(macros, name):
    item = copy.deepcopy(ITEM)
    back = macros[name]["callback"](item, **KEYWORDS)
    assert back is item
    ledger = back["extra"].pop("quote_ledger")
    assert back == ITEM
    (quote,) = ledger["quotes"]
    assert (quote["document"], quote["speaker"], quote["title"]) == (
        "urn:x:1",
        "Marit Ek",
        "the harbour pilot",
    )
    assert quote["source_field"] == "/body_html"
    start, end = quote["source_start"], quote["source_end"]
    assert BODY[start:end] == "We sail&nbsp;at <b>dawn</b>,"
    assert ledger["offsetUnit"] == "codepoint"
    json.dumps(ledger)


def callback(item):
    return registered()["quote_ledger"]["callback"](item)


def test_a_second_run_gives_the_same():
    once = callback(copy.deepcopy(ITEM))
    assert callback(copy.deepcopy(once)) == once


@pytest.mark.parametrize("extra", [None, {}])
def test_an_item_may_have_nothing_extra(extra):
    assert list(callback(ITEM | {"extra": extra})["extra"]) == ["quote_ledger"]


@pytest.mark.parametrize(
    "changes", [{"body_html": ""}, {"body_html": None}, {"language": "de"}, {"language": "sv-SE"}]
)
def test_what_has_no_english_text_has_no_ledger_any_more(changes):
    item = ITEM | changes | {"extra": {"quote_ledger": {}, "desk_note": "keep"}}
    assert callback(item)["extra"] == {"desk_note": "keep"}


@pytest.mark.parametrize("language", ["en", "en-GB", "EN_us", None])
def test_english_is_english_everywhere(language):
    assert callback(copy.deepcopy(ITEM) | {"language": language})["extra"]["quote_ledger"]["quotes"]


def test_an_item_that_was_not_saved_yet_has_no_id():
    assert callback({"body_html": BODY})["extra"]["quote_ledger"]["quotes"][0]["document"] == (
        "unsaved"
    )


def test_an_item_without_text_or_extra_stays_as_it_is():
    assert callback({"guid": "urn:x:2", "type": "picture"}) == {
        "guid": "urn:x:2",
        "type": "picture",
    }
