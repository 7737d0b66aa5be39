"""Measurements inside one process, printed as JSON: speed_task NAME ARGUMENT..."""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import quotes
from quotes import pipeline
from quotes.exports import export
from quotes.marks import find_paragraphs
from quotes.parse import DEFAULT_MODELS
from quotes.records import Document
from quotes.workers import run
from tests.bench.speed_texts import SHAPES, articles

REPETITIONS = 5


def rates(folder, step):
    """Time the yardstick, the whole extraction and textacy on every `step`th article of a folder.

    Returns:
        The medians in seconds, and how many words there are and how many reach the parser.
    """
    paths = sorted(map(str, Path(folder).glob("*.txt")))[:: int(step)]
    texts = [document.text for document in quotes.read_documents(*paths)]
    nlp, extractor = _model(), pipeline.Extractor()
    ways = {
        "yardstick": lambda: list(nlp.pipe(texts)),
        "extraction": lambda: _extract(extractor, paths),
        "textacy": lambda: _textacy(nlp, texts),
    }
    taken = {name: [] for name in ways}
    for _ in range(REPETITIONS):
        for name, way in ways.items():
            taken[name].append(_seconds(way))
    counts = {
        "articles": len(texts),
        "words": _words(texts),
        "parsed": parsed_words(extractor, texts),
    }
    return {name: median(seconds) for name, seconds in taken.items()} | counts


def parsed_words(extractor, texts):
    """Return how many words the parser gets when some texts are extracted."""
    given = []
    parse_frames = pipeline.parse_frames
    pipeline.parse_frames = lambda nlp, frames: given.extend(frames) or parse_frames(nlp, frames)
    try:
        extractor.extract_batch([Document("", text) for text in texts])
    finally:
        pipeline.parse_frames = parse_frames
    return _words(frame.text for frame in given)


def growth(*counts):
    """Time the extraction of ever more articles; return characters and seconds of each."""
    extractor = pipeline.Extractor()
    list(run(articles(100), lambda: extractor))
    return [_growth(extractor, lambda n=int(count): articles(n)) for count in counts]


def shape(name, *sizes):
    """Time the extraction of ever larger documents; return characters and seconds of each."""
    extractor = pipeline.Extractor()
    list(run(articles(100), lambda: extractor))
    texts = (SHAPES[name](int(size)) for size in sizes)
    return [_growth(extractor, lambda text=text: [Document("", text)]) for text in texts]


def write_shape(name, size, path):
    Path(path).write_text(SHAPES[name](int(size)), "utf-8")


def write_articles(count, path):
    with Path(path).open("w", encoding="utf-8") as stream:
        for document in articles(int(count)):
            json.dump({"id": document.id, "text": document.text}, stream)
            stream.write("\n")


def _growth(extractor, documents):
    size = sum(len(document.text) for document in documents())
    repetitions = 3 if size < 10**6 else 1
    return size, min(_work(lambda: _write(extractor, documents())) for _ in range(repetitions))


def _extract(extractor, paths):
    _write(extractor, quotes.read_documents(*paths))


def _write(extractor, documents):
    found = ((one.document, one.rows) for one in run(documents, lambda: extractor))
    with tempfile.TemporaryDirectory() as folder:
        export(found, Path(folder) / "ledger.csv")


def _textacy(nlp, texts):
    """Find quotes as textacy does, paragraph by paragraph, since it refuses unpaired marks."""
    from textacy.extract import direct_quotations

    paragraphs = (span.of(text) for text in texts for span in find_paragraphs(text))
    for doc in nlp.pipe(paragraphs):
        try:
            list(direct_quotations(doc))
        except ValueError:
            continue


def _model():
    import spacy

    return spacy.load(next(name for name in DEFAULT_MODELS if spacy.util.is_package(name)))


def _words(texts):
    return sum(len(text.split()) for text in texts)


def _seconds(way: Callable[[], object]):
    start = time.perf_counter()
    way()
    return time.perf_counter() - start


def _work(way: Callable[[], object]):
    start = time.process_time()
    way()
    return time.process_time() - start


TASKS = {task.__name__: task for task in (rates, growth, shape, write_shape, write_articles)}

if __name__ == "__main__":
    json.dump(TASKS[sys.argv[1]](*sys.argv[2:]), sys.stdout)
