"""JSON Schema (2020-12) of the three kinds of files, for editors and other tools.

The descriptions are the docstrings of the classes, fields and words in the code. They are read from the source when a
schema is made, so that starting svcflow costs nothing for them.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from svcflow.model.base import Model
from svcflow.model.catalog import Catalog
from svcflow.model.process import Process
from svcflow.model.text import Label, Text
from svcflow.model.values import Id
from svcflow.model.workspace import WorkspaceFile

__all__ = ["SCHEMAS", "json_schema"]

SCHEMAS: dict[str, type[Model]] = {"process": Process, "catalog": Catalog, "workspace": WorkspaceFile}
"""The kinds of files and their models."""

_SHARED: dict[str, Any] = {"Text": Text, "Label": Label, "Id": Id}
"""Types that stand in so many places that the schema names them once."""


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file (a key of `SCHEMAS`)."""
    schema = SCHEMAS[kind].model_json_schema(by_alias=True, schema_generator=_Generator)
    named = {name: TypeAdapter(shared).json_schema() for name, shared in _SHARED.items()}
    tidy = _refer(_tidy(schema), named)
    tidy["$defs"] |= named
    return {"$schema": GenerateJsonSchema.schema_dialect, "title": f"svcflow {kind}", **tidy}


def _refer(node: Any, named: dict[str, Any]) -> Any:
    """Return a schema in which what equals a named type refers to it."""
    if isinstance(node, list):
        return [_refer(item, named) for item in node]
    if not isinstance(node, dict):
        return node
    plain = {key: value for key, value in node.items() if key != "description"}
    for name, shared in named.items():
        if plain == shared:
            described = {"description": node["description"]} if "description" in node else {}
            return {**described, "$ref": f"#/$defs/{name}"}
    return {key: _refer(value, named) for key, value in node.items()}


class _Generator(GenerateJsonSchema):
    """Adds the docstrings of fields and words; leaves out what only repeats a key's name."""

    def model_schema(self, schema: Any) -> dict[str, Any]:
        made = super().model_schema(schema)
        model = schema["cls"]
        for name, field in model.model_fields.items():
            text = _field_docs(model).get(name)
            key = field.alias or name
            if text and key in made.get("properties", {}):
                made["properties"][key] = {"description": text, **made["properties"][key]}
        return made

    def enum_schema(self, schema: Any) -> dict[str, Any]:
        cls = schema["cls"]
        docs = _class_docs(cls)
        words = [
            {"const": member.value, "description": docs.get(member.name, "")}
            for member in cls.__members__.values()
        ]
        return {"description": inspect.getdoc(cls) or "", "oneOf": words}

    def get_title_from_name(self, name: str) -> str:  # noqa: ARG002 - the interface
        return ""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the interface
        return False


@cache
def _field_docs(model: type[Model]) -> dict[str, str]:
    docs: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, Model) and cls is not Model:
            docs |= _class_docs(cls)
    return docs


@cache
def _class_docs(cls: type[Any]) -> dict[str, str]:
    """Return the docstrings under the assignments of a class, by name."""
    return _module_docs(cls.__module__).get(cls.__name__, {})


@cache
def _module_docs(module: str) -> dict[str, dict[str, str]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: dict(_documented(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _documented(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for statement, following in zip(node.body, node.body[1:], strict=False):
        target = (
            statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
        )
        if isinstance(target, ast.Name) and isinstance(following, ast.Expr):
            text = following.value
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield target.id, " ".join(text.value.split())


def _tidy(node: Any) -> Any:
    """Return a schema without null (an empty value is an error), defaults and titles that say nothing."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    choices = node.get("anyOf")
    if isinstance(choices, list) and {"type": "null"} in choices:
        choices = [choice for choice in choices if choice != {"type": "null"}]
        rest = {key: value for key, value in node.items() if key != "anyOf"}
        node = {**rest, **choices[0]} if len(choices) == 1 else {**rest, "anyOf": choices}
    return {
        key: _tidy(value)
        for key, value in node.items()
        if not (key == "title" and isinstance(value, str))
        and not (key == "default" and value in (None, [], {}, ()))
    }
