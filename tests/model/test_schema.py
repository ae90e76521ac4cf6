"""Model and JSON Schema say the same of every document."""

from __future__ import annotations

from functools import cache
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from svcflow.model.schema import SCHEMAS, json_schema
from tests.support.instances import damaged, instances

BEYOND_SCHEMA = {
    "matrix-order",  # a level below the one before it
    "matrix-shape",  # rows of different lengths
    "day",  # 2026-02-30
    "days",  # the same day closed and open
    "hours",  # spans that overlap
    "weekdays",  # the same day twice
    "time-span",  # ends before it starts
    "time-zone",  # known zones
    "country",
    "subdivision",
    "work",  # min above max
    "duration",  # more than anybody means
}
"""Kinds of errors that JSON Schema has no words for."""

CHECKS = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@cache
def validator_of(kind: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(json_schema(kind), validate_formats=True)


@cache
def documents(kind: str) -> st.SearchStrategy[Any]:
    return instances(json_schema(kind))


def errors_of(kind: str, document: Any) -> list[Any]:
    try:
        SCHEMAS[kind].model_validate(document)
    except ValidationError as error:
        return list(error.errors(include_url=False))
    return []


def agree(kind: str, document: Any) -> None:
    said = [f"{error.instance_path}: {error.message}" for error in validator_of(kind).iter_errors(document)]
    errors = errors_of(kind, document)
    if not said and errors:
        assert {error["type"] for error in errors} <= BEYOND_SCHEMA, errors
    else:
        assert bool(said) == bool(errors), (said, errors)


@pytest.mark.parametrize("kind", SCHEMAS)
@CHECKS
@given(data=st.data())
def test_documents_that_the_schema_describes(kind: str, data: st.DataObject) -> None:
    agree(kind, data.draw(documents(kind)))


@pytest.mark.parametrize("kind", SCHEMAS)
@CHECKS
@given(data=st.data())
def test_damaged_documents(kind: str, data: st.DataObject) -> None:
    agree(kind, data.draw(damaged(documents(kind))))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schema_is_valid_and_documents_every_key(kind: str) -> None:
    schema = json_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema_rs.meta.validate(schema)
    undocumented = [
        f"{name}.{key}"
        for name, definition in {kind: schema, **schema["$defs"]}.items()
        for whole in [*definition.get("anyOf", []), definition]
        for key, value in whole.get("properties", {}).items()
        if not value.get("description")
    ]
    assert undocumented == []


def test_words_of_the_format_are_documented() -> None:
    kinds = json_schema("process")["$defs"]["StepKind"]["oneOf"]
    assert {
        "const": "wait",
        "description": "Nothing is done until a time has passed or an event has come.",
    } in kinds
