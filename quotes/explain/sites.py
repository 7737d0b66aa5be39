"""Sites: where in the parses each quotation stands, and what patterns match there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotes.match.mentions import speaker_head
from quotes.match.patterns import QUOTE, in_order
from quotes.match.places import Place, find_places
from quotes.parse import Parse
from quotes.rules.model import AttributionRule, SpeechRule

Nodes = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Site:
    """A quotation's place in a parse."""

    parse: Parse
    place: Place


def find_sites(parses: Sequence[Parse]) -> dict[int, Site]:
    """Return the sites of quotations by their index in the document."""
    return {
        parse.frame.quotations[position]: Site(parse, place)
        for parse in parses
        for position, place in enumerate(find_places(parse))
    }


def attribution_nodes(site: Site, rule: AttributionRule, speaker: int) -> Nodes | None:
    """Return the words by which a rule links a site to a speaker.

    Args:
        site: where the quotation stands.
        rule: the rule.
        speaker: the head token of the mention in its link.
    """
    found = list(in_order(site.parse, rule.nodes, {QUOTE: site.place.tokens}, rule.order))
    leading = (bound for bound in found if _speaker(site.parse, bound) == speaker)
    return next(leading, found[0] if found else None)


def _speaker(parse: Parse, bound: Nodes) -> int:
    cue = bound.get("cue")
    return speaker_head(parse, bound["speaker"][0], cue[0] if cue else None)


def speech_nodes(site: Site, rule: SpeechRule) -> Nodes | None:
    """Return the words by which a speech rule fits a site."""
    return next(in_order(site.parse, rule.nodes, {QUOTE: site.place.tokens}, rule.order), None)
