"""Places: where a quotation stands among the writer's own words."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.parse import Parse

SENTENCE_END = frozenset({".", "?", "!"})
PUNCTUATION = frozenset(
    {*"“”\"''‘’,.?!;:—–-…()[]{}`/|*", "``", "''", "--", "---", "...", "’’", "‘‘", " ", "  ", "• "}
)
CLOSING_MARKS = frozenset({"”", '"', "''", ")", "]", "’"})


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation's tokens in a parse and what stands around them."""

    tokens: tuple[int, ...]
    """Its token indexes, marks included."""
    opens: bool
    """Whether a sentence of the writer's begins with it, or it with a new sentence."""
    closes: bool
    """Whether the sentence ends with it."""
    headline: bool = False
    """Whether it stands in a headline."""
    minor: bool = False
    """Whether its marks are single where the document's own are double."""

    @property
    def alone(self) -> bool:
        """Whether it makes up whole sentences with no word of the writer's."""
        return self.opens and self.closes


def find_places(parse: Parse) -> list[Place]:
    """Find the place of each quotation in a frame, in the order of `frame.quotations`."""
    groups: list[list[int]] = [[] for _ in parse.frame.quotations]
    for token, position in enumerate(parse.quoted):
        if position >= 0:
            groups[position].append(token)
    frame = parse.frame
    minor = frame.minor or (False,) * len(groups)
    return [
        Place(tuple(g), _opens(parse, g), _closes(parse, g), frame.headline, small)
        for g, small in zip(groups, minor, strict=True)
    ]


def is_word(parse: Parse, token: int) -> bool:
    """Tell whether a token is more than punctuation."""
    return parse.words[token] not in PUNCTUATION and not parse.words[token].isspace()


def ends_sentence(parse: Parse, token: int) -> bool:
    """Tell whether a sentence of the writer's ends with a token."""
    return parse.ends_sentence[token]


def _opens(parse: Parse, tokens: list[int]) -> bool:
    if not tokens:
        return False
    before = tokens[0] - 1
    while before >= 0 and parse.quoted[before] < 0 and not is_word(parse, before):
        if ends_sentence(parse, before):
            return True
        if parse.words[before] in (",", ":", "—", "–", "-", "--", ";"):
            return False
        before -= 1
    if before < 0:
        return True
    return parse.quoted[before] >= 0 and _ends_inside(parse, before)


def _closes(parse: Parse, tokens: list[int]) -> bool:
    if not tokens:
        return False
    after = tokens[-1] + 1
    if after >= len(parse):
        return True
    if ends_sentence(parse, after):
        return True
    return _ends_inside(parse, tokens[-1]) and (
        parse.quoted[after] >= 0
        or (parse.words[after][:1].isupper() and parse.words[tokens[-1] - 1] == ".")
    )


def _ends_inside(parse: Parse, last: int) -> bool:
    """Tell whether the words inside a closing mark end with a sentence's end."""
    position = parse.quoted[last]
    while last >= 0 and parse.quoted[last] == position and parse.words[last] in CLOSING_MARKS:
        last -= 1
    return last >= 0 and parse.words[last] in SENTENCE_END
