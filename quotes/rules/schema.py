"""The format of rule files, as pydantic checks it and as editors complete it.

This is the shape only: which keys there are and of which type. What names refer to is checked
when rules are compiled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model

from quotes.rules.fields import (
    Begins,
    Between,
    Decision,
    Decisions,
    Ends,
    Extent,
    Id,
    Labels,
    Link,
    ListedWord,
    Maybe,
    Name,
    Source,
    Stands,
    Text,
    TitleOf,
    Words,
)
from quotes.rules.model import RELATIONS


class Strict(BaseModel):
    """A mapping with known keys only, none of them converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class TestSpec(Strict):
    """What a word must be."""

    words: Maybe[Words] = Field(
        None,
        description="A word list's name, or a list of words in lower case;"
        " `+name` in it stands for a word list.",
    )
    not_words: Maybe[Words] = Field(None, description="The same for words that it must not be.")
    tag: Maybe[Labels] = Field(
        None, description="Part of speech: a tag set's name or a Penn tag, or a list of them."
    )
    dep: Maybe[Labels] = Field(None, description="Dependency label or a list of them.")
    capital: Maybe[bool] = Field(None, description="Whether it begins with a capital letter.")
    quoted: Maybe[Literal[True, False, "any"]] = Field(
        None, description="Whether it stands inside quotation marks; `any` where either will do."
    )


def _require_relation(schema: dict[str, Any]) -> None:
    schema["oneOf"] = [{"required": [relation]} for relation in RELATIONS]


Tests = Annotated[list[TestSpec], Field(min_length=1, max_length=20)]

RELATIONS_SAY = {
    "child_of": "Its head is that word, or a word of the quote.",
    "parent_of": "It is the head of that word or of the quote.",
    "ancestor_of": "It stands above that word, nearest first.",
    "descendant_of": "It stands below that word, nearest first.",
    "subject_of": "It is the subject of that verb; see `through` for borrowed subjects.",
    "antecedent_of": "That verb stands in a relative clause that describes it.",
    "after": "It follows in the same sentence, at most `within` words away.",
    "before": "It precedes in the same sentence, at most `within` words away.",
    "right_after": "It is the next word, punctuation and `skip` words passed over.",
    "right_before": "It is the word before, punctuation and `skip` words passed over.",
    "just_after": "It is the very next word or punctuation mark.",
    "just_before": "It is the word or punctuation mark right before.",
    "root_before": "It is the root of the sentence that ends right before that word.",
}

if TYPE_CHECKING:
    _Related = TestSpec
else:
    # One key for each relation that the matcher knows.
    _Related = create_model(
        "_Related",
        __base__=TestSpec,
        **{
            relation: (Maybe[Name], Field(None, description=RELATIONS_SAY.get(relation)))
            for relation in RELATIONS
        },
    )


class NodeSpec(_Related):
    """One word of a pattern: its relation to a word named before it, and what it must be."""

    model_config = ConfigDict(json_schema_extra=_require_relation)

    through: Maybe[Labels] = Field(
        None, description="Dependency labels by which a verb borrows its head's subject."
    )
    by: Maybe[Labels] = Field(
        None,
        description="For `ancestor_of`: labels by which the branch that holds the other word"
        " may hang on it.",
    )
    outermost: Maybe[bool] = Field(
        None, description="For `ancestor_of`: whether the farthest is tried first."
    )
    first: Maybe[bool] = Field(
        None,
        description="Whether only the first word that passes the test counts,"
        " even where its children do not.",
    )
    within: Maybe[int] = Field(
        None, ge=1, le=200, description="For `after` and `before`: how many words away at most."
    )
    skip: Maybe[TestSpec] = Field(
        None, description="For `right_after` and `right_before`: words to pass over."
    )
    has: Maybe[Tests] = Field(
        None, description="Tests each of which one of its children must pass."
    )
    lacks: Maybe[Tests] = Field(None, description="Tests that none of its children may pass.")

    @property
    def relations(self) -> dict[str, str]:
        """The anchor of each relation that is given: one, where the node is sound."""
        given = ((name, getattr(self, name)) for name in RELATIONS)
        return {name: anchor for name, anchor in given if anchor is not None}


class QuoteSpec(Strict):
    """What a quotation must look like."""

    begins: Maybe[Begins] = Field(None, description="Its first letter: capital or lower.")
    ends: Maybe[Ends] = Field(
        None, description="Its last character, one of these; '' stands for any letter."
    )
    title_case: Maybe[bool] = Field(
        None, description="Whether all its longer words begin with a capital."
    )
    marks: Maybe[Labels] = Field(None, description="Styles of quotation marks.")
    words_at_most: Maybe[int] = Field(None, ge=1, le=100_000)
    words_at_least: Maybe[int] = Field(None, ge=1, le=100_000)


class ExampleSpec(Strict):
    """A sentence and what the rule must find in it, or must not."""

    text: Text = Field(description="The sentence, with its quotation marks.")
    speaker: Maybe[Text] = Field(
        None, description="The words that name the speaker: those at the quote or the full name."
    )
    cue: Maybe[Text] = Field(None, description="The reporting word.")
    title: Maybe[Text] = Field(None, description="The speaker's title.")
    quote: Maybe[Text] = Field(
        None, description="The words between the marks, where the sentence has several quotes."
    )
    kind: Maybe[Decision] = Field(
        None, description="What the quotation is: direct, mixed or other."
    )


def _text_or_mapping(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Sentence = Annotated[
    ExampleSpec, BeforeValidator(_text_or_mapping, json_schema_input_type=str | ExampleSpec)
]
Pattern = Annotated[dict[Name, NodeSpec], Field(min_length=1, max_length=10)]
Order = Annotated[list[Name], Field(min_length=2, max_length=11)]


class RuleSpec(Strict):
    """What every rule has."""

    id: Id = Field(description="Its name: lower-case words joined by dots and hyphens.")
    why: Text = Field(description="A sentence that says what the rule is for.")
    priority: int = Field(ge=0, le=1000, description="The higher is tried first.")
    examples: list[Sentence] = Field(
        min_length=1, max_length=100, description="Sentences in which the rule must make a row."
    )
    counterexamples: list[Sentence] = Field(
        min_length=1, max_length=100, description="Sentences in which the rule must make no row."
    )


class AttributionSpec(RuleSpec):
    """How a quotation, its cue and its speaker hang together."""

    kind: Literal["attribution"]
    pattern: Pattern = Field(
        description="Words by name, each related to `quote` or to one before it;"
        " `speaker` is required, `cue` is the reporting word."
    )
    stands: Stands = Field("any", description="The quotation's place among the writer's words.")
    order: Maybe[Order] = Field(
        None, description="Names in the order in which their words must stand."
    )
    quote: Maybe[QuoteSpec] = None


class CarrySpec(RuleSpec):
    """How a quotation takes over another one's attribution."""

    kind: Literal["carry"]
    source: Source = Field(description="Whose attribution it takes over.")
    between: Between = Field("any", description="The writer's words between the two quotations.")
    stands: Stands = Field("any", description="The quotation's place among the writer's words.")
    quote: Maybe[QuoteSpec] = None


class SpeechSpec(RuleSpec):
    """Whether a quotation is speech, and of which kind."""

    kind: Literal["speech"]
    decide: Decision = Field(description="What the quotation is where the rule fits.")
    pattern: Maybe[Pattern] = None
    stands: Stands = Field("any", description="The quotation's place among the writer's words.")
    order: Maybe[Order] = None
    quote: Maybe[QuoteSpec] = None
    link: Maybe[Link] = Field(
        None, description="What attribution the quotation has: none, carried or own."
    )
    rules: Maybe[Labels] = Field(
        None, description="Ids of rules, one of which must have made its attribution."
    )
    cue: Maybe[TestSpec] = Field(None, description="What the cue of its attribution must be.")
    previous: Maybe[Decisions] = Field(
        None, description="What the quotation before it under the same cue must have been found."
    )


class TitleSpec(RuleSpec):
    """How a person's name and a title hang together."""

    kind: Literal["title"]
    of: TitleOf = Field(
        "name",
        description="Where the title stands: beside a name, in a definite description of"
        " somebody named, or in the words for an unnamed source.",
    )
    noun: Maybe[TestSpec] = Field(
        None, description="What the head noun of a description or unnamed source must be."
    )
    pattern: Maybe[Pattern] = Field(
        None,
        description="Words by name, each related to `name` or to one before it;"
        " `title` is required. Only where the title stands beside a name.",
    )
    span: Extent = Field(
        "phrase", description="Which words around the title's node make up the title."
    )
    order: Maybe[Order] = None


AnyRule = AttributionSpec | CarrySpec | SpeechSpec | TitleSpec
RULE_SPECS: dict[str, type[AnyRule]] = {
    "attribution": AttributionSpec,
    "carry": CarrySpec,
    "speech": SpeechSpec,
    "title": TitleSpec,
}


class ListSpec(Strict):
    """A word list."""

    why: Text = Field(description="What its words have in common.")
    inflect: Literal["verb", "noun", None] = Field(
        None, description="Whether inflected forms belong to it too."
    )
    words: Annotated[list[ListedWord], Field(min_length=1, max_length=50_000)] = Field(
        description="The words in lower case."
    )
    extends: bool = Field(
        False, description="Whether the words join the list of this name instead of replacing it."
    )


class ModelLabels(Strict):
    """The labels of the model that rules are written for."""

    dependencies: list[Text] = Field(min_length=1)
    tags: list[Text] = Field(min_length=1)


Measurement = Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=2, max_length=2)]


class FileSpec(Strict):
    """A file of rules; it may hold any of these keys."""

    rules: list[Annotated[AnyRule, Field(discriminator="kind")]] = Field([])
    lists: dict[Name, ListSpec] = Field({}, description="Word lists by name.")
    tags: dict[Name, list[Text]] = Field({}, description="Sets of Penn tags by name.")
    irregular: dict[str, list[ListedWord]] = Field(
        {}, description="Inflected forms that spelling rules do not give, by dictionary form."
    )
    disable: list[Id] = Field([], description="Ids of rules of earlier folders to switch off.")
    labels: Maybe[ModelLabels] = Field(
        None, description="The labels of the model that rules are written for."
    )
    measured: dict[Id, Measurement] = Field(
        {}, description="By rule id: right links and all links when last measured; not for hands."
    )


NULL = {"type": "null"}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of rule files, as `rules/rule.schema.json` holds it."""
    schema = FileSpec.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rules of quote-ledger",
        **{key: _without_noise(value) for key, value in schema.items() if key != "title"},
    }


def _without_noise(value: object) -> object:
    """Drop titles that repeat keys, and what says only that a key may be left out."""
    if isinstance(value, list):
        return [_without_noise(item) for item in value]
    if not isinstance(value, dict):
        return value
    if NULL in value.get("anyOf", ()):
        value = dict(value)
        options = [option for option in value.pop("anyOf") if option != NULL]
        value |= options[0] if len(options) == 1 else {"anyOf": options}
    return {
        key: _without_noise(item)
        for key, item in value.items()
        if not (key == "title" and isinstance(item, str))
        and not (key == "default" and item in (None, [], {}))
    }


def print_schema() -> None:
    """Write the JSON Schema to standard output, as it is kept in `rules/rule.schema.json`."""
    import json
    import sys

    sys.stdout.write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    print_schema()
