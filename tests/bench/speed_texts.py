"""Texts to time the program on, made from the fixtures so that anyone can."""

from itertools import cycle, islice, product
from pathlib import Path

from quotes.marks.characters import MARK_CHARACTERS
from quotes.records import Document

FIXTURES = Path(__file__).parents[2] / "fixtures"
QUOTES_A_SPEAKER = 10
MARKS = "“‘”\"’ '“” \n"
GIVEN = ("Ana", "Boris", "Clara", "David", "Elena", "Frank", "Greta", "Hugo", "Irene", "Jonas")
FIRST = ("Bor", "Cal", "Den", "Fal", "Gor", "Hal", "Jor", "Kel", "Lor", "Mar")
MIDDLE = ("a", "e", "i", "o", "u", "ana", "eli", "ivo", "oro", "umi")
LAST = ("bert", "dane", "field", "gard", "lund", "mann", "ner", "rick", "stead", "vik")


def articles(count):
    """Yield so many articles: the fixtures again and again."""
    texts = [path.read_text("utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    for number, text in enumerate(islice(cycle(texts), count), 1):
        yield Document(str(number), text)


def article(size):
    """Return the fixtures as one article of so many characters."""
    whole = "\n".join(document.text for document in articles(22))
    return (whole * (size // len(whole) + 1))[:size]


def no_quotes(size):
    return "".join(c for c in article(2 * size) if c not in MARK_CHARACTERS)[:size]


def one_paragraph(size):
    return " ".join(article(size).split())


def only_marks(size):
    return (MARKS * (size // len(MARKS) + 1))[:size]


def many_speakers(size):
    """Return an article in which each of very many people is quoted ten times, in turn."""
    count = size // len(_said(10**4, "Clara Calanalund"))
    people = [
        f"{given} {''.join(parts)}"
        for *parts, given in islice(
            product(FIRST, MIDDLE, LAST, GIVEN), max(1, count // QUOTES_A_SPEAKER)
        )
    ]
    return "".join(_said(n, people[n % len(people)]) for n in range(count))


def _said(number, name):
    words = f"Lot {number} will go to the highest bidder in the end,"
    return f"“{words}” said {name}, a broker from Dunmore.\n\n"


SHAPES = {
    "one article": article,
    "no quote at all": no_quotes,
    "one paragraph": one_paragraph,
    "only quotation marks": only_marks,
    "ten quotes a speaker": many_speakers,
}
"""Single documents by what they are made of; each makes a text of about so many characters."""
