"""The cast: who is named in a document, and which names are the same person's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotes.frames import is_headline
from quotes.records import Span
from quotes.speakers.genders import Genders
from quotes.speakers.lexicon import Lexicon, is_possessive
from quotes.speakers.names import NICKNAME, Name, core_words, words_before
from quotes.speakers.phrases import phrases

MOST_PERSON_WORDS = 5
LONGEST_ROLE = 60
"""Characters before a name that may state a role and what it is of."""
QUOTED = re.compile(r"[,.]?[”\"’']")
"""What stands behind a name that ends a quotation."""
BREAK = re.compile(r"[.,;:”\"'’]")
ROLE_BREAK = re.compile(r"[.?!:][”\"'’)]*\s")
"""Where the words before a name begin that may be its role."""
NEAR_WORDS = 4
"""Words before a name among which a preposition may govern it."""
MOST_LEAD = 40
"""Characters before a name that are read for what governs it."""
DEPENDENT = 0.5
"""What a name behind a preposition counts for whom its surname alone means."""
PROTAGONIST_NAMES, PROTAGONIST_RATIO = 4, 2.0
"""How often the person is named whom an article is about, and against the next one."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the document."""

    full: str
    """The fullest form of the name printed in the document."""
    gender: str
    """`m`, `f`, or empty where nothing tells."""
    names: tuple[Name, ...]
    """Every place where the person is named, in text order; none for somebody unnamed."""
    span: Span | None = None
    """Where the words for somebody unnamed stand."""
    noun: str = ""
    """The head noun of those words, lower case."""


class Cast:
    """The people of a document.

    Args:
        text: the document's text.
        paragraphs: its paragraphs.
        names: the names found in it, in text order.
        lexicon: words that tell people from other things.
    """

    def __init__(
        self, text: str, paragraphs: Sequence[Span], names: Sequence[Name], lexicon: Lexicon
    ) -> None:
        self._text = text
        self._lexicon = lexicon
        self.names = names
        headlines = [p for p in paragraphs if is_headline(p.of(text))]
        self._phrases = phrases(lexicon)
        self._in_headline = {name.span.start for line in headlines for name in self.within(line)}
        self._alone = Counter(n.key for n in names if len(n.words) == 1)
        self._speaking = {n.key for n in names if len(n.words) == 1 and self._says(n)}
        self._introduced = {
            n.key for n in names if self._phrases.introduction.match(text, n.span.end)
        }
        self._acronyms = {n.key for n in names if n.words[-1].isupper()}
        self._beginning: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            if len(name.words) > 1:
                self._beginning[name.words[0]].append(name)
        self._pairs: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            if len(name.words) == 2 and name.span.start not in self._in_headline:
                self._pairs[name.words[0].lower()].append(name)
        self._genders = Genders(text, names, lexicon)
        self.people: list[Person] = []
        self._of_name: dict[int, Person] = {}
        self._build()

    def person_of(self, name: Name) -> Person | None:
        """Return the person whom a name stands for, or None if it is nobody's."""
        return self._of_name.get(name.span.start)

    def protagonist(self, gender: str) -> Person | None:
        """Return whom the document names most by far, among people whom a gender fits."""
        people = [person for person in self.people if gender in ("", person.gender)]
        ranked = sorted(people, key=lambda person: -len(person.names))
        if not ranked or len(ranked[0].names) < PROTAGONIST_NAMES:
            return None
        others = len(ranked[1].names) if len(ranked) > 1 else 0
        return ranked[0] if len(ranked[0].names) >= PROTAGONIST_RATIO * others else None

    def name_at(self, span: Span) -> Name | None:
        """Return the last name that overlaps a span, else one whose title does."""
        titled = found = None
        for name in self._names_before(span):
            if name.span.overlaps(span):
                found = name
            elif name.run.overlaps(span):
                titled = name
        return found or titled

    def _names_before(self, span: Span) -> Sequence[Name]:
        """Return the few names that may overlap a span."""
        last = bisect_left(self.names, span.end, key=lambda name: name.run.start)
        first = last
        while first > 0 and self.names[first - 1].run.end > span.start:
            first -= 1
        return self.names[first:last]

    def longer(self, first: str) -> Sequence[Name]:
        """Return the names of two words and more that begin with a word."""
        return self._beginning.get(first, ())

    def before(self, offset: int, count: int) -> Sequence[Name]:
        """Return the last names that end before an offset, at most so many."""
        last = bisect_left(self.names, offset, key=lambda name: name.span.end)
        return self.names[max(0, last - count) : last]

    def after(self, offset: int, count: int) -> Sequence[Name]:
        """Return the first names behind an offset, at most so many."""
        first = bisect_left(self.names, offset, key=lambda name: name.span.start)
        return self.names[first : first + count]

    def within(self, span: Span) -> Sequence[Name]:
        """Return the names that begin inside a span."""
        first = bisect_left(self.names, span.start, key=lambda name: name.span.start)
        last = bisect_left(self.names, span.end, key=lambda name: name.span.start)
        return self.names[first:last]

    def is_person_like(self, name: Name) -> bool:
        """Tell whether a name looks like a person's by itself."""
        lexicon = self._lexicon
        lower = [word.lower() for word in name.words]
        named_so = any(w in lexicon.organization_words for w in lower)
        if len(lower) > MOST_PERSON_WORDS or (named_so and not self._bears_word(name)):
            return False
        verbs = (word in lexicon.auxiliaries and not word.isalpha() for word in lower)
        if lower[-1] in lexicon.loose_roles or any(verbs):
            return False  # a Virginia Democrat; The Governor Who Won't Sit Down
        if name.honorific and lower[0] not in lexicon.demonyms:
            is_place = name.honorific in lexicon.loose_roles and lower[0] in lexicon.place_words
            return len(lower) > 1 or not (is_place or name.span.start in self._in_headline)
        if len(lower) < 2 or sum(word in lexicon.place_words for word in lower) > 1:
            return False
        first = name.words[0].rstrip(".")
        initials = all(len(part) == 1 for part in first.split("."))  # J, J.R
        return initials or lexicon.may_be_given_name(first) or self._is_introduced(name)

    def _bears_word(self, name: Name) -> bool:
        """Tell whether a person bears an organization's word (Tom Hall, Ann Hall Roe)."""
        given, *others = name.words
        is_last = name.key in self._lexicon.organization_words
        return (
            len(others) == (1 if is_last else 2)
            and self._lexicon.is_given_name(given)
            and given.lower() not in self._lexicon.place_names
            and (name.key in self._speaking or name.key in self._introduced)
            and not self._follows_determiner(name)
        )

    def _is_introduced(self, name: Name) -> bool:
        """Tell whether a name of two or three words is introduced as people are (X, who …)."""
        lexicon = self._lexicon
        lower = [word.lower() for word in name.words]
        if lower[0] not in lexicon.place_words and self._follows_trade(name):
            lower = lower[:1]  # a surname that is a place's (barber Sal Costa)
        if (
            len(name.words) > 3
            or name.span.start in self._in_headline
            or any(
                w in lexicon.place_words or w in lexicon.demonyms or w in lexicon.title_modifiers
                for w in lower
            )
        ):
            return False
        if any(w.isupper() and len(w) > 2 for w in name.words):
            return False
        if self._is_called_body(name):
            return False
        return (
            bool(self._phrases.introduction.match(self._text, name.span.end))
            or self._genders.is_taken_up(name)
            or self._leads_role(name)
            or self._follows_role(name)
        )

    def _is_called_body(self, name: Name) -> bool:
        """Tell whether an apposition says that a name is a body's (Blind Pilot, the pub)."""
        apposed = self._phrases.apposition.match(self._text, name.span.end)
        words = apposed[1].lower().split() if apposed and apposed[0].startswith(", ") else []
        lexicon = self._lexicon
        roles = (lexicon.role_nouns, lexicon.kin_nouns, lexicon.person_relatives)
        is_body = words != [] and words[-1] in lexicon.organization_nouns
        return is_body and all(listed.isdisjoint(words) for listed in roles)

    def _follows_trade(self, name: Name) -> bool:
        """Tell whether a role or an age stands right before a name, without a capital."""
        *_, word = ["", *words_before(self._text, name)]
        is_role = word in self._lexicon.role_nouns and word not in self._lexicon.loose_roles
        return is_role or self._phrases.aged.search(word) is not None

    def _leads_role(self, name: Name) -> bool:
        """Tell whether a comma and a role stand behind a name (Lena Ortiz, mayor of Ulm)."""
        role = self._phrases.role_behind.match(self._text, name.span.end)
        return role is not None and any(w in self._lexicon.role_nouns for w in role[1].split())

    def _follows_role(self, name: Name) -> bool:
        """Tell whether a role and a comma stand before a name (the mayor of Ulm, Lena Ortiz)."""
        lexicon = self._lexicon
        before = self._text[max(0, name.run.start - LONGEST_ROLE) : name.run.start]
        phrase = ROLE_BREAK.split(before)[-1].rstrip().removesuffix(",").split(",")[-1].split()
        if not phrase:
            return False
        kin = phrase[-1] in lexicon.kin_nouns and lexicon.is_definite(phrase[0].lower())
        if phrase[-1] in lexicon.role_nouns or kin or self._phrases.aged.search(phrase[-1]):
            return True
        firsts = [i for i, word in enumerate(phrase) if word.lower() in lexicon.determiners]
        enclosed = before.endswith(", ") and self._text.startswith(",", name.span.end)
        owned = any(map(is_possessive, phrase[:-1]))
        if enclosed and owned and phrase[-1].lower() in lexicon.role_nouns:
            return True  # Ulm's President, Lena Ortiz,
        if not firsts or not enclosed or phrase[-1] in lexicon.organization_nouns:
            return False
        return any(word in lexicon.role_nouns for word in phrase[firsts[0] :])

    def _build(self) -> None:
        full: dict[str, list[Name]] = defaultdict(list)
        single: list[Name] = []
        for name in self.names:
            if len(core_words(name, self._lexicon)) > 1:
                if self.is_person_like(name) or self._is_echoed(name):
                    full[self._surname(name)].append(name)
            else:
                single.append(name)
        self._add_short_forms(full)
        self._add_two_surnames(full)
        groups = [g for names in full.values() for g in self._by_given_name(names)]
        self._attach(groups, single)
        self.people = [self._person(group) for group in groups]
        self.people.sort(key=lambda p: p.names[0].span.start)
        for person in self.people:
            for name in person.names:
                self._of_name[name.span.start] = person

    def _add_short_forms(self, full: Mapping[str, list[Name]]) -> None:
        """Add the forms of several words that end a full name (Vargas Llosa)."""
        known = {id(name) for names in full.values() for name in names}
        cores = {_lower(name, self._lexicon) for names in full.values() for name in names}
        endings = {core[first:] for core in cores for first in range(len(core) - 1)}
        for name in self.names:
            core = _lower(name, self._lexicon)
            if core in endings and id(name) not in known:
                full[core[-1]].append(name)

    def _add_two_surnames(self, full: dict[str, list[Name]]) -> None:
        """Join who goes by the first of two surnames to the full name (Ana Ruiz, Ana Ruiz Roe)."""
        lexicon = self._lexicon
        longer: dict[tuple[str, ...], str] = {}
        for name in (name for names in full.values() for name in names):
            core = _lower(name, lexicon)
            *_, first, last = core
            behind = self._text[name.span.end : name.span.end + 2].strip()
            if (
                len(core) > 2
                and not lexicon.is_given_name(first)
                and not behind.istitle()  # a headline's words look like names
                and last not in lexicon.function_words
                and last not in lexicon.place_words
            ):
                longer[core[:-1]] = last
        for surname in list(full) if longer else ():
            names, full[surname] = full[surname], []
            for name in names:
                full[longer.get(_lower(name, lexicon), surname)].append(name)

    def _surname(self, name: Name) -> str:
        return core_words(name, self._lexicon)[-1].lower()

    def _is_echoed(self, name: Name) -> bool:
        """Tell whether the last word of an unknown name also stands alone, as surnames do."""
        lower = [word.lower() for word in name.words]
        lexicon = self._lexicon
        if len(lower) > 3 or any(
            w in lexicon.organization_words
            or w in lexicon.demonyms
            or w in lexicon.function_words
            or w in lexicon.calendar_words
            or w in lexicon.title_modifiers
            for w in lower
        ):
            return False
        if (
            name.span.start in self._in_headline
            or (lower[0] in lexicon.place_words and lower[-1] not in self._speaking)
            or self._is_term(name)
            or self._follows_determiner(name)
            or any(w.isupper() and len(w) > 2 for w in name.words)  # an acronym, not a person
        ):
            return False
        alone = self._alone.get(lower[-1], 0)
        return alone > 0 and self._alone.get(lower[0], 0) == 0

    def _says(self, name: Name) -> bool:
        """Tell whether a verb of saying follows a name."""
        behind = self._text[name.span.end : name.span.end + 20].split(None, 1)[:1]
        return bool(behind) and behind[0].rstrip(".,:") in self._lexicon.speech_verbs

    def _goes_by_given_name(self, name: Name) -> bool:
        """Tell whether a single word is a relative's or a given name that says something."""
        lexicon = self._lexicon
        lead = " ".join(words_before(self._text, name)[-2:]).lower()
        if self._genders.kin_before(name) or lead in lexicon.naming_leads:
            return True  # a teacher who gave her name as Amna
        return (
            (self._phrases.alone.match(self._text, name.span.end) or name.key in self._speaking)
            and lexicon.is_given_name(name.words[0])
            and name.key not in lexicon.place_names
            and name.key not in self._acronyms
            and not self._follows_determiner(name)
        )

    def _is_term(self, name: Name) -> bool:
        """Tell whether a name is all that stands in quotation marks (the “Harbour Watch”)."""
        before = self._text[max(0, name.run.start - 1) : name.run.start]
        return before in tuple("“\"‘'") and bool(QUOTED.match(self._text, name.run.end))

    def _follows_determiner(self, name: Name) -> bool:
        """Tell whether an article stands right before a name (the Scarborough Shoal)."""
        *_, word, blank = ["", *self._text[max(0, name.run.start - 5) : name.run.start].split(" ")]
        return not blank and word.lower() in self._lexicon.determiners

    def _is_senior(self, name: Name) -> bool:
        """Tell whether a name is told apart from a son's by Sr."""
        return name.words[-1].rstrip(".").lower() in self._lexicon.senior_suffixes

    def _by_given_name(self, names: Sequence[Name]) -> list[list[Name]]:
        """Group the full names with one surname by their given names."""
        groups: list[list[Name]] = []
        forms: list[set[tuple[str, ...]]] = []
        for name in sorted(names, key=lambda n: n.span.start):
            core = core_words(name, self._lexicon)
            for group, known in zip(groups, forms, strict=True):
                if self._is_senior(name) == self._is_senior(group[0]) and (
                    core in known or any(_same_given(core, other) for other in known)
                ):
                    group.append(name)
                    known.add(core)
                    break
            else:
                groups.append([name])
                forms.append({core})
        return groups

    def _attach(self, groups: list[list[Name]], single: Iterable[Name]) -> None:
        """Give each single-word name to the group that it most likely stands for."""
        by_surname: dict[str, list[list[Name]]] = defaultdict(list)
        by_given: dict[str, list[list[Name]]] = defaultdict(list)
        for group in groups:
            for surname in {self._surname(name) for name in group}:
                by_surname[surname].append(group)
            for given in {word for n in group for word in self._given(n)}:
                by_given[given].append(group)
        sizes = {id(group): len(group) for group in groups}
        weights = {id(group): sum(map(self._prominence, group)) for group in groups}
        new: dict[str, list[Name]] = {}
        left: list[Name] = []
        for name in single:
            choices = by_surname.get(name.key) or by_given.get(name.key) or []
            found = self._choose(name, choices, sizes, weights)
            if found is not None and name.key in by_surname:
                weights[id(found)] = weights.get(id(found), 0.0) + self._prominence(name)
            if found is None and not choices:
                found = self._surname_first(name, groups, by_given)
            if (
                found is None
                and not choices
                and (self.is_person_like(name) or self._goes_by_given_name(name))
            ):
                found = new.setdefault(name.key, [])
            (left if found is None else found).append(name)
        for name in left:
            new.get(name.key, []).append(name)
        groups.extend(new.values())
        for group in groups:
            group.sort(key=lambda n: n.span.start)

    def _given(self, name: Name) -> Iterator[str]:
        """Yield what else than the surname a full name may be shortened to, lower case.

        It is the given name, the nickname (Juan “Chico” Roe), or the first of two surnames, where
        it says something by itself (Marisol Quispe Yupari; Quispe said).
        """
        core = _lower(name, self._lexicon)
        yield core[0]
        yield from (word for word in core[1:-1] if word in self._speaking)
        nickname = NICKNAME.search(self._text, name.span.start, name.span.end)
        if nickname is not None:
            yield nickname[1].lower()

    def _surname_first(
        self,
        single: Name,
        groups: list[list[Name]],
        by_given: dict[str, list[list[Name]]],
    ) -> list[Name] | None:
        """Return a new group for a name that begins with a single one (Zhao, Zhao Wenting)."""
        lexicon = self._lexicon
        # What makes none of the names a person's now never will.
        for name in self._pairs.pop(single.key, ()):
            lower = {word.lower() for word in name.words}
            if (
                not any(w in lexicon.organization_words or w in lexicon.place_words for w in lower)
                and not any(w in lexicon.demonyms or w in lexicon.calendar_words for w in lower)
                and self._alone[name.key] == 0
                and self._phrases.surname_first.match(self._text, name.span.end)
            ):
                groups.append([name])
                by_given[single.key].append(groups[-1])
                return groups[-1]
        return None

    def _prominence(self, name: Name) -> float:
        """Return how much a name counts for whom the surname alone means (the mother of Roe)."""
        near = BREAK.split(self._lead(name))[-1].split()[-NEAR_WORDS:]
        depends = any(word in self._lexicon.prepositions for word in near)
        return DEPENDENT if depends or self._kin(name) else 1.0

    def _lead(self, name: Name) -> str:
        """Return the characters before a name that are read for what governs it."""
        return self._text[max(0, name.run.start - MOST_LEAD) : name.run.start]

    def _kin(self, name: Name) -> str:
        """Return the noun for whose relative somebody is (her husband, Tom Roe), or nothing."""
        words = ["", *self._lead(name).lower().replace(",", "").split()[-NEAR_WORDS:]]
        owned = (i for i, word in enumerate(words) if word in self._lexicon.kin_nouns)
        return next((words[i] for i in owned if self._lexicon.is_definite(words[i - 1])), "")

    def _by_age(self, name: Name, choices: Sequence[list[Name]]) -> list[Name] | None:
        """Return the group that the elder or the younger bearer of a surname stands for.

        One of them is said to be a relative (His father, Tom Roe, came. The elder Roe left.)
        """
        *_, word = ["", *words_before(self._text, name)]
        lexicon = self._lexicon
        kin, others = lexicon.elder_kin, lexicon.younger_kin
        if word in lexicon.younger_words:
            kin, others = others, kin
        elif word not in lexicon.elder_words:
            return None
        nouns = [(group, set(map(self._kin, group))) for group in choices]
        told = [group for group, of in nouns if not kin.isdisjoint(of)]
        left = [group for group, of in nouns if others.isdisjoint(of)]
        return next((found[0] for found in (told, left) if len(found) == 1), None)

    def _choose(
        self,
        name: Name,
        choices: list[list[Name]],
        sizes: Mapping[int, int],
        weights: Mapping[int, float],
    ) -> list[Name] | None:
        """Return the group that a short name stands for: the one named most so far, or last.

        Args:
            name: a surname or given name alone, perhaps with an honorific.
            choices: groups of names that it may stand for.
            sizes: how many full names each group has.
            weights: how much the full names and the surnames of each group count so far.
        """
        gender = self._lexicon.word_gender(name.honorific)
        if gender:
            fitting = [g for g in choices if self._genders.so_far(g) in ("", gender)]
            # Mr. Tribe is Laurence Tribe, though Laurence may be a woman's name, if nobody else
            # is called Tribe and no honorific says otherwise.
            alone = len(choices) == 1 and not self._genders.is_told(choices[0])
            choices = fitting or (choices if alone else [])
        if len(choices) < 2:
            return choices[0] if choices else None
        before = [g for g in choices if g[0].span.start < name.span.start] or choices
        return self._by_age(name, before) or max(
            before,
            key=lambda g: (weights[id(g)], _last_before(name.span.start, g, sizes[id(g)])),
        )

    def _person(self, group: Sequence[Name]) -> Person:
        return Person(self._fullest(group), self._genders.of(group), tuple(group))

    def _fullest(self, group: Sequence[Name]) -> str:
        """Return the longest form, from running text where possible (Kenneth Roe, not Ken Roe)."""
        forms = Counter(
            n.span.of(self._text) for n in group if n.span.start not in self._in_headline
        )
        if not any(" " in form for form in forms):
            forms = Counter(n.span.of(self._text) for n in group)
        return max(forms, key=lambda form: (len(form.split()), form.find(" "), forms[form]))


def _lower(name: Name, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(word.lower() for word in core_words(name, lexicon))


def _last_before(offset: int, group: Sequence[Name], first: int) -> int:
    """Return where the last name of a group before an offset begins, or -1.

    Args:
        offset: a document offset.
        group: names: some in text order, then others in text order that stand before the offset.
        first: how many the former are.
    """
    last = bisect_left(group, offset, hi=first, key=lambda name: name.span.start)
    names = [*group[max(0, last - 1) : last], *group[max(first, len(group) - 1) :]]
    return max((name.span.start for name in names), default=-1)


def _same_given(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two full names with one surname can be the same person's."""
    shorter, longer = sorted(([w.lower() for w in a], [w.lower() for w in b]), key=len)
    if longer[-len(shorter) :] == shorter:
        return True  # Vargas Llosa and Mario Vargas Llosa, De Blasio and Bill de Blasio
    x, y = a[0].rstrip(".").lower(), b[0].rstrip(".").lower()
    if x == y:
        return True
    if min(len(x), len(y)) == 1:
        return x[0] == y[0]
    return min(len(x), len(y)) >= 3 and (x.startswith(y) or y.startswith(x))
