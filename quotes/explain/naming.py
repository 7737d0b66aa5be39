"""The way from the words at a quotation to the name of its speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotes.explain.citing import quoted, words_of
from quotes.explain.records import Candidate, Naming
from quotes.match.attribute import Link
from quotes.pipeline import Workings
from quotes.records import Document, Kind, Span, SpeakerType
from quotes.speakers.cast import Person
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.resolve import Resolver, Speaker

MOST = 3
"""Candidates that are shown."""
GENDERS = {"m": " for a man", "f": " for a woman", "": ""}
UNKNOWN = Naming("nothing", ("No rule finds words that name a speaker.",), ())


def namings(document: Document, workings: Workings, lexicon: Lexicon) -> dict[int, Naming]:
    """Return the way to each row's speaker, by the index of its quotation.

    Args:
        document: the document.
        workings: what its rows were made of; its resolver is used up.
        lexicon: the words by which mentions are told apart.
    """
    found = dict.fromkeys(workings.verdicts, UNKNOWN)
    if workings.resolver is not None:
        history = _History(document.text, workings.resolver, lexicon)
        speech = (i for i, v in workings.verdicts.items() if v.kind is not Kind.OTHER)
        linked = (i for i in speech if i in workings.links)
        found |= {i: history.naming(workings.links[i]) for i in linked}
    return found


class _History:
    """Resolves the links of a document once more, in their order, and tells how."""

    def __init__(self, text: str, resolver: Resolver, lexicon: Lexicon) -> None:
        self._text = text
        self._resolver = resolver
        self._lexicon = lexicon
        self._mentions: list[tuple[Span, str]] = []
        """The mentions that led to a person so far, and to whom."""

    def naming(self, link: Link) -> Naming:
        """Resolve the next link."""
        if link.mention is None:
            return UNKNOWN
        ranked = self._resolver.candidates(link)
        speaker = self._resolver.resolve(link)
        shown = ranked[:MOST] if speaker.evidence in ("pronoun", "role") else []
        candidates = tuple(self._candidate(link.mention, *pair) for pair in shown)
        steps = tuple(self._steps(link.mention, speaker, candidates))
        if speaker.person is not None:
            self._mentions.append((link.mention, speaker.person.full))
        return Naming(speaker.evidence, steps, candidates)

    def _candidate(self, mention: Span, person: Person, score: float) -> Candidate:
        spans = [name.span for name in person.names] + [person.span or mention]
        spans += [span for span, full in self._mentions if full == person.full]
        before = [span for span in spans if span.start < mention.start]
        last = max(before, default=None)
        words = words_of(self._text, last) if last else ""
        return Candidate(person.full, score, words, last.start if last else -1)

    def _steps(
        self, mention: Span, speaker: Speaker, candidates: Iterable[Candidate]
    ) -> Iterator[str]:
        words = quoted(words_of(self._text, mention))
        if self._is_relative(mention):
            yield f"{words} refers back to the noun before it."
        if speaker.name is None:
            yield f"{words} leads to nobody in particular."
            return
        name = quoted(words_of(self._text, speaker.name))
        if speaker.evidence == "pronoun":
            yield self._of_pronoun(mention, name, any(candidates))
            yield from self._spoken_of(mention, candidates)
        elif speaker.evidence == "ahead":
            yield f"{words} stands in a clause that leads to {name}, the main clause's subject."
        elif speaker.evidence == "role":
            yield self._of_role(words, name, speaker)
            yield from self._spoken_of(mention, candidates)
        elif speaker.evidence == "thing":
            yield f"{words} is not a person; {name} is the last before it that says something."
        elif speaker.evidence == "itself":
            yield f"{words} describes nobody who is named, and stands for itself."
        else:
            yield from _of_name(words, name, speaker, self._text)

    def _spoken_of(self, mention: Span, candidates: Iterable[Candidate]) -> Iterator[str]:
        """Say of which candidates it is that the words said or their clause name them."""
        named = self._resolver.ranking.spoken_of(mention)
        for candidate in candidates:
            if candidate.name in named:
                yield f"{quoted(candidate.name)} is named in what is said, which tells against it."

    def _is_relative(self, mention: Span) -> bool:
        return mention.of(self._text).lower() in self._lexicon.relative_pronouns

    def _of_pronoun(self, mention: Span, name: str, foregoing: bool) -> str:
        lower = mention.of(self._text).lower()
        gender = GENDERS[self._lexicon.word_gender(lower)]
        reason = "is most present in mind before it" if foregoing else "is the first named after it"
        return f"{quoted(lower)} is a pronoun{gender}; {name} {reason}."

    def _of_role(self, words: str, name: str, speaker: Speaker) -> str:
        if speaker.type is SpeakerType.ORGANIZATION:
            return f"{words} stands for the organization that is named most before it, {name}."
        return f"{words} describes {name}, whom it fits and who is most present in mind before it."


def _of_name(words: str, name: str, speaker: Speaker, text: str) -> Iterator[str]:
    """Say what a mention with a name in it names."""
    if speaker.person is None:
        kind = "a person's name" if speaker.type is SpeakerType.PERSON else "an organization's name"
        yield f"{words} is taken for {kind}."
        if name != words:
            yield f"The full name is {name}."
        return
    yield f"{words} is the full name." if words == name else f"{words} names {name}."
    forms = dict.fromkeys(words_of(text, n.span) for n in speaker.person.names)
    times = len(speaker.person.names)
    if times > 1:
        listed = ", ".join(map(quoted, forms))
        yield f"The document names this person {times} times, as {listed}."
