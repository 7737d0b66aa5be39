"""Which rules say what a quotation is, and which of them decides."""

from __future__ import annotations

from dataclasses import replace

from quotes.explain.citing import cite, lower_rank
from quotes.explain.records import Match, Trial
from quotes.explain.sites import Site, find_sites, speech_nodes
from quotes.match.speech import Verdict, fits, follows
from quotes.pipeline import Extractor, Workings
from quotes.records import Document, Kind
from quotes.rules.model import SpeechRule

MEANS = {
    "direct": "a whole statement",
    "mixed": "words inside the writer's own sentence",
    "other": "nobody's speech",
}


class Kinds:
    """Tries every speech rule on the quotations of a document."""

    def __init__(self, extractor: Extractor, document: Document, workings: Workings) -> None:
        self._extractor = extractor
        self._text = document.text
        self._workings = workings
        self._sites = find_sites(workings.parses)
        # What is nobody's speech may have been left out of the rows.
        left_out = Verdict(Kind.OTHER, None)
        count = len(workings.quotations)
        self._verdicts = [workings.verdicts.get(i, left_out) for i in range(count)]

    def trials(self, index: int) -> tuple[Trial, ...]:
        """Return the trials of the rules that fit a quotation; the first one decided.

        Args:
            index: the quotation's index.
        """
        found = [rule for rule in self._extractor.rules.speech if self._fits(index, rule)]
        trials = [self._trial(rule, self._sites[index]) for rule in found]
        later = zip(found[1:], trials[1:], strict=True)
        return (*trials[:1], *(replace(t, lost=lower_rank(rule, found[0])) for rule, t in later))

    def _fits(self, index: int, rule: SpeechRule) -> bool:
        site, links = self._sites[index], self._workings.links
        quotation = self._workings.quotations[index]
        return follows(index, links, self._verdicts, rule) and fits(
            self._text, site.parse, site.place, quotation, links.get(index), rule
        )

    def _trial(self, rule: SpeechRule, site: Site) -> Trial:
        nodes = speech_nodes(site, rule) if rule.nodes else None
        match = Match(site.parse, nodes) if nodes else None
        gives = f"{rule.decide}: {MEANS[rule.decide]}"
        return Trial(cite(self._extractor, rule), gives, "", match)
