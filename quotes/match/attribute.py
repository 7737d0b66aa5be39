"""Attribution: each quotation's best link to a cue and a speaker's mention."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from quotes.match.looks import looks
from quotes.match.mentions import mention_tokens, span_of, speaker_head
from quotes.match.patterns import QUOTE, Anchor, in_order
from quotes.match.places import Place, ends_sentence, find_places, is_word
from quotes.match.sieve import Sieve
from quotes.parse import Parse
from quotes.records import Quotation, Span
from quotes.rules.model import AttributionRule, CarryRule


@dataclass(frozen=True, slots=True)
class Link:
    """What ties a quotation to its speaker."""

    quotation: int
    """Index in the document's list of quotations."""
    rule: str
    priority: int
    cue: Span | None
    mention: Span | None
    parse: int
    """Index of the parsed frame in which the mention stands."""
    speaker: int
    """The mention's head token in that frame."""
    origin: int
    """Index of the quotation whose own attribution this is."""


@dataclass(frozen=True, slots=True)
class _Site:
    """A quotation with its frame, its place there and its neighbours."""

    quotation: int
    parse: int
    position: int
    place: Place


def attribute(
    text: str,
    parses: Sequence[Parse],
    quotations: Sequence[Quotation],
    rules: Sequence[AttributionRule],
    carries: Sequence[CarryRule],
    sieve: Sieve | None = None,
) -> dict[int, Link]:
    """Link each quotation of a document to the mention of its speaker.

    Args:
        text: the document's text.
        parses: the document's parsed frames, in order.
        quotations: its quotations, in order.
        rules: attribution rules, the first in rank first.
        carries: rules by which a quotation takes over another one's attribution.
        sieve: the attribution rules' sieve, if it is made already.

    Returns:
        The best link by index of quotation; quotations without one are left out.
    """
    sites = _sites(parses)
    links: dict[int, Link] = {}
    sieve = sieve or Sieve(rules)
    for number, group in groupby(sites, attrgetter("parse")):
        left = sieve.may_fit(parses[number])
        links.update(_links_of(text, parses[number], quotations, group, left))
    for carry in carries:
        fits = [looks(text, quotations[site.quotation], carry.quote) for site in sites]
        _apply(carry, sites, fits, parses, quotations, links)
    return links


def _links_of(
    text: str,
    parse: Parse,
    quotations: Sequence[Quotation],
    sites: Iterable[_Site],
    rules: Sequence[AttributionRule],
) -> Iterator[tuple[int, Link]]:
    """Yield the best link of each quotation in a frame that has one."""
    for site in sites:
        fitting = (r for r in rules if looks(text, quotations[site.quotation], r.quote))
        link = next(own_links(parse, site, fitting), None)
        if link is not None:
            yield site.quotation, link


def _sites(parses: Sequence[Parse]) -> list[_Site]:
    return [
        _Site(parse.frame.quotations[position], number, position, place)
        for number, parse in enumerate(parses)
        for position, place in enumerate(find_places(parse))
        if place.tokens
    ]


def own_links(parse: Parse, site: _Site, rules: Iterable[AttributionRule]) -> Iterator[Link]:
    """Yield the link that each rule makes for a quotation, in the rules' order."""
    quote = Anchor(site.place.tokens)
    for rule in rules:
        if not stands(site.place, rule.stands):
            continue
        for bound in in_order(parse, rule.nodes, {QUOTE: quote}, rule.order):
            link = _link(parse, site, rule, bound)
            if link is not None:
                yield link
                break


def _link(
    parse: Parse, site: _Site, rule: AttributionRule, bound: dict[str, tuple[int, ...]]
) -> Link | None:
    cue = bound.get("cue")
    head = speaker_head(parse, bound["speaker"][0], cue[0] if cue else None)
    mention = span_of(parse, mention_tokens(parse, head, cue[0] if cue else None))
    if mention is None:
        return None
    return Link(
        site.quotation,
        rule.id,
        rule.priority,
        span_of(parse, _cue_tokens(bound)) if cue else None,
        mention,
        site.parse,
        head,
        site.quotation,
    )


def _cue_tokens(bound: dict[str, tuple[int, ...]]) -> range:
    """Return the cue with the words named after it that stand right behind (according to)."""
    first = last = bound["cue"][0]
    while any(name.startswith("cue_") and bound[name][0] == last + 1 for name in bound):
        last += 1
    return range(first, last + 1)


def stands(place: Place, how: str) -> bool:
    """Tell whether a place is what a rule's `stands` asks for."""
    return STANDS[how](place)


STANDS: Mapping[str, Callable[[Place], bool]] = {
    "any": lambda _: True,
    "alone": attrgetter("alone"),
    "opens": attrgetter("opens"),
    "closes": attrgetter("closes"),
    "inside": lambda place: not place.opens,
    "headline": attrgetter("headline"),
    "minor": attrgetter("minor"),
}


def _apply(
    carry: CarryRule,
    sites: Sequence[_Site],
    fits: Sequence[bool],
    parses: Sequence[Parse],
    quotations: Sequence[Quotation],
    links: dict[int, Link],
) -> None:
    """Carry attributions over, along the text or, from a next quotation, against it."""
    backwards = carry.source == "next"
    for index in reversed(range(len(sites))) if backwards else range(len(sites)):
        site = sites[index]
        own = links.get(site.quotation)
        if not fits[index] or (own is not None and own.priority >= carry.priority):
            continue
        source = _source(carry, index, sites, parses, quotations)
        link = links.get(source.quotation) if source else None
        if link is not None and stands(site.place, carry.stands):
            links[site.quotation] = replace(
                link, quotation=site.quotation, rule=carry.id, priority=carry.priority
            )


def _source(
    carry: CarryRule,
    index: int,
    sites: Sequence[_Site],
    parses: Sequence[Parse],
    quotations: Sequence[Quotation],
) -> _Site | None:
    """Return the site whose attribution a rule would carry over to the one at `index`."""
    other = index + 1 if carry.source == "next" else index - 1
    if not 0 <= other < len(sites):
        return None
    site, source = sites[index], sites[other]
    here, there = quotations[site.quotation], quotations[source.quotation]
    if carry.source == "run":
        return source if here.run == there.run else None
    apart = here.paragraph - there.paragraph
    if carry.source == "paragraph_before":
        return source if apart == 1 and _is_bare(parses[site.parse]) else None
    if apart != 0 or site.parse != source.parse:
        return None  # a long paragraph is parsed in several frames, which share no tokens
    first, last = sorted((site, source), key=lambda s: s.position)
    return source if between(parses[site.parse], first, last, carry.between) else None


def _is_bare(parse: Parse) -> bool:
    """Tell whether the paragraph has no word outside its quotations."""
    if parse.frame.has_lead or parse.frame.signed:
        return True
    return not any(parse.quoted[t] < 0 and is_word(parse, t) for t in range(len(parse)))


def between(parse: Parse, first: _Site, last: _Site, how: str) -> bool:
    """Tell whether the writer's words between two quotations are what a rule asks for."""
    gap = range(first.place.tokens[-1] + 1, last.place.tokens[0])
    words = any(is_word(parse, t) for t in gap)
    ends = [t for t in gap if ends_sentence(parse, t)]
    if how == "nothing":
        return not words
    if how == "same_sentence":
        return not ends and not first.place.closes
    if how == "one_sentence":
        # The words behind a quotation that closes a sentence are another one.
        begin = gap.start if first.place.closes else ends[0] + 1 if ends else gap.stop
        return not any(is_word(parse, t) for t in range(begin, gap.stop))
    return True
