"""Spans of titles: which words around the word that a rule found make up the title."""

from __future__ import annotations

from quotes.parse import Parse

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
CLAUSES = frozenset({"relcl", "acl", "advcl", "appos", "parataxis", "punct"})


def title_tokens(parse: Parse, token: int, name: tuple[int, ...], span: str) -> range:
    """Return the tokens of a title.

    Args:
        parse: the parsed frame.
        token: the word that the rule found.
        name: the tokens of the person's name, which are never part of the title.
        span: one of TITLE_SPANS.
    """
    if span == "modifiers":
        return _modifiers(parse, token)
    if span == "word":
        return range(token, token + 1)
    if span == "clause":
        auxiliaries = (c for c in parse.children[token] if parse.deps[c] in ("aux", "auxpass"))
        return _cut(parse, min([token, *auxiliaries]), token, name)
    return _cut(parse, _left_edge(parse, token, name), token, name)


def _modifiers(parse: Parse, last: int) -> range:
    """Walk left from the last word before the name over the words that go with it."""
    first = last
    while first > 0 and _modifies(parse, first - 1):
        first -= 1
    while first < last and not _may_open(parse, first):
        first += 1
    return range(first, last + 1)


def _modifies(parse: Parse, token: int) -> bool:
    if parse.quoted[token] >= 0:
        return False
    if parse.tags[token] in MODIFIER_TAGS or parse.words[token] in APOSTROPHES:
        return True
    before = parse.tags[token - 1] if token > 0 else ""
    if parse.lower[token] == "and":
        return before == "NN"
    return parse.lower[token] in ("of", "for", "&") and before.startswith("NN")


def _may_open(parse: Parse, token: int) -> bool:
    return (
        parse.tags[token] not in ("HYPH", "POS", "IN", "CC")
        and parse.words[token] not in APOSTROPHES
    )


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


def _is_possessive(parse: Parse, token: int) -> bool:
    return parse.tags[token] == "POS" or parse.lower[token] in ("’s", "'s")


def _is_break(parse: Parse, token: int) -> bool:
    return parse.words[token] in BREAKS and parse.tags[token] != "HYPH"


def _cut(parse: Parse, first: int, token: int, name: tuple[int, ...]) -> range:
    """Return the words from `first` to the end of the phrase, short of clauses and breaks."""
    inside = (set(parse.subtree(token)) | _number(parse, token)) - _clauses(parse, token)
    last = token
    while last + 1 < len(parse) and last + 1 in inside and not _breaks(parse, last + 1, name):
        last += 1
    return range(first, last + 1)


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
    return parse.lower[at] in ("who", "which", "whose")
