"""Expected spans written into the sentence itself: ⟦ and ⟧ stand where a span begins and ends."""

from quotes.records import Span

BEGIN, END = "⟦", "⟧"


def read(marked: str) -> tuple[str, list[Span]]:
    """Take the brackets out of a text and return it with the spans they stood around."""
    text, spans, start = "", [], 0
    for character in marked:
        if character == BEGIN:
            start = len(text)
        elif character == END:
            spans.append(Span(start, len(text)))
        else:
            text += character
    return text, spans
