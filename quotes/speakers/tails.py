"""Tails: what stands behind a noun and tells when or in what somebody speaks, not who it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from quotes.match.attribute import Link
from quotes.parse import Parse
from quotes.records import Span
from quotes.speakers.lexicon import Lexicon


def without_tails(
    links: Mapping[int, Link], text: str, parses: Sequence[Parse], lexicon: Lexicon
) -> dict[int, Link]:
    """Return links whose mentions end before their tails.

    Args:
        links: links by index of quotation.
        text: the document's text.
        parses: its parsed frames, which the links number.
        lexicon: words for those who speak, for times and for occasions.
    """
    return {i: _without_tail(link, text, parses, lexicon) for i, link in links.items()}


def _without_tail(link: Link, text: str, parses: Sequence[Parse], lexicon: Lexicon) -> Link:
    if link.mention is None:
        return link
    mention = before_tail(text, link.mention, parses[link.parse], link.speaker, lexicon)
    return link if mention is link.mention else replace(link, mention=mention)


def before_tail(text: str, mention: Span, parse: Parse, head: int, lexicon: Lexicon) -> Span:
    """Return a mention as far as a tail (a judge on Monday; her lawyers in a court filing).

    Only the words for those who speak have tails: a line in a letter is one.

    Args:
        text: the document's text.
        mention: the words for the speaker.
        parse: the frame in which they stand.
        head: the token that is the mention's noun.
        lexicon: words for those who speak, for times and for occasions.

    Returns:
        The same mention where it has no tail.
    """
    end = parse.ends[head]
    if not mention.start < end < mention.end or not _may_speak(parse, head, lexicon):
        return mention
    tail = _tails(lexicon).search(text, end, mention.end)
    return mention if tail is None else Span(mention.start, tail.start())


def _may_speak(parse: Parse, head: int, lexicon: Lexicon) -> bool:
    lower = parse.lower[head]
    people = (lexicon.role_nouns, lexicon.source_nouns, lexicon.kin_nouns, lexicon.reference_nouns)
    bodies = (lexicon.group_nouns, lexicon.organization_nouns)
    is_name = parse.tags[head] in ("NNP", "NNPS")
    return is_name or any(lower in words for words in (*people, *bodies))


@lru_cache(maxsize=4)
def _tails(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile the pattern of a tail from a lexicon's words."""
    days, leads = _any(lexicon.calendar_words), _any(lexicon.tail_leads)
    owners = _any(lexicon.possessives | lexicon.single_words)
    within, occasions = _any(lexicon.occasion_leads), _any(lexicon.occasion_nouns)
    date = rf" {leads} (?i:{days})\b(?! [A-Z])"
    definite = _any(lexicon.definite_articles)  # the man in the letter
    occasion = rf" {within} (?!{definite} )(?:{owners} )?(?:[\w-]+ ){{0,3}}{occasions}\b"
    return re.compile(rf"{date}|{occasion}")


def _any(words: Set[str]) -> str:
    return rf"(?:{'|'.join(map(re.escape, sorted(words)))})"
