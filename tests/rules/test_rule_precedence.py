"""The later folder has the last word; within one kind the higher priority is tried first."""

from tests.rules.house import VOCABULARY, faults_of, folder, load, sound


def ids(ruleset):
    return [rule.id for rule in ruleset.attribution]


def whys(ruleset):
    return {rule.id: rule.why for rule in ruleset.attribution}


def test_the_higher_priority_comes_first_then_folder_file_and_line(tmp_path):
    base = folder(
        tmp_path,
        "base",
        v=VOCABULARY,
        b="rules:" + sound("b.low", ("500", "10")) + sound("b.first") + sound("b.second"),
        a="rules:" + sound("a.only"),
    )
    house = folder(tmp_path, a="rules:" + sound("house.high", ("500", "501")) + sound("house.even"))
    assert ids(load(base, house)) == [
        "house.high",
        "a.only",
        "b.first",
        "b.second",
        "house.even",
        "b.low",
    ]


def test_files_of_a_folder_come_in_the_order_of_their_paths(tmp_path):
    base = folder(tmp_path, "base", v=VOCABULARY, b="rules:" + sound("b"))
    (base / "a").mkdir()
    (base / "a" / "z.yaml").write_text("rules:" + sound("a.z"), encoding="utf-8")
    (base / "notes.txt").write_text("rules: no", encoding="utf-8")
    assert ids(load(base)) == ["a.z", "b"]


def test_a_rule_replaces_the_one_of_its_id_wholly(tmp_path):
    base = folder(tmp_path, "base", v=VOCABULARY, a="rules:" + sound("one") + sound("two"))
    quoted = ("    priority", "    stands: alone\n    priority")
    first = folder(tmp_path, "first", a="rules:" + sound("one", ("A verb", "First"), quoted))
    second = folder(tmp_path, "second", a="rules:" + sound("one", ("A verb", "Second")))
    ruleset = load(base, first, second)
    assert ids(ruleset) == ["two", "one"]
    assert ruleset.attribution[1].why.startswith("Second")
    assert ruleset.attribution[1].stands == "any"
    assert ruleset.attribution[1].path == second / "a.yml"


def test_a_rule_may_change_its_kind(tmp_path):
    base = folder(tmp_path, "base", v=VOCABULARY, a="rules:" + sound("one"))
    carry = (
        "rules:\n  - {id: one, kind: carry, why: w, priority: 1, source: run,"
        " examples: [{text: “A” he, speaker: he}], counterexamples: [b]}"
    )
    ruleset = load(base, folder(tmp_path, a=carry))
    assert (ids(ruleset), [rule.id for rule in ruleset.carry]) == ([], ["one"])


def test_disable_switches_off_rules_of_folders_before(tmp_path):
    base = folder(tmp_path, "base", v=VOCABULARY, a="rules:" + sound("one") + sound("two"))
    house = folder(tmp_path, a="disable: [one]")
    assert ids(load(base, house)) == ["two"]


def test_a_folder_may_bring_back_what_one_before_switched_off(tmp_path):
    base = folder(tmp_path, "base", v=VOCABULARY, a="rules:" + sound("one"))
    off = folder(tmp_path, "off", a="disable: [one]")
    back = folder(tmp_path, "back", a="rules:" + sound("one", ("A verb", "Back")))
    assert whys(load(base, off, back)) == {
        "one": "Back of saying above the quotation names its subject."
    }


def test_a_folder_cannot_disable_a_rule_of_its_own(tmp_path):
    house = folder(tmp_path, v=VOCABULARY, a="disable: [one]\nrules:" + sound("one"))
    assert faults_of(tmp_path, house) == [
        "house/a.yml:1: disable names 'one', but no folder before has that rule;"
        " see `quotes rules list` for the ids there are"
    ]


def test_a_rule_switched_off_may_still_be_referred_to(tmp_path):
    speech = (
        "\n  - {id: s, kind: speech, why: w, priority: 1, decide: other, rules: [one],"
        " examples: [{text: a}], counterexamples: [b]}"
    )
    base = folder(tmp_path, "base", v=VOCABULARY, a="rules:" + sound("one") + speech)
    house = folder(tmp_path, a="disable: [one]")
    assert [rule.rules for rule in load(base, house).speech] == [frozenset({"one"})]


LIST = "lists:\n  sayings:\n    why: House words.\n    words: [roar]\n"


def test_a_list_of_the_same_name_replaces(tmp_path):
    base = folder(tmp_path, "base", v=VOCABULARY)
    assert load(base, folder(tmp_path, a=LIST)).lists["sayings"] == {"roar"}


def test_a_list_that_extends_adds_its_words_inflected_as_the_others_are(tmp_path):
    base = folder(tmp_path, "base", v=VOCABULARY)
    house = folder(tmp_path, a=LIST + "    extends: true\n")
    plain = folder(tmp_path, "plain", a=LIST + "    extends: true\n    inflect: null\n")
    own = {"say", "says", "said", "saying", "tell", "tells", "told", "telling"}
    own |= {"cry", "cries", "cried", "crying"}
    assert load(base).lists["sayings"] == own
    assert load(base, house).lists["sayings"] == own | {"roar", "roars", "roared", "roaring"}
    assert load(base, plain).lists["sayings"] == own | {"roar"}


def test_extending_needs_no_order_within_a_folder(tmp_path):
    house = folder(tmp_path, a=LIST + "    extends: true\n", b=VOCABULARY)
    assert "roared" in load(house).lists["sayings"]


def test_an_extended_list_serves_the_rules_of_earlier_folders(tmp_path):
    base = folder(tmp_path, "base", v=VOCABULARY, a="rules:" + sound("one"))
    house = folder(tmp_path, a=LIST + "    extends: true\n")
    words = load(base, house).attribution[0].nodes[0].test.words
    assert words is not None
    assert {"said", "roared"} <= words


def test_irregular_forms_of_a_later_folder_replace_a_words_forms(tmp_path):
    base = folder(tmp_path, "base", v=VOCABULARY)
    house = folder(tmp_path, a="irregular: {tell: [telt]}")
    forms = load(base, house).lists["sayings"]
    assert {"tell", "tells", "telling", "telt", "said"} <= forms
    assert "told" not in forms


def test_tag_sets_and_labels_of_a_later_folder_replace(tmp_path):
    base = folder(tmp_path, "base", v=VOCABULARY, a="rules:" + sound("one"))
    house = folder(tmp_path, a="tags: {verb: [VBX]}\nlabels: {dependencies: [sbj], tags: [VBX]}")
    assert load(base, house).attribution[0].nodes[0].test.tags == {"VBX"}


def test_the_same_name_twice_in_one_folder_is_a_fault(tmp_path):
    rules = "rules:" + sound("one")
    house = folder(tmp_path, a=VOCABULARY + rules, b=VOCABULARY + rules)
    told = "give it a name of its own, or remove one of the two"
    assert faults_of(tmp_path, house) == [
        f"house/b.yml:3: 'sayings' is already defined in house/a.yml:3; {told}",
        f"house/b.yml:8: 'verb' is already defined in house/a.yml:8; {told}",
        f"house/b.yml:16: 'one' is already defined in house/a.yml:16; {told}",
    ]


def test_measurements_come_with_the_rules_they_were_made_with(tmp_path):
    base = folder(
        tmp_path,
        "base",
        v=VOCABULARY,
        a="rules:" + sound("one") + sound("two") + sound("three"),
        measured="measured: {one: [3, 4], two: [5, 5], three: [0, 2], gone: [1, 1]}",
    )
    house = folder(
        tmp_path,
        a="rules:" + sound("one") + sound("two"),
        measured="measured: {two: [7, 9]}",
    )
    off = folder(tmp_path, "off", a="disable: [three]")
    assert load(base).measured == {"one": (3, 4), "two": (5, 5), "three": (0, 2)}
    assert load(base, house).measured == {"two": (7, 9), "three": (0, 2)}
    assert load(base, house, off).measured == {"two": (7, 9)}


def test_one_file_may_stand_for_a_folder(tmp_path):
    base = folder(tmp_path, "base", v=VOCABULARY, a="rules:" + sound("one"))
    assert ids(load(base / "v.yml", base / "a.yml")) == ["one"]
