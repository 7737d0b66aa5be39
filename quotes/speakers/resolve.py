"""Resolution: from the mention of a speaker to the speaker's name and type."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.match.attribute import Link
from quotes.match.mentions import NAME_TAGS, mention_tokens, span_of, with_clause
from quotes.parse import Parse
from quotes.records import Span, SpeakerType
from quotes.speakers.cast import Cast, Person
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.names import Name, words_before
from quotes.speakers.nominals import Nominals
from quotes.speakers.organizations import Organizations
from quotes.speakers.ranking import PLURAL, Ranking
from quotes.speakers.roles import Roles
from quotes.speakers.salience import SUBJECT, role_weight
from quotes.speakers.setting import MOST_REST, SENTENCE_END, Setting
from quotes.speakers.tails import before_tail
from quotes.speakers.unnamed import find_unnamed


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the person, or the words that stand for whoever it is."""

    name: Span | None
    """The fullest form of the name where it is first printed; None if it stays unknown."""
    type: SpeakerType | None
    person: Person | None
    evidence: str
    """How the mention led there: name, pronoun, ahead, thing, role, itself, nothing.

    Ahead is a pronoun whose clause leads to a main clause with a named subject.
    """
    noun: str = ""
    """The head noun of a mention that is a noun phrase, lower case."""


PLURAL_TAGS = ("NNS", "NNPS")
MOST_NAMES = 60
"""Names behind a pronoun that are looked at, at most."""

TAKEN_UP = frozenset({SpeakerType.UNNAMED, SpeakerType.DOCUMENT})
"""What a bare noun takes up that was introduced before (an email, the email)."""
THINGS = frozenset({SpeakerType.ORGANIZATION, SpeakerType.DOCUMENT})
NOBODY = Speaker(None, None, None, "nothing")


class Resolver:
    """Finds the speakers of one document, from its start to its end.

    Args:
        setting: the document.
        cast: its people.
        lexicon: words that tell what a mention is.
    """

    def __init__(self, setting: Setting, cast: Cast, lexicon: Lexicon) -> None:
        self._setting = setting
        self._cast = cast
        self._lexicon = lexicon
        self._organizations = Organizations(setting, cast, lexicon)
        roles = Roles(setting, cast, lexicon)
        self.ranking = Ranking(setting, cast, lexicon, roles)
        self.nominals = Nominals(setting, cast, lexicon, roles, self.ranking)
        self._headline_end = setting.headline_end()
        self._known: set[int] = set()
        """Where the words for somebody unnamed begin."""
        self._thing: tuple[Speaker, int] | None = None
        """The last speaker that is an organization or a text, and its paragraph."""
        self._not_telling = lexicon.speech_verbs | lexicon.condition_verbs
        for parse in setting.parses:
            self._add_unnamed(parse)
        self._add_unparsed()

    def _add_unnamed(self, parse: Parse) -> None:
        """Take note of the unnamed people who are the subjects of a frame (a parishioner)."""
        for token, dep in enumerate(parse.deps):
            span = self._unnamed_at(parse, token)
            if span is None:
                continue
            lower, plural = parse.lower[token], parse.tags[token] in PLURAL_TAGS
            describes = not plural and self.nominals.may_describe(lower, span)
            if describes and self.nominals.described(span, lower) is not None:
                continue
            weight = SUBJECT if dep == "ROOT" else role_weight(parse, token, dep)
            self._add(span, lower, weight, PLURAL if plural else "")

    def _unnamed_at(self, parse: Parse, token: int) -> Span | None:
        """Return the words for somebody unnamed whose noun a token is, if it is a subject."""
        singular = parse.tags[token] == "NN" and parse.lower[token] in self.nominals.people_nouns
        # The parser takes some subjects for the root, and their verb for a modifier.
        lost = parse.deps[token] == "ROOT" and singular
        is_subject = lost or (
            parse.deps[token] == "nsubj" and (singular or parse.tags[token] in PLURAL_TAGS)
        )
        if not is_subject or parse.quoted[token] >= 0:
            return None
        tokens = mention_tokens(parse, token)
        span = span_of(parse, _before_verb(parse, tokens, token) if lost else tokens)
        if span is not None:
            span = before_tail(self._setting.text, span, parse, token, self._lexicon)
        if span is None or span.end <= self._headline_end or self._is_cut(parse, token, span):
            return None
        named = self._apposed(parse, token) is not None or _follows_name(parse, token)
        named = named or (lost and self._leads_to_pronoun(span.end))
        return None if named or self._named_in_clause(parse, token, span) else span

    def _leads_to_pronoun(self, offset: int) -> bool:
        """Tell whether the next comma leads to he or she (A nurse at the clinic, she knows)."""
        text = self._setting.text
        comma = text.find(", ", offset, offset + MOST_REST)
        behind = text[comma + 2 : comma + 10].lower().split()[:1] if comma >= 0 else []
        stops = SENTENCE_END.search(text, offset, max(offset, comma)) is not None
        return behind != [] and behind[0] in self._lexicon.singular_pronouns and not stops

    def _is_cut(self, parse: Parse, token: int, span: Span) -> bool:
        """Tell whether a quotation parts a noun from its article (the “Harbour” star)."""
        articles = (c for c in parse.children[token] if parse.lower[c] in self._lexicon.determiners)
        return any(0 <= parse.starts[article] < span.start for article in articles)

    def _add_unparsed(self) -> None:
        """Take note of the unnamed subjects of sentences that are not parsed, or amiss."""
        setting = self._setting
        nouns = self._lexicon.role_nouns | self._lexicon.source_nouns
        for span, noun in find_unnamed(setting.text, setting.paragraphs, nouns, self._lexicon):
            if (
                span.start not in self._known
                and not setting.in_quotation(span)
                and span.start >= self._headline_end
            ):
                self._add(span, noun)

    def _add(self, span: Span, noun: str, weight: float = SUBJECT, gender: str = "") -> None:
        """Take note of somebody unnamed, whose gender the noun tells if it is not given."""
        gender = gender or self._lexicon.word_gender(noun)
        self._known.add(span.start)
        person = Person(span.of(self._setting.text), gender, (), span, noun)
        self.ranking.add(person, span.start, weight)

    def resolve(self, link: Link) -> Speaker:
        """Return the speaker behind a link's mention."""
        if link.mention is None:
            return NOBODY
        parse = self._setting.parses[link.parse]
        if parse.lower[link.speaker] in self._lexicon.thing_pronouns:
            speaker = self._of_thing(link, link.mention)
        else:
            speaker = _without_cue(self._of_token(parse, link.speaker, link.mention), link)
        if speaker.person is not None:
            self.ranking.add(speaker.person, link.mention.start)
        elif speaker.type is SpeakerType.UNNAMED and link.mention.start not in self._known:
            self._add_speaker(speaker, link.mention)
        elif speaker.type in THINGS:
            self._thing = speaker, self._setting.paragraph_at(link.mention.start)
        return speaker

    def _add_speaker(self, speaker: Speaker, mention: Span) -> None:
        """Take note of somebody unnamed who speaks and is no subject (as one clerk put it)."""
        noun, words = speaker.noun, mention.of(self._setting.text).lower().split()
        if noun in self._lexicon.role_nouns and words[0] in self._lexicon.indefinite_words:
            self._add(mention, noun)

    def _of_thing(self, link: Link, mention: Span) -> Speaker:
        """Return the organization or text that an `it` which says something stands for.

        It is the last one that is said to say something in the same frame, or else the subject
        of the sentence before, or the last speaker, if that is one, up to a paragraph away.
        """
        cue = link.cue.of(self._setting.text).lower() if link.cue else ""
        if cue not in self._lexicon.speech_verbs and cue not in self._lexicon.naming_verbs:
            return NOBODY
        parse = self._setting.parses[link.parse]
        for token in reversed(range(link.speaker)):
            says = parse.lower[parse.heads[token]] in self._lexicon.speech_verbs
            if says and parse.deps[token] == "nsubj" and parse.quoted[token] < 0:
                speaker = self._of_phrase(parse, token)
                if speaker is not None and speaker.type in THINGS:
                    return replace(speaker, evidence="thing")
        above = self._thing_above(parse, link.speaker)
        if above is not None:
            return replace(above, evidence="thing")
        return next(self._things_near(mention), NOBODY)

    def _things_near(self, mention: Span) -> Iterator[Speaker]:
        """Yield the subject of the sentence before, and who spoke last, if they are things."""
        before = self._thing_before(mention)
        if before is not None:
            yield Speaker(before[0], before[1], None, "thing")
        if self._thing is not None:
            speaker, paragraph = self._thing
            if self._setting.paragraph_at(mention.start) - paragraph <= 1:
                yield replace(speaker, evidence="thing")

    def _thing_above(self, parse: Parse, token: int) -> Speaker | None:
        """Return the organization or text that is the subject of a clause around an `it`'s own.

        The resolution asks for what it terms a “pause”.
        """
        for verb in parse.ancestors(token):
            for child in parse.children[verb]:
                is_subject = parse.deps[child] == "nsubj" and parse.quoted[child] < 0
                if is_subject and child < token and parse.tags[child] != "PRP":
                    speaker = self._of_phrase(parse, child)
                    if speaker is not None and speaker.type in THINGS:
                        return speaker
        return self._text_behind_verb(parse, token)

    def _text_behind_verb(self, parse: Parse, token: int) -> Speaker | None:
        """Return the text that is the last object before an `it` (an order with what it calls)."""
        for before in reversed(range(token)):
            text = parse.lower[before] in self._lexicon.document_nouns
            if text and parse.deps[before] == "dobj" and parse.quoted[before] < 0:
                return self._of_phrase(parse, before)
        return None

    def _of_phrase(self, parse: Parse, token: int) -> Speaker | None:
        """Return the speaker that the noun phrase around a token names, if it is in the text."""
        span = span_of(parse, mention_tokens(parse, token))
        return self._of_token(parse, token, span) if span is not None else None

    def _thing_before(self, mention: Span) -> tuple[Span, SpeakerType] | None:
        """Return the organization or text that is the subject of the sentence before an `it`'s.

        The guild has closed. “…,” it said: the first words of the sentence tell.
        """
        text, setting = self._setting.text, self._setting
        here = setting.paragraph_at(mention.start)
        paragraph = setting.paragraphs[here]
        end = self._sentence_start(mention.start, paragraph)
        if end == paragraph.start and here > 0:
            paragraph = setting.paragraphs[here - 1]
            end = paragraph.end
        begin = max(paragraph.start, end - MOST_REST)
        ends = [m.end() for m in SENTENCE_END.finditer(text[begin:end].rstrip() + " ")]
        return self._organizations.subject_at(begin + [0, *ends][-2]) if ends else None

    def _sentence_start(self, offset: int, paragraph: Span) -> int:
        """Return where the sentence around an offset begins, quotations before it included."""
        quotations = self._setting.quotations
        last = bisect_left(quotations, offset, key=lambda q: q.outer.start)
        quoted = quotations[last - 1].outer if last else Span(0, 0)
        begin = max(paragraph.start, quoted.end, offset - MOST_REST)
        ends = [m.end() for m in SENTENCE_END.finditer(self._setting.text, begin, offset)]
        return ends[-1] if ends else max(paragraph.start, quoted.start)

    def candidates(self, link: Link) -> list[tuple[Person, float]]:
        """Return who may be meant by the pronoun or description of a link, the likeliest first.

        Like `resolve`, it goes by the links resolved so far.

        Returns:
            People with their scores, all above 0; nobody for a mention of another kind.
        """
        lower = self._setting.parses[link.parse].lower[link.speaker]
        if link.mention is None or lower in self._lexicon.relative_pronouns:
            return []
        people: Sequence[Person] = self.ranking.recent(link.mention.start)
        role = ""
        if lower not in self._lexicon.singular_pronouns:
            people, role = self.nominals.in_question(link.mention, lower)
        return self.ranking.ranked(people, link.mention, self._lexicon.word_gender(lower), role)

    def _of_token(self, parse: Parse, token: int, mention: Span, depth: int = 0) -> Speaker:
        lower, lexicon = parse.lower[token], self._lexicon
        relative = self._relative(parse, token)
        if relative is not None and depth == 0:
            return self._of_antecedent(parse, relative)
        if lower in lexicon.singular_pronouns:
            return self._of_pronoun(parse, token, mention, lexicon.word_gender(lower))
        if lower in lexicon.plural_pronouns:
            return self._of_pronoun(parse, token, mention, PLURAL)
        if lower in lexicon.other_pronouns:
            return NOBODY
        first = mention.of(self._setting.text).split()[0].lower()
        if (
            first in lexicon.indefinite_words
            and not self._is_of_person(parse, token)
            and self._apposed(parse, token) is None
        ):
            return self._of_nominal(parse, token, mention)
        named = self._of_name(parse, token, mention)
        return named or self._of_nominal(parse, token, mention)

    def _relative(self, parse: Parse, token: int) -> int | None:
        """Return a token if it is a relative pronoun, or the `whose` of a text that it is.

        A text speaks for whoever has it (whose website says).
        """
        lower, lexicon = parse.lower[token], self._lexicon
        if lower in lexicon.relative_pronouns or lower in lexicon.person_relatives:
            return token
        if lower not in lexicon.document_nouns:
            return None
        children = parse.children[token]
        return next((c for c in children if parse.lower[c] in lexicon.person_relatives), None)

    def _name_at(self, parse: Parse, token: int) -> Name | None:
        """Return the name of which a token is a word, or of whose title."""
        return self._cast.name_at(Span(parse.starts[token], parse.ends[token]))

    def _is_of_person(self, parse: Parse, token: int) -> bool:
        """Tell whether a token ends somebody's name (a weary Ann Roe, not a Roe ally)."""
        name = self._name_at(parse, token)
        ends = name is not None and name.span.end == parse.ends[token]
        return name is not None and ends and self._cast.person_of(name) is not None

    def _subject_ahead(self, parse: Parse, token: int) -> Person | None:
        """Return the named subject of the main clause that a pronoun's clause leads to.

        In what he called a “rant,” Roe took a whack at the plan.
        """
        verb = next(iter(parse.ancestors(token)), token)
        for head in parse.ancestors(verb):
            subjects = (c for c in parse.children[head] if parse.deps[c] == "nsubj")
            subject = next((c for c in subjects if verb < c < head), None)
            if subject is not None and parse.tags[subject] in NAME_TAGS:
                name = self._name_at(parse, subject)
                same = parse.segments[subject] == parse.segments[token]
                return self._cast.person_of(name) if name is not None and same else None
        return None

    def _of_antecedent(self, parse: Parse, token: int) -> Speaker:
        for verb in parse.ancestors(token):
            if parse.deps[verb] in ("relcl", "acl"):
                head = parse.heads[verb]
                if parse.lower[token] in self._lexicon.person_relatives:
                    head = self._named_before(parse, self._somebody(parse, head))
                else:
                    head = self._text_above(parse, head)
                span = span_of(parse, mention_tokens(parse, head))
                if span is not None and not parse.tags[head].startswith("VB"):
                    return self._of_token(parse, head, span, 1)
        return NOBODY

    def _somebody(self, parse: Parse, noun: int) -> int:
        """Return the noun that `who` refers to: no thing (a keeper of the lamps, who …).

        The parser hangs the clause on the nearest noun.
        """
        token = noun
        while not self._may_be_somebody(parse, token) or self._leads_role(parse, token):
            if parse.deps[token] not in ("pobj", "prep", "amod"):
                return noun
            token = parse.heads[token]
        named = parse.heads[token]
        if token != noun and parse.deps[token] == "appos" and parse.tags[named] in NAME_TAGS:
            return named  # Roe, head of the Harbour Board, who …
        return token

    def _named_before(self, parse: Parse, noun: int) -> int:
        """Return the person's name to which a noun is in apposition, else the noun."""
        named = parse.heads[noun]
        if parse.deps[noun] != "appos" or not parse.tags[noun].startswith("NN"):
            return noun
        if parse.tags[noun] in NAME_TAGS or parse.tags[named] not in NAME_TAGS:
            return noun
        return named if self._is_of_person(parse, named) else noun

    def _text_above(self, parse: Parse, noun: int) -> int:
        """Return the text that `that` refers to (a message to Roe that read), else the noun."""
        if parse.lower[noun] in self._lexicon.document_nouns:
            return noun
        if parse.lower[noun] in self._lexicon.time_nouns:  # a guide issued last autumn, which says
            nouns = (t for t in parse.ancestors(noun) if parse.tags[t].startswith("NN"))
            noun = next(nouns, noun)
        token = noun
        while parse.deps[token] in ("pobj", "prep", "dative"):
            token = parse.heads[token]
            if parse.lower[token] in self._lexicon.document_nouns:
                return token
        objects = (c for c in parse.children[token] if parse.deps[c] == "dobj")
        texts = (c for c in objects if parse.lower[c] in self._lexicon.document_nouns)
        return next(texts, noun)

    def _leads_role(self, parse: Parse, token: int) -> bool:
        """Tell whether a group is what somebody's role is of (head of the delegation)."""
        preposition = parse.heads[token]
        role = parse.lower[parse.heads[preposition]]
        group = parse.lower[token] in self._lexicon.group_nouns
        return group and parse.deps[token] == "pobj" and role in self._lexicon.role_nouns

    def _may_be_somebody(self, parse: Parse, token: int) -> bool:
        lexicon = self._lexicon
        if parse.tags[token] in NAME_TAGS:
            return not self._is_body(parse, token)
        if parse.tags[token] not in ("NN", "NNS"):
            return False
        lower = parse.lower[token]
        return lower in self.nominals.people_nouns or lower in lexicon.group_nouns

    def _is_body(self, parse: Parse, token: int) -> bool:
        """Tell whether a token is part of an organization's name, as its words tell."""
        name = self._name_at(parse, token)
        if name is None or self._cast.person_of(name) is not None:
            return False
        return self._organizations.says_so(name)

    def _of_name(self, parse: Parse, token: int, mention: Span) -> Speaker | None:
        name = self._name_of(parse, token, mention)
        if name is None:
            return None
        if self._is_office(parse, token, name, mention):
            return self._of_nominal(parse, token, mention, name.key)
        person = self._cast.person_of(name)
        if person is not None:
            return self._person(person, "name")
        # A common noun at the beginning of a sentence has a capital too.
        common = parse.tags[token] in ("NN", "NNS") and len(name.words) == 1
        if common or self._is_description(name, mention):
            return None
        if parse.tags[token] == "NNPS" and mention.end > name.run.end:
            return Speaker(mention, SpeakerType.GROUP, None, "itself", parse.lower[token])
        return self._of_unknown_name(name, mention)

    def _of_unknown_name(self, name: Name, mention: Span) -> Speaker:
        """Return a speaker of whom the document tells the name, and not that it is a person's."""
        joined = self._organizations.joined(name)
        if joined is not None:
            return Speaker(joined, SpeakerType.ORGANIZATION, None, "name")
        if self._is_plain_person(name.words) and not self._is_called_body(name):
            return Speaker(name.span, SpeakerType.PERSON, None, "name")
        full = self._organizations.full_name(name.span)
        whole = self._organizations.whole(mention, full)
        return Speaker(whole, SpeakerType.ORGANIZATION, None, "name")

    def _is_called_body(self, name: Name) -> bool:
        """Tell whether the noun before a name says that it is an organization (the daily Ulm)."""
        before = words_before(self._setting.text, name)[-1:]
        return bool(before) and before[0] in self._lexicon.organization_nouns

    def _name_of(self, parse: Parse, token: int, mention: Span) -> Name | None:
        """Return the name that a token is part of, has beside it or has in its mention."""
        name = self._name_at(parse, token)
        roles = self._lexicon.role_nouns
        is_role = parse.lower[token] in roles or (name is not None and name.key in roles)
        leads = is_role or parse.tags[token] == "NN" or parse.deps[token] == "pobj"
        office = name is not None and self._is_office(parse, token, name, mention)
        if name is None or (leads and (office or self._cast.person_of(name) is None)):
            # Leader of the council Roe; a spokeswoman for the Board, Roe; the Taoiseach, Roe
            name = self._apposed(parse, token) or self._behind_of(parse, token) or name
        if name is not None or parse.words[token][:1].islower():
            return name
        return self._cast.name_at(mention) or self._named_behind(parse, token)

    def _behind_of(self, parse: Parse, token: int) -> Name | None:
        """Return the name behind what a role in capitals is of (Director of Public Works Ann Roe).

        The parser takes both for one noun phrase.
        """
        for child in parse.children[token] if parse.words[token][:1].isupper() else ():
            for noun in parse.children[child] if parse.deps[child] == "prep" else ():
                name = self._name_at(parse, noun) if parse.deps[noun] == "pobj" else None
                first = parse.starts[parse.subtree(noun)[0]]
                if name is not None and name.title is None and first < name.span.start:
                    return name if self._cast.person_of(name) is not None else None
        return None

    def _named_behind(self, parse: Parse, token: int) -> Name | None:
        """Return the name behind an office that is joined to another (Gov. and Chairman Roe)."""
        if parse.lower[token].rstrip(".") not in self._lexicon.honorifics:
            return None
        joined = [c for c in parse.children[token] if parse.deps[c] == "conj"]
        names = (self._name_at(parse, c) for c in joined)
        return next((name for name in names if name is not None), None)

    def _is_office(self, parse: Parse, token: int, name: Name, mention: Span) -> bool:
        """Tell whether capitalised words are an office and not a name (the Ulm Mayor).

        With words that are no part of titles it may be a newspaper too (the Ulm Leader).
        """
        lexicon = self._lexicon
        article, *words = mention.of(self._setting.text).lower().split()
        plain = lexicon.title_modifiers.issuperset(words[:-1])
        certain = article in lexicon.definite_articles and name.key not in lexicon.office_holders
        return (
            parse.tags[token] in ("NN", "NNP")
            and lexicon.is_definite(article)
            and name.key in lexicon.role_nouns
            and name.key not in lexicon.organization_words
            and words[-1:] == [name.key]
            and (plain or (certain and not any(map(lexicon.is_given_name, words[:-1]))))
        )

    def _is_description(self, name: Name, mention: Span) -> bool:
        """Tell whether capitalised words rather describe somebody (the Ohio Republican)."""
        lexicon = self._lexicon
        first = mention.of(self._setting.text).split()[0].lower()
        is_role = name.key in lexicon.loose_roles or name.key in lexicon.reference_nouns
        is_role = is_role and name.key not in lexicon.organization_words
        return is_role and first in lexicon.determiners

    def _apposed(self, parse: Parse, token: int) -> Name | None:
        """Return the name of a person in apposition to a token, or to the end of its phrase.

        The parser hangs the name on the nearest noun (his friend at college, Roe).
        """
        for child in _appositions(parse, token):
            name = self._name_at(parse, child) if parse.starts[child] >= 0 else None
            if name is not None and self._cast.person_of(name):
                return name
        return None

    def _is_plain_person(self, words: Sequence[str]) -> bool:
        lower = {w.lower() for w in words}
        places = self._lexicon.place_words
        return (
            1 < len(words) < 4
            and not lower & self._lexicon.organization_words
            and words[0].lower() not in places
            and not any(w.isupper() and len(w) > 2 for w in words)
        )

    def _person(self, person: Person, evidence: str, noun: str = "") -> Speaker:
        if person.span is not None:
            kind = SpeakerType.GROUP if person.gender == PLURAL else SpeakerType.UNNAMED
            return Speaker(person.span, kind, None, evidence, person.noun)
        start = self._setting.first(person.full)
        name = Span(start, start + len(person.full))
        return Speaker(name, SpeakerType.PERSON, person, evidence, noun)

    def _of_nominal(self, parse: Parse, token: int, mention: Span, noun: str = "") -> Speaker:
        """Resolve a noun phrase: to a person it describes, or to itself.

        Its noun is its head, if it is not given (the Secretary-General has more than one token).
        """
        lower, tag = noun or parse.lower[token], parse.tags[token]
        person = self.nominals.meant(lower, tag, mention)
        if person is not None:
            return self._person(person, "role", lower)
        named = self._named_in_clause(parse, token, mention)
        if named is not None:
            return self._person(named, "name", lower)
        last = self._last_body(mention, lower)
        full = self._organizations.meant(mention, lower, last) or self._owned(mention, lower)
        full = full or (last if lower in self._lexicon.generic_bodies else None)
        if full is not None:
            return Speaker(full, SpeakerType.ORGANIZATION, None, "role", lower)
        kind = self._type(lower, tag)
        introduced = (
            self.nominals.introduced(mention, lower) if tag == "NN" and kind in TAKEN_UP else None
        )
        name = introduced or self._whole(parse, token, mention, kind)
        return Speaker(name, kind, None, "itself", lower)

    def _named_in_clause(self, parse: Parse, token: int, mention: Span) -> Person | None:
        """Return the person whom the clause behind a noun names (a man calling himself Roe)."""
        lexicon = self._lexicon
        for name in self._cast.within(self._whole(parse, token, mention, SpeakerType.UNNAMED)):
            lead = [word.lower() for word in words_before(self._setting.text, name)]
            named = lexicon.naming_participles.issuperset(lead[-1:])
            if name.run.start > mention.end and (
                named or " ".join(lead[-2:]) in lexicon.naming_leads
            ):
                return self._cast.person_of(name)
        return None

    def _last_body(self, mention: Span, noun: str) -> Span | None:
        """Return the organization that a bare noun for one takes up (the group), or None.

        It is the subject of the sentence before, or the one that spoke last, near by.
        """
        words = mention.of(self._setting.text).lower().split()
        lexicon = self._lexicon
        is_noun = noun in lexicon.generic_bodies or noun in lexicon.business_nouns
        if words[:-1] != words[:1] or not is_noun or not lexicon.is_definite(words[0]):
            return None
        near = self._things_near(mention)
        return next((s.name for s in near if s.type is SpeakerType.ORGANIZATION), None)

    def _owned(self, mention: Span, noun: str) -> Span | None:
        """Return the organization that a mention names by a pronoun for whose it is (her firm)."""
        first = mention.of(self._setting.text).split()[0].lower()
        gender = self._lexicon.word_gender(first)
        if not gender or noun not in self._lexicon.organization_nouns:
            return None
        people = self.ranking.recent(mention.start)
        owner = self.ranking.best(people, mention, gender)
        return self._organizations.owned(owner, noun) if owner is not None else None

    def _whole(self, parse: Parse, token: int, mention: Span, kind: SpeakerType) -> Span:
        """Return a mention with the clause that says who or what is meant, but for bodies."""
        if kind is SpeakerType.ORGANIZATION:
            return mention
        tokens = mention_tokens(parse, token)
        whole = span_of(parse, self._with_clause(parse, token, tokens))
        if whole is None or whole.start != mention.start or whole.end <= mention.end:
            return mention
        return before_tail(self._setting.text, whole, parse, token, self._lexicon)

    def _with_clause(self, parse: Parse, token: int, tokens: range) -> range:
        told = self._lexicon.informing_verbs
        return with_clause(parse, token, tokens, self._not_telling, told)

    def _type(self, noun: str, tag: str) -> SpeakerType:
        lexicon = self._lexicon
        if noun in lexicon.document_nouns:
            return SpeakerType.DOCUMENT
        if noun in lexicon.group_nouns or (
            tag in PLURAL_TAGS and noun not in lexicon.organization_nouns
        ):
            return SpeakerType.GROUP
        if noun in lexicon.organization_nouns:
            return SpeakerType.ORGANIZATION
        return SpeakerType.UNNAMED

    def _of_pronoun(self, parse: Parse, token: int, mention: Span, gender: str) -> Speaker:
        ahead = self._subject_ahead(parse, token)
        if ahead is not None and ahead.gender in ("", gender) and gender != PLURAL:
            return self._person(ahead, "ahead")
        people = self.ranking.recent(mention.start)
        person = self.ranking.best(people, mention, gender)
        if person is None and gender != PLURAL:
            person = self._named_after(mention, gender)
        return self._person(person, "pronoun") if person else NOBODY

    def _named_after(self, mention: Span, gender: str) -> Person | None:
        """Return the first person named behind a pronoun that has nobody before it."""
        here = self._setting.paragraph_at(mention.start)
        for name in self._cast.after(mention.end, MOST_NAMES):
            person = self._cast.person_of(name)
            if self._setting.paragraph_at(name.span.start) > here + 1:
                return None
            if (
                person
                and person.gender in ("", gender)
                and not self._setting.in_quotation(name.span)
            ):
                return person
        return None


def _without_cue(speaker: Speaker, link: Link) -> Speaker:
    """Return a speaker whose words end before the reporting word (a note to Roe saying “…”)."""
    name, mention, cue = speaker.name, link.mention, link.cue
    if name is None or mention is None or cue is None or not mention.end <= cue.start < name.end:
        return speaker
    return replace(speaker, name=mention) if name.start == mention.start else speaker


def _appositions(parse: Parse, token: int) -> Iterator[int]:
    """Yield what stands in apposition to a noun or to the last noun of a phrase behind it.

    An apposition may have one of its own (its lead author, the economist Roe).
    """
    yield from (c for c in parse.children[token] if parse.deps[c] == "appos")
    for child in parse.children[token]:
        if child > token and parse.deps[child] in ("prep", "pobj", "appos"):
            yield from _appositions(parse, child)


def _before_verb(parse: Parse, tokens: range, head: int) -> range:
    """Return the tokens of a phrase before the first verb behind its head; none without one."""
    verb = next((t for t in tokens if t > head and parse.tags[t].startswith("VB")), tokens.start)
    return range(tokens.start, verb)


def _follows_name(parse: Parse, token: int) -> bool:
    """Tell whether a noun phrase stands behind a name and a comma, as an apposition does."""
    first = mention_tokens(parse, token)[0]
    return first > 1 and parse.words[first - 1] == "," and parse.tags[first - 2].startswith("NNP")
