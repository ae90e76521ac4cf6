"""Documents: where everything stands, and files that cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from svcflow.finding import Route, Span
from svcflow.i18n import translator
from svcflow.source import Document, Kind, parse, read, read_bytes
from tests.source.generated import texts

TEXT = """\
# 投诉
process: complaint   # id
名称: "客户😀投诉"
steps:
  - id: receive
    sla: 3m
    note: |
      one
      two

  - {id: close, sla: {completion: 1bd}}
  - &x
    id: third
    role:
tools: [a,
        b]
last: *x
"""


def at(text: str, route: Route, key: bool = False) -> str:
    """Return what stands at a route."""
    return cut(text, parse(text, "x.yaml").span(route, key))


def cut(text: str, span: Span) -> str:
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    return "\n".join(lines)[span.column - 1 :]


@pytest.mark.parametrize(
    ("route", "value"),
    [
        (("process",), "complaint"),
        (("名称",), '"客户😀投诉"'),
        (("steps", 0, "id"), "receive"),
        (("steps", 0, "note"), "|\n      one\n      two"),
        (("steps", 0), "id: receive\n    sla: 3m\n    note: |\n      one\n      two"),
        (("steps", 1), "{id: close, sla: {completion: 1bd}}"),
        (("steps", 1, "sla", "completion"), "1bd"),
        (("steps", 2), "&x\n    id: third\n    role:"),
        (("tools",), "[a,\n        b]"),
        (("tools", 1), "b"),
        (("last",), "*x"),
        (("last", "id"), "third"),
        ((), TEXT.split("\n", 1)[1].rstrip()),
    ],
)
def test_the_place_of_a_value(route: Route, value: str) -> None:
    assert at(TEXT, route) == value


@pytest.mark.parametrize(
    ("route", "value"),
    [
        (("名称",), "名称"),
        (("steps",), "steps"),
        (("steps", 1, "sla"), "sla"),
        (("steps", 1, "sla", "completion"), "completion"),
        (("last", "id"), "id"),
        (("steps", 0), "id: receive"),
        (("tools", 0), "a"),
        ((), "process: complaint   # id"),
    ],
)
def test_the_place_of_a_key(route: Route, value: str) -> None:
    assert at(TEXT, route, key=True) == value


@pytest.mark.parametrize(
    ("route", "value"),
    [
        (("steps", 0, "sla", "completion"), "3m"),
        (("steps", 0, "sla", "escalate", "to", 0), "3m"),
        (("process", 0), "complaint"),
        (("steps", 1, "sla", "response"), "sla"),
        (("steps", 0, "name"), "id: receive"),
        (("steps", 1, "name"), "{id: close, sla: {completion: 1bd}}"),
        (("steps", 2, "role"), "role"),
        (("steps", 2, "role", 0), "role"),
        (("steps", 7, "id"), "steps"),
        (("steps", "id"), "steps"),
        (("steps", -1), "steps"),
        (("tools", 9), "tools"),
        (("last", "no"), "last"),
        (("no", "such", 1), "process: complaint   # id"),
        ((3,), "process: complaint   # id"),
    ],
)
def test_a_route_that_is_not_there_is_the_nearest_that_is(route: Route, value: str) -> None:
    assert at(TEXT, route) == value


def test_empty_items_of_a_list() -> None:
    assert at("a:\n-\n- x\n-", ("a", 0)) == "-"
    assert at("a:\n-\n- x\n-", ("a", 2)) == "-"
    assert at("- ~", (0,)) == "~"


def test_merged_values_stand_where_they_were_written() -> None:
    text = "a: &a {x: one, y: two}\nb: &b {<<: *a, y: three}\nc:\n  <<: [*b, {z: four}]\n  w: five\n"
    found = [at(text, ("c", key)) for key in "xyzw"]
    assert found == ["one", "three", "four", "five"]
    assert at(text, ("c", "<<")) == "c"
    assert at("a: {'<<': x}\n", ("a", "<<")) == "x"
    assert at("a: &a {<<: *a, x: 1}\n", ("a", "y")) == "a"


def test_keys_that_are_not_written_as_they_read() -> None:
    text = "'it''s': one\n\"\\x41\": two\n&k 客: three\n? four\n: 4\n1.10: five\n"
    assert [at(text, (key,)) for key in ("it's", "A", "客", "four", "1.10")] == [
        "one",
        "two",
        "three",
        "4",
        "five",
    ]
    assert at(text, ("it's",), key=True) == "'it''s'"


def test_of_two_equal_keys_the_first_is_meant() -> None:
    assert at("a: 1\na: 2\n", ("a",)) == "1"


@pytest.mark.parametrize("text", ["", "# nothing\n", "\n\n"])
def test_an_empty_document_has_one_place(text: str) -> None:
    assert parse(text, "x.yaml").span(("steps", 0)) == Span(1, 1, 1, 1)


def test_places_before_a_syntax_error_are_known() -> None:
    assert at("a:\n  b: one\nc: 'x", ("a", "b")) == "one"
    assert at("a:\n  b: one\nc: 'x", ("d",)) == "a:"


def test_byte_order_mark_and_windows_line_breaks() -> None:
    document = parse(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(), "x.yaml")
    assert document.bom
    assert document.data == parse(TEXT, "x.yaml").data
    for route in (("process",), ("steps", 0, "note"), ("steps",), ("last", "id")):
        assert document.span(route) == parse(TEXT, "x.yaml").span(route)
    assert document.line(3) == '名称: "客户😀投诉"'
    assert parse("\ufeffa: b", "x.yaml").span(("a",)) == Span(1, 4, 1, 5)


def test_forbidden_characters_move_nothing() -> None:
    document = parse("a: x\u2028y\x07\nb: c\n", "x.yaml")
    assert document.data == {"a": "x y", "b": "c"}
    assert [problem.kind for problem in document.problems] == [Kind.CHARACTER, Kind.CHARACTER]
    assert document.span(("b",)) == Span(2, 4, 2, 5)
    assert document.text == "a: x\u2028y\x07\nb: c\n"


def routes(data: Any, route: Route = ()) -> Iterator[tuple[Route, Any]]:
    """Give all routes of data with their values."""
    yield route, data
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in entries:
        yield from routes(value, (*route, part))


@given(texts())
def test_what_stands_at_a_place_reads_as_the_value(generated: tuple[dict[str, Any], str]) -> None:
    _, text = generated
    document = parse(text, "x.yaml")
    for route, value in routes(document.data):
        span = document.span(route)
        shown = cut(text, span)
        # A block may say how deep it is indented, counted from around it; without that it reads by itself.
        if shown[:1] in ("|", ">"):
            assert isinstance(value, str)
            continue
        assert parse(" " * (span.column - 1) + shown, "x.yaml").data == value, route
        if route and isinstance(route[-1], str):
            key = cut(text, document.span(route, key=True))
            assert list(parse(f"{key}: 1", "x.yaml").data) == [route[-1]]


@given(texts())
def test_starts_against_another_parser(generated: tuple[dict[str, Any], str]) -> None:
    _, text = generated
    document = parse(text, "x.yaml")
    loaded = YAML().load(text)
    for route, _ in routes(document.data):
        if not route:
            continue
        parent = loaded
        for part in route[:-1]:
            parent = _entry(parent, part)
        if isinstance(route[-1], int):
            assert _start(document.span(route)) == parent.lc.item(route[-1])
        else:
            written = next(key for key in parent if _key(key) == _key(route[-1]) or str(key) == route[-1])
            assert _start(document.span(route)) == parent.lc.value(written)
            assert _start(document.span(route, key=True)) == parent.lc.key(written)


def _entry(parent: Any, part: str | int) -> Any:
    if isinstance(part, int):
        return parent[part]
    return next(value for key, value in parent.items() if str(key) == part)


def _key(key: object) -> str:
    return str(key)


def _start(span: Span) -> tuple[int, int]:
    return span.line - 1, span.column - 1


@given(st.text())
def test_nothing_raises(text: str) -> None:
    for content in (text, text.encode("utf-8"), text.encode("utf-16"), text.encode("gb18030")):
        document = parse(content, "x.yaml")
        assert document.span(("a", 0, "b")).line >= 1
        assert all(str(problem.message) for problem in document.problems)
        assert document.comments is document.comments


@given(st.binary())
def test_no_bytes_raise(content: bytes) -> None:
    document = parse(content, "x.yaml")
    document.span(("a",))
    assert isinstance(document.comments, tuple)


def test_broken_characters_in_a_text_from_a_program() -> None:
    document = parse("a: \ud800\n", "x.yaml")
    assert [str(problem.message) for problem in document.problems] == [
        "the invisible character U+D800 must not be in a YAML file"
    ]


# Files


def problem_of(document: Document) -> tuple[Kind, str, str | None]:
    (problem,) = document.problems
    assert (document.data, problem.span) == (None, Span(1, 1, 1, 1))
    return problem.kind, str(problem.message), None if problem.help is None else str(problem.help)


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "流程.yaml"
    path.write_bytes("a: 客\n".encode())
    assert read(path).data == {"a": "客"}
    assert read(path).path == str(path)
    assert read(path, "shown.yaml").path == "shown.yaml"


def test_no_file(tmp_path: Path) -> None:
    assert problem_of(read(tmp_path / "no.yaml")) == (
        Kind.UNREADABLE,
        "there is no such file",
        "look for a typing error in the path",
    )


def test_a_folder(tmp_path: Path) -> None:
    assert problem_of(read(tmp_path)) == (
        Kind.UNREADABLE,
        "this is a folder, not a file",
        "name a file in it",
    )


def test_a_link_to_itself(tmp_path: Path) -> None:
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    assert problem_of(read(loop)) == (
        Kind.UNREADABLE,
        "this link leads back to itself",
        "repair or remove the link",
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert problem_of(read(tmp_path / "pipe.yaml")) == (Kind.UNREADABLE, "this is no ordinary file", None)


def test_a_file_without_permission() -> None:
    # Whoever runs the tests may read everything: what the system says is made here.
    class Closed(type(Path())):  # type: ignore[misc]
        def stat(self, **_: object) -> os.stat_result:
            raise PermissionError(13, "Permission denied")

    assert problem_of(read(Closed("x.yaml"))) == (
        Kind.UNREADABLE,
        "you have no permission to read this file",
        None,
    )


@pytest.mark.parametrize(
    ("name", "reason"), [("a\0b", "embedded null byte"), ("x" * 5000, "its name is too long")]
)
def test_an_impossible_name(name: str, reason: str) -> None:
    kind, message, _ = problem_of(read(Path(name)))
    assert kind is Kind.UNREADABLE
    assert message == f"the file cannot be read: {reason}"


def test_too_large_a_file(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * 5_100_000)
    said = (
        Kind.TOO_LARGE,
        "the file has 5.1 MB; more than 5 MB are not read",
        "divide it into several files, or leave it out",
    )
    assert problem_of(read(path)) == said
    assert problem_of(parse(b"#" * 5_100_000, "x.yaml")) == said
    assert problem_of(parse("#" * 5_100_000, "x.yaml")) == said
    assert parse(b"#" * 5_000_000, "x.yaml").problems == ()


@pytest.mark.parametrize(("language", "message"), [("zh-Hans", "没有这个文件"), ("zh-Hant", "沒有這個檔案")])
def test_in_chinese(language: str, message: str, tmp_path: Path) -> None:
    (problem,) = read(tmp_path / "no.yaml").problems
    assert problem.message.render(translator(language)) == message


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="this system has no such file")
def test_a_file_whose_size_is_not_told_is_read_whole() -> None:
    assert Path("/proc/self/limits").stat().st_size == 0
    content = read_bytes(Path("/proc/self/limits"))
    assert isinstance(content, bytes)
    assert content.startswith(b"Limit ")
    assert content.count(b"\n") > 5
    assert (
        read_bytes(Path("/proc/self/limits"), 20) == content[:21]
    )  # one more than allowed: it is seen as too large
