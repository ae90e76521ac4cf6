from __future__ import annotations

import pytest

from svcflow.source.places import Places


def bounds(text: str) -> list[str]:
    places = Places(text)
    return [text[slice(*places.bounds(node))] for node in range(len(places))]


def test_nodes_are_numbered_as_they_come() -> None:
    assert bounds("a: [1, {b: x}]\nc:\n  - d\n") == [
        "a: [1, {b: x}]\nc:\n  - d",
        *("a", "[1, {b: x}]", "1", "{b: x}", "b", "x", "c", "- d", "d"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a:\n  b: 1 # c\n\n# d\n\nc: 2\n", "b: 1"),
        ("a:\n  b: {x: 1}\n\n\n", "b: {x: 1}"),
        ("a:\n  - b: |\n\n      x\n\n    c:\n# d\nb: 1\n", "- b: |\n\n      x\n\n    c:"),
        ("a:\n  - 'x\n    y'  \n  # c\nb: 1\n", "- 'x\n    y'"),
        ("a: !!map &x # c\n  b: 1\n\nb: 1\n", "!!map &x # c\n  b: 1"),
        ("a: *x\nb: 1\n", "*x"),
        ("a:\n\n\nb: 1\n", ""),
    ],
)
def test_an_end_is_the_end_of_the_last_value(text: str, shown: str) -> None:
    found = Places(text).find(("a",))
    assert found is not None
    assert text[slice(*Places(text).bounds(found.node))] == shown


def test_the_end_of_the_document_is_known() -> None:
    assert Places("a: 1\n---\nb: 2\n").end == 5
    assert Places("a: 1\n# c\n").end == 9


def test_of_a_broken_text_the_part_before_is_known() -> None:
    text = "a: [1, 2]\nb: {c: 'x\n"
    places = Places(text)
    assert bounds(text)[1:] == ["a", "[1, 2]", "1", "2", "b", "{c", "c"]
    assert places.find(("b", "c")) is not None
    assert Places("'x").find(()) is None


def test_blocks_and_brackets_are_told_apart() -> None:
    places = Places("a: [1]\nb:\n  - 1\nc: {}\nd: &x\n  e: 1\nf: *x\n")
    nodes = {places.key(key): value for key, value in places.entries(0)}
    assert [places.is_flow(nodes[key]) for key in "abcdf"] == [True, False, True, False, False]
    assert [places.is_sequence(nodes[key]) for key in "abcdf"] == [True, True, False, False, False]
    assert [places.is_mapping(nodes[key]) for key in "abcdf"] == [False, False, True, True, False]
    assert places.is_collection(nodes["f"])


def test_a_merge_in_a_circle_ends() -> None:
    found = Places("a: &a\n  <<: *a\n  b: 1\n").find(("a", "c"))
    assert found is not None
    assert not found.complete
