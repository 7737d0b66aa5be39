"""Resolution: from the mention of a speaker to the speaker's name and type."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotes.match.attribute import Link
from quotes.match.mentions import mention_tokens, span_of
from quotes.parse import Parse
from quotes.records import Quotation, Span, SpeakerType
from quotes.speakers.cast import Cast, Person
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.names import Name

DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})
INDEFINITE = frozenset(
    {"a", "an", "another", "one", "some", "several", "two", "three", "many", "most"}
)
"""Words that begin the mention of somebody who is not named (a Nevada Democrat)."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the person, or the words that stand for whoever it is."""

    name: Span | None
    """The fullest form of the name where it is first printed; None if it stays unknown."""
    type: SpeakerType | None
    person: Person | None
    evidence: str
    """How the mention led there, in a word: name, pronoun, role, itself, nothing."""
    noun: str = ""
    """The head noun of a mention that is a noun phrase, lower case."""


SUBJECT, EMBEDDED, MENTIONED, POSSESSIVE, QUOTED = 2.0, 1.2, 1.0, 0.6, 0.15
"""Weights of a mention by its grammatical role."""
PER_SUBJECT, PER_PARAGRAPH, REPEATED = 0.6, 0.85, 0.15
"""What another subject and a paragraph in between leave of a weight; what repetition adds."""
GENDER_FITS, FAVOURED = 1.3, 3.0
BARE = 2
"""Words of a description without modifiers: the article and the noun."""
MOST_EVENTS = 60
"""Mentions on one side of an offset that are looked at, at most."""
REACH = 8
"""Paragraphs back that are still in mind."""
SENTENCE_START = re.compile(r"(?:^|[.?!:][”\"'’)]*)\s*(?P<words>[^.?!:,;]*)$")
APPOSITION = re.compile(r"(?:, | is | was |, who is |, who was )([^,.;:—]{1,80})")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
LONGEST_ACRONYM = 8
LEAD_WORDS = 6
"""How many words of a title may stand between a sentence's beginning and its subject's name."""

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
        roles = _roles(parses)
        self._of_full: dict[str, Person] = {person.full: person for person in cast.people}
        self._first_printed: dict[str, int] = {}
        self._events: list[tuple[int, str, float]] = sorted(
            (name.span.start, person.full, self._weight(name, roles))
            for person in cast.people
            for name in person.names
        )
        for parse in parses:
            self._add_unnamed(parse)

    def _add_unnamed(self, parse: Parse) -> None:
        """Take note of the unnamed people who are the subjects of a frame (a parishioner)."""
        for token, dep in enumerate(parse.deps):
            if dep != "nsubj" or parse.tags[token] != "NN" or parse.quoted[token] >= 0:
                continue
            lower = parse.lower[token]
            lexicon = self._lexicon
            if lower not in lexicon.role_nouns | lexicon.source_nouns | lexicon.kin_nouns:
                continue
            span = span_of(parse, mention_tokens(parse, token))
            if (
                span is None
                or self._apposed(parse, token) is not None
                or _follows_name(parse, token)
            ):
                continue
            if self._may_describe(lower, span) and self._described(span, lower) is not None:
                continue
            person = Person(span.of(self._text), self._gender(lower), (), span)
            self._of_full.setdefault(person.full, person)
            insort(self._events, (span.start, person.full, _role(parse, token, dep)))

    def resolve(self, link: Link) -> Speaker:
        """Return the speaker behind a link's mention."""
        if link.mention is None:
            return NOBODY
        speaker = self._of_token(self._parses[link.parse], link.speaker, link.mention)
        if speaker.person is not None:
            insort(self._events, (link.mention.start, speaker.person.full, SUBJECT))
        return speaker

    def candidates(self, link: Link) -> list[tuple[Person, float]]:
        """Return who may be meant by the pronoun or description of a link, the likeliest first.

        Like `resolve`, it goes by the links resolved so far.

        Returns:
            People with their scores, all above 0; nobody for a mention of another kind.
        """
        lower = self._parses[link.parse].lower[link.speaker]
        if link.mention is None or lower in self._lexicon.relative_pronouns:
            return []
        people: Sequence[Person] = self._recent(link.mention.start)
        favoured: Sequence[Person] = ()
        if lower not in self._lexicon.singular_pronouns:
            people, favoured = self._in_question(link.mention, lower)
        scored = self._scored(people, link.mention, self._gender(lower), favoured)
        return sorted((pair for pair in scored if pair[1] > 0), key=lambda pair: -pair[1])

    def _of_token(self, parse: Parse, token: int, mention: Span, depth: int = 0) -> Speaker:
        lower, lexicon = parse.lower[token], self._lexicon
        if lower in lexicon.relative_pronouns and depth == 0:
            return self._of_antecedent(parse, token, mention)
        if lower in lexicon.singular_pronouns:
            return self._of_pronoun(mention, self._gender(lower))
        if lower in lexicon.plural_pronouns or lower in lexicon.other_pronouns:
            return NOBODY
        if mention.of(self._text).split()[0].lower() in INDEFINITE:
            return self._of_nominal(parse, token, mention)
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
        if parse.tags[token] in ("NN", "NNS") and len(name.words) == 1:
            return None  # a common noun at the beginning of a sentence
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

    def _person(self, person: Person, evidence: str, noun: str = "") -> Speaker:
        if person.span is not None:
            head = person.full.split()[-1].lower()
            return Speaker(person.span, SpeakerType.UNNAMED, None, evidence, head)
        start = self._first(person.full)
        name = Span(start, start + len(person.full))
        return Speaker(name, SpeakerType.PERSON, person, evidence, noun)

    def _first(self, words: str) -> int:
        """Return where some words are first printed, -1 if nowhere."""
        if words not in self._first_printed:
            self._first_printed[words] = self._text.find(words)
        return self._first_printed[words]

    def _organization(self, span: Span) -> Speaker:
        full = self._expansion(span.of(self._text)) or self._longer(span)
        return Speaker(full, SpeakerType.ORGANIZATION, None, "name")

    def _longer(self, span: Span) -> Span:
        """Return the first fuller name that begins with an organization's short one."""
        short = span.of(self._text)
        for name in self._cast.longer(short.split()[0]):
            if (
                name.span.of(self._text).startswith(short + " ")
                and self._cast.person_of(name) is None
                and name.words[-1].lower() in self._lexicon.organization_words
            ):
                return name.span
        return span

    def _expansion(self, acronym: str) -> Span | None:
        """Return the words before an acronym in brackets that begin with its letters."""
        if not (acronym.isupper() and 1 < len(acronym) < LONGEST_ACRONYM):
            return None
        at = self._first(f"({acronym})")
        if at < 0:
            return None
        words = list(WORD.finditer(self._text, max(0, at - 120), at))
        letters = list(acronym)
        for word in reversed(words):
            if word[0][0].upper() == letters[-1] and word[0][0].isupper():
                letters.pop()
            elif word[0][0].isupper():
                return None
            if not letters:
                return Span(word.start(), at - 1)
        return None

    def _of_nominal(self, parse: Parse, token: int, mention: Span) -> Speaker:
        """Resolve a noun phrase: to a person it describes, or to itself."""
        lower, tag = parse.lower[token], parse.tags[token]
        if tag in ("NN", "NNP") and self._may_describe(lower, mention):
            person = self._described(mention, lower)
            if person is not None and person.span is None:
                return self._person(person, "role", lower)
        full = self._organization_meant(mention, lower)
        if full is not None:
            return Speaker(full, SpeakerType.ORGANIZATION, None, "role", lower)
        return Speaker(mention, self._type(lower, tag), None, "itself", lower)

    def _may_describe(self, noun: str, mention: Span) -> bool:
        """Tell whether a noun phrase may stand for somebody named: it is definite and a role."""
        words = mention.of(self._text).lower().split()
        definite = words[0] in DEFINITE or words[0].endswith(("’s", "'s"))
        is_kin = noun in self._lexicon.kin_nouns
        if noun in self._lexicon.source_nouns or not definite:
            return False
        return is_kin or noun in self._lexicon.role_nouns

    def _organization_meant(self, mention: Span, noun: str) -> Span | None:
        """Return the organization named most before a definite noun for one (the company)."""
        words = mention.of(self._text).lower().split()
        if len(words) != BARE or words[0] != "the" or noun not in self._lexicon.business_nouns:
            return None
        before = self._cast.before(mention.start, MOST_EVENTS)
        named = [name for name in before if self._may_be_org(name)]
        counts = Counter(name.words for name in named)
        best = max(named, key=lambda n: (counts[n.words], n.span.start), default=None)
        return self._organization(best.span).name if best else None

    def _may_be_org(self, name: Name) -> bool:
        lower = {word.lower() for word in name.words}
        lexicon = self._lexicon
        other = (lexicon.demonyms, lexicon.calendar_words, lexicon.place_words)
        roles = (lexicon.title_modifiers, lexicon.role_nouns)
        known = any(not words.isdisjoint(lower) for words in (*other, *roles))
        return self._cast.person_of(name) is None and not known

    def described(self, span: Span, noun: str) -> Person | None:
        """Return the person for whom a definite description most likely stands, or None.

        Args:
            span: the description, such as `the Texas senator`.
            noun: its head noun, lower case.
        """
        return None if self._in_quotation(span) else self._described(span, noun)

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

    def _described(self, mention: Span, noun: str) -> Person | None:
        """Return the person whom a definite description fits best.

        A bare noun (the driver) needs somebody who is said to be one; one with modifiers (the
        Texas senator) may also tell something new of whoever is most present in mind.
        """
        people, favoured = self._in_question(mention, noun)
        return self._best(people, mention, self._gender(noun), favoured) if people else None

    def _in_question(self, mention: Span, noun: str) -> tuple[Sequence[Person], Sequence[Person]]:
        """Return who may be meant by a definite description, and those who have that role."""
        recent = self._recent(mention.start)
        described = [p for p in recent if self._has_role(p, noun)]
        words = mention.of(self._text).lower().split()
        if len(words) <= BARE or self._lexicon.ordinal_words & set(words):
            return described, ()
        return [person for person in recent if person.span is None], described

    def _has_role(self, person: Person, noun: str) -> bool:
        """Tell whether a noun stands in the words around one of a person's names."""
        if person.span is not None:
            return noun in person.full.lower().split()
        return any(
            noun in self._words_around(name)
            or (len(name.honorific) > 1 and noun.startswith(name.honorific))  # Gov., the governor
            for name in person.names
        )

    def _words_around(self, name: Name) -> set[str]:
        """Return the words right before a name and those of an apposition behind it."""
        before = self._text[max(0, name.run.start - 40) : name.span.start].lower()
        after = APPOSITION.match(self._text, name.span.end)
        near = before.replace(",", " ").split()[-3:] + (after[1].lower().split() if after else [])
        return {word.strip("“”\"'’.") for word in near}

    def _gender(self, word: str) -> str:
        if word in self._lexicon.male_words:
            return "m"
        return "f" if word in self._lexicon.female_words else ""

    def _of_pronoun(self, mention: Span, gender: str) -> Speaker:
        people = self._recent(mention.start)
        person = self._best(people, mention, gender) or self._named_after(mention, gender)
        return self._person(person, "pronoun") if person else NOBODY

    def _named_after(self, mention: Span, gender: str) -> Person | None:
        """Return the first person named behind a pronoun that has nobody before it."""
        here = self._paragraph(mention.start)
        for name in self._cast.after(mention.end, MOST_EVENTS):
            person = self._cast.person_of(name)
            if self._paragraph(name.span.start) > here + 1:
                return None
            if person and person.gender in ("", gender) and not self._in_quotation(name.span):
                return person
        return None

    def _best(
        self, people: Sequence[Person], mention: Span, gender: str, favoured: Sequence[Person] = ()
    ) -> Person | None:
        """Return the person most present in mind where a mention stands, or None.

        Args:
            people: who comes into question.
            mention: the mention; only what stands before it counts.
            gender: `m`, `f`, or empty where the mention does not tell.
            favoured: those of the people for whom something else speaks.
        """
        best, best_score = None, 0.0
        for person, score in self._scored(people, mention, gender, favoured):
            if score > best_score:
                best, best_score = person, score
        return best

    def _scored(
        self, people: Sequence[Person], mention: Span, gender: str, favoured: Sequence[Person]
    ) -> Iterator[tuple[Person, float]]:
        """Yield how much speaks for each of the people whose gender fits; see `_best`."""
        scores = self._salience(mention.start)
        for person in people:
            if gender and person.gender not in ("", gender):
                continue
            score = scores.get(person.full, 0.0)
            score *= GENDER_FITS if gender and person.gender == gender else 1.0
            score *= FAVOURED if person in favoured else 1.0
            yield person, score

    def _salience(self, offset: int) -> dict[str, float]:
        """Return how present in mind each person named or speaking before an offset is.

        The last subject counts most; each other subject in between and each paragraph weakens
        what went before (after the salience factors of Lappin and Leass, "An Algorithm for
        Pronominal Anaphora Resolution", 1994).
        """
        scores: dict[str, float] = {}
        here = self._paragraph(offset)
        passed: list[str] = []
        last = bisect_left(self._events, (offset, "", 0.0))
        for at, full, weight in reversed(self._events[max(0, last - MOST_EVENTS) : last]):
            apart = here - self._paragraph(at)
            if apart > REACH:
                break
            others = sum(name != full for name in passed)
            value = weight * PER_SUBJECT**others * PER_PARAGRAPH**apart
            known = scores.get(full, 0.0)
            scores[full] = max(known, value) + REPEATED * min(known, value)
            if weight >= SUBJECT and (not passed or passed[-1] != full):
                passed.append(full)
        return scores

    def _recent(self, offset: int) -> list[Person]:
        """Return the people who are in mind at an offset, named or not."""
        return [self._of_full[full] for full in self._salience(offset)]

    def _weight(self, name: Name, roles: Mapping[int, float]) -> float:
        """Return the weight of a name's mention by its grammatical role."""
        if self._in_quotation(name.span):
            return QUOTED
        if name.possessive:
            return POSSESSIVE
        known = roles.get(name.span.start)
        return known if known is not None else self._guessed_weight(name)

    def _guessed_weight(self, name: Name) -> float:
        """Guess a name's role from the words around it, where no parse tells."""
        paragraph = self._paragraphs[self._paragraph(name.run.start)]
        before = self._text[max(paragraph.start, name.run.start - 120) : name.run.start]
        start = SENTENCE_START.search(before)
        lead = start["words"].lower().split() if start else [""]
        if not lead or (len(lead) <= LEAD_WORDS and lead[-1] in self._lexicon.role_nouns):
            return SUBJECT
        after = self._text[name.span.end : name.span.end + 30].split(None, 1)
        if after and self._text[name.span.end] == " " and self._is_verb(after[0]):
            return SUBJECT
        last = before.split()[-1:]
        return SUBJECT if last and last[0].lower() in self._lexicon.speech_verbs else MENTIONED

    def _is_verb(self, word: str) -> bool:
        return word in self._lexicon.speech_verbs or word in self._lexicon.auxiliaries

    def _paragraph(self, offset: int) -> int:
        return bisect_right(self._paragraphs, Span(offset, len(self._text) + 1)) - 1

    def _in_quotation(self, span: Span) -> bool:
        after = bisect_left(self._quotations, span.end, key=lambda q: q.outer.start)
        return after > 0 and self._quotations[after - 1].outer.overlaps(span)


def _roles(parses: Sequence[Parse]) -> dict[int, float]:
    """Return the weight of each noun in the parses by the document offsets of its phrase."""
    weights: dict[int, float] = {}
    for parse in parses:
        for token, dep in enumerate(parse.deps):
            if parse.quoted[token] >= 0 or not parse.tags[token].startswith("NN"):
                continue
            weight = _role(parse, token, dep)
            first = token
            while first >= 0 and (first == token or _is_part(parse, first, token)):
                weights[parse.starts[first]] = weight
                first -= 1
    return weights


def _follows_name(parse: Parse, token: int) -> bool:
    """Tell whether a noun phrase stands behind a name and a comma, as an apposition does."""
    first = mention_tokens(parse, token)[0]
    return first > 1 and parse.words[first - 1] == "," and parse.tags[first - 2].startswith("NNP")


def _is_part(parse: Parse, token: int, head: int) -> bool:
    return parse.heads[token] == head and parse.deps[token] in ("compound", "amod", "nmod")


def _role(parse: Parse, token: int, dep: str) -> float:
    if dep == "appos" and parse.heads[token] != token:
        return _role(parse, parse.heads[token], parse.deps[parse.heads[token]])
    if dep not in ("nsubj", "nsubjpass"):
        return MENTIONED
    verb = parse.heads[token]
    while parse.deps[verb] == "conj":
        verb = parse.heads[verb]
    return SUBJECT if parse.deps[verb] in ("ROOT", "parataxis") else EMBEDDED
