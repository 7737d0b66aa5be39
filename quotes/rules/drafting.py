"""Drafting: from a sentence's own parse to the pattern of a rule that fits it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.parse import Parse
from quotes.records import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
ROOM = 2
"""Words by which a drafted distance exceeds that of the sentence."""


Keys = dict[str, str | int | list[str]]
"""Keys of a word in a pattern with their values."""


@dataclass(frozen=True, slots=True)
class DraftNode:
    """A word of a drafted pattern."""

    name: str
    token: int
    """Its index in the parse."""
    keys: Keys
    """Its relation first, then its tests, as they stand in a rule file."""


def draft_attribution(
    parse: Parse, quotation: Sequence[int], speaker: Span
) -> tuple[DraftNode, ...]:
    """Draft the pattern that leads from a quotation to its speaker.

    Args:
        parse: the parsed frame with both.
        quotation: tokens of the quotation, marks included.
        speaker: document span of the words that name the speaker.

    Returns:
        The pattern's words, `speaker` last; empty if no way leads there.
    """
    goal = head_of(parse, tokens_of(parse, speaker))
    if goal is None:
        return ()
    steps = _tree_way(parse, quotation, goal) or _flat_way(parse, quotation, goal)
    return tuple(_named(parse, steps, "quote", "speaker"))


def draft_title(parse: Parse, name: Span, title: Span) -> tuple[tuple[DraftNode, ...], str]:
    """Draft the pattern that leads from a person's name to the title, and the title's extent.

    Args:
        parse: the parsed frame with both.
        name: document span of the person's name.
        title: document span of the title.

    Returns:
        The pattern's words, `title` last, empty if no way leads there; and one of TITLE_SPANS.
    """
    person, words = tokens_of(parse, name), tokens_of(parse, title)
    goal = head_of(parse, words)
    if goal is None or not person:
        return (), ""
    if words[-1] + 1 == person[0]:
        step = _Step("just_before", -1, words[-1], {})
        return tuple(_named(parse, [step], "name", "title")), "modifiers"
    steps = _tree_way(parse, person, goal)
    extent = "phrase" if parse.tags[goal].startswith("NN") else "clause"
    return tuple(_named(parse, steps, "name", "title")), extent


def tokens_of(parse: Parse, span: Span) -> tuple[int, ...]:
    """Return the tokens of a document span, stand-ins and words in quotation marks left out."""
    return tuple(
        token
        for token in range(len(parse))
        if parse.quoted[token] < 0
        and span.start <= parse.starts[token]
        and 0 <= parse.ends[token] <= span.end
    )


def head_of(parse: Parse, tokens: Sequence[int]) -> int | None:
    """Return the token among these that the others hang on."""
    inside = set(tokens)
    outer = (t for t in tokens if parse.heads[t] not in inside or parse.heads[t] == t)
    return next(outer, None)


@dataclass(frozen=True, slots=True)
class _Step:
    """One word on the way: its relation to the word before it on the way."""

    relation: str
    anchor: int
    """Position on the way of the word it is related to; -1 for where the way begins."""
    token: int
    keys: Keys


def _tree_way(parse: Parse, start: Sequence[int], goal: int) -> list[_Step]:
    """Go up from the start as far as needed and down to the goal; empty across sentences."""
    inside = set(start)
    line = [goal, *parse.ancestors(goal)]
    below = [token for token in line if token in inside]
    if below:
        way = line[: line.index(below[0])]
        steps = _down(parse, way, -1)
    else:
        head = head_of(parse, start)
        rising = list(parse.ancestors(head)) if head is not None else []
        top = next((token for token in rising if token in line), None)
        if top is None:
            return []
        relation = "parent_of" if top == rising[0] else "ancestor_of"
        way = line[: line.index(top)]
        steps = [_Step(relation, -1, top, {}), *_down(parse, way, 0)]
    same = parse.segments[start[0]]
    usable = all(
        parse.segments[step.token] == same and parse.quoted[step.token] < 0 for step in steps
    )
    return steps if usable else []


def _down(parse: Parse, way: Sequence[int], anchor: int) -> list[_Step]:
    """Step down a line of tokens, given from the lowest to the highest."""
    steps = []
    for token in reversed(way):
        if parse.deps[token] in SUBJECTS and anchor >= 0:
            steps.append(_Step("subject_of", anchor, token, {}))
        else:
            steps.append(_Step("child_of", anchor, token, {"dep": parse.deps[token]}))
        anchor += 1
    return steps


def _flat_way(parse: Parse, quotation: Sequence[int], goal: int) -> list[_Step]:
    """Go by the order of the words to what the goal hangs on, and from there to the goal."""
    line = [goal, *parse.ancestors(goal)]
    cue = next((t for t in line[1:] if parse.tags[t].startswith("VB")), None)
    if cue is None or parse.quoted[cue] >= 0:
        cue = goal
    relation = "after" if cue > quotation[-1] else "before"
    keys: Keys = {}
    if parse.segments[cue] != parse.segments[quotation[0]]:
        if relation == "after" or parse.quoted[line[-1]] >= 0:
            return []
        relation, cue = "root_before", line[-1]
    else:
        between = range(quotation[-1], cue) if cue > quotation[-1] else range(cue, quotation[0])
        keys = {"within": sum(parse.words[t][:1].isalnum() for t in between) + ROOM}
    way = line[: line.index(cue)]
    return [_Step(relation, -1, cue, keys), *_down(parse, way, 0)]


def _named(parse: Parse, steps: Sequence[_Step], start: str, goal: str) -> Iterator[DraftNode]:
    names = _names(parse, steps, start, goal)
    for name, step in zip(names, steps, strict=True):
        anchor = start if step.anchor < 0 else names[step.anchor]
        if name == "title":
            tests: Keys = {"words": [parse.lower[step.token]]}
        else:
            bare = name == "speaker" and len(steps) > 1
            tests = {} if bare else _tests(parse, step.token)
        yield DraftNode(name, step.token, {step.relation: anchor, **tests, **step.keys})


def _names(parse: Parse, steps: Sequence[_Step], start: str, goal: str) -> list[str]:
    """Name the words of a way: the reporting word `cue`, the last one as asked, others by form."""
    verbs = [i for i, step in enumerate(steps[:-1]) if parse.tags[step.token].startswith("VB")]
    cue = verbs[-1] if verbs else 0
    names: list[str] = []
    for position, step in enumerate(steps):
        word = parse.lower[step.token]
        if position == len(steps) - 1:
            names.append(goal)
        elif position == cue and goal == "speaker":
            names.append("cue")
        elif word.isascii() and word.isalpha() and word not in {start, goal, "cue", *names}:
            names.append(word)
        else:
            names.append(f"word{position + 1}")
    return names


def _tests(parse: Parse, token: int) -> Keys:
    if parse.tags[token] in ("NNP", "NNPS", "PRP"):
        return {"tag": ["name", "pronoun"]}
    words: Keys = {"words": [parse.lower[token]]}
    return words | ({"tag": "verb"} if parse.tags[token].startswith("VB") else {})
