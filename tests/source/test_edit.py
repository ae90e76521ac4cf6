"""Edits: what changes, and that nothing else does."""

from __future__ import annotations

import copy
from difflib import unified_diff
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.finding import Edit, Route
from svcflow.i18n import translator
from svcflow.source import parse
from svcflow.source.edit import EditError, apply
from tests.source.generated import DATA, KEYS, texts

TEXT = """\
# 投诉处理
process:   x   # the id
roles:
  a: {name: A, line: customer}   # first
  # about b
  b: {name: B}
  # about c
  c:
    name: C
    line: frontstage
steps:
  - id: one     # 1
    name: 'One'
    tools: [x,
            y]
    sla:   # later
      completion: 5m
  - {id: two, name: Two, sla: }
  # between
  - name: "Three"
    id: three
    role: [a]

    text: |
      a
      b
end: here  # of all
"""


def changed(*edits: tuple[Route, Any], text: str = TEXT) -> list[str]:
    """Make edits; return the lines that went and came."""
    document = parse(text, "x.yaml")
    result = apply(document, [Edit(route, value) for route, value in edits])
    difference = list(unified_diff(text.splitlines(), result.splitlines(), n=0, lineterm=""))
    return [line for line in difference[2:] if not line.startswith("@@")]


@pytest.mark.parametrize(
    ("route", "value", "lines"),
    [
        (("process",), "y", ["-process:   x   # the id", "+process:   y   # the id"]),
        (("steps", 0, "name"), "It's: 1", ["-    name: 'One'", "+    name: 'It''s: 1'"]),
        (("steps", 2, "name"), 'a "b"', ['-  - name: "Three"', '+  - name: "a \\"b\\""']),
        (("steps", 2, "role", 0), "b", ["-    role: [a]", "+    role: [b]"]),
        (("steps", 2, "role"), "b", ["-    role: [a]", "+    role: b"]),
        (("steps", 0, "name"), "1\n2", ["-    name: 'One'", "+    name: |-", "+      1", "+      2"]),
        (("steps", 2, "text"), "c\nd\n", ["-      a", "-      b", "+      c", "+      d"]),
        (("steps", 2, "text"), "c", ["-    text: |", "-      a", "-      b", "+    text: c"]),
        (
            ("steps", 0, "sla"),
            "15m",
            ["-    sla:   # later", "-      completion: 5m", "+    sla: 15m   # later"],
        ),
        (
            ("steps", 0, "sla"),
            {"completion": "5m", "response": "1m"},
            [
                "-    sla:   # later",
                "-      completion: 5m",
                "+    sla: {completion: 5m, response: 1m}   # later",
            ],
        ),
        (
            ("roles", "c"),
            {"name": "N" * 70},
            ["-    name: C", "-    line: frontstage", "+    name: " + "N" * 70],
        ),
        (("steps", 1, "id"), 2.5, ["-  - {id: two, name: Two, sla: }", "+  - {id: 2.5, name: Two, sla: }"]),
        (("steps", 1), "two", ["-  - {id: two, name: Two, sla: }", "+  - two"]),
        (("end",), {"a": [{"b": 1}]}, ["-end: here  # of all", "+end:  # of all", "+  a:", "+    - b: 1"]),
    ],
)
def test_a_value_is_set(route: Route, value: Any, lines: list[str]) -> None:
    assert changed((route, value)) == lines


@pytest.mark.parametrize(
    ("route", "value", "lines"),
    [
        (("steps", 0, "sla", "response"), "1m", ["+      response: 1m"]),
        (("steps", 2, "sla"), {"completion": "1m"}, ["+    sla: {completion: 1m}"]),
        (
            ("steps", 1, "role"),
            "#x",
            ["-  - {id: two, name: Two, sla: }", "+  - {id: two, name: Two, sla: , role: '#x'}"],
        ),
        (
            ("steps", 1, "sla"),
            "1m",
            ["-  - {id: two, name: Two, sla: }", "+  - {id: two, name: Two, sla: 1m}"],
        ),
        (("steps", 0, "tools", 2), "a, b", ["-            y]", "+            y, 'a, b']"]),
        (("steps", 3), {"id": "four", "name": "四"}, ["+  - id: four", "+    name: 四"]),
        (
            ("handoffs",),
            [{"from": "a", "passes": ["x"]}],
            ["+handoffs:", "+  - from: a", "+    passes: [x]"],
        ),
        (("roles", "a: b"), {}, ["+  'a: b': {}"]),
    ],
)
def test_a_value_is_added(route: Route, value: Any, lines: list[str]) -> None:
    assert changed((route, value)) == lines


@pytest.mark.parametrize(
    ("route", "lines"),
    [
        (("process",), ["-process:   x   # the id"]),
        (("roles", "b"), ["-  b: {name: B}"]),
        (("roles", "c"), ["-  c:", "-    name: C", "-    line: frontstage"]),
        (
            ("roles", "a", "name"),
            ["-  a: {name: A, line: customer}   # first", "+  a: {line: customer}   # first"],
        ),
        (
            ("roles", "a", "line"),
            ["-  a: {name: A, line: customer}   # first", "+  a: {name: A}   # first"],
        ),
        (("steps", 1), ["-  - {id: two, name: Two, sla: }"]),
        (("steps", 0, "tools", 0), ["-    tools: [x,", "-            y]", "+    tools: [y]"]),
        (("steps", 0, "tools", 1), ["-    tools: [x,", "-            y]", "+    tools: [x]"]),
        (("steps", 2, "role", 0), ["-    role: [a]", "+    role: []"]),
        (("steps", 2, "name"), ['-  - name: "Three"', "-    id: three", "+  - id: three"]),
        (("steps", 2, "text"), ["-    text: |", "-      a", "-      b"]),
        (
            ("steps", 0, "sla", "completion"),
            ["-    sla:   # later", "-      completion: 5m", "+    sla: {}   # later"],
        ),
        (("end",), ["-end: here  # of all"]),
    ],
)
def test_a_value_is_removed(route: Route, lines: list[str]) -> None:
    assert changed((route, None)) == lines


def test_edits_are_made_in_their_order() -> None:
    assert changed(
        (("steps", 3), "x"), (("steps", 3), {"id": "y"}), (("steps", 0), None), (("steps", 2, "id"), "z")
    ) == [
        *(
            "-  - id: one     # 1",
            "-    name: 'One'",
            "-    tools: [x,",
            "-            y]",
            "-    sla:   # later",
        ),
        *("-      completion: 5m", "+  - {id: z}"),
    ]


def test_the_indentation_of_lists_is_that_of_the_file() -> None:
    text = "a:\n- x\nb: 1\n"
    assert changed((("b",), [{"c": 1}, {"d": 2}]), text=text) == ["-b: 1", "+b:", "+- c: 1", "+- d: 2"]
    assert changed((("a", 1), "y"), text=text) == ["+- y"]
    assert changed((("a", 0), None), text=text) == ["-a:", "-- x", "+a: []"]


def test_lists_in_lists() -> None:
    text = "- - a\n  - b\n- c\n"
    assert changed(((0, 2), "x"), text=text) == ["+  - x"]
    assert changed(((0, 0), None), text=text) == ["-- - a", "-  - b", "+- - b"]
    assert changed(((0,), None), text=text) == ["-- - a", "-  - b"]


@pytest.mark.parametrize("text", ["a: 1", "a: 1\n", "a: 1\r\nb: 2\r\n", "\ufeffa: 1\n", "\ufeff# c\r\na: 1"])
def test_line_breaks_end_and_byte_order_mark_stay(text: str) -> None:
    result = apply(parse(text, "x.yaml"), [Edit(("c",), {"d": "x" * 70}), Edit(("a",), "2\n3\n")])
    newline = "\r\n" if "\r\n" in text else "\n"
    assert result.startswith("\ufeff") == text.startswith("\ufeff")
    assert result.replace("\r\n", "\n").count("\n") == result.count(newline)
    assert result.endswith(newline) == text.endswith(newline)
    assert parse(result, "x.yaml").data["a"] == "2\n3\n"


@pytest.mark.parametrize("text", ["a: 1\nb: 2\n", "{a: 1}\n", "a: {b: 1}\n", "- 1\n"])
def test_the_last_value_may_go(text: str) -> None:
    document = parse(text, "x.yaml")
    edits = [
        Edit((part,)) for part in (reversed(range(len(document.data))) if text[0] == "-" else document.data)
    ]
    assert parse(apply(document, edits), "x.yaml").data == type(document.data)()


# What cannot be done


@pytest.mark.parametrize(
    ("route", "value", "shown"),
    [
        (("no", "such"), "x", "no/such"),
        (("no",), None, "no"),
        (("steps", 9), "x", "steps/9"),
        (("steps", 4), None, "steps/4"),
        (("steps", "id"), "x", "steps/id"),
        (("roles", 0), "x", "roles/0"),
        (("process", "x"), "x", "process/x"),
    ],
)
def test_a_route_to_nowhere(route: Route, value: Any, shown: str) -> None:
    with pytest.raises(EditError) as caught:
        changed((route, value))
    assert str(caught.value) == f"there is no `{shown}` to change"


BY_HAND = "this change of x.yaml must be made by hand"
SHARED = "a: &a {x: {y: 1}, z: [1]}\nb: *a\nc: {<<: *a, w: 1}\n"


@pytest.mark.parametrize(
    ("text", "route", "value"),
    [
        (SHARED, ("b", "x"), 2),
        (SHARED, ("c", "x", "y"), 2),
        (SHARED, ("a", "x", "y"), 2),
        (SHARED, ("c", "x"), None),
        (SHARED, ("a",), 1),
        ("a: |+\n  x\n\n", ("b",), 1),
        ("- - a\n  - b\n", (0, 1), {"x": float("nan")}),
    ],
)
def test_what_would_change_more_than_was_asked(text: str, route: Route, value: Any) -> None:
    with pytest.raises(EditError) as caught:
        changed((route, value), text=text)
    assert str(caught.value) == BY_HAND


def test_an_own_value_beside_shared_ones_can_be_changed() -> None:
    assert changed((("c", "w"), 2), text=SHARED) == ["-c: {<<: *a, w: 1}", "+c: {<<: *a, w: 2}"]
    assert changed((("c", "x"), 2), text=SHARED) == ["-c: {<<: *a, w: 1}", "+c: {<<: *a, w: 1, x: 2}"]


def test_a_file_with_errors_is_left_alone() -> None:
    for text in ("a: 1\na: 2\n", "a: 'x\n", ""):
        with pytest.raises(EditError) as caught:
            apply(parse(text, "x.yaml"), [Edit(("b",), 1)])
        assert str(caught.value) == "x.yaml has errors that must be mended first"


def test_a_whole_file_is_not_replaced() -> None:
    with pytest.raises(EditError, match="an edit cannot replace a whole file"):
        changed(((), {"a": 1}))


@pytest.mark.parametrize(
    ("language", "message"),
    [("zh-Hans", "没有可以修改的 `no`"), ("zh-Hant", "沒有可供修改的 `no`")],
)
def test_in_chinese(language: str, message: str) -> None:
    with pytest.raises(EditError) as caught:
        changed((("no",), None))
    assert caught.value.message.render(translator(language)) == message


def test_the_document_stays_as_it_is() -> None:
    document = parse(TEXT, "x.yaml")
    data = copy.deepcopy(document.data)
    changed((("roles", "a"), None))
    apply(document, [Edit(("roles", "a"), None)])
    assert (document.data, document.text) == (data, TEXT)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, Any, Edit]:
    """Draw a text, its data after an edit, and the edit."""
    data, text = draw(texts())
    expected = copy.deepcopy(data)
    parent: Any = expected
    route: list[str | int] = []
    while True:
        last = draw(_parts(parent))
        route.append(last)
        inner = parent[last] if last in _existing(parent) else None
        if not isinstance(inner, (dict, list)) or draw(st.booleans()):
            break
        parent = inner
    value = draw(DATA | st.none() if last in _existing(parent) else DATA)
    if value is None:
        del parent[last]
    elif isinstance(parent, list) and last == len(parent):
        parent.append(value)
    else:
        parent[last] = value
    return text, expected, Edit(tuple(route), value)


def _parts(parent: dict[str, Any] | list[Any]) -> st.SearchStrategy[Any]:
    """Draw a key or index that is there, or one that can be added."""
    new: st.SearchStrategy[Any] = KEYS if isinstance(parent, dict) else st.just(len(parent))
    return st.sampled_from(_existing(parent)) | new if parent else new


def _existing(parent: dict[str, Any] | list[Any]) -> list[Any]:
    return list(parent) if isinstance(parent, dict) else list(range(len(parent)))


@given(edits())
def test_any_edit_says_what_it_should_or_nothing(drawn: tuple[str, Any, Edit]) -> None:
    text, expected, edit = drawn
    document = parse(text, "x.yaml")
    try:
        result = apply(document, [edit])
    except EditError as error:
        said, result = str(error), text
    else:
        said = ""
    if said:
        assert document.problems or said == BY_HAND
    else:
        assert parse(result, "x.yaml").data == expected
