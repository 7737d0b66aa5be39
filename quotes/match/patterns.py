"""Patterns: finding the words of a rule in a parsed frame.

The relations are those of Semgrex (Chambers et al., "Learning Alignments and Leveraging Natural
Logic", 2007), which spaCy's DependencyMatcher also follows, plus a few that hold between words as
they stand, for the parses that go wrong around quotation marks. The search starts from a
quotation and goes outward, so its cost grows with the quotations and not with the tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from quotes.match.places import ends_sentence, is_word
from quotes.parse import Parse
from quotes.rules.model import Node, TokenTest

QUOTE = "quote"


WITHIN_SENTENCE = frozenset(
    {"child_of", "parent_of", "ancestor_of", "descendant_of", "subject_of", "antecedent_of"}
)
"""Relations of the parse, which may not leave the sentence as the writer ends it."""


def passes(parse: Parse, token: int, test: TokenTest) -> bool:
    """Tell whether a token passes a test."""
    if test.quoted is not None and (parse.quoted[token] >= 0) is not test.quoted:
        return False
    lower = parse.lower[token]
    return (
        (test.words is None or lower in test.words)
        and (test.not_words is None or lower not in test.not_words)
        and (test.deps is None or parse.deps[token] in test.deps)
        and (test.tags is None or parse.tags[token] in test.tags)
        and (test.capital is None or parse.words[token][:1].isupper() is test.capital)
    )


def passes_word(word: str, test: TokenTest) -> bool:
    """Tell whether a word by itself passes the tests that need no parse."""
    return (
        (test.words is None or word.lower() in test.words)
        and (test.not_words is None or word.lower() not in test.not_words)
        and (test.capital is None or word[:1].isupper() is test.capital)
    )


def bindings(
    parse: Parse, nodes: tuple[Node, ...], bound: dict[str, tuple[int, ...]]
) -> Iterator[dict[str, tuple[int, ...]]]:
    """Yield every way to bind a pattern's nodes, the nearest words first.

    Args:
        parse: a parsed frame.
        nodes: the nodes still to bind, each anchored at one bound before it.
        bound: token indexes by node name; `quote` holds all tokens of the quotation, the
            other nodes one token each.

    Yields:
        The bindings, complete.
    """
    if not nodes:
        yield bound
        return
    node, rest = nodes[0], nodes[1:]
    anchor = bound[node.anchor]
    if not anchor:  # A quotation may share its only token with the one before it.
        return
    segment = parse.segments[anchor[0]] if node.relation in WITHIN_SENTENCE else None
    for token in RELATIONS[node.relation](parse, anchor, node):
        if segment is not None and parse.segments[token] != segment:
            continue
        if not passes(parse, token, node.test):
            continue
        if _has_children(parse, token, node):
            yield from bindings(parse, rest, {**bound, node.name: (token,)})
        if node.first:
            return


def in_order(
    parse: Parse,
    nodes: tuple[Node, ...],
    bound: dict[str, tuple[int, ...]],
    order: Sequence[str],
) -> Iterator[dict[str, tuple[int, ...]]]:
    """Yield the bindings of a pattern in which some nodes' words stand in a given order.

    Args:
        parse: a parsed frame.
        nodes: see `bindings`.
        bound: see `bindings`.
        order: names of nodes.
    """
    for found in bindings(parse, nodes, bound):
        firsts = [found[name][0] for name in order]
        if firsts == sorted(firsts):
            yield found


def _has_children(parse: Parse, token: int, node: Node) -> bool:
    children = parse.children[token]
    return all(any(passes(parse, c, test) for c in children) for test in node.has) and not any(
        passes(parse, c, test) for c in children for test in node.lacks
    )


def heads(parse: Parse, tokens: tuple[int, ...]) -> list[int]:
    """Return the tokens of a stretch whose head lies outside it, or which have none.

    Words come before punctuation: the parser ties a mark to a verb more loosely than a word.
    """
    inside = set(tokens)
    found = [t for t in tokens if parse.heads[t] not in inside or parse.heads[t] == t]
    return sorted(found, key=lambda t: not is_word(parse, t)) if len(found) > 1 else found


def _children(parse: Parse, anchor: tuple[int, ...], _: Node) -> Iterable[int]:
    inside = set(anchor)
    return [child for token in anchor for child in parse.children[token] if child not in inside]


def _parents(parse: Parse, anchor: tuple[int, ...], _: Node) -> Iterable[int]:
    return [parse.heads[token] for token in heads(parse, anchor) if parse.heads[token] != token]


def _ancestors(parse: Parse, anchor: tuple[int, ...], node: Node) -> Iterable[int]:
    found = _nearest_ancestors(parse, anchor, node)
    return reversed(list(found)) if node.outermost else found


def _nearest_ancestors(parse: Parse, anchor: tuple[int, ...], node: Node) -> Iterator[int]:
    steps = anchor.steps(parse) if isinstance(anchor, Anchor) else _steps(parse, anchor)
    seen = set()
    for ancestor, dep in steps:
        if (node.by is None or dep in node.by) and ancestor not in seen:
            seen.add(ancestor)
            yield ancestor


class Anchor(tuple[int, ...]):
    """Tokens from which the patterns of many rules are searched: the way up is walked once."""

    _walked: list[tuple[int, str]] | None = None

    def steps(self, parse: Parse) -> list[tuple[int, str]]:
        """Return the ancestors, nearest first, each with the dependency of the branch below it."""
        if self._walked is None:
            self._walked = list(_steps(parse, self))
        return self._walked


def _steps(parse: Parse, anchor: tuple[int, ...]) -> Iterator[tuple[int, str]]:
    inside = set(anchor)
    for token in heads(parse, anchor):
        branch = token
        for ancestor in parse.ancestors(token):
            if ancestor not in inside:
                yield ancestor, parse.deps[branch]
            branch = ancestor


def _descendants(parse: Parse, anchor: tuple[int, ...], _: Node) -> Iterable[int]:
    inside, found = set(anchor), list(anchor)
    for node in found:
        for child in parse.children[node]:
            if child not in inside:
                inside.add(child)
                found.append(child)
                yield child


def _subjects(parse: Parse, anchor: tuple[int, ...], node: Node) -> Iterable[int]:
    for verb in anchor:
        yield from _subject(parse, verb, node.through)


SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def _subject(parse: Parse, verb: int, through: frozenset[str]) -> Iterator[int]:
    for _ in range(len(parse)):
        own = [c for c in parse.children[verb] if parse.deps[c] in SUBJECTS]
        if own:
            # Of two, the parser's second thought stands nearer to the verb.
            yield from sorted(own, key=lambda c: abs(c - verb))
            return
        if parse.deps[verb] not in through or parse.heads[verb] == verb:
            return
        verb = parse.heads[verb]


def _antecedents(parse: Parse, anchor: tuple[int, ...], node: Node) -> Iterable[int]:
    for verb in anchor:
        for token in (verb, *parse.ancestors(verb)):
            if parse.deps[token] in ("relcl", "acl"):
                yield parse.heads[token]
                break
            if parse.deps[token] not in node.through:
                break


def _after(parse: Parse, anchor: tuple[int, ...], node: Node) -> Iterable[int]:
    if ends_sentence(parse, anchor[-1]):
        return ()
    return _walk(parse, range(anchor[-1] + 1, len(parse)), node.within)


def _before(parse: Parse, anchor: tuple[int, ...], node: Node) -> Iterable[int]:
    return _walk(parse, range(anchor[0] - 1, -1, -1), node.within)


def _walk(parse: Parse, path: Iterable[int], within: int) -> Iterator[int]:
    steps = 0
    for token in path:
        if ends_sentence(parse, token):
            return
        if not is_word(parse, token):
            continue
        steps += 1
        if steps > within:
            return
        yield token


def _right_after(parse: Parse, anchor: tuple[int, ...], node: Node) -> Iterable[int]:
    if ends_sentence(parse, anchor[-1]):
        return ()
    return _beside(parse, range(anchor[-1] + 1, len(parse)), node)


def _right_before(parse: Parse, anchor: tuple[int, ...], node: Node) -> Iterable[int]:
    return _beside(parse, range(anchor[0] - 1, -1, -1), node)


def _beside(parse: Parse, path: Iterable[int], node: Node) -> Iterator[int]:
    for token in _walk(parse, path, len(parse)):
        if node.skip is None or not passes(parse, token, node.skip):
            yield token
            return


def _just_after(parse: Parse, anchor: tuple[int, ...], _: Node) -> Iterable[int]:
    return _next_to(parse, range(anchor[-1] + 1, len(parse)))


def _just_before(parse: Parse, anchor: tuple[int, ...], _: Node) -> Iterable[int]:
    return _next_to(parse, range(anchor[0] - 1, -1, -1))


def _next_to(parse: Parse, path: Iterable[int]) -> Iterator[int]:
    """Yield the next token that is no blank: the tokenizer makes one of a second blank."""
    return islice((token for token in path if not parse.words[token].isspace()), 1)


def _roots_before(parse: Parse, anchor: tuple[int, ...], _: Node) -> Iterable[int]:
    """Return the root of the writer's sentence that ends right before the anchor."""
    last = anchor[0] - 1
    while last >= 0 and parse.quoted[last] < 0 and not is_word(parse, last):
        last -= 1
    if last < 0 or parse.quoted[last] >= 0:
        return []
    first = last
    while first > 0 and not ends_sentence(parse, first - 1):
        first -= 1
    return heads(parse, tuple(range(first, last + 1)))


RELATIONS: Mapping[str, Callable[[Parse, tuple[int, ...], Node], Iterable[int]]] = {
    "child_of": _children,
    "parent_of": _parents,
    "ancestor_of": _ancestors,
    "descendant_of": _descendants,
    "subject_of": _subjects,
    "antecedent_of": _antecedents,
    "after": _after,
    "before": _before,
    "right_after": _right_after,
    "right_before": _right_before,
    "just_after": _just_after,
    "just_before": _just_before,
    "root_before": _roots_before,
}
