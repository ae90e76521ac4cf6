"""Documents drawn from a JSON Schema, and small damages done to them (hypothesis strategies)."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

__all__ = ["damaged", "instances"]

_WORDS = [
    "a",
    "step-2",
    "投诉",
    "核实",
    "90%",
    "15m",
    "3bd",
    "2026-03-01",
    "1.2.3",
    "monthly",
    "24/7",
    ">= 95%",
]


def instances(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return a strategy of values that a schema describes; its conditions (``allOf``, ``not``) are left out."""
    return _Drawer(schema).draw(schema, 0)


class _Drawer:
    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root

    def draw(self, schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        if "$ref" in schema:
            target = self.root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
            return st.deferred(lambda: self.draw(target, depth))
        if "const" in schema:
            return st.just(schema["const"])
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        for key in ("anyOf", "oneOf"):
            if key in schema and "properties" not in schema:
                return st.one_of([self.draw(choice, depth) for choice in schema[key]])
        return self._typed(schema, depth)

    def _typed(self, schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        kind = schema.get("type")
        if isinstance(kind, list):
            return st.one_of([self._typed({**schema, "type": one}, depth) for one in kind])
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            least = schema.get("minItems", 0)
            return st.lists(self.draw(schema["items"], depth + 1), min_size=least, max_size=max(least, 2))
        if kind == "integer":
            return st.integers(schema.get("minimum", -3), schema.get("maximum", 9))
        if kind == "number":
            low, high = schema.get("minimum", 0), schema.get("maximum", 99)
            return st.one_of(st.integers(int(low), int(high)), st.floats(low, high))
        if kind == "boolean":
            return st.booleans()
        return self._string(schema)

    def _string(self, schema: dict[str, Any]) -> st.SearchStrategy[str]:
        if "examples" in schema:
            return st.sampled_from([example for example in schema["examples"] if isinstance(example, str)])
        if schema.get("format") == "date":
            return st.dates().filter(lambda day: day.year > 1000).map(str)
        import re

        fitting = [word for word in _WORDS if re.search(schema.get("pattern", ""), word)]
        return st.sampled_from(fitting) if fitting else st.from_regex(schema["pattern"])

    def _object(self, schema: dict[str, Any], depth: int) -> st.SearchStrategy[dict[str, Any]]:
        properties = schema.get("properties", {})
        required = set(schema.get("required", ()))
        if not properties:
            values = schema.get("additionalProperties", {})
            if not isinstance(values, dict):
                values = {"type": "string"}
            keys = st.sampled_from(["en", "zh-Hans", "fr-CA"])
            return st.dictionaries(
                keys, self.draw(values, depth + 1), min_size=schema.get("minProperties", 0), max_size=2
            )
        return self._with_some(properties, required, depth)

    def _with_some(
        self, properties: dict[str, Any], required: set[str], depth: int
    ) -> st.SearchStrategy[dict[str, Any]]:
        names = sorted(properties)
        most = 6 if depth == 0 else 3 if depth < 4 else 0
        chosen = st.lists(st.sampled_from(names), max_size=most, unique=True)
        return chosen.flatmap(
            lambda some: st.fixed_dictionaries(
                {name: self.draw(properties[name], depth + 1) for name in sorted(required | set(some))}
            )
        )


_JUNK: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(
        [True, False, 0, 7, -1, 1.5, "", " ", "end", "x y", "soon", [], {}, ["a"], {"a": "b"}, "call", "wait"]
    ),
    st.sampled_from(_WORDS),
)


@st.composite
def damaged(draw: st.DrawFn, documents: st.SearchStrategy[Any]) -> Any:
    """Draw a document and change one thing in it: a value, a key that is too many, one that is missing."""
    document = draw(documents.filter(bool))
    places = list(_places(document))
    container, key = draw(st.sampled_from(places))
    what = draw(st.sampled_from(["replace", "remove", "add"]))
    if what == "add" and isinstance(container, dict):
        container[
            draw(st.sampled_from(["nam", "for", "process", "otherwise", "to", "kind", "id", "role"]))
        ] = draw(_JUNK)
    elif what == "remove":
        del container[key]
    else:
        container[key] = draw(_JUNK)
    return document


def _places(node: Any) -> Any:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield node, key
        yield from _places(value)
