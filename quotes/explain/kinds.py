"""Which rules say what a quotation is, and which of them decides."""

from __future__ import annotations

from collections.abc import Iterator
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


def kind_trials(
    extractor: Extractor, document: Document, workings: Workings, index: int
) -> tuple[Trial, ...]:
    """Return the trials of the speech rules that fit a quotation; the first one decided.

    Args:
        extractor: holds the rules.
        document: the document.
        workings: what its rows were made of.
        index: the quotation's index.
    """
    site = find_sites(workings.parses)[index]
    found = list(_fitting(extractor, document, workings, index, site))
    trials = [_trial(extractor, rule, site) for rule in found]
    later = zip(found[1:], trials[1:], strict=True)
    return (*trials[:1], *(replace(t, lost=lower_rank(rule, found[0])) for rule, t in later))


def _fitting(
    extractor: Extractor, document: Document, workings: Workings, index: int, site: Site
) -> Iterator[SpeechRule]:
    quotation, link = workings.quotations[index], workings.links.get(index)
    # What is nobody's speech may have been left out of the rows.
    left_out = Verdict(Kind.OTHER, None)
    verdicts = [workings.verdicts.get(i, left_out) for i in range(len(workings.quotations))]
    for rule in extractor.rules.speech:
        if follows(index, workings.links, verdicts, rule) and fits(
            document.text, site.parse, site.place, quotation, link, rule
        ):
            yield rule


def _trial(extractor: Extractor, rule: SpeechRule, site: Site) -> Trial:
    nodes = speech_nodes(site, rule) if rule.nodes else None
    match = Match(site.parse, nodes) if nodes else None
    return Trial(cite(extractor, rule), f"{rule.decide}: {MEANS[rule.decide]}", "", match)
