"""`quotes rules`: look at rules, check them, run their examples, draft new ones."""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.ending import FAILED, ending
from quotes.cli.printable import printable
from quotes.cli.progress import say
from quotes.cli.settings import Model, Rules
from quotes.cli.tally import counted
from quotes.errors import RuleError
from quotes.records import Document, Row, Span
from quotes.rules import Fault, RuleFaultsError, builtin_folder, load_folders, load_rules
from quotes.rules.faults import choice
from quotes.rules.model import Rule, RuleSet

if TYPE_CHECKING:
    from quotes.parse import Parse
    from quotes.pipeline import Extractor
    from quotes.rules.draft_text import Draft
    from quotes.rules.drafting import DraftNode
    from quotes.rules.examples import ExampleFailure

app = typer.Typer(
    help="Look at rules, check them, run their examples, draft new ones.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        exists=True,
        help="Folders or files of rules that extend or override the built-in ones.",
        show_default="the built-in rules",
    ),
]
Id = Annotated[str, typer.Argument(metavar="ID", help="The rule's id, as `list` shows it.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for editors.")]
Quick = Annotated[
    bool, typer.Option("--quick", help="Do not run the examples, for which the model is loaded.")
]
SentenceArgument = Annotated[
    str, typer.Argument(metavar="SENTENCE", help="A sentence with a quote, in quotation marks.")
]
SpeakerOption = Annotated[
    str, typer.Option("--speaker", metavar="WORDS", help="The words that name its speaker.")
]
TitleOption = Annotated[
    str | None, typer.Option("--title", metavar="WORDS", help="The words of the speaker's title.")
]
START_PRIORITY = 500
ABOVE = 5
"""By how much a draft's priority exceeds that of the rule that wins without it."""


@app.command("list")
def list_rules(rules: Rules = None) -> None:
    """List the rules in the order in which they are tried.

    Each with how often it was right and how often it fired on the benchmark when last measured.
    """
    with ending():
        for line in rule_lines(load_rules(rules or []), _width()):
            typer.echo(printable(line))


@app.command()
def show(id_: Id, rules: Rules = None) -> None:
    """Show one rule: what it is for, where it stands, and how it is written."""
    with ending():
        typer.echo(printable(rule_page(load_rules(rules or []), id_)))


@app.command()
def check(
    paths: Paths = None, as_json: Json = False, quick: Quick = False, model: Model = None
) -> None:
    """Find faults, which keep rules from loading, and warn of what looks wrong.

    Exit code 1 if there are faults.
    """
    with ending():
        review = examine(paths or [], model, examples=not quick)
        typer.echo(review.as_json() if as_json else printable(review.as_text()))
    if review.faults:
        raise typer.Exit(FAILED)


@app.command()
def test(paths: Paths = None, model: Model = None) -> None:
    """Run the examples and counterexamples of every rule.

    One that fails is printed with the parse that the rules saw. Exit code 1 if any fails.
    """
    with ending():
        extractor = _load(paths or [], model)
        rules = _chosen(extractor.rules, paths or [])
        failures = _failures(extractor, rules)
        for failure in failures:
            typer.echo(printable("\n".join(_failure_lines(failure, extractor))))
        total = sum(len(rule.examples) + len(rule.counterexamples) for rule in rules)
        verdict = f"{counted(total, 'example')} of {counted(len(rules), 'rule')}"
        typer.echo(f"{verdict}: {len(failures) or 'none'} failed")
    if failures:
        raise typer.Exit(FAILED)


@app.command()
def new(
    sentence: SentenceArgument,
    speaker: SpeakerOption,
    title: TitleOption = None,
    rules: Rules = None,
    model: Model = None,
) -> None:
    """Draft a rule from a sentence's own parse, ready to edit."""
    with ending():
        folders = rules or []
        extractor = _load(folders, model)
        text = draft_file(extractor, sentence, speaker, title)
        typer.echo(printable(text), nl=False)
        for warning in _try_out(extractor, folders, text):
            say(printable(f"quotes: warning: {warning}"))


def rule_lines(ruleset: RuleSet, width: int) -> Iterator[str]:
    """Yield the lines of the list of rules, no wider than asked where that can be."""
    from quotes.rules.examples import all_rules

    rules = all_rules(ruleset)
    size = max([len(rule.id) for rule in rules], default=2)
    head = f"{'id':<{size}}  {'kind':<11}  priority  right  fired  "
    yield head + "why"
    for rule in rules:
        right, fired = _measured(ruleset, rule.id)
        cells = (
            f"{rule.id:<{size}}  {kind_of(rule):<11}  {rule.priority:>8}  {right:>5}  {fired:>5}  "
        )
        indent = " " * len(head)
        room = max(width, len(head) + 30)
        yield textwrap.fill(rule.why, room, initial_indent=cells, subsequent_indent=indent)


def kind_of(rule: Rule) -> str:
    """Return a rule's kind as rule files name it."""
    return type(rule).__name__.removesuffix("Rule").lower()


def _measured(ruleset: RuleSet, id_: str) -> tuple[str, str]:
    right, total = ruleset.measured.get(id_, (0, 0))
    return (f"{right / total:.0%}" if total else "—", f"{total:,}" if total else "—")


def rule_page(ruleset: RuleSet, id_: str) -> str:
    """Return all there is to know about a rule.

    Raises:
        RuleError: there is no such rule.
    """
    from quotes.rules.examples import all_rules
    from quotes.rules.source import rule_source

    by_id = {rule.id: rule for rule in all_rules(ruleset)}
    if id_ not in by_id:
        remedy = choice(id_, by_id, "see `quotes rules list` for the ids there are")
        raise RuleError(f"there is no rule {id_!r}", remedy=remedy)
    rule = by_id[id_]
    right, total = ruleset.measured.get(id_, (0, 0))
    measured = f"right {right:,} times of {total:,} ({right / total:.0%})" if total else "never"
    return "\n".join(
        [
            f"{rule.id}: {rule.why}",
            "",
            f"kind      {kind_of(rule)}",
            f"priority  {rule.priority}",
            f"measured  {measured}",
            f"file      {rule.path}:{rule.line}",
            "",
            rule_source(rule),
        ]
    )


@dataclass(frozen=True, slots=True)
class Review:
    """What `check` found."""

    faults: Sequence[Fault]
    warnings: Sequence[Fault]
    rules: int
    """How many rules it looked at."""

    def as_json(self) -> str:
        """Return the findings as a JSON object with two lists."""
        lists = {
            "faults": [asdict(fault) for fault in self.faults],
            "warnings": [asdict(warning) for warning in self.warnings],
        }
        return json.dumps(lists, indent=2, ensure_ascii=False)

    def as_text(self) -> str:
        """Return a line for each finding and one that sums them up."""
        warnings = (f"warning: {warning}" for warning in self.warnings)
        faults = counted(len(self.faults), "fault")
        total = f"{counted(self.rules, 'rule')}: {faults}, {counted(len(self.warnings), 'warning')}"
        return "\n".join([*map(str, self.faults), *warnings, total])


def examine(paths: Sequence[Path], model: str | None, *, examples: bool) -> Review:
    """Check rules.

    Args:
        paths: folders or files to check over the built-in rules; empty for those themselves.
        model: whose labels rules may name; None for the default.
        examples: whether to run the examples and to ask the model for its labels.
    """
    from quotes.rules.lint import lint

    builtin = builtin_folder()
    loaded = load_folders([builtin, *paths])
    looked_up = load_folders([builtin]).library.lists
    warnings = lint(loaded, looked_up)
    if examples and not loaded.faults:
        from quotes.rules.model_labels import model_faults

        extractor = _load(paths, model)
        failures = _failures(extractor, _chosen(extractor.rules, paths))
        warnings += model_faults(extractor.rules, extractor.nlp)
        warnings += [failure.fault for failure in failures]
    entries = [entry for entry in loaded.library.rules if _is_in(entry.path, paths)]
    own = [warning for warning in warnings if _is_in(Path(warning.path), paths)]
    return Review(loaded.faults, sorted(own, key=lambda warning: warning.place), len(entries))


def _is_in(path: Path, chosen: Sequence[Path]) -> bool:
    return not chosen or any(path == one or one in path.parents for one in chosen)


def _chosen(ruleset: RuleSet, paths: Sequence[Path]) -> list[Rule]:
    from quotes.rules.examples import all_rules

    return [rule for rule in all_rules(ruleset) if _is_in(rule.path, paths)]


def _load(folders: Sequence[Path], model: str | None) -> Extractor:
    from quotes.pipeline import Extractor

    return Extractor(model=model, rules=folders)


def _failures(extractor: Extractor, rules: Sequence[Rule]) -> list[ExampleFailure]:
    from quotes.rules.examples import example_texts, run_examples

    texts = example_texts(rules)
    batch = extractor.extract_batch([Document("", text) for text in texts], include_other=True)
    rows: dict[str, list[Row]] = dict(zip(texts, batch, strict=True))
    return run_examples(rules, rows.__getitem__)


def _failure_lines(failure: ExampleFailure, extractor: Extractor) -> Iterator[str]:
    from quotes.rules.parses import parse_table, parse_text

    yield str(failure)
    yield textwrap.indent(failure.example.text.strip(), "    ")
    for parse in parse_text(extractor.nlp, failure.example.text):
        yield ""
        yield from (f"    {line}" for line in parse_table(parse))
    yield ""


def draft_file(extractor: Extractor, sentence: str, speaker: str, title: str | None) -> str:
    """Return a rule file made from a sentence's parse.

    Args:
        extractor: what reads the sentence now.
        sentence: a sentence with quotes; the first that leads to the speaker counts.
        speaker: the words that name its speaker.
        title: the words of the speaker's title, for a title rule as well.

    Raises:
        RuleError: something is not there, or no way leads from the one to the other.
    """
    from quotes.rules.draft_text import free_id, write_draft
    from quotes.rules.examples import all_rules

    rules = {rule.id: rule for rule in all_rules(extractor.rules)}
    lists = _lists_in_patterns(extractor.rules)
    head = f"# yaml-language-server: $schema={builtin_folder().parent / 'rule.schema.json'}"
    written = [
        write_draft(draft, free_id([_key_word(draft)], rules), lists)
        for draft in _drafts(extractor, rules, sentence, speaker, title)
    ]
    return f"{head}\nrules:\n" + "\n".join(written)


def _lists_in_patterns(ruleset: RuleSet) -> dict[str, frozenset[str]]:
    """Return the word lists that a rule names for a word of its pattern."""
    patterns = [rule.nodes for rule in ruleset.attribution]
    patterns += [rule.nodes for rule in ruleset.speech]
    patterns += [rule.nodes for rule in ruleset.title]
    named = {node.test.words for nodes in patterns for node in nodes}
    return {name: forms for name, forms in ruleset.lists.items() if forms in named}


def _key_word(draft: Draft) -> str:
    return draft.expect.get("cue") or draft.nodes[-1].name


def _drafts(
    extractor: Extractor,
    rules: Mapping[str, Rule],
    sentence: str,
    speaker: str,
    title: str | None,
) -> Iterator[Draft]:
    from quotes.rules.draft_text import Draft
    from quotes.rules.drafting import draft_title
    from quotes.rules.parses import parse_text

    parses = parse_text(extractor.nlp, sentence)
    rows = extractor.extract(Document("", sentence), include_other=True)
    if not rows:
        remedy = "put what is quoted in quotation marks within it"
        raise RuleError("the sentence has no quote", remedy=remedy)
    person = _find(sentence, speaker, rows, "speaker")
    number, parse, nodes = _way_to_speaker(parses, person)
    row = rows[number]
    cue = next((parse.words[node.token] for node in nodes if node.name == "cue"), None)
    yield Draft(
        "attribution",
        nodes,
        _priority(rules, row.rule),
        sentence,
        {"speaker": speaker} | ({"cue": cue} if cue else {}),
        f"“{row.quote.rstrip(',.')}” was painted on the wall.",
    )
    if title is None:
        return
    nodes, extent = draft_title(parse, person, _find(sentence, title, rows, "title"))
    if not nodes:
        raise RuleError("the parse has no way from the name to the title", remedy=PLAINER)
    yield Draft(
        "title",
        nodes,
        _priority(rules, row.title_rule),
        sentence,
        {"speaker": speaker, "title": title},
        f"“{row.quote}” said {speaker}.",
        extent,
    )


PLAINER = "try a plainer sentence of the same make"


def _way_to_speaker(
    parses: Iterable[Parse], speaker: Span
) -> tuple[int, Parse, tuple[DraftNode, ...]]:
    """Return the first quotation that leads to the speaker, its parse and the way."""
    from quotes.rules.drafting import draft_attribution

    for parse in parses:
        for position, number in enumerate(parse.frame.quotations):
            tokens = [t for t in range(len(parse)) if parse.quoted[t] == position]
            nodes = draft_attribution(parse, tokens, speaker)
            if nodes:
                return number, parse, nodes
    raise RuleError("the parse has no way from the quote to the speaker", remedy=PLAINER)


def _find(sentence: str, words: str, rows: Iterable[Row], what: str) -> Span:
    """Return the first place of whole words in a sentence outside its quotes."""
    quotes = [Span(row.quote_start, row.quote_end) for row in rows]
    for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", sentence):
        span = Span(*found.span())
        if words.strip() and not any(span.overlaps(quote) for quote in quotes):
            return span
    raise RuleError(
        f"the {what} {words!r} does not stand in the sentence outside its quotes",
        remedy="copy the words from the sentence",
    )


def _priority(rules: Mapping[str, Rule], winner: str | None) -> int:
    return rules[winner].priority + ABOVE if winner and winner in rules else START_PRIORITY


def _try_out(extractor: Extractor, folders: Sequence[Path], text: str) -> list[str]:
    """Return what is wrong with a draft: faults, or examples that it does not find."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "draft.yml"
        path.write_text(text, encoding="utf-8")
        try:
            extractor.rules = load_rules([*folders, path])
        except RuleFaultsError as error:
            found = list(map(str, error.faults))
        else:
            rules = _chosen(extractor.rules, [path])
            found = list(map(str, _failures(extractor, rules)))
    return [warning.replace(f"{path}:", "line ") for warning in found]


def _width() -> int:
    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100
