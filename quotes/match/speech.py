"""Speech or not: what each quotation is, decided by rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotes.match.attribute import Link, stands
from quotes.match.looks import looks
from quotes.match.patterns import QUOTE, in_order, passes_word
from quotes.match.places import Place, find_places
from quotes.parse import Parse
from quotes.records import Kind, Quotation
from quotes.rules.model import SpeechRule


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a quotation is and the rule that says so."""

    kind: Kind
    rule: str | None


def judge(
    text: str,
    parses: Sequence[Parse],
    quotations: Sequence[Quotation],
    links: Mapping[int, Link],
    rules: Sequence[SpeechRule],
) -> list[Verdict]:
    """Decide what each quotation is: the first rule that fits decides.

    Args:
        text: the document's text.
        parses: its parsed frames.
        quotations: its quotations, in order.
        links: their attributions, by index.
        rules: speech rules, in the order in which they are tried.

    Returns:
        A verdict for each quotation; `mixed` where no rule fits.
    """
    verdicts = [Verdict(Kind.MIXED, None)] * len(quotations)
    for parse in parses:
        for position, place in enumerate(find_places(parse)):
            i = parse.frame.quotations[position]
            for rule in rules:
                if follows(i, links, verdicts, rule) and fits(
                    text, parse, place, quotations[i], links.get(i), rule
                ):
                    verdicts[i] = Verdict(Kind(rule.decide), rule.id)
                    break
    return verdicts


def fits(
    text: str,
    parse: Parse,
    place: Place,
    quotation: Quotation,
    link: Link | None,
    rule: SpeechRule,
) -> bool:
    """Tell whether a rule fits a quotation by itself, whatever the one before it is."""
    return (
        (rule.link is None or _state(link) in rule.link)
        and (rule.rules is None or (link is not None and link.rule in rule.rules))
        and (rule.cue is None or _cue_passes(text, link, rule))
        and stands(place, rule.stands)
        and looks(text, quotation, rule.quote)
        and any(True for _ in in_order(parse, rule.nodes, {QUOTE: place.tokens}, rule.order))
    )


def follows(
    index: int, links: Mapping[int, Link], verdicts: Sequence[Verdict], rule: SpeechRule
) -> bool:
    """Tell whether the quotation before, under the same cue, is what the rule asks for."""
    if rule.previous is None:
        return True
    here, before = links.get(index), links.get(index - 1)
    return (
        here is not None
        and before is not None
        and (here.cue, here.mention) == (before.cue, before.mention)
        and verdicts[index - 1].kind in rule.previous
    )


def _state(link: Link | None) -> str:
    if link is None:
        return "none"
    return "own" if link.origin == link.quotation else "carried"


def _cue_passes(text: str, link: Link | None, rule: SpeechRule) -> bool:
    if link is None or link.cue is None or rule.cue is None:
        return False
    return passes_word(link.cue.of(text), rule.cue)
