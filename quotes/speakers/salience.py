"""Salience: how present in mind the people of a document are at each of its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set

from quotes.parse import Parse
from quotes.records import Span
from quotes.speakers.cast import Cast
from quotes.speakers.lexicon import Lexicon
from quotes.speakers.names import Name
from quotes.speakers.phrases import phrases
from quotes.speakers.setting import Setting

SUBJECT, EMBEDDED, MENTIONED, POSSESSIVE, QUOTED = 2.0, 1.2, 1.0, 0.6, 0.15
"""Weights of a mention by its grammatical role."""
INTRODUCED = 1.5
"""Weight of a full name that a relative clause introduces, whatever its role."""
PER_SUBJECT, PER_PARAGRAPH, REPEATED = 0.6, 0.85, 0.15
"""What another subject and a paragraph in between leave of a weight; what repetition adds."""
ALONE = 1.3
"""What it counts to be the only one whom a paragraph has named so far."""
MOST_EVENTS = 60
"""Mentions before an offset that are looked at, at most."""
REACH = 8
"""Paragraphs back that are still in mind."""
SENTENCE_START = re.compile(r"(?:^|[.?!:][”\"'’)]*)\s*(?P<words>[^.?!:,;]*)$")
PHRASE_START = re.compile(r"(?:^|[.?!:][”\"'’)]*)\s*(?P<words>\w[^.?!:,;]*), $")
"""A phrase at a sentence's beginning and its comma (In the interview, Roe …; The mayor, Roe, …)."""
ENCLOSED = re.compile(r", (?P<words>\w[^.?!:,;]*), $")
"""A phrase between commas before a name, where another one opens the sentence."""
INVERTED = re.compile(r"[,”\"'’?!]\s+(?P<verb>\w+)\s*(?:[A-Z][\w.]*\s+)*$")
"""A verb between a comma or mark and a name, whose subject the name may be (…, said Roe)."""
CLAUSE_START = re.compile(r"[.?!:,;()”\"]|—| - |''")
"""What parts the clause before a name from one before that."""
LONGEST_LEAD = 240
"""Characters before a name that are read to tell whether it begins its sentence."""
APPOSED_VERB = re.compile(r", [^.?!:;”\"]{1,120}?, (?P<verb>[a-z]+(?:[’'][a-z]+)?)\b")
"""A phrase between commas behind a name, and the verb."""
STOPPED = re.compile(r"\b(\w+)\.(?= )")
"""A word and a stop inside a paragraph."""
OPENED = re.compile(r"(?:^|[.?!][”\"'’)]*)\s+(?P<words>\w+(?: \w+)?) $")
"""The one or two words between a sentence's beginning and a name."""
EXAMPLE = re.compile(r"(?:^|[.?!:][”\"'’)]*)\s*(?P<plural>[^.?!:,;]+), (?P<lead>[^,]+) $")
"""A sentence's first phrase and the words that lead to an example (Some pilots, like Roe, say)."""
LEAD_WORDS = 6
"""How many words of a title may stand between a sentence's beginning and its subject's name."""


class Salience:
    """The mentions of a document's people, each with the weight of its grammatical role.

    Args:
        setting: the document.
        cast: its people, whose names are the first mentions.
        lexicon: words that tell a subject where no parse does.
    """

    def __init__(self, setting: Setting, cast: Cast, lexicon: Lexicon) -> None:
        self._setting = setting
        self._lexicon = lexicon
        # Made once, for they are asked of every name.
        asked = lexicon.asking_verbs | lexicon.speech_verbs  # Asked why, Roe …; Speaking …, Roe …
        self._opens = lexicon.prepositions | lexicon.subordinators | asked
        self._people = lexicon.role_nouns | lexicon.kin_nouns
        self._articles = lexicon.determiners | lexicon.definite_words | lexicon.indefinite_words
        clauses = lexicon.subordinators | lexicon.complementizers | lexicon.singular_pronouns
        self._light = lexicon.function_words - clauses - self._articles
        self._short = lexicon.honorifics | lexicon.courtesy_titles
        self._aged = phrases(lexicon).aged
        roles = _roles(setting.parses, lexicon.asking_verbs)
        self._events: list[tuple[int, str, float]] = sorted(
            (name.span.start, person.full, self._weight(name, roles))
            for person in cast.people
            for name in person.names
        )

    def add(self, offset: int, full: str, weight: float) -> None:
        """Take note of a mention of somebody, by the full form of the name, once.

        Several quotations may have one mention, which is no more in mind for that.
        """
        at = bisect_left(self._events, (offset, full, weight))
        if self._events[at : at + 1] != [(offset, full, weight)]:
            self._events.insert(at, (offset, full, weight))

    def scores(self, offset: int) -> dict[str, float]:
        """Return how present in mind each person named or speaking before an offset is.

        The keys are the full forms of the names.

        The last subject counts most; each other subject in between and each paragraph weakens
        what went before (after the salience factors of Lappin and Leass, "An Algorithm for
        Pronominal Anaphora Resolution", 1994).
        """
        scores: dict[str, float] = {}
        here = self._setting.paragraph_at(offset)
        passed: list[str] = []
        in_paragraph: set[str] = set()
        last = bisect_left(self._events, (offset, "", 0.0))
        for at, full, weight in reversed(self._events[max(0, last - MOST_EVENTS) : last]):
            apart = here - self._setting.paragraph_at(at)
            if apart > REACH:
                break
            others = sum(name != full for name in passed)
            value = weight * PER_SUBJECT**others * PER_PARAGRAPH**apart
            known = scores.get(full, 0.0)
            scores[full] = max(known, value) + REPEATED * min(known, value)
            if weight >= SUBJECT and (not passed or passed[-1] != full):
                passed.append(full)
            if apart == 0 and weight > QUOTED:
                in_paragraph.add(full)
        for full in in_paragraph if len(in_paragraph) == 1 else ():
            scores[full] *= ALONE
        return scores

    def _weight(self, name: Name, roles: Mapping[int, float]) -> float:
        """Return the weight of a name's mention by its grammatical role."""
        first = Span(name.span.start, name.span.start + 1)  # for Juan “Chico” Roe
        if self._setting.in_quotation(first):
            return QUOTED
        if name.possessive:
            return POSSESSIVE if self._lead_of(name) else MENTIONED  # Roe's suit demands it. He …
        if self._is_topic(name):
            return SUBJECT
        weight = self._weight_in_clause(name, roles)
        return max(weight, INTRODUCED) if self._is_introduced(name) else weight

    def _weight_in_clause(self, name: Name, roles: Mapping[int, float]) -> float:
        """Return the weight of a name by its role in its clause."""
        known = roles.get(name.span.start)
        if known == SUBJECT:
            return SUBJECT  # no guess is more
        apart = self._setting.text.startswith((",", " ("), name.span.end)
        if known is None or apart or self._follows_role_of(name):
            # The parser loses subjects to the phrase behind their comma (Roe, asked why, left),
            # and takes them for what their role is of (Chief of Police Roe).
            return max(known or 0.0, self._guessed_weight(name))
        return known

    def _is_introduced(self, name: Name) -> bool:
        """Tell whether a relative clause behind a full name says who that is (Ada Roe, who …).

        The writer does so for whoever the next sentences are about.
        """
        behind = self._setting.text[name.span.end : name.span.end + 8].split()
        relates = len(behind) > 1 and behind[1] in self._lexicon.person_relatives
        return relates and behind[0] == "," and len(name.words) > 1

    def _lead_of(self, name: Name) -> list[str]:
        """Return the words from a sentence's beginning to a name; see `_lead`."""
        return _lead(self._setting.text[max(0, name.run.start - LONGEST_LEAD) : name.run.start])

    def _follows_role_of(self, name: Name) -> bool:
        """Tell whether the words from a sentence's beginning are a role with its of."""
        lead = self._lead_of(name)
        return 1 < len(lead) <= LEAD_WORDS and lead[0] in self._lexicon.role_nouns

    def _is_topic(self, name: Name) -> bool:
        """Tell whether a name is announced as what a sentence is about (As for X, he …)."""
        before = self._setting.text[max(0, name.run.start - 25) : name.run.start].lower()
        if " ".join(before.split()[-2:]) in self._lexicon.topic_leads:
            return True
        opened = OPENED.search(before)
        return opened is not None and opened["words"] in self._lexicon.topic_openers

    def _is_reported(self, before: str) -> bool:
        """Tell whether a name is the subject of what somebody says (Doe said that Roe left)."""
        last = before.lower().split()[-1]
        if last in self._lexicon.complementizers:
            return True
        reports = last in self._lexicon.speech_verbs or last in self._lexicon.thinking_verbs
        return reports and INVERTED.search(before) is None

    def _follows_as_verb(self, word: str) -> bool:
        """Tell whether a word behind a name is its verb; before a stop it says (Roe said.)."""
        bare = word.rstrip(".,;:")
        return self._lexicon.is_verb(word) or bare in self._lexicon.speech_verbs

    def _is_inside_clause(self, before: str) -> bool:
        """Tell whether a verb without a break stands before a name (Doe thought that Roe left)."""
        clause = CLAUSE_START.split(before)[-1].split()
        while len(clause) > 1 and clause[-2][:1].isupper():
            clause = clause[:-2]  # Doe and Roe
        words = {word.lower() for word in clause} - self._lexicon.title_modifiers
        return self._has_verb(words)

    def _guessed_weight(self, name: Name) -> float:
        """Guess a name's role from the words around it, where no parse tells."""
        paragraph = self._setting.paragraphs[self._setting.paragraph_at(name.run.start)]
        start = max(paragraph.start, name.run.start - LONGEST_LEAD)
        before = STOPPED.sub(self._without_stop, self._setting.text[start : name.run.start])
        *_, last = ["", *before.lower().split()]
        if self._is_example(name, before) or self._follows_role_of(name):
            return SUBJECT
        if last in self._lexicon.prepositions:
            return MENTIONED
        if last in self._lexicon.asking_verbs:
            return SUBJECT
        if last and last not in self._lexicon.title_modifiers and self._is_reported(before):
            return EMBEDDED
        if self._begins_sentence(name, before):
            return SUBJECT
        return max(self._weight_by_verb(name, before), self._weight_past_apposition(name, before))

    def _is_example(self, name: Name, before: str) -> bool:
        """Tell whether a name between commas is an example of a sentence's plural subject."""
        found = EXAMPLE.search(before)
        enclosed = self._setting.text.startswith(",", name.span.end)
        if not enclosed or found is None or found["lead"] not in self._lexicon.example_leads:
            return False
        words = found["plural"].lower().split()
        is_clause = self._has_verb(words) or not self._lexicon.singular_pronouns.isdisjoint(words)
        return len(words) <= LEAD_WORDS and not is_clause

    def _without_stop(self, stopped: re.Match[str]) -> str:
        """Return an initial or short title without its stop, which ends no sentence (Mr. Roe)."""
        word = stopped[1]
        short = word.lower() in self._short or (len(word) == 1 and word.isupper())
        return word if short else stopped[0]

    def _weight_past_apposition(self, name: Name, before: str) -> float:
        """Guess a name's role from a verb behind the apposition to it (Roe, a pilot, said)."""
        apposed = APPOSED_VERB.match(self._setting.text, name.span.end)
        if apposed is None or not self._follows_as_verb(apposed["verb"]):
            return MENTIONED
        return EMBEDDED if self._is_inside_clause(before) else SUBJECT

    def _is_apposed(self, words: Sequence[str]) -> bool:
        """Tell whether words are a noun phrase for whoever is named behind them (His shadow)."""
        is_short = len(words) <= LEAD_WORDS
        return is_short and self._opens_phrase(words[0]) and not self._has_verb(words)

    def _is_before_verb(self, name: Name) -> bool:
        """Tell whether a comma and a verb stand right behind a name (His shadow, Roe, said)."""
        behind = self._setting.text[name.span.end : name.span.end + 30].split(None, 2)
        return behind[:1] == [","] and len(behind) > 1 and self._follows_as_verb(behind[1])

    def _begins_sentence(self, name: Name, before: str) -> bool:
        """Tell whether a name begins a sentence, but for its title or a phrase and a comma."""
        lead = _lead(before)
        if self._is_light(lead) or self._ends_with_role(lead):
            return True
        enclosed = ENCLOSED.search(before)
        if enclosed is not None and self._names_role(enclosed["words"].lower().split()):
            before = before[: enclosed.start() + 2]  # In Ulm, the mayor, Roe, …
        title = before[before.rfind(", ") + 2 :].split()
        if title and (self._ends_with_role(title) or self._is_age(title)):
            before = before[: before.rfind(", ") + 2]  # His wife, first lady Roe, …
        phrase = PHRASE_START.search(before)
        if phrase is None:
            return False
        words = phrase["words"].lower().split()
        if self._is_apposed(words) and self._is_before_verb(name):
            return True
        if self._is_scene(words):
            return True
        return (
            words[0] in self._opens
            or self._ends_with_role(words)
            or self._is_light(words)
            or self._names_role(words)
        )

    def _is_age(self, title: Sequence[str]) -> bool:
        """Tell whether all that stands before a name is an age (11-year-old Roe)."""
        return len(title) == 1 and self._aged.search(title[0].lower()) is not None

    def _is_scene(self, words: Sequence[str]) -> bool:
        """Tell whether words set the scene for a sentence's subject (On the boat, Roe left)."""
        is_short = len(words) <= LEAD_WORDS
        leads = not self._lexicon.prepositions.isdisjoint(words)
        return is_short and leads and not self._opens_phrase(words[0]) and not self._has_verb(words)

    def _names_role(self, words: Sequence[str]) -> bool:
        """Tell whether words are a noun phrase for somebody (A spokeswoman for the firm)."""
        roles = self._lexicon.role_nouns
        return self._opens_phrase(words[0]) and any(w in roles for w in words[1:LEAD_WORDS])

    def _opens_phrase(self, word: str) -> bool:
        """Tell whether a lower-case word is an article, or makes definite (a, his, Roe's)."""
        return word in self._articles or self._lexicon.is_definite(word)

    def _has_verb(self, words: Iterable[str]) -> bool:
        return any(map(self._lexicon.is_verb, words))

    def _follows_be(self, before: str) -> bool:
        """Tell whether an opening phrase and is or was stand before a name (Among them was Roe)."""
        lead, lexicon = _lead(before), self._lexicon
        verbs = [i for i, word in enumerate(lead) if word in lexicon.title_verbs]
        if lead[0] not in lexicon.prepositions or not verbs or verbs[-1] == 0:
            return False
        role = lead[verbs[-1] + 1 :]  # Among them was the sculptor Roe
        return not role or (self._opens_phrase(role[0]) and self._ends_with_role(role))

    def _is_light(self, lead: Sequence[str]) -> bool:
        """Tell whether words only lead over to a sentence's subject (But then), or are none."""
        return all(word in self._light and not self._lexicon.is_verb(word) for word in lead)

    def _ends_with_role(self, lead: Sequence[str]) -> bool:
        """Tell whether words are somebody's title or kinship, as far as their last one tells."""
        of_role = len(lead) > 1 and lead[0] in self._lexicon.role_nouns  # Secretary of State Roe
        if len(lead) > LEAD_WORDS or not (lead[-1] in self._people or of_role):
            return False
        return not self._has_verb(lead)  # He added that his son Roe …

    def _weight_by_verb(self, name: Name, before: str) -> float:
        """Guess a name's role inside a sentence from the verb beside it."""
        behind = self._setting.text[name.span.end : name.span.end + 30]
        after = behind.split(None, 1)[:1] if behind.startswith(" ") else []
        if after and self._follows_as_verb(after[0]):
            asks = after[0] in self._lexicon.asking_verbs
            return EMBEDDED if asks or self._is_inside_clause(before) else SUBJECT
        if self._follows_be(before):
            return SUBJECT
        inverted = INVERTED.search(before)
        if inverted is None or inverted["verb"].lower() not in self._lexicon.speech_verbs:
            return MENTIONED
        ends = not after or after[0] in self._lexicon.prepositions
        return SUBJECT if ends else MENTIONED


def _lead(before: str) -> list[str]:
    """Return the words from a sentence's beginning, lower case; one empty word behind a comma."""
    start = SENTENCE_START.search(before)
    return start["words"].lower().split() if start else [""]


def _roles(parses: Sequence[Parse], asking: Set[str]) -> dict[int, float]:
    """Return the weight of each noun in the parses by the document offsets of its phrase."""
    weights: dict[int, float] = {}
    for parse in parses:
        for token, dep in enumerate(parse.deps):
            if parse.quoted[token] >= 0 or not parse.tags[token].startswith("NN"):
                continue
            weight = role_weight(parse, token, dep, asking)
            named = parse.tags[token].startswith("NNP")
            first = token
            while first >= 0 and (first == token or _is_part(parse, first, token)):
                modifies = not named and parse.tags[first].startswith("NNP")
                weights[parse.starts[first]] = POSSESSIVE if modifies else weight
                first -= 1
    return weights


def _is_part(parse: Parse, token: int, head: int) -> bool:
    if parse.is_hyphen(token):
        return True  # Paz-Quiroga
    return parse.heads[token] == head and parse.deps[token] in ("compound", "amod", "nmod")


def role_weight(parse: Parse, token: int, dep: str, asking: Set[str] = frozenset()) -> float:
    """Return the weight of a noun by its dependency.

    An apposition has that of its head, and so has what is joined to a noun (Doe and Roe said).

    Of verbs of asking the object weighs most: who is asked is the one who answers.
    """
    verb = parse.heads[token]
    joined = dep == "conj" and parse.tags[verb].startswith("NN")
    if (dep == "appos" or joined) and verb != token:
        return role_weight(parse, verb, parse.deps[verb], asking)
    if parse.lower[verb] in asking and dep in ("nsubj", "dobj"):
        return SUBJECT if dep == "dobj" else EMBEDDED
    if dep not in ("nsubj", "nsubjpass"):
        return MENTIONED
    while parse.deps[verb] == "conj" or _introduces(parse, verb):
        verb = parse.heads[verb]
    return SUBJECT if parse.deps[verb] in ("ROOT", "parataxis") else EMBEDDED


def _introduces(parse: Parse, verb: int) -> bool:
    """Tell whether a clause leads to a statement whose reporting clause the parse puts above it.

    Roe weighed in, telling the radio, “No,” he said.
    """
    head = parse.heads[verb]
    if parse.deps[verb] != "ccomp" or head < verb:
        return False
    quoted = (parse.words[t][:1] for t in range(verb + 1, head) if parse.quoted[t] >= 0)
    return next(filter(str.isalnum, quoted), "").isupper()
