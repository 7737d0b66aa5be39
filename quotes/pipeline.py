"""The pipeline: documents in, ledger rows out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.frames import Frame, Telling, build_frames
from quotes.ledger import document_sha256, quote_id
from quotes.marks import find_paragraphs, find_quotations
from quotes.match.attribute import Link, attribute
from quotes.match.sieve import Sieve
from quotes.match.speech import Verdict, judge
from quotes.parse import Parse, add_abbreviations, load_model, parse_frames
from quotes.records import Document, Kind, Quotation, Row, Span, SpeakerType
from quotes.rules import load_rules
from quotes.rules.confidence import confidences
from quotes.rules.model import AttributionRule, TitleRule
from quotes.speakers.cast import Cast, Person
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.names import find_names
from quotes.speakers.resolve import NOBODY, Resolver, Speaker
from quotes.speakers.setting import Setting, subjects
from quotes.speakers.tails import without_tails
from quotes.titles.callings import find_callings
from quotes.titles.descriptions import (
    Description,
    describing_title,
    find_descriptions,
    unnamed_title,
)
from quotes.titles.find import Title, by_offset, find_title, name_offsets
from quotes.titles.places import title_frames
from quotes.titles.spans import TitleWords

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class _Draft:
    """A document with its quotations and the frames that are to be parsed."""

    document: Document
    paragraphs: list[Span]
    quotations: list[Quotation]
    frames: list[Frame]


@dataclass(frozen=True, slots=True)
class _Scene:
    """A document with what was found out about its quotations, by their index."""

    draft: _Draft
    parses: list[Parse]
    links: Mapping[int, Link]
    verdicts: Mapping[int, Verdict]
    """Of the quotations that become rows, in order."""
    speakers: Mapping[int, Speaker]
    resolver: Resolver | None
    """Who is meant by what, where there is a quotation at all."""


@dataclass(frozen=True, slots=True)
class Workings:
    """What the rows of a document were made of."""

    quotations: Sequence[Quotation]
    parses: Sequence[Parse]
    """Of the frames with the quotations."""
    title_parses: Sequence[Parse]
    """Of the further sentences that may state a title."""
    links: Mapping[int, Link]
    verdicts: Mapping[int, Verdict]
    """Of the quotations that became rows, in order."""
    speakers: Mapping[int, Speaker]
    resolver: Resolver | None
    """As it is before it resolves the first link; None where there is no quotation."""
    rows: Sequence[Row]


class Extractor:
    """Extracts ledger rows; holds the model and the rules.

    Args:
        model: an installed spaCy English pipeline, its folder, or one that is loaded already;
            None for the default.
        rules: folders that extend or override the built-in rules.

    Raises:
        ModelError: if the model is missing or does not fit.
        RuleError: if the rules have faults.
    """

    def __init__(self, *, model: str | Language | None = None, rules: Sequence[Path] = ()) -> None:
        self.rules = load_rules(rules)
        self.confidences = confidences(self.rules)
        self.lexicon = Lexicon.of(self.rules.lists)
        self.nlp = load_model(model) if model is None or isinstance(model, str) else model
        words = self.lexicon
        short = (
            words.honorifics
            | words.courtesy_titles
            | words.name_suffixes
            | words.number_abbreviations
        )
        add_abbreviations(self.nlp, short)
        self._telling = _telling(words)
        self._sieve = Sieve(self.rules.attribution)

    def extract(self, document: Document, *, include_other: bool = False) -> list[Row]:
        """Return the ledger rows of one document.

        Args:
            document: the text and its id.
            include_other: whether quotations that are nobody's speech are rows too.
        """
        return self.extract_batch([document], include_other=include_other)[0]

    def extract_batch(
        self, documents: Sequence[Document], *, include_other: bool = False
    ) -> list[list[Row]]:
        """Return the rows of several documents, whose frames are parsed in one batch."""
        drafts = [self._draft(document) for document in documents]
        parses = self._parse([draft.frames for draft in drafts])
        scenes = [self._scene(d, p, include_other) for d, p in zip(drafts, parses, strict=True)]
        further = self._parse([self._title_frames(scene) for scene in scenes])
        return [self._rows(scene, more) for scene, more in zip(scenes, further, strict=True)]

    def inspect(self, document: Document, *, include_other: bool = False) -> Workings:
        """Return what the rows of a document are made of; the arguments are those of `extract`."""
        draft = self._draft(document)
        (parses,) = self._parse([draft.frames])
        scene = self._scene(draft, parses, include_other)
        (further,) = self._parse([self._title_frames(scene)])
        return Workings(
            draft.quotations,
            parses,
            further,
            scene.links,
            scene.verdicts,
            scene.speakers,
            self._resolver(draft, parses, scene.links) if draft.quotations else None,
            self._rows(scene, further),
        )

    def _draft(self, document: Document) -> _Draft:
        paragraphs = find_paragraphs(document.text)
        quotations = find_quotations(document.text, paragraphs)
        frames = build_frames(document.text, paragraphs, quotations, self._telling)
        return _Draft(document, paragraphs, quotations, frames)

    def _parse(self, frames: Sequence[Sequence[Frame]]) -> list[list[Parse]]:
        """Parse several documents' frames in one batch."""
        parses = iter(parse_frames(self.nlp, [frame for group in frames for frame in group]))
        return [[next(parses) for _ in group] for group in frames]

    def _scene(self, draft: _Draft, parses: list[Parse], include_other: bool) -> _Scene:
        """Find who says what in a document."""
        text, quotations = draft.document.text, draft.quotations
        if not quotations:
            return _Scene(draft, parses, {}, {}, {}, None)
        rules = self.rules
        sieve = self._sieve_of(rules.attribution)
        found = attribute(text, parses, quotations, rules.attribution, rules.carry, sieve)
        links = without_tails(found, text, parses, self.lexicon)
        verdicts = judge(text, parses, quotations, links, self.rules.speech)
        resolver = self._resolver(draft, parses, links)
        kept = {i: v for i, v in enumerate(verdicts) if include_other or v.kind is not Kind.OTHER}
        # What is nobody's speech has no speaker, and leaves no trace in who is meant by what.
        spoken = _spoken(links, verdicts)
        speakers = {i: resolver.resolve(spoken[i]) if i in spoken else NOBODY for i in kept}
        return _Scene(draft, parses, links, kept, speakers, resolver)

    def _sieve_of(self, rules: Sequence[AttributionRule]) -> Sieve:
        """Return the sieve of the rules, made anew where they are other ones than before."""
        if self._sieve.rules is not rules:
            self._sieve = Sieve(rules)
        return self._sieve

    def _resolver(
        self, draft: _Draft, parses: Sequence[Parse], links: Mapping[int, Link]
    ) -> Resolver:
        text, paragraphs = draft.document.text, draft.paragraphs
        names = find_names(text, paragraphs, self.lexicon)
        cast = Cast(text, paragraphs, names, self.lexicon)
        setting = Setting(text, paragraphs, draft.quotations, parses, _by_mention(links))
        return Resolver(setting, cast, self.lexicon)

    def _rows(self, scene: _Scene, further: list[Parse]) -> list[Row]:
        titles = self._titles(scene, by_offset([*scene.parses, *further], _named(scene)))
        sha = document_sha256(scene.draft.document.text)
        links = _spoken(scene.links, scene.verdicts)
        utterances = _utterances(list(scene.verdicts), links, scene.draft.quotations)
        rows = (
            _row(scene, i, sha, utterances[i], links.get(i), titles.get(i)) for i in scene.verdicts
        )
        return [replace(row, confidence=self.confidences.get(row.rule or "")) for row in rows]

    def _title_frames(self, scene: _Scene) -> list[Frame]:
        draft = scene.draft
        people = _named(scene)
        # Of the offsets of all tokens only these are of use, and of a long document they are many.
        wanted = name_offsets(people)
        parsed = {start for parse in scene.parses for start in parse.starts if start in wanted}
        return title_frames(
            draft.document.text,
            draft.paragraphs,
            draft.quotations,
            people,
            parsed,
            self.lexicon,
        )

    def _titles(
        self, scene: _Scene, parses: Mapping[int, Sequence[Parse]]
    ) -> dict[int, Title | None]:
        """Return the titles of the speakers by the index of their quotations."""
        rules = self.rules.title
        described = _Descriptions(scene, self.lexicon)
        words = TitleWords.of(self.lexicon)
        taken = subjects(scene.links.values())
        of_person: dict[str, Title | None] = {}
        titles: dict[int, Title | None] = {}
        for i, speaker in scene.speakers.items():
            person = speaker.person
            if person is None:
                if speaker.type is SpeakerType.UNNAMED and speaker.name:
                    phrase = _without_clause(speaker.name, scene.links.get(i))
                    titles[i] = unnamed_title(Description(phrase, speaker.noun), rules)
                continue
            if person.full not in of_person:
                stated = find_title(person, parses, rules, words, taken)
                of_person[person.full] = _better(stated, described, person, rules)
            titles[i] = of_person[person.full]
        return titles


def _without_clause(name: Span, link: Link | None) -> Span:
    """Return the words for somebody unnamed without a clause, which is no part of a title."""
    mention = link.mention if link is not None else None
    return mention if mention is not None and mention.start == name.start else name


def _better(
    stated: Title | None, described: _Descriptions, person: Person, rules: Sequence[TitleRule]
) -> Title | None:
    """Return the title stated beside a name, or that of a description if it ranks above it."""
    most = max((rule.priority for rule in rules if rule.of == "description"), default=0)
    if stated is not None and stated.priority >= most:
        return stated
    other = describing_title(described.of(person), rules)
    return max((t for t in (stated, other) if t), key=lambda t: t.priority, default=None)


class _Descriptions:
    """The definite descriptions of a document's people, found when they are first asked for."""

    def __init__(self, scene: _Scene, lexicon: Lexicon) -> None:
        self._scene = scene
        self._lexicon = lexicon
        self._found: Mapping[str, list[Description]] | None = None
        self._called: Mapping[str, list[Description]] | None = None
        """Weaker evidence, for people whom no description clearly means."""

    def of(self, person: Person) -> list[Description]:
        """Return the descriptions that stand for a person, in text order."""
        if self._found is None:
            self._found = _by_person(self._all())
        if person.full in self._found:
            return self._found[person.full]
        if self._called is None:
            self._called = _by_person(self._callings())
        return self._called.get(person.full, [])

    def _callings(self) -> Iterator[tuple[str, Description]]:
        draft, resolver = self._scene.draft, self._scene.resolver
        if resolver is not None:
            for found in find_callings(draft.document.text, draft.paragraphs, self._lexicon):
                person = resolver.nominals.called(found.span, found.noun)
                if person is not None:
                    yield person.full, found

    def _all(self) -> Iterator[tuple[str, Description]]:
        scene = self._scene
        for i, speaker in scene.speakers.items():
            mention = scene.links[i].mention if i in scene.links else None
            if speaker.evidence == "role" and speaker.person and mention:
                yield speaker.person.full, Description(mention, speaker.noun)
        draft = scene.draft
        if scene.resolver is not None:
            for found in find_descriptions(draft.document.text, draft.paragraphs, self._lexicon):
                person = scene.resolver.nominals.clearly_described(found.span, found.noun)
                if person is not None:
                    yield person.full, found


def _by_person(pairs: Iterable[tuple[str, Description]]) -> dict[str, list[Description]]:
    """Return descriptions in text order by the full names of those for whom they stand."""
    found: dict[str, list[Description]] = defaultdict(list)
    for full, description in sorted(pairs, key=lambda pair: pair[1].span):
        found[full].append(description)
    return dict(found)


def _telling(words: Lexicon) -> Telling:
    """Return the words that decide what frames keep around quotations."""
    pronouns = words.singular_pronouns | words.plural_pronouns
    short = frozenset(f"{word.capitalize()}." for word in words.number_abbreviations)
    return Telling(pronouns, words.speech_verbs | words.source_leads, short)


def _by_mention(links: Mapping[int, Link]) -> dict[Span, Link]:
    """Return the first of the links that lead to each mention."""
    found: dict[Span, Link] = {}
    for link in links.values():
        if link.mention is not None:
            found.setdefault(link.mention, link)
    return found


def _named(scene: _Scene) -> list[Person]:
    """Return the speakers of a document who are people, each once."""
    people = {s.person.full: s.person for s in scene.speakers.values() if s.person is not None}
    return list(people.values())


def _utterances(
    kept: Sequence[int], links: Mapping[int, Link], quotations: Sequence[Quotation]
) -> dict[int, int]:
    """Number the utterances: parts under one attribution or in one run share a number."""
    numbers: dict[object, int] = {}
    found: dict[int, int] = {}
    last = 0
    for i in kept:
        link = links.get(i)
        run = ("run", quotations[i].run)
        own: object = ("cue", link.cue or link.mention) if link else ("alone", i)
        number = numbers.get(run) or numbers.get(own) or last + 1
        last = max(last, number)
        numbers[run] = numbers[own] = found[i] = number
    return found


def _spoken(
    links: Mapping[int, Link], verdicts: Mapping[int, Verdict] | Sequence[Verdict]
) -> dict[int, Link]:
    """Return the links of the quotations that are somebody's speech."""
    known = dict(enumerate(verdicts)) if isinstance(verdicts, Sequence) else verdicts
    speech = {i for i, verdict in known.items() if verdict.kind is not Kind.OTHER}
    return {i: link for i, link in links.items() if i in speech}


def _whole_mention(mention: Span | None, speaker: Speaker) -> Span | None:
    """Return a mention with all of the body's name that begins in it (the Food and Farm Board).

    The parser ends the phrase at the first part.
    """
    name = speaker.name
    is_body = speaker.type is SpeakerType.ORGANIZATION
    if mention is None or name is None or not is_body:
        return mention
    begins = mention.start <= name.start < mention.end
    return Span(mention.start, max(mention.end, name.end)) if begins else mention


def _row(
    scene: _Scene, index: int, sha: str, utterance: int, link: Link | None, title: Title | None
) -> Row:
    text, quote = scene.draft.document.text, scene.draft.quotations[index].span
    verdict, speaker = scene.verdicts[index], scene.speakers[index]
    return Row(
        scene.draft.document.id,
        quote_id(sha, quote),
        utterance,
        verdict.kind,
        quote.of(text),
        quote.start,
        quote.end,
        *_cells(text, speaker.name),
        speaker.type if speaker.name else None,
        *_cells(text, title.span if title else None),
        *_cells(text, _whole_mention(link.mention, speaker) if link else None),
        *_cells(text, link.cue if link else None),
        verdict.rule if verdict.kind is Kind.OTHER else link.rule if link else None,
        title.rule if title else None,
        None,
        sha,
    )


def _cells(text: str, span: Span | None) -> tuple[str | None, int | None, int | None]:
    if span is None:
        return None, None, None
    return span.of(text), span.start, span.end
