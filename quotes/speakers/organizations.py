"""Organizations: from short forms, acronyms and common nouns to the name in full."""

from __future__ import annotations

import re
from collections import Counter

from quotes.records import Span, SpeakerType
from quotes.speakers.cast import Cast, Person
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.names import Name, words_before
from quotes.speakers.setting import BARE, Setting

MOST_NAMES = 60
"""Names before an offset that are looked at, at most."""
LONGEST_ACRONYM = 8
BUSINESS_BEHIND = re.compile(r", ((?:[\w’'-]+ ){1,6})")
"""The first words of an apposition behind a name."""
SUBJECT_WORD = re.compile(r"[\w’'&-]+")
LONGEST_SUBJECT = 80
SCENE = re.compile(r"(?P<first>\w+)(?P<phrase> [^,.;:?!“”\"]{1,50})?, ")
"""A word or a short phrase and its comma at a sentence's beginning."""
VERB_BEHIND = re.compile(r"(?:, [^.;:?!“”\"]{1,80}?,)? (?P<word>[a-z]+)\b")
"""The word behind a name, or behind a phrase between commas that follows it."""
WORD_BEHIND = re.compile(r" ([\w’'-]+)")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
LISTED = re.compile(r"(?:, [A-Z][a-z]+)+,? (?P<joins>\w+) [A-Z][a-z]+(?: [A-Z][a-z]+)*\b")
"""What goes on with a list of what an office is for (of Parks, Culture and Sport)."""
APPOSED = re.compile(
    r"(?P<article>[\w’']+) (?:[\w’'-]+ ){0,3}?(?P<noun>[\w-]+), (?P<name>[A-Z][^,.;:]{1,60}),"
)
"""A noun phrase and a name between commas with which a sentence begins."""
JOINED = re.compile(r" (?P<joins>\w+)(?: [A-Z][\w’'-]*)+")
"""A word in lower case behind a name, and the capitalised words behind that."""


class Organizations:
    """Finds the full names of a document's organizations.

    Args:
        setting: the document.
        cast: its people, who are no organizations, and all its names.
        lexicon: words that tell organizations from other things.
    """

    def __init__(self, setting: Setting, cast: Cast, lexicon: Lexicon) -> None:
        self._setting = setting
        self._cast = cast
        self._lexicon = lexicon
        self._fuller: dict[str, Span | None] = {}
        self._by_initials: dict[str, Span] | None = None
        self._by_last_word: dict[str, Span] | None = None
        self._counts: Counter[str] | None = None

    def full_name(self, span: Span) -> Span:
        """Return the fullest name for which a name stands, where it is printed."""
        full = self._expansion(span.of(self._setting.text)) or self._longer(span)
        return self._with_purpose(full)

    def _with_purpose(self, span: Span) -> Span:
        """Return a name with what the organization is of or for (the League of Town Voters)."""
        text, lexicon = self._setting.text, self._lexicon
        last = span.of(text).split()[-1].lower()
        if last not in lexicon.organization_words or last in lexicon.role_nouns:
            return span
        end = at = span.end
        before = ""
        while (word := WORD_BEHIND.match(text, at)) is not None:
            lower, at = word[1].lower(), word.end()
            is_role = lower in lexicon.role_nouns and not lower.endswith("s")
            if is_role and before not in lexicon.joining_words:
                return span  # the Council on Trade Director Roe
            if before and not word[1][0].islower() and lower not in lexicon.calendar_words:
                end = at
            elif not self._joins(lower, before):
                break
            before = lower
        return Span(span.start, self._list_end(last, end) if end > span.end else end)

    def _list_end(self, body: str, end: int) -> int:
        """Return where the list ends of what an office is for, given the end of its first item."""
        listed = LISTED.match(self._setting.text, end) if body in self._lexicon.offices else None
        joins = listed is not None and listed["joins"] in self._lexicon.conjunctions
        return listed.end() if listed is not None and joins else end

    def joined(self, name: Name) -> Span | None:
        """Return the body of which a name is the first part, up to an and and more, or None.

        The Oceanic and Atmospheric Administration has its article and its noun once.
        """
        text, lexicon = self._setting.text, self._lexicon
        behind = JOINED.match(text, name.span.end)
        before = words_before(text, name)[-1:]
        if behind is None or behind["joins"] not in lexicon.conjunctions or self.says_so(name):
            return None
        is_one = before != [] and before[0].lower() in lexicon.definite_articles
        is_body = behind[0].split()[-1].lower() in lexicon.organization_words
        return Span(name.span.start, behind.end()) if is_one and is_body else None

    def _joins(self, word: str, before: str) -> bool:
        """Tell whether a word may go on with an organization's name, behind another word."""
        if word not in self._lexicon.joining_words:
            return False
        joins = self._lexicon.conjunctions
        if not before or before in joins:
            return word not in joins and word not in self._lexicon.definite_articles
        return True

    def _longer(self, span: Span) -> Span:
        """Return the first fuller name that begins with an organization's short one."""
        short = span.of(self._setting.text)
        if short not in self._fuller:
            self._fuller[short] = self._find_longer(short)
        return self._fuller[short] or span

    def _find_longer(self, short: str) -> Span | None:
        for name in self._cast.longer(short.split(maxsplit=1)[0]):
            if (
                name.span.of(self._setting.text).startswith(short + " ")
                and self._cast.person_of(name) is None
                and name.words[-1].lower() in self._lexicon.organization_words
            ):
                return name.span
        return self._ending_with(short)

    def _ending_with(self, word: str) -> Span | None:
        """Return the first longer name that ends with an organization's word (the Post)."""
        lower, lexicon = word.lower(), self._lexicon
        if lower not in lexicon.organization_words or lower in lexicon.role_nouns:
            return None
        if self._by_last_word is None:
            self._by_last_word = {}
            for name in self._cast.names:
                if len(name.words) > 1 and self._cast.person_of(name) is None:
                    self._by_last_word.setdefault(name.words[-1], name.span)
        return self._by_last_word.get(word)

    def _expansion(self, acronym: str) -> Span | None:
        """Return the words before an acronym in brackets that begin with its letters."""
        if not (acronym.isupper() and 1 < len(acronym) < LONGEST_ACRONYM):
            return None
        at = self._setting.first(f"({acronym})")
        if at < 0:
            return self._spelt_out(acronym)
        words = list(WORD.finditer(self._setting.text, max(0, at - 120), at))
        letters = list(acronym)
        for word in reversed(words):
            if word[0][0].upper() == letters[-1] and word[0][0].isupper():
                letters.pop()
            elif word[0][0].isupper():
                return None
            if not letters:
                return Span(word.start(), at - 1)
        return None

    def _spelt_out(self, acronym: str) -> Span | None:
        """Return the first name whose words begin with an acronym's letters, one for one."""
        if self._by_initials is None:
            self._by_initials = {}
            for name in self._cast.names:
                initials = "".join(word[0] for word in name.words)
                if len(initials) > 1 and initials.isupper():
                    self._by_initials.setdefault(initials, name.span)
        return self._by_initials.get(acronym)

    def meant(self, mention: Span, noun: str, last: Span | None = None) -> Span | None:
        """Return the organization for which a definite noun stands (the company).

        Args:
            mention: the noun with its article.
            noun: the noun, lower case.
            last: the organization that spoke last or is the subject of the sentence before.
        """
        words = mention.of(self._setting.text).lower().split()
        if (
            words[0] not in self._lexicon.definite_articles
            or noun not in self._lexicon.organization_nouns
        ):
            return None
        before = self._cast.before(mention.start, MOST_NAMES)
        for name in reversed(before):
            if len(name.words) > 1 and name.key == noun:
                return self.full_name(name.span)
        if len(words) != BARE or noun not in self._lexicon.business_nouns:
            return None
        if last is not None and self._may_be_business(last):
            return last
        named = [name for name in before if self._may_be_org(name) and not self._opens(name)]
        counts = Counter(name.words for name in named)
        for name in named:
            counts[name.words] += self._is_business(name)  # as good as one more mention
        best = max(named, key=lambda n: (counts[n.words], n.span.start), default=None)
        return self.full_name(best.span) if best else None

    def _opens(self, name: Name) -> bool:
        """Tell whether a name is the one word with which a sentence begins, be it common."""
        before = self._setting.text[max(0, name.run.start - 3) : name.run.start].rstrip()
        return len(name.words) == 1 and (not before or before[-1] in '.?!:”"’')

    def _may_be_business(self, span: Span) -> bool:
        """Tell whether an organization's name does not say that it is something else."""
        last = span.of(self._setting.text).split()[-1].lower()
        lexicon = self._lexicon
        other = last in lexicon.offices or last in lexicon.public_bodies
        return not other and span.of(self._setting.text)[:1].isupper()

    def owned(self, person: Person, noun: str) -> Span | None:
        """Return the fullest words that name somebody's organization by its owner, or None.

        Her campaign is Roe's campaign, or the Roe campaign, where the document has it.
        """
        pattern = re.compile(rf"(?:[’']s?)? {re.escape(noun)}\b")
        found = ((name, pattern.match(self._setting.text, name.span.end)) for name in person.names)
        spans = [Span(name.run.start, m.end()) for name, m in found if m is not None]
        return max(spans, key=lambda s: s.of(self._setting.text).count(" "), default=None)

    def _is_business(self, name: Name) -> bool:
        """Tell whether a noun beside a name says that it is a firm (the maker, X; X, a bank)."""
        text = self._setting.text
        before = text[max(0, name.run.start - 30) : name.run.start].rstrip(", ").split()[-1:]
        behind = BUSINESS_BEHIND.match(text, name.span.end)
        words = [*before, *(behind[1].split() if behind else ())]
        return not self._lexicon.business_nouns.isdisjoint(words)

    def whole(self, mention: Span, name: Span) -> Span:
        """Return all of a name of which the parts are joined (the Grocery and Dock Workers)."""
        text, lexicon = mention.of(self._setting.text), self._lexicon
        first, _, rest = text.partition(" ")
        named = rest if first.lower() in lexicon.determiners else text
        words = named.split() or [text]
        joined = all(word[0].isupper() or word in lexicon.joining_words for word in words)
        is_body = joined and words[-1].lower() in lexicon.organization_words
        if not is_body or name.end != mention.end:
            return name
        return Span(min(mention.end - len(named), name.start), name.end)

    def subject_at(self, offset: int) -> tuple[Span, SpeakerType] | None:
        """Return the organization or text with which a sentence begins, if it is its subject.

        It is named there, or a noun for one (The federation said it would …; A draft has …).

        Args:
            offset: where the sentence begins.
        """
        offset = self._past_scene(offset)
        apposed = self._apposed_at(offset) or self._named_at(offset)
        if apposed is not None:
            return self.full_name(apposed.span), SpeakerType.ORGANIZATION
        span = self._before_verb(offset)
        if span is None:
            return None
        name = self._cast.name_at(Span(span.end - 1, span.end))
        if name is not None and self._may_be_org(name):
            named = self.full_name(name.span) if self.says_so(name) else None
            return (named, SpeakerType.ORGANIZATION) if named else None
        noun = span.of(self._setting.text).lower().split()[-1]
        if name is None and noun in self._lexicon.document_nouns:
            return span, SpeakerType.DOCUMENT
        if name is not None or noun not in self._lexicon.organization_nouns:
            return None
        return self.meant(span, noun) or span, SpeakerType.ORGANIZATION

    def _apposed_at(self, offset: int) -> Name | None:
        """Return the body named between commas with which a sentence begins (The bank, X, …)."""
        found = APPOSED.match(self._setting.text, offset)
        lexicon = self._lexicon
        if found is None or not lexicon.is_definite(found["article"].lower()):
            return None
        if found["noun"] not in lexicon.organization_nouns:
            return None
        name = self._cast.name_at(Span(found.end("name") - 1, found.end("name")))
        return name if name is not None and self._cast.person_of(name) is None else None

    def says_so(self, name: Name) -> bool:
        """Tell whether one of a name's words is an organization's (the Harbour Board)."""
        return any(word.lower() in self._lexicon.organization_words for word in name.words)

    def _past_scene(self, offset: int) -> int:
        """Return where a sentence goes on behind what sets its scene (In a note, X; Still, X)."""
        scene = SCENE.match(self._setting.text, offset)
        if scene is None:
            return offset
        leads = self._lexicon.prepositions if scene["phrase"] else self._lexicon.function_words
        return scene.end() if scene["first"].lower() in leads else offset

    def _named_at(self, offset: int) -> Name | None:
        """Return the body named at an offset, an article before it or not, if a verb follows.

        A phrase between commas may stand before the verb (The bank, which owns two, lost).
        """
        text, lexicon = self._setting.text, self._lexicon
        first = SUBJECT_WORD.match(text, offset)
        is_article = first is not None and first[0].lower() in lexicon.definite_articles
        begin = first.end() + 1 if first is not None and is_article else offset
        name = self._cast.name_at(Span(begin, begin + 1))
        if name is None or name.run.start != begin or self._cast.person_of(name) is not None:
            return None
        behind = VERB_BEHIND.match(text, self.full_name(name.span).end)
        is_verb = behind is not None and self._follows_as_verb(behind["word"])
        is_common = len(name.words) == 1 and not is_article and not self._is_named_again(name)
        is_body = self.says_so(name) or (self._may_be_org(name) and not is_common)
        return name if is_verb and is_body else None

    def _is_named_again(self, name: Name) -> bool:
        """Tell whether the document has a name of one word, or a longer one with it, again."""
        if self._counts is None:
            self._counts = Counter(word for name in self._cast.names for word in name.words)
        return self._counts[name.words[0]] > 1

    def _before_verb(self, offset: int) -> Span | None:
        """Return the few words from an offset to the first verb behind them.

        A word right behind an article is no verb (the court).
        """
        end, before = offset, ""
        for word in SUBJECT_WORD.finditer(self._setting.text, offset, offset + LONGEST_SUBJECT):
            if word.start() > end + 1:
                return Span(offset, end) if self._is_set_off(end) else None
            opens = not before or before in self._lexicon.determiners
            if not opens and self._lexicon.may_be_verb(word[0]):
                return Span(offset, end)
            end, before = word.end(), word[0].lower()
        return None

    def _is_set_off(self, end: int) -> bool:
        """Tell whether a phrase between commas and a verb follow (A report, seen today, says)."""
        behind = VERB_BEHIND.match(self._setting.text, end)
        is_apart = self._setting.text.startswith(",", end)
        return is_apart and behind is not None and self._follows_as_verb(behind["word"])

    def _follows_as_verb(self, word: str) -> bool:
        """Tell whether a lower-case word behind a whole subject is its verb, known or not."""
        lexicon = self._lexicon
        other = word in lexicon.function_words or word in lexicon.joining_words
        return self._lexicon.may_be_verb(word) or not other

    def _may_be_org(self, name: Name) -> bool:
        lower = {word.lower() for word in name.words}
        lexicon = self._lexicon
        other = (lexicon.demonyms, lexicon.calendar_words, lexicon.place_words)
        roles = (lexicon.title_modifiers, lexicon.role_nouns)
        known = any(not words.isdisjoint(lower) for words in (*other, *roles))
        return self._cast.person_of(name) is None and not known
