"""The kinds of values in rule files, with their checks and what editors are told of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from quotes.rules.faults import choice, shown
from quotes.rules.model import (
    BETWEEN,
    CARRY_SOURCES,
    DECISIONS,
    LINK_STATES,
    STANDS,
    TITLE_OF,
    TITLE_SPANS,
)

BEGINS = ("capital", "lower")


def _one_of(allowed: tuple[str, ...]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in allowed:
            raise PydanticCustomError(
                "one_of",
                "is {value}",
                {
                    "value": shown(value),
                    "remedy": choice(value, allowed, "write one of " + ", ".join(allowed)),
                },
            )
        return value

    return check


def _given(value: object) -> object:
    if value is None:
        raise PydanticCustomError("empty", "is empty", {"remedy": "fill it or remove it"})
    return value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("blank", "is empty")
    return value


def _lower(word: str) -> str:
    if word != word.lower():
        raise PydanticCustomError(
            "lower",
            "has {value}, but words are compared in lower case",
            {"value": shown(word), "remedy": f"write {shown(word.lower())}"},
        )
    if word != word.strip():
        raise PydanticCustomError(
            "blanks",
            "has {value} with a blank at its end",
            {"value": shown(word), "remedy": f"write {shown(word.strip())}"},
        )
    return _not_blank(word)


def _listed(word: str) -> str:
    if word.startswith("+") and len(word) > 1:
        raise PydanticCustomError(
            "nested_list",
            "has {value}, but a list holds words, not other lists",
            {"value": shown(word), "remedy": "write the words out"},
        )
    return _lower(word)


def _single(word: str) -> str:
    if not word.startswith("+") and " " in word.strip():
        raise PydanticCustomError(
            "several_words",
            "has {value}, but a node is one word",
            {"value": shown(word), "remedy": "test each of the words with a node of its own"},
        )
    return _lower(word)


def _list_or_name(value: object) -> object:
    return ["+" + value] if isinstance(value, str) else value


def _list_or_one(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _enum(allowed: tuple[str, ...]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(allowed)})


def _one_or_list(items: dict[str, Any]) -> WithJsonSchema:
    array = {"type": "array", "minItems": 1, "items": items}
    return WithJsonSchema({"anyOf": [items, array]})


T = TypeVar("T")
Maybe = Annotated[T | None, BeforeValidator(_given)]
"""A key that may be left out, but not left empty: an empty test would test nothing."""
TEXT = {"type": "string"}
Text = Annotated[str, AfterValidator(_not_blank), Field(min_length=1, max_length=5000)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=80)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Begins = Annotated[str, AfterValidator(_one_of(BEGINS)), _enum(BEGINS)]
Decision = Annotated[str, AfterValidator(_one_of(DECISIONS)), _enum(DECISIONS)]
Source = Annotated[str, AfterValidator(_one_of(CARRY_SOURCES)), _enum(CARRY_SOURCES)]
Between = Annotated[str, AfterValidator(_one_of(BETWEEN)), _enum(BETWEEN)]
TitleOf = Annotated[str, AfterValidator(_one_of(TITLE_OF)), _enum(TITLE_OF)]
Extent = Annotated[str, AfterValidator(_one_of(TITLE_SPANS)), _enum(TITLE_SPANS)]
Link = Annotated[
    list[Annotated[str, AfterValidator(_one_of(LINK_STATES))]],
    Field(min_length=1),
    BeforeValidator(_list_or_one),
    _one_or_list({"type": "string", "enum": list(LINK_STATES)}),
]
Decisions = Annotated[
    list[Annotated[str, AfterValidator(_one_of(DECISIONS))]],
    Field(min_length=1),
    BeforeValidator(_list_or_one),
    _one_or_list({"type": "string", "enum": list(DECISIONS)}),
]
Ends = Annotated[
    list[Annotated[str, StringConstraints(max_length=1)]],
    Field(min_length=1, max_length=100),
    BeforeValidator(_list_or_one),
    _one_or_list(TEXT),
]
Stands = Annotated[str, AfterValidator(_one_of(STANDS)), _enum(STANDS)]
ListedWord = Annotated[str, AfterValidator(_listed)]
TestWord = Annotated[str, AfterValidator(_single)]
Words = Annotated[
    list[TestWord],
    Field(min_length=1, max_length=500),
    BeforeValidator(_list_or_name),
    _one_or_list(TEXT),
]
Labels = Annotated[
    list[Text],
    Field(min_length=1, max_length=500),
    BeforeValidator(_list_or_one),
    _one_or_list(TEXT),
]
