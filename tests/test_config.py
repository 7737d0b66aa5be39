"""Settings: which file holds, what it may say, and what is said of one that is wrong."""

from pathlib import Path

import pytest

from quotes.config import Config, find_config
from quotes.errors import ConfigError


@pytest.fixture
def desk(tmp_path):
    """A folder in a folder, with rules beside the upper one's settings."""
    for name in ("desk/sport", "house", "desk/own", "models/news"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path / "desk" / "sport"


def write(path, text):
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_without_a_file_nothing_is_set(desk):
    assert find_config(desk) == Config(None, (), None)


def test_a_file_above_holds_and_its_paths_begin_at_it(desk):
    path = write(desk.parents[1] / "quotes.toml", 'rules = ["house", "desk/own"]\nmodel = "en_x"\n')
    folders = (desk.parents[1] / "house", desk.parents[1] / "desk/own")
    assert find_config(desk) == Config(path, folders, "en_x")


@pytest.mark.parametrize(
    ("files", "model"),
    [
        ({"quotes.toml": 'model = "up"', "desk/quotes.toml": 'model = "near"'}, "near"),
        ({"desk/quotes.toml": "", "quotes.toml": 'model = "up"'}, None),
        ({"pyproject.toml": '[tool.quotes]\nmodel = "shared"'}, "shared"),
        (
            {"quotes.toml": 'model = "own"', "pyproject.toml": '[tool.quotes]\nmodel = "shared"'},
            "own",
        ),
        ({"desk/pyproject.toml": "[project]\n", "quotes.toml": 'model = "up"'}, "up"),
        ({"desk/pyproject.toml": "[tool]\nother = 1", "quotes.toml": 'model = "up"'}, "up"),
        ({"desk/pyproject.toml": "tool = 1", "quotes.toml": 'model = "up"'}, "up"),
        ({"desk/pyproject.toml": "[tool.quotes]", "quotes.toml": 'model = "up"'}, None),
    ],
)
def test_the_nearest_file_holds_alone(desk, files, model):
    for name, text in files.items():
        write(desk.parents[1] / name, text)
    assert find_config(desk).model == model


@pytest.mark.parametrize(
    ("value", "model"),
    [
        ("en_core_web_sm", "en_core_web_sm"),
        ("./models", "{}/models"),
        ("models/news", "{}/models/news"),
    ],
)
def test_a_model_is_a_name_or_a_path_from_the_file(desk, value, model):
    write(desk.parents[1] / "quotes.toml", f'model = "{value}"')
    assert find_config(desk).model == model.format(desk.parents[1])


def test_an_absolute_folder_stays_what_it_is(desk, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    write(desk / "quotes.toml", f"rules = ['{elsewhere}']")
    assert find_config(desk).rules == (elsewhere,)


def test_a_relative_folder_to_begin_with_is_searched_upwards_too(desk, monkeypatch):
    write(desk.parents[1] / "quotes.toml", 'model = "up"')
    monkeypatch.chdir(desk)
    assert find_config(Path()).model == "up"


MEND = "; correct the path, which begins at the folder of this file, or create the folder"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rule = []", ": unknown key 'rule'; did you mean 'rules'?"),
        ("colour = 1", ": unknown key 'colour'; the keys are rules, model"),
        (
            'rules = "house"',
            ": rules must be a list of folders, not 'house'; write it as rules = [\"house\"]",
        ),
        (
            'rules = ["house", 3]',
            ": rules must be a list of folders, not ['house', 3]; write it as rules = [\"house\"]",
        ),
        (
            'rules = [""]',
            ": rules must be a list of folders, not ['']; write it as rules = [\"house\"]",
        ),
        (
            "model = true",
            ': model must be a name or a path, not True; write it as model = "en_core_web_sm"',
        ),
        (
            'model = ""',
            ": model must be a name or a path, not ''; write it as model = \"en_core_web_sm\"",
        ),
        (
            'rules = ["hose"]',
            f": rules names 'hose', but the folder {{0}}/hose does not exist{MEND}",
        ),
        (
            'rules = ["a.yml"]',
            f": rules names 'a.yml', but the folder {{0}}/a.yml is a file{MEND}",
        ),
        (
            'model = "models/new"',
            f": model names 'models/new', but the folder {{0}}/models/new does not exist{MEND}",
        ),
        (b"# \xe9", ": not UTF-8; save it as UTF-8"),
        ("#" * 1_000_001, ": larger than 1 MB; keep only settings in it"),
        ("a = " + "[" * 100_000, ": nested too deeply; flatten it"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_remedy(desk, text, message):
    base = desk.parents[1]
    write(base / "a.yml", "")
    path = write(base / "quotes.toml", text)
    with pytest.raises(ConfigError) as error:
        find_config(desk)
    assert str(error.value) == f"{path}{message.format(base)}"


def test_in_a_shared_file_the_section_is_named(desk):
    path = write(desk / "pyproject.toml", "[tool.quotes]\nmodels = 1")
    with pytest.raises(ConfigError) as error:
        find_config(desk)
    assert str(error.value) == (
        f"{path} [tool.quotes]: unknown key 'models'; did you mean 'model'?"
    )


def test_a_section_that_is_no_table_is_refused(desk):
    path = write(desk / "pyproject.toml", "[tool]\nquotes = 1")
    with pytest.raises(ConfigError) as error:
        find_config(desk)
    assert str(error.value) == (
        f"{path}: tool.quotes must be a table, not 1; write the keys below a line [tool.quotes]"
    )


def test_a_file_that_is_no_toml_is_refused_with_its_line(desk):
    path = write(desk / "quotes.toml", 'model = "a"\nrules [\n')
    with pytest.raises(ConfigError) as error:
        find_config(desk)
    # What stands between is worded by Python.
    assert str(error.value).startswith(f"{path}: this is not TOML: ")
    assert str(error.value).endswith(" (at line 2, column 7); correct the line")
