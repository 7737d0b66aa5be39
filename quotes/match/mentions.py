"""Mentions: the words that name a speaker, from the token a rule found."""

from __future__ import annotations

from collections.abc import Set

from quotes.parse import Parse
from quotes.records import Span

LEFT = frozenset(
    {
        "det",
        "compound",
        "amod",
        "poss",
        "nummod",
        "nmod",
        "quantmod",
        "advmod",
        "predet",
        "case",
        "punct",
        "neg",
        "npadvmod",
    }
)
NAME_TAGS = frozenset({"NNP", "NNPS"})
PHRASES = frozenset({"prep", "amod"})
ENDS = frozenset({".", "?", "!", ",", "(", ")", "—", "–", "-", "--", ":", ";", "“", "”"})
VERB_TAGS = frozenset({"VB", "VBD", "VBP", "VBZ"})
LEADS_ON = frozenset({"IN", "DT", "PRP$", "CC", "TO"})
"""Tags of words with which no noun phrase ends (organizers as a “…”)."""
MARKS = frozenset({",", ":", ";", "“", '"', "''", "(", "-", "—", "–", "”"})

LONGEST_BRACKET = 5
"""Tokens from a bracket to the word that a rule took for the speaker, at most."""
LONGEST_CLAUSE = 16
"""Tokens of a clause that belongs to whom it describes, at most."""


NOUN_PARTS = frozenset({"compound", "nmod", "amod", "det", "poss", "nummod"})


def phrase_head(parse: Parse, token: int, cue: int | None = None) -> int:
    """Return the head of the noun phrase in which a token is a part before the head.

    The cue is neither that head nor inside the phrase, though the parser may take a verb for a
    noun (Roe notes) or for a participle between two names (Roe blasted Doe).
    """
    first, head = token, parse.heads[token]
    while (
        (cue is None or not token < cue <= head)
        and parse.deps[token] in NOUN_PARTS
        and (token != first or parse.deps[token] != "poss" or parse.tags[token] == "PRP$")
        and head > token
        and parse.quoted[head] < 0
        and parse.tags[head].startswith("NN")
    ):
        token, head = head, parse.heads[head]
    return token


def speaker_head(parse: Parse, token: int, cue: int | None = None) -> int:
    """Return the head of the words that name a speaker, given a token of them and the cue."""
    token = _out_of_brackets(parse, token)
    while token + 2 < len(parse) and parse.is_hyphen(token + 1):
        token += 2  # co-host Roe
    head = phrase_head(parse, token, cue)
    if cue is not None and head == token == cue + 1 and parse.words[head][:1].isupper():
        head = _name_behind(parse, head)
    head = _owned_name(parse, _name_at_end(parse, apposed_name(parse, head, cue), cue))
    return _name_of_joined(parse, head)


def _out_of_brackets(parse: Parse, token: int) -> int:
    """Return the name before the brackets in which a token stands, or the token (Roe (R-Ky.))."""
    for before in range(token - 1, max(0, token - LONGEST_BRACKET), -1):
        if parse.words[before] == "(":
            return before - 1 if parse.tags[before - 1] in NAME_TAGS else token
        if parse.words[before] == ")":
            return token
    return token


def _name_behind(parse: Parse, token: int) -> int:
    """Return the name to which a word between a cue and a mark leads, or the word itself.

    The parser takes a participle of a title for a verb (said Harbour ranking member Ann Roe).
    """
    named, last = token, token
    while last + 1 < len(parse) and parse.quoted[last + 1] < 0 and _may_lead(parse, last + 1):
        last += 1
        named = last if parse.tags[last] in NAME_TAGS else named
    return named if named == last else token


def _name_at_end(parse: Parse, head: int, cue: int | None) -> int:
    """Return the name between commas with which a role's phrase ends before the cue, or its head.

    The parser may tie it to what the role is of (a clerk for the deaf, Ann Roe, said).
    """
    if cue is None or parse.tags[head] in NAME_TAGS or parse.words[cue - 1] != ",":
        return head
    last = first = cue - 2
    while first > head and parse.tags[first] in NAME_TAGS:
        first -= 1
    is_full = last - first > 1 and parse.words[first] == ","
    # Behind a town the words between commas are its state.
    is_name = is_full and first > head and parse.tags[first - 1] not in NAME_TAGS
    return last if is_name and head in parse.ancestors(last) else head


def _owned_name(parse: Parse, head: int) -> int:
    """Return the full name right behind a body that owns it, or the head (Gale FM's Ann Roe).

    The parser may take both for subjects.
    """
    last = first = head + 2
    if first >= len(parse) or parse.tags[head] not in NAME_TAGS or parse.deps[head + 1] != "case":
        return head
    while last < len(parse) and parse.tags[last] in NAME_TAGS and parse.quoted[last] < 0:
        last += 1
    return last - 1 if last - first > 1 and parse.heads[last - 1] == parse.heads[head] else head


def _name_of_joined(parse: Parse, head: int) -> int:
    """Return the name behind a role and a second one joined to it, or the head of the phrase.

    One person is both (the actor and director Ann Roe).
    """
    if parse.tags[head] != "NN":
        return head
    joined = (c for c in parse.children[head] if c > head and parse.deps[c] == "conj")
    return next((name for name in joined if _has_role_before(parse, name, head)), head)


def _has_role_before(parse: Parse, name: int, head: int) -> bool:
    """Tell whether a common noun and a full name are all that an and joins to a role."""
    role, *given = [c for c in parse.children[name] if c < name] or [name]
    first = parse.subtree(role)[0]
    return (
        parse.tags[name] in NAME_TAGS
        and (parse.tags[role] == "NN" or parse.words[role].isupper())
        and any(parse.tags[token] in NAME_TAGS for token in given)
        and parse.deps[first - 1] == "cc"
        and first - 2 == head
    )


def _is_short_role(parse: Parse, head: int) -> bool:
    """Tell whether a word in capitals names whom the firm's CEO names: a role and not a body."""
    owned = any(parse.deps[child] == "poss" for child in parse.children[head])
    return owned and parse.words[head].isupper() and len(parse.words[head]) > 1


def _may_lead(parse: Parse, token: int) -> bool:
    return parse.tags[token].startswith(("NN", "JJ")) or parse.tags[token] in ("VBG", "HYPH", "POS")


def apposed_name(parse: Parse, head: int, cue: int | None = None) -> int:
    """Return the name to which a noun phrase stands in apposition, on whichever side, or its head.

    The station's director, Dr. Nwosu; Dr. Nwosu, the station's director. An apposition ends with
    a comma: with the cue right behind it, it is the subject (Nwosu, a cousin said, is ill).
    """
    if cue == head + 1 or (parse.tags[head] in NAME_TAGS and not _is_short_role(parse, head)):
        return head
    named = parse.heads[head]
    if parse.deps[head] == "appos" and named < head and parse.tags[named] in NAME_TAGS:
        return named if parse.starts[named] >= 0 else head
    for child in parse.children[head]:
        if (
            child > head
            and parse.deps[child] == "appos"
            and parse.tags[child] in (NAME_TAGS if parse.tags[head] == "NN" else ("NNP",))
            and parse.starts[child] >= 0
        ):
            return child
    return head


def mention_tokens(parse: Parse, head: int, cue: int | None = None) -> range:
    """Return the tokens of the noun phrase around its head.

    Appositions, relative clauses and what stands inside quotation marks are left out; a phrase
    with `of` belongs to a common noun (the mayor of Dunmore), not to a name.
    """
    if parse.tags[head] == "DT" and cue is not None and _is_one_phrase(parse, head, cue):
        return range(head, cue)  # The parser lost the noun (the 17-year-old told reporters).
    first = last = head
    for child in reversed([c for c in parse.children[head] if c < head]):
        if parse.deps[child] not in LEFT or parse.quoted[child] >= 0 or child == cue:
            break
        first = parse.subtree(child)[0]
    if parse.deps[head] == "conj" and _has_role_before(parse, head, parse.heads[head]):
        first = mention_tokens(parse, parse.heads[head]).start  # founder and CEO Ann Roe
    if cue is not None and parse.heads[head] == cue and head < cue:
        # The parser took the cue for a noun, and hangs the phrase's other words on it.
        beside = [c for c in parse.children[cue] if _is_beside(parse, c, head, first)]
        first = min(beside, default=first)
    # The parser may hang the quotation itself on a noun before the name.
    # Nor is a verb part of the name whose object it has (surprise pilot Roe), if taken for a noun.
    parting = [t for t in range(first, head) if parse.quoted[t] >= 0 or parse.tags[t] in VERB_TAGS]
    first = parting[-1] + 1 if parting else first
    first = head if _is_parted(parse, head) else first
    last = _last(parse, head)
    if cue is not None and head < cue <= last:
        last = cue - 1  # a message to sailors promising “…”
    while first < head and _leads_in(parse, first, head):
        first += 1
    return _with_hyphens(parse, first, last)


def _with_hyphens(parse: Parse, first: int, last: int) -> range:
    """Return a phrase with the rest of the words that hyphens part (his father-in-law; co-host)."""
    while first > 1 and parse.is_hyphen(first - 1):
        first -= 2
        left = (c for c in parse.children[first] if parse.deps[c] in LEFT and parse.quoted[c] < 0)
        first = min([first, *left])
    while last + 2 < len(parse) and parse.is_hyphen(last + 1):
        last += 2
    return range(first, last + 1)


def _is_parted(parse: Parse, head: int) -> bool:
    """Tell whether a comma parts a name from another one before it (Of Doe, Roe said)."""
    return (
        head > 1
        and parse.words[head - 1] == ","
        and parse.tags[head] in NAME_TAGS
        and parse.tags[head - 2] in NAME_TAGS
    )


def _leads_in(parse: Parse, token: int, head: int) -> bool:
    """Tell whether a phrase's first token is no part of it: a mark, or an adverb (even, when).

    Nor is what the parser takes for its article (what Roe called).
    """
    adverb = parse.tags[token] in ("RB", "WRB") and parse.deps[token] == "advmod"
    is_what = parse.tags[token] in ("WP", "WDT")
    return ((adverb or is_what) and parse.heads[token] == head) or parse.words[token] in MARKS


def _is_one_phrase(parse: Parse, first: int, end: int) -> bool:
    """Tell whether the words from an article to a cue are one noun phrase."""
    return first + 1 < end and all(
        parse.quoted[t] < 0
        and (parse.is_hyphen(t) or parse.tags[t][:2] in ("NN", "JJ", "CD", "HY"))
        for t in range(first + 1, end)
    )


def _is_beside(parse: Parse, token: int, head: int, first: int) -> bool:
    """Tell whether a word before a head's own is of its phrase, though it hangs on the cue."""
    return token < head and all(
        parse.quoted[t] < 0 and parse.deps[t] in NOUN_PARTS and parse.heads[t] == parse.heads[head]
        for t in range(token, first)
    )


def _last(parse: Parse, head: int) -> int:
    """Return the end of the phrases with of, for, to and the like that follow the head."""
    inside = set(parse.subtree(head))
    last = head
    if parse.words[head + 1 : head + 2] == ["&"] and head + 2 in inside:
        return head + 2  # Klein & Roe
    if not any(parse.deps[c] in PHRASES and c == head + 1 for c in parse.children[head]):
        return head
    while last + 1 in inside and not _ends_phrase(parse, last + 1, head):
        last += 1
    while last > head and (parse.words[last] in ENDS or parse.tags[last] in LEADS_ON):
        last -= 1
    if parse.lower[last] == "be" and parse.tags[last - 1] == "TO":  # found by the clerk to be “…”
        last -= 2
    return max(head, last)


def with_clause(
    parse: Parse, head: int, tokens: range, not_verbs: Set[str], told: Set[str]
) -> range:
    """Return the tokens of a noun phrase with a short clause that says which one is meant.

    It stands right behind the phrase, without a comma (a clerk who saw it; a poll released Sunday).

    Args:
        parse: the parsed frame.
        head: the phrase's head.
        tokens: the phrase.
        not_verbs: verbs whose clause tells how somebody speaks, and not who it is (a clerk who
            asked not to be named).
        told: verbs among them whose past participle tells who it is (a clerk told of the plan).
    """
    for child in parse.children[head]:
        if parse.deps[child] not in ("relcl", "acl") or child < head:
            continue
        clause = parse.subtree(child)
        is_whole = clause[0] == tokens.stop and len(clause) == clause[-1] + 1 - clause[0]
        opens = parse.tags[clause[0]] in ("WP", "WDT", "VBG", "VBN")
        if (
            is_whole
            and opens
            and len(clause) <= LONGEST_CLAUSE
            and (parse.lower[child] not in not_verbs or _is_told(parse, child, told))
            and not any(parse.quoted[t] >= 0 or _is_mark(parse, t) for t in clause)
        ):
            return range(tokens.start, clause[-1] + 1)
    return tokens


def _is_told(parse: Parse, verb: int, told: Set[str]) -> bool:
    """Tell whether a verb is the past participle of a list's, a preposition behind it."""
    behind = parse.tags[verb + 1 : verb + 2]
    return parse.tags[verb] == "VBN" and parse.lower[verb] in told and behind == ["IN"]


def _is_mark(parse: Parse, token: int) -> bool:
    return parse.words[token] in ENDS and not parse.is_hyphen(token)


def _ends_phrase(parse: Parse, token: int, head: int) -> bool:
    return (
        parse.quoted[token] >= 0
        or (
            parse.words[token] in ENDS
            and not parse.is_hyphen(token)
            and (
                parse.words[token] != ","
                or parse.heads[token] == head
                or _leads_to_apposition(parse, token)
            )
        )
        or (
            parse.deps[token] in ("relcl", "acl", "appos", "cc", "conj")
            and parse.heads[token] == head
        )
        or parse.tags[token] in ("WP", "WDT", "WP$")
        # The parser missed the end of a sentence (a report by the firm K2P. It …).
        or (parse.tags[token] == "PRP" and parse.words[token][:1].isupper())
    )


def _leads_to_apposition(parse: Parse, comma: int) -> bool:
    """Tell whether an article and a noun in apposition stand behind a comma (X of Y, a group)."""
    article = comma + 1
    is_article = article < len(parse) and parse.tags[article] == "DT"
    return is_article and parse.deps[parse.heads[article]] == "appos"


def span_of(parse: Parse, tokens: range) -> Span | None:
    """Return the document span of adjacent tokens, or None where a stand-in is among them."""
    if not tokens or any(parse.starts[t] < 0 or parse.ends[t] < 0 for t in tokens):
        return None
    return Span(parse.starts[tokens[0]], parse.ends[tokens[-1]])
