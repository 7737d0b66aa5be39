"""Which rules would attribute a quotation, and which of them does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from quotes.explain.citing import cite, lower_rank, quoted, words_of
from quotes.explain.records import Match, Trial
from quotes.explain.sites import Site, attribution_nodes, find_sites
from quotes.match.attribute import Link, attribute
from quotes.parse import Parse
from quotes.pipeline import Extractor, Workings
from quotes.records import Document, Kind
from quotes.rules.model import AttributionRule, CarryRule
from quotes.speakers.tails import without_tails

ABOVE_ALL = 1_000_000_000
NEIGHBOUR = {"next": 1}
"""Where the attribution comes from that a rule carries over; the quotation before otherwise."""


class Links:
    """Tries every attribution rule by itself on the quotations of a document."""

    def __init__(self, extractor: Extractor, document: Document, workings: Workings) -> None:
        self._extractor = extractor
        self._text = document.text
        self._workings = workings
        self._numbers = {index: n for n, index in enumerate(workings.verdicts, 1)}
        self._sites: Mapping[int, Site] = find_sites(workings.parses)
        self._rules = {r.id: r for r in (*extractor.rules.attribution, *extractor.rules.carry)}
        self._own = {rule.id: self._by(rule) for rule in extractor.rules.attribution}
        self._carried = {rule.id: self._over(rule) for rule in extractor.rules.carry}

    def trials(self, index: int) -> tuple[Trial, ...]:
        """Return the trials of the rules that would attribute a quotation.

        Args:
            index: the quotation's index.
        """
        winner = self._workings.links.get(index)
        found = sorted(self._trials(index), key=lambda trial: bool(trial.lost))
        if winner is None:
            return tuple(found)
        verdict = self._workings.verdicts[index]
        if verdict.kind is Kind.OTHER:
            lost = f"{verdict.rule} decides that the words are nobody's speech"
            found = [replace(trial, lost=trial.lost or lost) for trial in found]
        return tuple(found)

    def name_of(self, index: int) -> str:
        """Return how to refer to another quotation: by the number of its row, or its words."""
        if index in self._numbers:
            return f"quote {self._numbers[index]}"
        words = self._workings.quotations[index].span.of(self._text)
        return f"{quoted(words)}, which is no quote itself,"

    def _trials(self, index: int) -> Iterator[Trial]:
        for rule in self._extractor.rules.attribution:
            link = self._own[rule.id].get(index)
            if link is not None:
                yield self._own_trial(index, rule, link)
        for carry in self._extractor.rules.carry:
            source = self._source(index, carry)
            if source is not None:
                yield self._carried_trial(index, carry, *source)

    def _own_trial(self, index: int, rule: AttributionRule, link: Link) -> Trial:
        site = self._sites[index]
        nodes = attribution_nodes(site, rule, link.speaker)
        match = Match(site.parse, nodes) if nodes else None
        place = self._way(site.parse, nodes["speaker"][0], link) if nodes else ""
        cited = cite(self._extractor, rule)
        return Trial(cited, self._gives(link), self._lost(index, rule), match, place)

    def _way(self, parse: Parse, found: int, link: Link) -> str:
        """Say how the word that a rule found leads to the mention, where that is another one."""
        if found == link.speaker or link.mention is None:
            return ""
        word, mention = quoted(parse.words[found]), quoted(words_of(self._text, link.mention))
        return f"The rule finds {word}; the words there that name the speaker are {mention}."

    def _carried_trial(self, index: int, rule: CarryRule, origin: int, link: Link) -> Trial:
        basis = self._own_winner(link.origin)
        place = f"Carried over from {self.name_of(origin)}."
        if link.origin != origin:
            place = f"Carried over from {self.name_of(origin)}, to which it came from "
            place += f"{self.name_of(link.origin).rstrip(',')}."
        cited = cite(self._extractor, rule)
        return Trial(cited, self._gives(link), self._lost(index, rule), None, place, basis)

    def _own_winner(self, index: int) -> Trial | None:
        """Return the trial of the rule that attributes a quotation itself."""
        for rule in self._extractor.rules.attribution:
            link = self._own[rule.id].get(index)
            if link is not None:
                return replace(self._own_trial(index, rule, link), lost="")
        return None

    def _lost(self, index: int, rule: AttributionRule | CarryRule) -> str:
        winner = self._workings.links[index]
        if winner.rule == rule.id:
            return ""
        rank = lower_rank(rule, self._rules[winner.rule])
        if isinstance(rule, CarryRule) and winner.origin == index:
            return f"the quotation has an attribution of its own: {rank}"
        if isinstance(rule, AttributionRule) and winner.origin != index:
            return f"an attribution carried over outranks it: {rank}"
        return rank

    def _gives(self, link: Link) -> str:
        if link.mention is None:
            return "nobody"
        cue = f", by {quoted(words_of(self._text, link.cue))}" if link.cue else ""
        return quoted(words_of(self._text, link.mention)) + cue

    def _by(self, rule: AttributionRule) -> Mapping[int, Link]:
        """Return the links that a rule makes where it is the only one."""
        workings = self._workings
        links = attribute(self._text, workings.parses, workings.quotations, [rule], ())
        return without_tails(links, self._text, workings.parses, self._extractor.lexicon)

    def _over(self, carry: CarryRule) -> frozenset[int]:
        """Return the quotations to which a rule would carry if they had nothing of their own."""
        workings, rules = self._workings, self._extractor.rules.attribution
        first = replace(carry, priority=ABOVE_ALL)
        links = attribute(self._text, workings.parses, workings.quotations, rules, [first])
        return frozenset(i for i, link in links.items() if link.rule == carry.id)

    def _source(self, index: int, carry: CarryRule) -> tuple[int, Link] | None:
        """Return the quotation from which a rule carries to another one, and its link."""
        source = index + NEIGHBOUR.get(carry.source, -1)
        link = self._workings.links.get(source)
        winner = self._workings.links.get(index)
        if link is None or winner is None:
            return None
        if winner.rule == carry.id:
            return source, winner
        fits = index in self._carried[carry.id] and link.origin != index
        return (source, link) if fits else None
