"""Mentions: the words that name a speaker, from the token a rule found."""

from __future__ import annotations

from quotes.parse import Parse
from quotes.records import Span

LEFT = frozenset(
    "det compound amod poss nummod nmod quantmod advmod predet case punct neg npadvmod".split()
)
NAME_TAGS = frozenset({"NNP", "NNPS"})


def mention_tokens(parse: Parse, head: int) -> range:
    """Return the tokens of the noun phrase around its head.

    Appositions, relative clauses and what stands inside quotation marks are left out; a phrase
    with `of` belongs to a common noun (the mayor of Dunmore), not to a name.
    """
    first = last = head
    for child in reversed([c for c in parse.children[head] if c < head]):
        if parse.deps[child] not in LEFT or parse.quoted[child] >= 0:
            break
        first = parse.subtree(child)[0]
    if parse.tags[head] not in NAME_TAGS:
        for child in parse.children[head]:
            if child > head and parse.lower[child] == "of" and parse.deps[child] == "prep":
                tree = parse.subtree(child)
                if tree[-1] - tree[0] == len(tree) - 1 and child == last + 1:
                    last = tree[-1]
    while first < head and parse.words[first] in {",", "“", '"', "''", "(", "-", "—", "–", "”"}:
        first += 1
    return range(first, last + 1)


def span_of(parse: Parse, tokens: range) -> Span | None:
    """Return the document span of adjacent tokens, or None where a stand-in is among them."""
    if not tokens or any(parse.starts[t] < 0 or parse.ends[t] < 0 for t in tokens):
        return None
    return Span(parse.starts[tokens[0]], parse.ends[tokens[-1]])
