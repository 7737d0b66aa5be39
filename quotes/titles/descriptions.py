"""Descriptions: definite noun phrases that stand for somebody named elsewhere (the mayor)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quotes.match.patterns import passes_word
from quotes.records import Span
from quotes.rules.model import TitleRule
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.phrases import phrases
from quotes.titles.find import Title

BEGINS = re.compile(r"(?:^|[.?!][”\"'’)]*\s)\s*$")
POSSESSIVE = re.compile(r"[’']s$")
OWNS = re.compile(r"[’']s (?P<what>[a-z]+)")
"""A possessive ending and what it leads to."""
BREAK = 5
"""Characters in which a sentence's end is looked for."""
LONGEST = 6
"""Words in which the role noun must come."""


@dataclass(frozen=True, slots=True)
class Description:
    """A definite noun phrase with a role for its head."""

    span: Span
    noun: str
    """The role noun, lower case."""


def find_descriptions(
    text: str, paragraphs: Iterable[Span], lexicon: Lexicon
) -> Iterator[Description]:
    """Yield the definite descriptions that are the subjects of the verbs right after them.

    Args:
        text: the document's text.
        paragraphs: where to look.
        lexicon: words; role nouns head a description, and verbs follow it.
    """
    definite = phrases(lexicon).definite
    for paragraph in paragraphs:
        for match in definite.finditer(text, paragraph.start, paragraph.end):
            yield from _descriptions_in(text, paragraph.start, match, lexicon)


def _descriptions_in(
    text: str, begin: int, match: re.Match[str], lexicon: Lexicon
) -> Iterator[Description]:
    """Yield the description that an article and the words behind it are: one for each role."""
    words = match["words"].split(" ")
    for i, word in enumerate(words[:LONGEST]):
        ending = POSSESSIVE.search(word)
        bare = word[: ending.start()] if ending else word
        noun = _role(bare.lower(), lexicon)
        if noun:
            first = match.start("words") + len(" ".join([*words[:i], bare]).rstrip(","))
            stops = (_past_of(text, first, lexicon), first)
            subject = (s for s in stops if _is_subject(text, begin, match.start(), s, i, lexicon))
            stop = next(subject, None)
            if stop is not None:
                yield Description(Span(match.start(), stop), noun)
            if i + 1 == len(words) or words[i + 1].lower() not in lexicon.role_nouns:
                return
        if word[-1] in ".,’'" or word.lower() in lexicon.function_words:
            return


def _is_subject(
    text: str, begin: int, start: int, end: int, modifiers: int, lexicon: Lexicon
) -> bool:
    """Tell whether a verb follows a phrase, or what somebody has follows one with modifiers.

    Behind a comma it may be an apposition, which the rules for names see to.
    """
    apposed = text.endswith(",", 0, max(0, start - 1))
    if modifiers and not apposed and _owns(text, end, lexicon):
        return True
    begins = _begins(text, begin, start)
    return _goes_on(text, end, lexicon, apposed=apposed, begins=begins)


def _past_of(text: str, end: int, lexicon: Lexicon) -> int:
    """Return the end of what a role is of, for or from, or `end` where no such words follow."""
    found = phrases(lexicon).of_what.match(text, end)
    if found is None or found[0].split()[-1] in lexicon.function_words:
        return end
    return found.end()


def _begins(text: str, start: int, offset: int) -> bool:
    """Tell whether a sentence begins at an offset of a paragraph that begins at `start`."""
    return BEGINS.search(text[max(start, offset - BREAK) : offset]) is not None


def _role(word: str, lexicon: Lexicon) -> str:
    """Return the role that a word names, also of two joined (actor-singer), or an empty string."""
    for noun in (word.rstrip(","), word.rstrip(",").rpartition("-")[2]):
        if noun in lexicon.role_nouns and not noun.endswith("s"):
            return noun
    return ""


def _goes_on(text: str, end: int, lexicon: Lexicon, *, apposed: bool, begins: bool) -> bool:
    """Tell whether a verb or a relative clause follows, as it does behind a subject.

    Where the phrase begins a sentence, more words are taken for its verb.
    """
    if text.startswith((", who ", ", whose "), end):
        return not apposed
    following = text[end : end + 60].split()[:3] if text.startswith(" ", end) else []
    while begins and len(following) > 1 and following[0] in lexicon.verb_adverbs:
        following = following[1:]
    verb = following[0] if following else ""
    return lexicon.is_verb(verb) or (begins and verb in lexicon.acting_verbs)


def _owns(text: str, end: int, lexicon: Lexicon) -> bool:
    """Tell whether what somebody has follows (the Ohio senator's plan), and no office's rooms."""
    owned = OWNS.match(text, end)
    return owned is not None and owned["what"] not in lexicon.organization_nouns


def describing_title(
    mentions: Iterable[Description],
    rules: Iterable[TitleRule],
) -> Title | None:
    """Return the first description of a person that a rule accepts as a title, or None.

    Args:
        mentions: definite descriptions that stand for one person, in text order.
        rules: title rules, the first in rank first.
    """
    found = list(mentions)
    for rule in rules:
        if rule.of == "description":
            for description in found:
                if rule.noun is None or passes_word(description.noun, rule.noun):
                    return Title(description.span, rule.id, rule.priority)
    return None


def unnamed_title(mention: Description, rules: Iterable[TitleRule]) -> Title | None:
    """Return the words for an unnamed source as its title, where a rule says so."""
    for rule in rules:
        if rule.of == "unnamed" and (rule.noun is None or passes_word(mention.noun, rule.noun)):
            return Title(mention.span, rule.id, rule.priority)
    return None
