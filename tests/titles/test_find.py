"""The best of the titles that rules find at a person's names, on parses built by hand."""

from dataclasses import replace

from quotes.records import Span
from quotes.rules.model import Node, TokenTest
from quotes.speakers.cast import Person
from quotes.speakers.names import Name
from quotes.titles.descriptions import Description, describing_title, unnamed_title
from quotes.titles.find import by_offset, find_title, name_tokens
from quotes.titles.spans import TitleWords
from tests.match.made_rules import test_of, title
from tests.parse.made import made

WORDS = TitleWords(
    courtesy=frozenset({"dr", "lady", "mr"}),
    credentials=frozenset({"md", "phd"}),
    ordinals=frozenset({"first"}),
    joining=frozenset({"of", "and"}),
    numbers=frozenset({"no"}),
    owning=frozenset({"of"}),
)
BEFORE = title("before", Node("title", "just_before", "name", test_of(tag="NN")), span="word")
APPOSED = title(
    "apposed", Node("title", "child_of", "name", test_of(dep="appos")), order=("name", "title")
)
# mayor Ruiz left . Ana Ruiz , a clerk , came .
SCENE = made(
    "mayor/NN/compound/Ruiz Ruiz/NNP/nsubj/left left/VBD/ROOT/left ././punct/left"
    " Ana/NNP/compound/Ruiz^2 Ruiz/NNP/nsubj/came ,/,/punct/Ruiz^2 a/DT/det/clerk"
    " clerk/NN/appos/Ruiz^2 ,/,/punct/Ruiz^2 came/VBD/ROOT/came ././punct/came"
)


def name_of(words, scene=SCENE):
    start = scene.text.index(words)
    span = Span(start, start + len(words))
    return Name(span, span, tuple(words.split()), None, "", possessive=False)


def found(rules, *names, scene=SCENE):
    person = Person("Ana Ruiz", "f", tuple(name_of(name, scene) for name in names))
    best = find_title(person, by_offset(scene.parses, [person]), rules, WORDS)
    return best and (best.span.of(scene.text), best.rule)


def test_the_rule_of_the_highest_priority_wins_wherever_it_fits():
    first = title("first", *BEFORE.nodes, span="word", priority=600)
    assert found([first, APPOSED], "Ruiz", "Ana Ruiz") == ("mayor", "first")
    last = title("last", *BEFORE.nodes, span="word", priority=400)
    assert found([APPOSED, last], "Ruiz", "Ana Ruiz") == ("a clerk", "apposed")


def test_the_full_name_goes_before_the_surname_under_one_rule():
    one = title("one", Node("title", "just_before", "name", TokenTest()), span="word")
    scene = made(
        "mayor/NN/compound/Ruiz Ruiz/NNP/ROOT/Ruiz ././punct/Ruiz clerk/NN/compound/Ruiz^2"
        " Ana/NNP/compound/Ruiz^2 Ruiz/NNP/ROOT/Ruiz^2"
    )
    assert found([one], "Ruiz", "Ana Ruiz", scene=scene) == ("clerk", "one")


def test_no_rule_no_title():
    assert found([], "Ana Ruiz") is None
    assert found([BEFORE], "Ana Ruiz") is None


def test_the_order_of_the_words():
    after = title("after", *APPOSED.nodes, order=("title", "name"))
    assert found([after], "Ana Ruiz") is None


def test_a_title_is_no_part_of_the_name():
    given = title("given", Node("title", "child_of", "name", test_of(dep="compound")), span="word")
    assert found([given], "Ruiz") == ("mayor", "given")
    assert found([given], "Ana Ruiz") is None


def test_a_name_said_again_is_no_title():
    scene = made(
        "Ana/NNP/compound/Ruiz Ruiz/NNP/ROOT/Ruiz ,/,/punct/Ruiz the/DT/det/Ruiz^2"
        " Ruiz/NN/appos/Ruiz who/WP/nsubj/left left/VBD/relcl/Ruiz^2"
    )
    assert found([APPOSED], "Ana Ruiz", scene=scene) is None


def test_rules_for_descriptions_are_not_tried_at_names():
    other = title("other", *BEFORE.nodes, span="word", of="description")
    assert found([other], "Ruiz") is None


def test_the_tokens_of_a_name_include_the_courtesy_before_it():
    scene = made(
        "mayor/NN/compound/Ruiz Dr./NNP/compound/Ruiz Ruiz/NNP/nsubj/left left/VBD/ROOT/left"
    )
    (parse,) = scene.parses
    assert name_tokens(parse, name_of("Ruiz", scene), WORDS) == (1, 2)
    bare = replace(WORDS, courtesy=frozenset())
    assert name_tokens(parse, name_of("Ruiz", scene), bare) == (2,)
    assert found([BEFORE], "Ruiz", scene=scene) == ("mayor", "before")


def test_a_name_inside_quotation_marks_has_no_tokens():
    scene = made("“/``/punct/Ruiz Ruiz/NNP/ROOT/Ruiz ”/''/punct/Ruiz")
    name = name_of("Ruiz", scene)
    assert name_tokens(scene.parses[0], name, WORDS) == ()
    assert by_offset(scene.parses, [Person("Ruiz", "", (name,))]) == {}


def test_the_tokens_of_a_name_include_the_letters_behind_it():
    scene = made(
        "Ruiz/NNP/nsubj/left ,/,/punct/Ruiz MD/NNP/appos/Ruiz Ph.D./NNP/appos/Ruiz"
        " left/VBD/ROOT/left"
    )
    assert name_tokens(scene.parses[0], name_of("Ruiz", scene), WORDS) == (0, 1, 2, 3)


def test_a_first_lady_is_no_courtesy():
    scene = made("first/JJ/amod/lady lady/NN/compound/Ruiz Ruiz/NNP/nsubj/left left/VBD/ROOT/left")
    assert name_tokens(scene.parses[0], name_of("Ruiz", scene), WORDS) == (2,)


def test_the_first_description_that_a_rule_accepts():
    driver, mayor = Description(Span(0, 10), "driver"), Description(Span(20, 29), "mayor")
    rules = [
        title("named"),
        title("unnamed", of="unnamed", noun=test_of(word="driver")),
        title("described", of="description", noun=test_of(word="mayor")),
        title("any", of="description"),
    ]
    best = describing_title([driver, mayor], rules)
    assert best and (best.span, best.rule) == (Span(20, 29), "described")
    best = describing_title([driver], rules)
    assert best and (best.span, best.rule) == (Span(0, 10), "any")
    assert describing_title([], rules) is None
    best = unnamed_title(driver, rules)
    assert best and best.rule == "unnamed"
    assert unnamed_title(mayor, rules) is None
