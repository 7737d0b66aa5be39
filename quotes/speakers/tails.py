"""Tails: what stands behind a noun and tells when or in what somebody speaks, not who it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotes.match.attribute import Link
from quotes.parse import Parse
from quotes.records import Span
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.phrases import phrases


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
    tail = phrases(lexicon).tail.search(text, end, mention.end)
    return mention if tail is None else Span(mention.start, tail.start())


def _may_speak(parse: Parse, head: int, lexicon: Lexicon) -> bool:
    lower = parse.lower[head]
    people = (lexicon.role_nouns, lexicon.source_nouns, lexicon.kin_nouns, lexicon.reference_nouns)
    bodies = (lexicon.group_nouns, lexicon.organization_nouns)
    is_name = parse.tags[head] in ("NNP", "NNPS")
    return is_name or any(lower in words for words in (*people, *bodies))
