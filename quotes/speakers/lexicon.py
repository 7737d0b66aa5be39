"""The words by which names, titles and people are told apart, taken from the rules' lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib import import_module

LOCALES = (
    ("en_US", "en_GB", "en_IE"),
    ("en_IN", "es_ES", "fr_FR", "de_DE", "it_IT", "pt_BR", "nl_NL"),
)
"""Locales of Faker whose given names are known: those that decide first, then the others."""
FARTHER_LOCALES = (
    *("en_NZ", "ga_IE", "en_KE", "en_NG", "ha_NG", "ig_NG", "yo_NG", "zu_ZA", "sw", "tw_GH"),
    *("da_DK", "fi_FI", "no_NO", "sv_SE", "cs_CZ", "hr_HR", "hu_HU", "pl_PL", "ro_RO", "sk_SK"),
    *("es_MX", "fr_BE", "nl_BE", "pt_PT", "sl_SI", "lv_LV", "tr_TR", "uz_UZ", "id_ID", "vi_VN"),
)
"""Locales whose given names tell a gender, and a person in front of a surname, if no other does.

Many are surnames in the locales above, and no evidence by themselves.
"""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of lower-case words; each is the list of its name in `rules/`."""

    courtesy_titles: frozenset[str]
    honorifics: frozenset[str]
    number_abbreviations: frozenset[str]
    role_nouns: frozenset[str]
    loose_roles: frozenset[str]
    office_holders: frozenset[str]
    title_meanings: frozenset[str]
    given_roles: frozenset[str]
    reference_nouns: frozenset[str]
    calling_nouns: frozenset[str]
    kin_nouns: frozenset[str]
    title_modifiers: frozenset[str]
    title_tails: frozenset[str]
    title_leads: frozenset[str]
    domain_endings: frozenset[str]
    time_nouns: frozenset[str]
    tail_leads: frozenset[str]
    occasion_leads: frozenset[str]
    occasion_nouns: frozenset[str]
    title_joins: frozenset[str]
    owning_words: frozenset[str]
    rank_words: frozenset[str]
    serving_words: frozenset[str]
    title_verbs: frozenset[str]
    acting_verbs: frozenset[str]
    verb_adverbs: frozenset[str]
    determiners: frozenset[str]
    demonyms: frozenset[str]
    source_nouns: frozenset[str]
    organization_words: frozenset[str]
    offices: frozenset[str]
    organization_nouns: frozenset[str]
    document_nouns: frozenset[str]
    group_nouns: frozenset[str]
    male_words: frozenset[str]
    female_words: frozenset[str]
    male_given_names: frozenset[str]
    female_given_names: frozenset[str]
    calendar_words: frozenset[str]
    date_leads: frozenset[str]
    function_words: frozenset[str]
    particles: frozenset[str]
    place_words: frozenset[str]
    place_names: frozenset[str]
    compound_endings: frozenset[str]
    owning_groups: frozenset[str]
    joining_words: frozenset[str]
    business_nouns: frozenset[str]
    ordinal_words: frozenset[str]
    name_suffixes: frozenset[str]
    credentials: frozenset[str]
    show_words: frozenset[str]
    singular_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    plural_pronouns: frozenset[str]
    relative_pronouns: frozenset[str]
    person_relatives: frozenset[str]
    possessives: frozenset[str]
    definite_articles: frozenset[str]
    conjunctions: frozenset[str]
    comparing_words: frozenset[str]
    senior_suffixes: frozenset[str]
    age_words: frozenset[str]
    role_prepositions: frozenset[str]
    belonging_prepositions: frozenset[str]
    other_pronouns: frozenset[str]
    definite_words: frozenset[str]
    indefinite_words: frozenset[str]
    single_words: frozenset[str]
    partitive_words: frozenset[str]
    elder_words: frozenset[str]
    elder_kin: frozenset[str]
    younger_words: frozenset[str]
    younger_kin: frozenset[str]
    speech_verbs: frozenset[str]
    source_leads: frozenset[str]
    naming_verbs: frozenset[str]
    asking_verbs: frozenset[str]
    thinking_verbs: frozenset[str]
    condition_verbs: frozenset[str]
    informing_verbs: frozenset[str]
    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    thing_pronouns: frozenset[str]
    topic_leads: frozenset[str]
    naming_leads: frozenset[str]
    naming_participles: frozenset[str]
    generic_bodies: frozenset[str]
    public_bodies: frozenset[str]
    topic_openers: frozenset[str]
    example_leads: frozenset[str]
    subordinators: frozenset[str]
    complementizers: frozenset[str]

    @classmethod
    def of(cls, lists: Mapping[str, frozenset[str]]) -> Lexicon:
        """Take the lists that the lexicon needs from those of a rule set.

        Raises:
            KeyError: if one of them is missing.
        """
        return cls(**{name: lists[name] for name in cls.__slots__})

    def is_verb(self, word: str) -> bool:
        """Tell whether a lower-case word shows that the name before it is its subject."""
        return word in self.speech_verbs or word in self.auxiliaries

    def may_be_verb(self, word: str) -> bool:
        """Tell whether a lower-case word is a verb behind a subject that is known to be one."""
        return self.is_verb(word) or word in self.acting_verbs

    def is_definite(self, word: str) -> bool:
        """Tell whether a lower-case word makes the noun behind it definite (the, his, Roe's)."""
        return word in self.definite_words or is_possessive(word)

    def word_gender(self, word: str) -> str:
        """Return `m` or `f` if a lower-case word is said of men or women alone, else nothing."""
        if word in self.male_words:
            return "m"
        return "f" if word in self.female_words else ""

    def given_gender(self, name: str) -> str:
        """Return `m` or `f` if a given name tells its bearer's gender, else an empty string."""
        name = name.lower()
        for male, female in self._lists_by_rank():
            if name in male or name in female:
                return "" if name in male and name in female else "m" if name in male else "f"
        return ""

    def _lists_by_rank(self) -> Iterator[tuple[Set[str], Set[str]]]:
        """Yield the names of men and of women, those last that are seldom asked for."""
        yield self.male_given_names, self.female_given_names
        yield from given_names()
        yield farther_given_names()

    def may_be_given_name(self, name: str) -> bool:
        """Tell whether a word before a surname is a given name anywhere; see `is_given_name`."""
        return self.is_given_name(name) or (
            not name.isupper() and any(name.lower() in names for names in farther_given_names())
        )

    def is_given_name(self, name: str) -> bool:
        """Tell whether a word is a known given name; an acronym (ISIS) is none."""
        if len(name) > 1 and name.isupper():
            return False
        name = name.lower()
        lists = ((self.male_given_names, self.female_given_names), *given_names())
        return any(name in male or name in female for male, female in lists)


def is_possessive(word: str) -> bool:
    """Tell whether a word has a possessive ending (Roe's)."""
    return word.endswith(("’s", "'s"))


@cache
def given_names() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the given names of men and of women that Faker lists, lower case.

    Returns:
        A pair of sets for each group of LOCALES.
    """
    return tuple((_listed(group, "male"), _listed(group, "female")) for group in LOCALES)


@cache
def farther_given_names() -> tuple[frozenset[str], frozenset[str]]:
    """Return the given names of men and of women in FARTHER_LOCALES, lower case."""
    return _listed(FARTHER_LOCALES, "male"), _listed(FARTHER_LOCALES, "female")


def _listed(locales: tuple[str, ...], gender: str) -> frozenset[str]:
    names: set[str] = set()
    for locale in locales:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        names.update(name.lower() for name in getattr(provider, f"first_names_{gender}", ()))
    return frozenset(names)
