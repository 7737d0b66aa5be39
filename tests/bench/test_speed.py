"""How speed is measured, and how much work reaches the parser: that takes no clock."""

from xml.etree import ElementTree

import pytest

from quotes.pipeline import Extractor
from tests.bench.speed_plot import plot
from tests.bench.speed_report import slope
from tests.bench.speed_task import parsed_words
from tests.bench.speed_texts import SHAPES, articles, many_speakers


@pytest.fixture(scope="module")
def extractor():
    return Extractor()


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(10**5, 1.0), (10**6, 10.0), (10**7, 100.0)], 1.0),
        ([(10**5, 0.01), (10**6, 1.0), (10**7, 100.0)], 2.0),
        ([(10**3, 5.0), (10**4, 5.0), (10**5, 1.0), (10**7, 100.0)], 1.0),
    ],
)
def test_the_slope_is_that_of_the_larger_texts(points, expected):
    assert slope(points) == pytest.approx(expected)


def test_the_plot_shows_every_measurement():
    root = ElementTree.fromstring(
        plot({"articles": [(1000, 0.1), (2000, 0.2)], "one": [(1000, 0.01)]})
    )
    tags = [element.tag.rpartition("}")[2] for element in root]
    words = {element.text for element in root}
    assert tags.count("circle") == 3
    assert {"articles", "one", "1 k", "10 k", "0.01 s", "1 s"} <= words


@pytest.mark.parametrize("name", SHAPES)
def test_texts_have_about_the_size_that_is_asked_for(name):
    assert 0.9 * 50_000 <= len(SHAPES[name](50_000)) <= 50_000


def test_each_of_many_speakers_is_quoted_ten_times():
    lines = many_speakers(100_000).split("\n\n")[:-1]
    names = [line.partition("said ")[2].partition(",")[0] for line in lines]
    assert len(lines) == pytest.approx(10 * len(set(names)), rel=0.01)
    assert len(lines) == pytest.approx(1000, rel=0.1)


@pytest.mark.parametrize("name", ["no quote at all", "only quotation marks"])
def test_no_word_reaches_the_parser_where_nobody_is_quoted(extractor, name):
    assert parsed_words(extractor, [SHAPES[name](20_000)]) == 0


def test_few_of_the_words_that_are_read_reach_the_parser(extractor):
    # The fixtures are twice as full of quotes as the benchmark, where it is 0.25.
    texts = [document.text for document in articles(22)]
    assert parsed_words(extractor, texts) <= 0.54 * sum(len(text.split()) for text in texts)


def test_words_far_from_any_quote_cost_the_parser_nothing(extractor):
    filler = (
        "The ferry crossed the sound in fog that morning and nobody on the pier said much. " * 40
    )
    quote = "“We sail at dawn,” said Marit Ek."
    alone = parsed_words(extractor, [quote])
    assert parsed_words(extractor, [f"{filler}\n{quote}\n{filler}"]) == alone


def test_a_long_quote_costs_the_parser_no_more_than_a_short_one(extractor):
    short, long = (f"“{'We sail at dawn. ' * n}We do,” said Marit Ek." for n in (2, 200))
    assert parsed_words(extractor, [short]) == parsed_words(extractor, [long]) > 0
