"""Names: the runs of capitalised words in a text, split into title and name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quotes.frames import is_headline
from quotes.records import Span
from quotes.speakers.lexicon import Lexicon

UPPER = "".join(c for c in map(chr, range(0x250)) if c.isupper())
APOSTROPHES = "’'"
NICKNAME_MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("''", "''"))
_OPENINGS, _CLOSINGS = zip(*NICKNAME_MARKS, strict=True)
NICKNAME = re.compile(rf" (?:{'|'.join(_OPENINGS)})(\w+)(?:{'|'.join(_CLOSINGS)}) ")
"""A nickname inside a name, with its marks (Juan “Chico” Roe)."""
POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s?$")
CONTRACTION = re.compile(rf"[{APOSTROPHES}]\w{{1,2}}$")


WORDS_REACH = 30
"""Characters before a name that are read for the words beside it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words that names somebody or something."""

    run: Span
    """The whole run, its titles included."""
    span: Span
    """The name alone: no title, no honorific, no possessive ending."""
    words: tuple[str, ...]
    """The name's words."""
    title: Span | None
    """The capitalised words before the name, where one of them is a role."""
    honorific: str
    """The last title word before the name, lower case without its stop; or empty."""
    possessive: bool
    """Whether the run ends with a possessive ending."""

    @property
    def key(self) -> str:
        """The surname, or the last word of a name that is not a person's, lower case."""
        return self.words[-1].lower()


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    bare: str
    """The word in lower case without its stop or a contraction's ending (I'd, It's)."""
    quoted: bool
    """Whether it stands between quotation marks, as a nickname does."""

    @classmethod
    def of(cls, match: re.Match[str]) -> _Word:
        text = match[0]
        bare = CONTRACTION.sub("", text.rstrip(".")).lower()
        before = match.string[max(0, match.start() - 2) : match.start()]
        return cls(text, *match.span(), bare, before.endswith(_OPENINGS))


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile the patterns of a run and of its words."""
    numerals = {word for word in lexicon.name_suffixes if set(word) <= set("ivx")}
    stopped = lexicon.name_suffixes - numerals  # Roe Jr. takes a stop, Roe III ends a sentence
    titles = lexicon.honorifics | lexicon.courtesy_titles | stopped
    short = sorted(sorted(titles), key=len)
    abbreviations = "|".join(re.escape(w) for w in reversed(short))
    # Signs of the upper half of Latin-1 stand inside words where an encoding went wrong, and
    # combining accents where the text is decomposed.
    odd = r"\u0080-\u009f\u00a1-\u00aa\u00ac-\u00b6\u00b8-\u00ba\u0300-\u036f"
    inner = rf"\w+(?:[-–{APOSTROPHES}&{odd}]*\w+)*[\u0300-\u036f]*"
    domain = rf"(?:\.(?:{'|'.join(re.escape(w) for w in sorted(lexicon.domain_endings))})\b)?"
    word = (
        rf"(?:(?:1st|2nd)(?= [{UPPER}])|(?i:{abbreviations})\.|(?:[{UPPER}]\.)+"
        rf"|(?=[{UPPER}]){inner}{domain}[{APOSTROPHES}]?)"
    )
    particle = "|".join(sorted(lexicon.particles))
    suffix = rf"(?:{'|'.join(sorted(stopped))})\b\.?|(?:{'|'.join(sorted(numerals))})\b"
    gap = r"[ \u00a0\n]"
    joined = rf"(?:{particle})[-’'](?=[{UPPER}]){inner}"  # al-Khatib
    nickname = "|".join(f"{begin}[{UPPER}]\\w+{end}" for begin, end in NICKNAME_MARKS)
    run = (
        rf"(?<![\w@#])(?=[{UPPER}]){word}"
        rf"(?:,?{gap}{{1,2}}(?i:{suffix})"
        rf"|(?:{gap}(?:{nickname})|{gap}&)?{gap}{{1,2}}(?:(?:{particle}){gap})*(?:{joined}|{word}))*"
    )
    return re.compile(run), re.compile(rf"{joined}|{word}|\w+|&")


def words_before(text: str, name: Name) -> list[str]:
    """Return the words in the few characters before a name and its title, as they are written."""
    return text[max(0, name.run.start - WORDS_REACH) : name.run.start].split()


def find_names(text: str, paragraphs: Iterable[Span], lexicon: Lexicon) -> list[Name]:
    """Find the names in some paragraphs of a text.

    Args:
        text: the document's text.
        paragraphs: where to look.
        lexicon: the words that part titles from names.

    Returns:
        The names in text order; several where titles stand between two names of one run.
    """
    run, word = _patterns(lexicon)
    names: list[Name] = []
    for paragraph in paragraphs:
        headline = is_headline(paragraph.of(text))
        for match in run.finditer(text, paragraph.start, paragraph.end):
            words = [_Word.of(m) for m in word.finditer(text, *match.span())]
            if _is_date(text, words[0], lexicon):
                words = words[1:]
            names.extend(_split(_in_headline(words, lexicon) if headline else words, lexicon))
    names = list(_with_roles_of_others(names, lexicon))
    words_too = list(_surnames_that_are_words(text, paragraphs, names, lexicon))
    return sorted([*names, *words_too], key=lambda n: n.span.start) if words_too else names


def _with_roles_of_others(names: Sequence[Name], lexicon: Lexicon) -> Iterator[Name]:
    """Yield the names, a given name that may be a role as one where the surname has another.

    Dean Roe is the dean where Ann Roe is named too.
    """
    given: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if len(name.words) > 1:
            given[name.key].add(name.words[0].lower())
    for name in names:
        first = name.words[0].lower()
        if len(name.words) == 2 and first in lexicon.given_roles and given[name.key] != {first}:
            surname = Span(name.span.end - len(name.words[1]), name.span.end)
            title = Span(name.span.start, name.span.start + len(first))
            yield replace(name, span=surname, words=name.words[1:], title=title, honorific=first)
        else:
            yield name


def _surnames_that_are_words(
    text: str, paragraphs: Iterable[Span], names: Sequence[Name], lexicon: Lexicon
) -> Iterator[Name]:
    """Yield function words that are a surname, beside a verb (Theresa May … May said)."""
    known = {n.words[-1] for n in names if len(n.words) > 1 and n.key in lexicon.function_words}
    if not known:
        return
    taken = {n.span.end for n in names}
    alone = re.compile(
        rf"(?<![\w{APOSTROPHES}-])(?:{'|'.join(sorted(known))})(?![\w{APOSTROPHES}-])"
    )
    for paragraph in paragraphs:
        for match in alone.finditer(text, paragraph.start, paragraph.end):
            span = Span(*match.span())
            if span.end not in taken and _is_beside_verb(text, span, lexicon):
                yield Name(span, span, (match[0],), None, "", possessive=False)


def _is_beside_verb(text: str, span: Span, lexicon: Lexicon) -> bool:
    after = text[span.end : span.end + 30].split(None, 1)[:1]
    before = text[max(0, span.start - 30) : span.start].split()[-1:]
    return any(lexicon.is_verb(word.strip(",.").lower()) for word in (*before, *after))


def _in_headline(words: Sequence[_Word], lexicon: Lexicon) -> Sequence[_Word]:
    """Keep of a headline's run a given name and the surname after it, or what is before a verb."""
    for i, word in enumerate(words[:-1]):
        if lexicon.is_given_name(word.text):
            end = i + 1
            while end < len(words) - 1 and words[end].text in lexicon.particles:
                end += 1
            return words[i : end + 1]
    for i, word in enumerate(words[1:], 1):
        if word.bare in lexicon.function_words or lexicon.may_be_verb(word.bare):
            return words[:i]  # Mayor Gets Roasted After Show; Investors Gave It a Chance
    return words


def _split(words: Sequence[_Word], lexicon: Lexicon) -> list[Name]:
    """Split a run at its possessive endings and modifiers, and make each part a name."""
    names: list[Name] = []
    begin = 0
    for i, word in enumerate(words):
        if _is_modifier(words, i, lexicon):
            names.extend(_name(words[begin:i], lexicon))
            begin = i + 1
        elif _is_possessive(word, last=i == len(words) - 1) and not _owns_body(words, i, lexicon):
            names.extend(_name(words[begin : i + 1], lexicon))
            begin = i + 1
    if begin < len(words):
        names.extend(_name(words[begin:], lexicon))
    return names


def _owns_body(words: Sequence[_Word], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a possessive is part of an organization's name (the Women's Tennis Union)."""
    owner = words[index].text.rstrip(APOSTROPHES + "s").lower()
    known = {owner, owner + "s"} & lexicon.owning_groups
    return bool(known) and words[-1].bare in lexicon.organization_words


def _is_modifier(words: Sequence[_Word], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word of a run is part of no name: Ulm-based, and what is no nickname."""
    word = words[index]
    if word.quoted and index:
        return not lexicon.is_given_name(words[index - 1].text)
    return word.text.rpartition("-")[2] in lexicon.compound_endings


def _is_possessive(word: _Word, *, last: bool) -> bool:
    ending = word.text[-2:]
    if ending in ("’s", "'s"):
        return True
    return word.text[-1] in APOSTROPHES and (last or word.text[-2:-1] == "s")


def _name(words: Sequence[_Word], lexicon: Lexicon) -> list[Name]:
    """Make a name of a run's words, or nothing if none of them names."""
    words = _strip_leading(words, lexicon)
    if not words:
        return []
    split = _title_end(words, lexicon)
    while 0 < split < len(words) - 1 and words[split].bare in lexicon.title_tails:
        split += 1  # Senate President Pro Tempore Roe
    title, named = words[:split], words[split:]
    named = _strip_leading(named, lexicon) if title else _from_given_name(named, lexicon)
    named = _without_ending(named, lexicon)
    if len(named) > 1 and named[-1].text.endswith(".") and named[-1].bare in lexicon.honorifics:
        return []  # former Ohio Gov. and Chairman Roe
    if title and all(word.bare in lexicon.title_tails for word in named):
        return []  # the Attorney General
    if all(word.bare in lexicon.credentials for word in named):
        return []  # nothing, or the MD of Ann Roe, MD
    called = bool(title) and title[-1].bare in lexicon.courtesy_titles
    if not called and all(w.bare in lexicon.function_words for w in named):
        return []
    last = named[-1]
    possessive = _is_possessive(last, last=True)
    end = last.end - len(_ending(last)) if possessive else last.end
    texts = [w.text for w in named[:-1]] + [last.text[: end - last.start]]
    return [
        Name(
            Span(words[0].start, last.end),
            Span(named[0].start, end),
            tuple(texts),
            Span(title[0].start, title[-1].end) if title else None,
            title[-1].bare if title else "",
            possessive,
        )
    ]


def _without_ending(named: Sequence[_Word], lexicon: Lexicon) -> Sequence[_Word]:
    """Drop what stands behind a person's full name and is no part of it (the Ann Roe Show; MD).

    So does a place of two words (the Ann Roe South Carolina party).
    """
    if len(named) < 3 or not lexicon.is_given_name(named[0].text):
        return named
    last = named[-1].bare
    if len(named) > 3 and named[-2].bare in lexicon.place_words and last in lexicon.place_names:
        return named[:-2]
    return named[:-1] if last in lexicon.show_words or last in lexicon.credentials else named


def _ending(word: _Word) -> str:
    found = POSSESSIVE.search(word.text)
    return found[0] if found else ""


def _strip_leading(words: Sequence[_Word], lexicon: Lexicon) -> Sequence[_Word]:
    begin = 0
    while begin < len(words) and (
        (
            words[begin].bare in lexicon.function_words
            and not words[begin].text.endswith(".")  # an initial
            and not _may_be_given(words, begin, lexicon)
        )
        or (
            words[begin].bare in lexicon.calendar_words
            and len(words) > 1
            and not _may_be_given_month(words, begin, lexicon)
        )
    ):
        begin += 1
    return words[begin:]


def _may_be_given(words: Sequence[_Word], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a function word is rather a given name before one more word (Will Estrada)."""
    return len(words) - index == 2 and words[index].bare in lexicon.male_given_names


def _may_be_given_month(words: Sequence[_Word], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a month is rather a given name before one more word (April Holm)."""
    if len(words) - index != 2 or (index and words[index - 1].bare in lexicon.date_leads):
        return False
    return "." not in words[index].text and lexicon.is_given_name(words[index].text)


def _is_date(text: str, word: _Word, lexicon: Lexicon) -> bool:
    """Tell whether a month or day stands behind a word that makes it a date (in June)."""
    if word.bare not in lexicon.calendar_words:
        return False
    before = text[max(0, word.start - 15) : word.start].split()[-1:]
    return bool(before) and before[0].lower() in lexicon.date_leads


def _title_end(words: Sequence[_Word], lexicon: Lexicon) -> int:
    """Return how many of a run's first words are its title."""
    for i in reversed(range(len(words) - 1)):
        bare = words[i].bare
        official = bare in lexicon.honorifics or bare in lexicon.courtesy_titles
        is_role = bare in lexicon.role_nouns and not _are_members(words, i, lexicon)
        if official or (is_role and not _is_given(words, i, lexicon)):
            return i + 1
    return 0


def _are_members(words: Sequence[_Word], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a plural role is whom a body is of (the Harbour Operators Association)."""
    is_body = words[-1].bare in lexicon.organization_words
    return is_body and words[index].bare.endswith("s") and index == len(words) - 2


def _is_given(words: Sequence[_Word], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a role noun in a run is rather somebody's middle name (Ann Major Holm).

    It is none behind a demonym (German Chancellor X) or before a whole name (Austin Mayor X Y).
    At the beginning it is a given name only before an initial (Dean A. Roe), or alone before a
    surname where it is rarely anything else (Mason Roe).
    """
    if index == 0:
        initial = len(words[1].text) == len("A.") and words[1].text.endswith(".")
        alone = len(words) == 2 and words[0].bare in lexicon.given_roles
        return alone or (initial and lexicon.is_given_name(words[0].text))
    before = words[index - 1]
    if before.bare in lexicon.honorifics and index == len(words) - 2:
        return lexicon.is_given_name(words[index].text)  # Rep. Dean Roe
    if before.bare in lexicon.demonyms:
        return False
    behind = words[index + 1 :]
    whole = len(behind) > 1 and lexicon.is_given_name(behind[0].text)
    return lexicon.is_given_name(words[index - 1].text) and not whole


def _from_given_name(words: Sequence[_Word], lexicon: Lexicon) -> Sequence[_Word]:
    """Drop what stands before a known given name: Slams Hillary Clinton, Iowa's Joni Ernst."""
    if len(words) < 3 or lexicon.is_given_name(words[0].text) or words[0].text.endswith("."):
        return words
    bodies = [w.bare in lexicon.organization_words for w in words]
    if bodies[-3:] == [True, False, False] and lexicon.is_given_name(words[-2].text):
        return words[-2:]  # Superintendent of Police Arvind Roe
    place = words[0].bare in lexicon.place_words and words[1].bare in lexicon.place_names
    if any(bodies) or place:
        return words  # South Carolina Republicans
    for i in range(1, len(words) - 1):
        if lexicon.is_given_name(words[i].text):
            before = words[i - 1].bare
            if before in lexicon.particles:
                return words
            return words[i:]
    return words


def core_words(name: Name, lexicon: Lexicon) -> tuple[str, ...]:
    """Return a name's words without Jr. and the like."""
    words = name.words
    while len(words) > 1 and words[-1].rstrip(".").lower() in lexicon.name_suffixes:
        words = words[:-1]
    return words
