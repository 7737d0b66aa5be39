"""A sound row and the text that it is from; the tests change one thing at a time."""

from dataclasses import replace

from quotes.records import Row

TEXT = "“We sail at dawn,” said Marit Ek, the harbour pilot."
# sha256sum of the UTF-8 text, and of that sum followed by ":1:17".
SHA = "16c0e60d4b07776e9115392d1f476c0eb63520b2517586e3ea752e49e000d335"
QUOTE_ID = "qfd6601a8786a1048ceec"

ROW = Row(
    document="a.txt",
    quote_id=QUOTE_ID,
    utterance=1,
    kind="direct",
    quote="We sail at dawn,",
    quote_start=1,
    quote_end=17,
    speaker="Marit Ek",
    speaker_start=24,
    speaker_end=32,
    speaker_type="person",
    title="the harbour pilot",
    title_start=34,
    title_end=51,
    mention="Marit Ek",
    mention_start=24,
    mention_end=32,
    cue="said",
    cue_start=19,
    cue_end=23,
    rule="verb-speaker",
    title_rule="apposition",
    confidence=0.96,
    document_sha256=SHA,
)

BARE = replace(
    ROW,
    speaker=None,
    speaker_start=None,
    speaker_end=None,
    speaker_type=None,
    title=None,
    title_start=None,
    title_end=None,
    mention=None,
    mention_start=None,
    mention_end=None,
    cue=None,
    cue_start=None,
    cue_end=None,
    rule=None,
    title_rule=None,
    confidence=None,
)
