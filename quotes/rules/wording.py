"""Pydantic's complaints in the words of the people who write rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from quotes.rules.faults import choice, shown

ADD = {
    "id": "add `id:` with a name of its own, such as `verb.told-radio`",
    "why": "add `why:` with a sentence that says what it is for",
    "priority": "add `priority:` with a number from 0 to 1000",
    "examples": "add `examples:` with at least one sentence that the rule must match",
    "counterexamples": "add `counterexamples:` with at least one sentence that the rule must"
    " leave alone",
    "text": "add `text:` with the sentence",
    "words": "add `words:` with the words in brackets",
    "pattern": "add `pattern:` with the words that the rule looks for",
}
TYPES = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}
NAMES = {
    "id": "use lower-case words joined by dots and hyphens, such as `verb.told-radio`",
    "": "use lower-case letters, digits and underscores, beginning with a letter",
}
BOUNDS = {
    "greater_than_equal": "use {ge} or more",
    "less_than_equal": "use {le} or less",
    "too_long": "write at most {max_length}",
    "string_too_long": "use at most {max_length} characters",
}
READ_AS = {bool: "true or false", int: "a number", float: "a number", type(None): "nothing"}

Complaint = tuple[tuple[str | int, ...], str, str]


def complaints(error: ValidationError, model: type[BaseModel] | None) -> Iterator[Complaint]:
    """Yield where in the value each complaint lies, the problem and the remedy.

    Args:
        error: what pydantic raised.
        model: the model that was asked for, for the keys it knows; None for a bare type.
    """
    for detail in error.errors(include_url=False):
        place = tuple(part for part in detail["loc"] if part != "[key]")
        problem, remedy = _worded(detail, place, model)
        yield place, problem, remedy


def _worded(
    detail: Mapping[str, Any], place: tuple[str | int, ...], model: type[BaseModel] | None
) -> tuple[str, str]:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_key(place, model)
    if kind == "missing":
        return _missing(place)
    if kind in TYPES:
        return _wrong_type(_named(place), TYPES[kind], value)
    return _named(place) + _problem(detail), context.get("remedy") or _remedy(detail, place)


def _problem(detail: Mapping[str, Any]) -> str:
    kind, value = detail["type"], detail["input"]
    if kind in ("too_short", "string_too_short"):
        return "is too short" if value else "is empty"
    if kind in ("too_long", "string_too_long"):
        return "is too long"
    if kind == "string_pattern_mismatch":
        return f"is {shown(value)}, which is not a name"
    if kind in ("greater_than_equal", "less_than_equal", "literal_error"):
        return f"is {shown(value)}"
    message: str = detail["msg"]
    return message[:1].lower() + message[1:]


def _remedy(detail: Mapping[str, Any], place: tuple[str | int, ...]) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in BOUNDS:
        return BOUNDS[kind].format(**context)
    if kind == "string_pattern_mismatch":
        return NAMES["id" if "." in context["pattern"] else ""]
    if kind == "literal_error":
        return f"write {_as_yaml(context['expected'])}"
    key = next((part for part in reversed(place) if isinstance(part, str)), "")
    if key in ("examples", "counterexamples"):
        return ADD[key]
    least = context.get("min_length", 1)
    return "fill it or remove it" if least == 1 else f"write {least} or more"


def _as_yaml(expected: str) -> str:
    for python, yaml in (("True", "true"), ("False", "false"), ("None", "null")):
        expected = expected.replace(python, yaml)
    return expected


def _missing(place: tuple[str | int, ...]) -> tuple[str, str]:
    key = str(place[-1])
    return f"{_named(place[:-1])}has no {key!r}", ADD.get(key, f"add `{key}:`")


def _named(place: tuple[str | int, ...]) -> str:
    """Return a place as rule writers see it, with a blank after it: `pattern.cue.words `."""
    path = ""
    for part in place:
        path += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if path else part
    return f"{path} " if path else ""


def _wrong_type(name: str, wanted: str, value: object) -> tuple[str, str]:
    if wanted == "text" and type(value) in READ_AS:
        meant = READ_AS[type(value)]
        return f"{name}must be text, but reads as {meant}", "put it in quotation marks"
    return f"{name}must be {wanted}, not {shown(value)}", _example_of(wanted)


def _example_of(wanted: str) -> str:
    return {
        "text": "write one piece of text",
        "a whole number": "write digits only, without quotation marks",
        "true or false": "write true or false, without quotation marks",
        "a list": "write `[one, two]`, or a line with a hyphen for each",
        "a mapping": "write `key: value` lines, indented alike",
    }[wanted]


def _unknown_key(place: tuple[str | int, ...], model: type[BaseModel] | None) -> tuple[str, str]:
    owner, key = _named(place[:-1]), str(place[-1])
    known = list(_model_at(model, place[:-1]).model_fields) if model else []
    problem = f"{owner}has an unknown key {shown(key)}" if owner else f"unknown key {shown(key)}"
    return problem, choice(key, known, "the keys here are " + ", ".join(known))


def _model_at(model: type[BaseModel], place: tuple[str | int, ...]) -> type[BaseModel]:
    """Return the model of the mapping at a place."""
    for part in place:
        field = model.model_fields.get(part) if isinstance(part, str) else None
        inner = _model_in(field.annotation) if field else None
        model = inner or model
    return model


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
