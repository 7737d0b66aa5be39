"""Rules are compiled to plain records: names looked up, words inflected, defaults filled in."""

from quotes.rules.model import (
    AttributionRule,
    CarryRule,
    Example,
    Node,
    QuoteTest,
    SpeechRule,
    TitleRule,
    TokenTest,
)
from tests.rules.house import VOCABULARY, folder, load

FORMS = "say says said saying tell tells told telling cry cries cried crying"
SAYINGS = frozenset(FORMS.split())
VERB = frozenset({"VB", "VBD", "VBG"})
RULES = """rules:
  - id: a.full
    kind: attribution
    why: All keys.
    priority: 7
    stands: alone
    order: [speaker, cue]
    quote:
      begins: capital
      ends: [",", ""]
      title_case: false
      marks: curly
      words_at_most: 9
      words_at_least: 2
    pattern:
      cue:
        ancestor_of: quote
        by: [advcl, xcomp]
        outermost: true
        first: true
        words: [+sayings, like]
        not_words: [crying]
        tag: [verb, NN]
        dep: ROOT
        capital: false
        quoted: any
        has: [{dep: nsubj}, {words: sayings, quoted: false}]
        lacks: [{tag: NNP}]
      near: {after: cue, tag: NN}
      far: {before: cue, within: 40, tag: NN}
      next: {right_after: near, skip: {tag: NN}}
      speaker: {subject_of: cue, through: [conj]}
    examples:
      - {text: "“Yes,” told Ida.", speaker: Ida, cue: told, quote: "Yes,", kind: direct}
      - text: “No,” told Uwe.
        speaker: Uwe
    counterexamples:
      - Ida told “no” one.
      - {text: Nobody told, cue: told}
  - id: c.full
    kind: carry
    why: Goes on.
    priority: 6
    source: previous
    between: one_sentence
    stands: closes
    quote: {marks: [straight, curly]}
    examples: [{text: "“A,” he said. “B.”", speaker: he}]
    counterexamples: ["“A.”"]
  - id: s.full
    kind: speech
    why: Not said.
    priority: 5
    decide: other
    stands: inside
    link: none
    rules: a.full
    cue: {words: [like]}
    previous: [direct]
    pattern:
      word: {just_before: quote, words: [so-called]}
    order: [word, quote]
    examples: [{text: The so-called “A”}]
    counterexamples: ["“A.”"]
  - id: t.full
    kind: title
    why: Beside the name.
    priority: 4
    pattern:
      title: {child_of: name, dep: [dobj], tag: NN}
    span: clause
    order: [name, title]
    examples: [{text: "Ida, the cook", title: the cook}]
    counterexamples: [Ida]
"""


def one_of_each(tmp_path):
    house = folder(tmp_path, a=RULES, v=VOCABULARY)
    ruleset = load(house)
    rules = ruleset.attribution, ruleset.carry, ruleset.speech, ruleset.title
    return house / "a.yml", [rule for (rule,) in rules]


def test_an_attribution_rule(tmp_path):
    path, (rule, *_) = one_of_each(tmp_path)
    noun = TokenTest(tags=frozenset({"NN"}), quoted=False)
    assert rule == AttributionRule(
        "a.full",
        "All keys.",
        7,
        (
            Example(
                "“Yes,” told Ida.",
                {"speaker": "Ida", "cue": "told", "quote": "Yes,", "kind": "direct"},
                34,
            ),
            Example("“No,” told Uwe.", {"speaker": "Uwe"}, 35),
        ),
        (Example("Ida told “no” one.", {}, 38), Example("Nobody told", {"cue": "told"}, 39)),
        path,
        2,
        (
            Node(
                "cue",
                "ancestor_of",
                "quote",
                TokenTest(
                    SAYINGS | {"like"},
                    frozenset({"crying"}),
                    VERB | {"NN"},
                    frozenset({"ROOT"}),
                    False,
                    None,
                ),
                by=frozenset({"advcl", "xcomp"}),
                outermost=True,
                first=True,
                has=(
                    TokenTest(deps=frozenset({"nsubj"}), quoted=None),
                    TokenTest(words=SAYINGS, quoted=False),
                ),
                lacks=(TokenTest(tags=frozenset({"NNP"}), quoted=None),),
            ),
            Node("near", "after", "cue", noun, within=12),
            Node("far", "before", "cue", noun, within=40),
            Node(
                "next",
                "right_after",
                "near",
                TokenTest(quoted=False),
                skip=TokenTest(tags=frozenset({"NN"}), quoted=None),
            ),
            Node(
                "speaker",
                "subject_of",
                "cue",
                TokenTest(quoted=False),
                through=frozenset({"conj"}),
            ),
        ),
        "alone",
        ("speaker", "cue"),
        QuoteTest("capital", frozenset({",", ""}), False, frozenset({"curly"}), 9, 2),
    )


def test_a_carry_rule(tmp_path):
    path, (_, rule, *_) = one_of_each(tmp_path)
    assert rule == CarryRule(
        "c.full",
        "Goes on.",
        6,
        (Example("“A,” he said. “B.”", {"speaker": "he"}, 48),),
        (Example("“A.”", {}, 49),),
        path,
        40,
        "previous",
        "one_sentence",
        "closes",
        QuoteTest(marks=frozenset({"straight", "curly"})),
    )


def test_a_speech_rule(tmp_path):
    path, (*_, rule, _) = one_of_each(tmp_path)
    assert rule == SpeechRule(
        "s.full",
        "Not said.",
        5,
        (Example("The so-called “A”", {}, 63),),
        (Example("“A.”", {}, 64),),
        path,
        50,
        "other",
        (
            Node(
                "word",
                "just_before",
                "quote",
                TokenTest(words=frozenset({"so-called"}), quoted=False),
            ),
        ),
        "inside",
        ("word", "quote"),
        QuoteTest(),
        frozenset({"none"}),
        frozenset({"a.full"}),
        TokenTest(words=frozenset({"like"}), quoted=None),
        frozenset({"direct"}),
    )


def test_a_title_rule(tmp_path):
    path, (*_, rule) = one_of_each(tmp_path)
    assert rule == TitleRule(
        "t.full",
        "Beside the name.",
        4,
        (Example("Ida, the cook", {"title": "the cook"}, 73),),
        (Example("Ida", {}, 74),),
        path,
        65,
        (
            Node(
                "title",
                "child_of",
                "name",
                TokenTest(tags=frozenset({"NN"}), deps=frozenset({"dobj"}), quoted=False),
            ),
        ),
        "clause",
        ("name", "title"),
    )


def test_lists_are_inflected_and_others_left_as_they_are(tmp_path):
    house = folder(
        tmp_path,
        v=VOCABULARY,
        a="lists:\n"
        "  roles: {why: w, inflect: noun, words: [mayor, spokeswoman, deputy, chief of staff]}\n"
        "  plain: {why: w, words: [say, chief of staff, no, on]}\n",
    )
    lists = load(house).lists
    assert lists["sayings"] == SAYINGS
    assert lists["roles"] == {
        "mayor",
        "mayors",
        "spokeswoman",
        "spokeswomen",
        "deputy",
        "deputies",
        "chief of staff",
        "chief of staffs",
    }
    assert lists["plain"] == {"say", "chief of staff", "no", "on"}
