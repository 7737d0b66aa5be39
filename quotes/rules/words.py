"""Word lists: from the dictionary forms in `rules/` to the forms that stand in texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

VOWELS = frozenset("aeiou")
SIBILANTS = ("s", "x", "z", "ch", "sh")


def inflect_verb(verb: str, irregular: Mapping[str, Sequence[str]]) -> set[str]:
    """Return a verb's forms by the spelling rules of English, or as `irregular` lists them.

    Args:
        verb: the dictionary form, lower case.
        irregular: forms to take instead of the regular past and participle, by verb; a form
            in -s or -ing listed there replaces the regular one as well.

    Returns:
        The forms, the dictionary form included.
    """
    listed = set(irregular.get(verb, ()))
    forms = {verb} | listed
    if not any(form.endswith("s") for form in listed):
        forms.add(_third_person(verb))
    if not any(form.endswith("ing") for form in listed):
        forms.add(_stem(verb, "i") + "ing")
    if not listed or all(form.endswith(("s", "ing")) for form in listed):
        forms.add(_stem(verb, "e") + "ed")
    return forms


def inflect_noun(noun: str) -> set[str]:
    """Return a noun's singular and regular plural, of its last word where it has several."""
    if noun.endswith(("man", "men")):
        return {noun, noun[:-3] + "men"}
    return {noun, _third_person(noun)}


def _third_person(word: str) -> str:
    if word.endswith(SIBILANTS):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _stem(verb: str, suffix: str) -> str:
    """Return the stem to which -ing (suffix i) or -ed (suffix e) is added."""
    if verb.endswith("ie") and suffix == "i":
        return verb[:-2] + "y"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1]
    if verb.endswith("ee") and suffix == "e":
        return verb[:-1]
    if verb.endswith("y") and verb[-2:-1] not in VOWELS and suffix == "e":
        return verb[:-1] + "i"
    return verb


def expand(
    words: Iterable[str], inflection: str | None, irregular: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """Return all forms of a list's words.

    Args:
        words: the words as listed.
        inflection: `verb`, `noun` or None for the words as they are.
        irregular: irregular forms by word.
    """
    found: set[str] = set()
    for word in words:
        if inflection == "verb":
            found |= inflect_verb(word, irregular)
        elif inflection == "noun":
            found |= inflect_noun(word) | set(irregular.get(word, ()))
        else:
            found.add(word)
    return frozenset(found)
