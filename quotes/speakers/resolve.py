"""Resolution: from the mention of a speaker to the speaker's name and type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.match.attribute import Link
from quotes.match.mentions import mention_tokens, span_of
from quotes.parse import Parse
from quotes.records import Quotation, Span, SpeakerType
from quotes.speakers.cast import Cast, Person
from quotes.speakers.lexicon import Lexicon

RECENT = 3
"""Paragraphs after which a person named before is no longer fresh in mind."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the person, or the words that stand for whoever it is."""

    name: Span | None
    """The fullest form of the name where it is first printed; None if it stays unknown."""
    type: SpeakerType | None
    person: Person | None
    evidence: str
    """How the mention led there, in a word: name, pronoun, role, antecedent, itself, nothing."""


NOBODY = Speaker(None, None, None, "nothing")


class Resolver:
    """Finds the speakers of one document, from its start to its end."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[Span],
        quotations: Sequence[Quotation],
        parses: Sequence[Parse],
        cast: Cast,
        lexicon: Lexicon,
    ) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._quotations = quotations
        self._parses = parses
        self._cast = cast
        self._lexicon = lexicon
        self._spoke: list[tuple[int, Person]] = []

    def resolve(self, link: Link) -> Speaker:
        """Return the speaker behind a link's mention."""
        if link.mention is None:
            return NOBODY
        speaker = self._of_token(self._parses[link.parse], link.speaker, link.mention)
        if speaker.person is not None:
            self._spoke.append((link.mention.start, speaker.person))
        return speaker

    def _of_token(self, parse: Parse, token: int, mention: Span, depth: int = 0) -> Speaker:
        lower, lexicon = parse.lower[token], self._lexicon
        if lower in lexicon.relative_pronouns and depth == 0:
            return self._of_antecedent(parse, token, mention)
        if lower in lexicon.singular_pronouns:
            return self._of_pronoun(mention, self._gender(lower))
        if lower in lexicon.plural_pronouns or lower in ("it", "its", "their"):
            return self._of_impersonal(lower, mention)
        if lower in ("i", "me", "my", "we", "you"):
            return NOBODY
        named = self._of_name(parse, token, mention)
        return named or self._of_nominal(parse, token, mention)

    def _of_antecedent(self, parse: Parse, token: int, mention: Span) -> Speaker:
        for verb in parse.ancestors(token):
            if parse.deps[verb] in ("relcl", "acl"):
                head = parse.heads[verb]
                span = span_of(parse, mention_tokens(parse, head))
                if span is not None:
                    return self._of_token(parse, head, span, 1)
        return NOBODY

    def _of_name(self, parse: Parse, token: int, mention: Span) -> Speaker | None:
        head = Span(parse.starts[token], parse.ends[token])
        name = self._cast.name_at(head)
        if name is None:
            name = self._apposed(parse, token)
            if name is None and parse.words[token][:1].islower():
                return None
            name = name or self._cast.name_at(mention)
        if name is None:
            return None
        person = self._cast.person_of(name)
        if person is not None:
            return self._person(person, "name")
        if self._is_plain_person(name.words):
            return Speaker(name.span, SpeakerType.PERSON, None, "name")
        return self._organization(name.span)

    def _apposed(self, parse: Parse, token: int):
        for child in parse.children[token]:
            if (
                parse.deps[child] == "appos"
                and parse.starts[child] >= 0
                and parse.words[child][:1].isupper()
            ):
                name = self._cast.name_at(Span(parse.starts[child], parse.ends[child]))
                if name is not None and self._cast.person_of(name):
                    return name
        return None

    def _is_plain_person(self, words: Sequence[str]) -> bool:
        lower = {w.lower() for w in words}
        return (
            1 < len(words) < 4
            and not lower & self._lexicon.organization_words
            and not any(w.isupper() and len(w) > 2 for w in words)
        )

    def _person(self, person: Person, evidence: str) -> Speaker:
        start = self._text.find(person.full)
        return Speaker(Span(start, start + len(person.full)), SpeakerType.PERSON, person, evidence)

    def _organization(self, span: Span) -> Speaker:
        full = self._expansion(span.of(self._text)) or span
        return Speaker(full, SpeakerType.ORGANIZATION, None, "name")

    def _expansion(self, acronym: str) -> Span | None:
        """Return what stands before an acronym in brackets, where the letters agree."""
        if not (acronym.isupper() and 1 < len(acronym) < 8):
            return None
        at = self._text.find(f"({acronym})")
        if at < 0:
            return None
        for name in self._cast.names:
            if at - 2 <= name.span.end <= at and name.span.start < at:
                return name.span
        return None

    def _of_nominal(self, parse: Parse, token: int, mention: Span) -> Speaker:
        """Resolve a noun phrase: to a person it describes, or to itself."""
        lower, tag = parse.lower[token], parse.tags[token]
        words = mention.of(self._text).lower().split()
        definite = (
            words[0] in ("the", "his", "her", "their", "its", "this", "that") or "’" in words[0]
        )
        is_role = lower in self._lexicon.role_nouns or lower in self._lexicon.kin_nouns
        if definite and is_role and tag in ("NN", "NNP"):
            person = self._described(mention, lower, words)
            if person is not None:
                return self._person(person, "role")
        return Speaker(mention, self._type(lower, tag), None, "itself")

    def _type(self, noun: str, tag: str) -> SpeakerType:
        lexicon = self._lexicon
        if noun in lexicon.document_nouns:
            return SpeakerType.DOCUMENT
        if noun in lexicon.group_nouns or (
            tag in ("NNS", "NNPS") and noun not in lexicon.organization_nouns
        ):
            return SpeakerType.GROUP
        if noun in lexicon.organization_nouns:
            return SpeakerType.ORGANIZATION
        return SpeakerType.UNNAMED

    def _described(self, mention: Span, noun: str, words: Sequence[str]) -> Person | None:
        """Return the person whom a definite description fits best."""
        gender = self._gender(noun)
        described = [p for p in self._cast.people if self._has_role(p, noun)]
        best = self._best(described, mention, gender)
        return best or self._best(self._cast.people, mention, gender)

    def _has_role(self, person: Person, noun: str) -> bool:
        for name in person.names:
            around = self._text[max(0, name.run.start - 60) : name.span.start].lower()
            after = self._text[name.span.end : name.span.end + 80].lower()
            if noun in around.split()[-6:] or noun in after.replace(",", " ").split()[:9]:
                return True
        return False

    def _gender(self, word: str) -> str:
        if word in self._lexicon.male_words:
            return "m"
        return "f" if word in self._lexicon.female_words else ""

    def _of_pronoun(self, mention: Span, gender: str) -> Speaker:
        person = self._best(self._cast.people, mention, gender)
        return self._person(person, "pronoun") if person else NOBODY

    def _best(self, people: Sequence[Person], mention: Span, gender: str) -> Person | None:
        scored = [
            (self._score(person, mention, gender), person)
            for person in people
            if not gender or person.gender in ("", gender)
        ]
        scored = [(s, p) for s, p in scored if s > 0]
        return max(scored, key=lambda pair: pair[0])[1] if scored else None

    def _score(self, person: Person, mention: Span, gender: str) -> float:
        here = self._paragraph(mention.start)
        score = 0.0
        for name in person.names:
            if name.span.start >= mention.start:
                break
            apart = here - self._paragraph(name.span.start)
            weight = 4.0 / (1 + apart) ** 1.5
            if self._in_quotation(name.span):
                weight *= 0.15
            elif name.possessive:
                weight *= 0.5
            elif self._opens_sentence(name.run):
                weight *= 2.0
            score = max(score * 0.5 + weight, weight)
        spoken = [at for at, speaker in self._spoke if speaker is person and at < mention.start]
        if spoken:
            apart = here - self._paragraph(spoken[-1])
            score += 6.0 / (1 + apart)
            if self._spoke[-1][1] is person:
                score += 3.0 / (1 + apart)
        if gender and person.gender == gender:
            score *= 1.5
        return score

    def _paragraph(self, offset: int) -> int:
        from bisect import bisect_right

        return bisect_right(self._paragraphs, Span(offset, len(self._text) + 1)) - 1

    def _in_quotation(self, span: Span) -> bool:
        return any(q.outer.overlaps(span) for q in self._quotations)

    def _opens_sentence(self, run: Span) -> bool:
        before = self._text[max(0, run.start - 3) : run.start].rstrip()
        return (
            not before
            or before[-1] in '.?!”"\n:'
            or self._text[max(0, run.start - 2) : run.start].startswith("\n")
        )

    def _of_impersonal(self, lower: str, mention: Span) -> Speaker:
        return NOBODY
