"""Spans of titles: which words around the word that a rule found make up the title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from quotes.parse import Parse
from quotes.speakers.lexicon import Lexicon

LEADS_IN = frozenset({"WP$", "RB", "WRB", "CC"})
"""What the parser may hang on a title without its being a part: whose, then, when, and."""
MODIFIER_TAGS = frozenset(
    {
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "JJR",
        "JJS",
        "VBG",
        "VBN",
        "CD",
        "HYPH",
        "POS",
        "PRP$",
        "AFX",
        "FW",
    }
)
APOSTROPHES = frozenset({"’", "'", "’s", "'s"})
BREAKS = frozenset({",", ";", ":", "—", "–", "-", "--", "(", ")", "[", "]", "“", "”", '"', "''"})
VERBAL = frozenset(
    {"prep", "ROOT", "conj", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "parataxis"}
)
MODIFIES = frozenset({"compound", "nmod", "amod"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "appos", "parataxis", "punct"})


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The words that the search for titles needs beside the rules, lower case."""

    courtesy: frozenset[str]
    """Courtesy titles such as Dr., which may stand between a title and a name."""
    credentials: frozenset[str]
    """Letters behind a name (MD, MP), which may stand between it and a title."""
    ordinals: frozenset[str]
    """Ordinal numbers, with which a courtesy title is an office (First Lady)."""
    joining: frozenset[str]
    """Words that join the parts of a title (of, for, and)."""
    numbers: frozenset[str]
    """Abbreviations before a number (No. 3), without the stop."""
    owning: frozenset[str]
    """Words that join a body's name to what it is of (Bank of Ulm)."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> TitleWords:
        """Take the words from a lexicon."""
        return cls(
            lexicon.courtesy_titles,
            lexicon.credentials,
            lexicon.ordinal_words,
            lexicon.title_joins,
            lexicon.number_abbreviations,
            lexicon.owning_words,
        )


def title_tokens(
    parse: Parse,
    token: int,
    name: tuple[int, ...],
    span: str,
    roles: Sequence[Set[str]],
    words: TitleWords,
) -> range:
    """Return the tokens of a title.

    Args:
        parse: the parsed frame.
        token: the word that the rule found.
        name: the tokens of the person's name, which are never part of the title.
        span: one of TITLE_SPANS.
        roles: lists of what may stand before a joining word inside a title, lower case.
        words: words that join the parts of a title.
    """
    if span == "modifiers":
        return _modifiers(parse, token, roles, words)
    if span == "word":
        return range(token, token + 1)
    if span == "clause":
        auxiliaries = (c for c in parse.children[token] if parse.deps[c] in ("aux", "auxpass"))
        return _cut(parse, min([token, *auxiliaries]), token, name, token)
    joined = _first_of_joined(parse, token, name)
    first = _left_edge(parse, joined, name)
    while first > 1 and parse.is_hyphen(first - 1) and first - 2 not in name:
        first = _left_edge(parse, first - 2, name)  # co-author
    first = _from_comma(parse, first, name)
    while first < token and parse.tags[first] in LEADS_IN:
        first += 1  # then a junior editor; when the firm's director
    return _cut(parse, first, token, name, joined)


def owns_other(parse: Parse, token: int, name: tuple[int, ...]) -> bool:
    """Tell whether a word owns somebody else, and so is no role of the name (a pastor's sister)."""
    behind = token + 2
    return (
        behind < len(parse)
        and behind not in name
        and parse.tags[token + 1] == "POS"
        and parse.tags[behind].startswith(("NN", "JJ", "VB"))
    )


def _modifiers(parse: Parse, last: int, roles: Sequence[Set[str]], words: TitleWords) -> range:
    """Walk left from the last word before the name over the words that go with it."""
    first = last
    while first > 0 and _modifies(parse, first - 1, last, roles, words):
        first -= 1
    while first < last and not _may_open(parse, first):
        first += 1
    return range(_before_of(parse, first, last, words), last + 1)


def _before_of(parse: Parse, first: int, last: int, words: TitleWords) -> int:
    """Return where a body's name begins that holds an of, before a role (Bank of Ulm Governor)."""
    names = parse.tags[max(0, first - 2) : first + 1]
    owns = parse.lower[first - 1] in words.owning
    if first == last or names != ["NNP", "IN", "NNP"] or not owns:
        return first
    first -= 2
    while first > 0 and parse.tags[first - 1] == "NNP" and parse.deps[first - 1] == "compound":
        first -= 1
    return first


def _modifies(
    parse: Parse, token: int, last: int, roles: Sequence[Set[str]], words: TitleWords
) -> bool:
    verbal = parse.tags[token] in ("VBG", "VBN") and parse.deps[token] in VERBAL
    if parse.quoted[token] >= 0 or verbal:  # including Chancellor Roe; has brought Sen. Roe
        return False
    if parse.tags[token + 1] == "CD" and parse.lower[token].rstrip(".") in words.numbers:
        return True  # world No 3 Roe
    if parse.tags[token] == "NNS" and _is_role(parse, token, roles):
        return False  # several people, of whom the name is one (candidates Sen. Roe and Doe)
    if parse.tags[token] in MODIFIER_TAGS or parse.words[token] in APOSTROPHES:
        return True
    # A noun that the tagger takes for a verb (Harbour master Roe), and Editor-in-Chief Roe.
    named = parse.words[token][:1].isupper() or _is_role(parse, token, roles)
    noun = parse.deps[token] == "compound" and named  # head coach Roe
    if noun or (parse.is_hyphen(token - 1) and parse.is_hyphen(token + 1)):
        return True
    return (
        _leads_over(parse, token, roles, words)
        or _joins_modifiers(parse, token, last)
        or (not _is_role(parse, last, roles) and _joins_fields(parse, token, roles, words))
    )


def _leads_over(parse: Parse, token: int, roles: Sequence[Set[str]], words: TitleWords) -> bool:
    """Tell whether a word leads from a role to what it is of (leader of the council)."""
    if token > 1 and parse.tags[token] == "DT":
        return parse.lower[token - 1] in words.joining and _is_role(parse, token - 2, roles)
    joins = token > 0 and parse.lower[token] in words.joining
    # Behind the plural of a name something else begins (to the Ulm Mariners for forwards Roe …).
    return joins and parse.tags[token - 1] != "NNPS" and _is_role(parse, token - 1, roles)


def _is_role(parse: Parse, token: int, roles: Sequence[Set[str]]) -> bool:
    return any(parse.lower[token] in words for words in roles)


def _joins_modifiers(parse: Parse, token: int, last: int) -> bool:
    """Tell whether a word joins nouns that both modify the last (a trade and labor adviser)."""
    before = token - 1
    return (
        token > 0
        and parse.tags[token] == "CC"
        and (parse.tags[before] == "NN" or _are_clubs(parse, before, last))
        and parse.deps[before] in MODIFIES
        and token < parse.heads[before] <= last
    )


def _are_clubs(parse: Parse, token: int, last: int) -> bool:
    """Tell whether a name is what a common role is of (the Ulm United and Norway striker)."""
    return parse.tags[token] == "NNP" and parse.words[last].islower()


def _joins_fields(parse: Parse, token: int, roles: Sequence[Set[str]], words: TitleWords) -> bool:
    """Tell whether a word joins what a role before it is of (Secretary for Science and Energy)."""
    first = token
    while first > 0 and parse.tags[first - 1] in MODIFIER_TAGS and parse.quoted[first - 1] < 0:
        first -= 1
    return (
        parse.tags[token] == "CC"
        and 1 < first < token
        and parse.lower[first - 1] in words.joining
        and _is_role(parse, first - 2, roles)
    )


def _may_open(parse: Parse, token: int) -> bool:
    if parse.is_hyphen(token + 1) and not parse.is_hyphen(token):
        return True  # Under-Secretary Roe
    return (
        parse.tags[token] not in ("HYPH", "POS", "IN", "CC")
        and parse.words[token] not in APOSTROPHES
    )


def _first_of_joined(parse: Parse, token: int, name: tuple[int, ...]) -> int:
    """Return the first of the nouns that a token's phrase joins (a friend and adviser)."""
    before = parse.heads[token]
    joined = parse.deps[token] == "conj" and parse.tags[before] == "NN" and before > name[-1]
    between = range(before + 1, token)
    if not joined or any(_is_break(parse, t) or parse.tags[t][0] in "VW" for t in between):
        return token
    return _first_of_joined(parse, before, name)


def _left_edge(parse: Parse, token: int, name: tuple[int, ...]) -> int:
    first = token
    for child in reversed([c for c in parse.children[token] if c < token]):
        if parse.tags[child] == "HYPH":
            first = child
            continue
        if parse.quoted[child] >= 0 or parse.deps[child] in CLAUSES or child in name:
            break
        left = parse.subtree(child)[0]
        if any(t in name or _is_break(parse, t) for t in range(left, first)):
            break
        first = left
    return first


def _from_comma(parse: Parse, first: int, name: tuple[int, ...]) -> int:
    """Return where an apposition begins of which the parser tied only the end to its head.

    It begins behind the name and its comma, if nothing but modifiers stands in between (Roe,
    the village's elected mayor), or a town and its state (Roe, an Ulm, Ohio, lawyer).
    """
    begin = first
    while begin - 2 > name[-1] and (
        parse.tags[begin - 1] in MODIFIER_TAGS
        or parse.tags[begin - 1] == "DT"
        or _is_by_state(parse, begin - 1)
    ):
        begin -= 1
    behind_name = begin - 2 == name[-1] and parse.words[begin - 1] == ","
    return begin if behind_name else first


def _is_by_state(parse: Parse, comma: int) -> bool:
    """Tell whether a comma stands before or behind the state that follows a town."""
    return parse.words[comma] == "," and any(
        parse.words[state - 1 : state] == parse.words[state + 1 : state + 2] == [","]
        and parse.tags[state] == parse.tags[state - 2] == "NNP"
        for state in (comma - 1, comma + 1)
        if 1 < state < len(parse) - 1
    )


def _is_possessive(parse: Parse, token: int) -> bool:
    return parse.tags[token] == "POS" or parse.lower[token] in ("’s", "'s")


def _is_break(parse: Parse, token: int) -> bool:
    if parse.words[token] not in BREAKS or parse.tags[token] == "HYPH":
        return False
    return not parse.is_hyphen(token) and not _leads_on(parse, token)


def _leads_on(parse: Parse, comma: int) -> bool:
    """Tell whether a comma stands between a town and its state or country (in Ulm, Ohio)."""
    place = comma + 1
    while place + 1 < len(parse) and parse.deps[place] == "compound":
        place += 1
    if parse.words[comma] != "," or place >= len(parse) or parse.deps[place] != "appos":
        return False
    town = parse.heads[place]
    return (
        town == comma - 1
        and parse.deps[town] == "pobj"
        and parse.deps[parse.heads[town]] == "prep"
        and parse.tags[town] == parse.tags[place] == "NNP"
    )


def _cut(parse: Parse, first: int, token: int, name: tuple[int, ...], joined: int) -> range:
    """Return the words from `first` to the end of the phrase, short of clauses and breaks."""
    inside = (set(parse.subtree(token)) | _number(parse, token)) - _clauses(parse, token)
    inside.update(_of_both(parse, joined, token))
    last = token
    while last + 1 < len(parse) and last + 1 in inside and not _breaks(parse, last + 1, name):
        last += 1
        if parse.is_hyphen(last):
            inside.update(parse.subtree(last + 1))  # chief and co-founder of Ulm Motors
    last = _work(parse, last)
    if last + 2 < len(parse) and _is_possessive(parse, last + 1) and _is_break(parse, last + 2):
        last += 1  # the senior midwife at St. Brigid's
    while last > token and (_leaves_open(parse, last) or parse.words[last] == ","):
        last -= 1
    return range(first, last + 1)


def _of_both(parse: Parse, joined: int, token: int) -> Iterator[int]:
    """Yield what hangs on the first of joined nouns, behind the last (a friend and aide of Ulm)."""
    for child in parse.children[joined]:
        if child > token and parse.deps[child] == "prep":
            yield from parse.subtree(child)


def _work(parse: Parse, last: int) -> int:
    """Return the end of the work in quotation marks that completes a phrase (host of “Dawn”)."""
    if last + 2 < len(parse) and _leaves_open(parse, last + 1) and _is_possessive(parse, last + 1):
        last += 1  # the parser may hang the work elsewhere (host of Ulm Radio’s “Dawn”)
    end = last + 1
    if end == len(parse) or not _leaves_open(parse, last) or not parse.frame.outers:
        return last
    work = parse.quoted[end]
    while work >= 0 and end < len(parse) and parse.quoted[end] == work:
        end += 1
    return end - 1


def _leaves_open(parse: Parse, token: int) -> bool:
    """Tell whether more must follow a token (a host of …; the host of Ulm Radio’s “Dawn”)."""
    if parse.quoted[token] >= 0:
        return False
    if parse.tags[token] in ("IN", "CC"):
        return True
    return token + 1 < len(parse) and parse.quoted[token + 1] >= 0 and _is_possessive(parse, token)


def _number(parse: Parse, token: int) -> set[int]:
    """Return the tokens of a number behind a word and its stop, and what hangs on them (No. 2)."""
    behind = parse.words[token + 1 : token + 3]
    if len(behind) < 2 or behind[0] != "." or not behind[1].isdigit():
        return set()
    return {*parse.subtree(token + 1), *parse.subtree(token + 2)}


def _clauses(parse: Parse, token: int) -> set[int]:
    """Return the tokens of the clauses that hang on a token (the lone member to vote no)."""
    clauses = [
        child
        for child in parse.children[token]
        if parse.deps[child] in CLAUSES and parse.tags[child].startswith("VB")
    ]
    return {part for clause in clauses for part in parse.subtree(clause)}


def _breaks(parse: Parse, at: int, name: tuple[int, ...]) -> bool:
    if at in name or parse.quoted[at] >= 0 or _is_break(parse, at):
        return True
    return parse.tags[at] in ("WP", "WP$")
