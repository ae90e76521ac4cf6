"""From YAML to plain data: values, empty ones, aliases, merge keys, and what is wrong with them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from ruamel.yaml import YAML

from svcflow.i18n import translator
from svcflow.source import Document, Float, Int, Kind, parse
from tests.source.generated import texts


def said(document: Document) -> list[tuple[str, int, int, str, str]]:
    """Each problem: kind, line, column, message and help."""
    return [
        (problem.kind.value, problem.span.line, problem.span.column, str(problem.message), str(problem.help))
        for problem in document.problems
    ]


@given(texts())
def test_against_another_parser(generated: tuple[dict[str, Any], str]) -> None:
    data, text = generated
    document = parse(text, "x.yaml")
    assert document.data == data
    assert [problem for problem in document.problems if problem.kind is not Kind.FOLDED] == []
    assert YAML(typ="safe", pure=True).load(text) == document.data


def test_numbers_keep_how_they_were_written() -> None:
    data = parse("a: 007\nb: 1.10\nc: [1e3, '5', 5]\n", "x.yaml").data
    assert data == {"a": 7, "b": 1.1, "c": [1000.0, "5", 5]}
    assert (str(data["a"]), str(data["b"]), str(data["c"][0])) == ("007", "1.10", "1e3")
    assert [type(value) for value in (data["a"], data["b"], data["c"][1])] == [Int, Float, str]


def test_keys_are_texts_as_written() -> None:
    text = "true: 1\n1: 2\n~: 3\n1.10: 4\n'q': 5\n? long\n: 6\n客: 7\n"
    assert list(parse(text, "x.yaml").data) == ["true", "1", "~", "1.10", "q", "long", "客"]


def test_empty_values_are_left_out_and_noted() -> None:
    document = parse("a:\nb: [~, 1, null]\nc:\n- d: NULL\n  e: ''\n-\n", "x.yaml")
    assert document.data == {"b": [None, 1, None], "c": [{"e": ""}, None]}
    assert document.nulls == (("a",), ("b", 0), ("b", 2), ("c", 0, "d"), ("c", 1))
    assert document.problems == ()


@pytest.mark.parametrize(("text", "nulls"), [("", ()), ("# c\n", ()), ("---\n", ((),)), ("~\n", ((),))])
def test_an_empty_document(text: str, nulls: tuple[Any, ...]) -> None:
    document = parse(text, "x.yaml")
    assert (document.data, document.nulls, document.problems) == (None, nulls, ())


# Duplicate keys


def test_duplicate_keys_are_shown_at_both_places() -> None:
    document = parse("a: 1\nb: {c: 1, 'c': ~}\na: [x]\na: 3\n", "dir/x.yaml")
    assert document.data == {"a": 1, "b": {"c": 1}}
    assert document.nulls == ()
    help_ = "keep one of the two, or rename the other"
    assert said(document) == [
        ("duplicate-key", 2, 11, "the key `c` stands here once more; only the first one counts", help_),
        ("duplicate-key", 3, 1, "the key `a` stands here once more; only the first one counts", help_),
        ("duplicate-key", 4, 1, "the key `a` stands here once more; only the first one counts", help_),
    ]
    related = [problem.related[0] for problem in document.problems]
    assert {str(one.message) for one in related} == {"it stands here first"}
    assert (related[0].place.path, related[0].place.route) == ("dir/x.yaml", ("b", "c"))
    assert [one.place.span.column for one in related if one.place.span] == [5, 1, 1]


def test_a_duplicate_key_before_a_syntax_error_is_still_reported() -> None:
    document = parse("a: 1\na: 2\nb: 'x\n", "x.yaml")
    assert [problem.kind for problem in document.problems] == [Kind.DUPLICATE_KEY, Kind.SYNTAX]
    assert document.problems[0].related[0].place.span is not None
    assert document.problems[0].related[0].place.span.line == 1


# Aliases


def test_aliases_stand_for_what_they_name() -> None:
    document = parse(
        "a: &x {k: 1}\nb: *x\nc: &n\nd: *n\ne: &x 2\nf: *x\n&k g: 3\nh: *k\n? *k\n: 4\n", "x.yaml"
    )
    assert document.data == {"a": {"k": 1}, "b": {"k": 1}, "e": 2, "f": 2, "g": 3, "h": "g"}
    assert document.nulls == (("c",), ("d",))
    assert [problem.kind for problem in document.problems] == [Kind.DUPLICATE_KEY]


def test_an_alias_of_nothing() -> None:
    document = parse("a: 1\nb: *x\nc: [*y, 2]\n*z : 3\n", "x.yaml")
    assert document.data == {"a": 1, "c": [None, 2]}
    assert document.nulls == ()
    help_ = "an anchor must stand above its alias; a text that begins with `*` needs quotes"
    assert said(document) == [
        ("alias", 2, 4, "no anchor `&x` stands above this alias", help_),
        ("alias", 3, 5, "no anchor `&y` stands above this alias", help_),
        ("alias", 4, 1, "no anchor `&z` stands above this alias", help_),
    ]


def test_an_alias_within_itself() -> None:
    document = parse("a: &x\n  b: [*x]\nc: &y [1, *y]\n", "x.yaml")
    assert document.data == {"a": {"b": [None]}, "c": [1, None]}
    help_ = "write the value out, or remove the alias"
    assert said(document) == [
        ("alias", 2, 7, "the alias `*x` lies inside the very value that it stands for", help_),
        ("alias", 3, 11, "the alias `*y` lies inside the very value that it stands for", help_),
    ]


def _laughs(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines)


def test_aliases_may_repeat_much() -> None:
    assert parse(_laughs(4), "x.yaml").problems == ()


def test_aliases_may_not_repeat_without_end() -> None:
    document = parse(_laughs(12), "x.yaml")
    (problem,) = said(document)
    assert problem[3:] == (
        "aliases repeat more than 100000 values up to here; the rest is ignored",
        "write what processes share once, in a catalogue",
    )
    assert _count(document.data) < 1_000_000


def _count(value: Any) -> int:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(_count, parts))


# Merge keys


def test_merge_keys() -> None:
    text = (
        "a: &a {x: 1, y: 2, z: 0}\nb: &b {x: 5, w: 6}\nc:\n  y: 3\n  <<: *a\n  z:\nd: {<<: [*b, *a], v: 1}\n"
        "e: {<<: {k: 1}}\nf: {'<<': 1}\ng: {<<: []}\n"
    )
    document = parse(text, "x.yaml")
    assert document.problems == ()
    assert document.data["c"] == {"x": 1, "y": 3}
    assert document.data["d"] == {"x": 5, "w": 6, "y": 2, "z": 0, "v": 1}
    assert [document.data[key] for key in "efg"] == [{"k": 1}, {"<<": 1}, {}]
    assert document.nulls == (("c", "z"),)


def test_merge_keys_against_another_parser() -> None:
    text = "a: &a {x: 1, y: 2}\nb: &b {<<: *a, x: 3}\nc: {<<: [*b, *a], y: 9}\nd: {<<: [*a, *b]}\n"
    assert parse(text, "x.yaml").data == YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize("value", ["3", "", "text", "[{a: 1}, 2]", "[~]"])
def test_what_cannot_be_merged(value: str) -> None:
    document = parse(f"k:\n  a: 1\n  <<: {value}\n", "x.yaml")
    assert document.data == {"k": {"a": 1}}
    assert [(kind, line, *texts) for kind, line, _, *texts in said(document)] == [
        (
            "merge",
            3,
            "the merge key `<<` needs a mapping, or a list of mappings",
            "write the alias of a mapping after it: `<<: *name`",
        ),
    ]


def test_a_second_merge_key_and_one_of_an_unknown_alias() -> None:
    document = parse("a: {<<: {x: 1}, <<: {y: 2}}\nb: {<<: *no}\n", "x.yaml")
    assert document.data == {"a": {"x": 1}, "b": {}}
    assert [problem.kind for problem in document.problems] == [Kind.DUPLICATE_KEY, Kind.ALIAS]


# Keys


@pytest.mark.parametrize(
    "text", ["a: {{ guest }}\n", "a: {[x]: 1}\n", "a: {? {b: ~} : 1}\n", "a: {? &x [b] : {c: ~}}\n"]
)
def test_a_key_in_brackets(text: str) -> None:
    document = parse(text, "x.yaml")
    assert (document.data, document.nulls) == ({"a": {}}, ())
    ((kind, line, _, message, help_),) = said(document)
    assert (kind, line) == ("key", 1)
    assert message == "a key must be a word or a text, not something in brackets or braces"
    assert help_ == "if they belong to a text, put the whole text into quotes"


@pytest.mark.parametrize("key", ["\u3000name", "name\u3000", "\u00a0name", "na\u200b", "\u200bname"])
def test_a_key_with_a_hidden_space(key: str) -> None:
    document = parse(f"a: 1\n{key}: 2\n", "x.yaml")
    ((kind, line, column, message, help_),) = said(document)
    assert (kind, line, column, help_) == ("key", 2, 1, "use ordinary spaces")
    odd = next(char for char in key if not char.isascii())
    assert message == f"this key has a character that only looks like a space (U+{ord(odd):04X})"
    assert parse(f"'{key}': 2\n", "x.yaml").problems == ()


def test_an_empty_key() -> None:
    ((kind, _, _, message, help_),) = said(parse("?\n: x\n", "x.yaml"))
    assert (kind, message) == ("key", "there is no key before this colon")
    assert help_ == "write the key, or put the text into quotes"


# Tags and numbers


def test_tags() -> None:
    text = "a: !!str 5\nb: !!int '5'\nc: !!float 5\nd: !!map {x: 1}\ne: !!seq [1]\nf: ! 5\ng: !!null ''\nh: ! {}\n"
    document = parse(text, "x.yaml")
    assert document.data == {"a": "5", "b": 5, "c": 5.0, "d": {"x": 1}, "e": [1], "f": "5", "h": {}}
    assert (document.nulls, document.problems) == ((("g",),), ())


def test_tags_that_mean_nothing() -> None:
    document = parse("a: !own x\nb: !!binary aGk=\nc: !!set {x}\nd: !<tag:x.org,1:y> [1]\n", "x.yaml")
    assert document.data == {"a": "x", "b": "aGk=", "c": {}, "d": [1]}
    help_ = "remove it; a text that begins with `!` needs quotes"
    assert said(document) == [
        ("tag", 1, 4, "the tag !own means nothing here", help_),
        ("tag", 2, 4, "the tag !!binary means nothing here", help_),
        ("tag", 3, 4, "the tag !!set means nothing here", help_),
        ("tag", 4, 4, "the tag tag:x.org,1:y means nothing here", help_),
    ]


def test_values_that_do_not_fit_their_tag() -> None:
    document = parse("a: !!int x\nb: !!bool yes\n", "x.yaml")
    assert document.data == {"a": "x", "b": "yes"}
    help_ = "remove the tag, or write a value that fits it"
    assert said(document) == [
        ("tag", 1, 4, "`x` is not what the tag !!int promises", help_),
        ("tag", 2, 4, "`yes` is not what the tag !!bool promises", help_),
    ]


def test_a_number_beyond_all_measure_stays_a_text() -> None:
    document = parse(f"a: {'9' * 5000}\n", "x.yaml")
    assert document.data == {"a": "9" * 5000}
    assert said(document) == [
        ("number", 1, 4, "this number has 5000 digits", "if it is an identifier, put it into quotes")
    ]


# Whole documents


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2\n", "a: 1\n--- # two\n'broken\n", "a: 1\n...\n---\n"])
def test_only_the_first_document_counts(text: str) -> None:
    document = parse(text, "x.yaml")
    assert document.data == {"a": 1}
    ((kind, line, _, message, help_),) = said(document)
    assert (kind, line) == ("several-documents", text[: text.index("---")].count("\n") + 1)
    assert message == "a second YAML document begins here; everything from here on is ignored"
    assert help_ == (
        "keep one document in a file: move this one to a file of its own, or remove the line above it"
    )


@pytest.mark.parametrize(
    "text", ["---\na: 1\n", "a: 1\n...\n", "%YAML 1.2\n---\na: 1\n--- \n"[:-5], "# c\n--- # c\na: 1\n"]
)
def test_marks_around_one_document_are_fine(text: str) -> None:
    assert (parse(text, "x.yaml").data, parse(text, "x.yaml").problems) == ({"a": 1}, ())


def test_a_list_item_that_was_swallowed() -> None:
    document = parse("steps:\n - one\n  - two\nnote: a - b\nlong: x\n  - y\n", "x.yaml")
    assert document.data == {"steps": ["one - two"], "note": "a - b", "long": "x - y"}
    assert said(document) == [
        (
            "folded-text",
            line,
            column,
            "these lines are one text, though a dash in it looks like an item of a list",
            "begin all items of a list in the same column; if it is one text, put it into quotes",
        )
        for line, column in ((2, 4), (5, 7))
    ]


@pytest.mark.parametrize("open_", ["[", "{a: ", "- ", "? ", "[[{a: "])
def test_hostile_nesting(open_: str) -> None:
    document = parse(open_ * 200_000, "x.yaml")
    assert document.data is None
    ((kind, line, _, message, help_),) = said(document)
    assert (kind, line) == ("too-deep", 1)
    assert message == "lists and mappings lie more than 100 levels deep in each other"
    assert help_ == "divide the process into several"
    assert document.span(("a", "b")).line == 1


def test_a_hundred_levels_are_read() -> None:
    assert parse("[" * 100 + "]" * 100, "x.yaml").problems == ()
    assert parse("[" * 101 + "]" * 101, "x.yaml").problems != ()


@pytest.mark.parametrize(
    ("language", "messages"),
    [
        ("zh-Hans", ["键 `a` 在这里重复出现；只有第一个有效", "这个别名之前没有锚点 `&x`"]),
        ("zh-Hant", ["鍵 `a` 在這裡重複出現；只有第一個有效", "這個別名之前沒有錨點 `&x`"]),
    ],
)
def test_in_chinese(language: str, messages: list[str]) -> None:
    problems = parse("a: 1\na: 2\nb: *x\n", "x.yaml").problems
    assert [problem.message.render(translator(language)) for problem in problems] == messages
