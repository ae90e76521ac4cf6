from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from svcflow.source import Comment, parse


def comments(text: str) -> list[tuple[int, int, str]]:
    return [(comment.line, comment.column, comment.text) for comment in parse(text, "x.yaml").comments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b # c\n", [(1, 6, "# c")]),
        (
            "# top\n#\n  # indented  \na: b\n#end",
            [(1, 1, "# top"), (2, 1, "#"), (3, 3, "# indented"), (5, 1, "#end")],
        ),
        ("a: 客户😀 # 说明\r\nb: c\r\n", [(1, 8, "# 说明")]),
        ("a: 'x # y'\nb: \"x # y\"\nc: x#y\nd: http://x/#y\n", []),
        ("a: |\n  x\n  # in the text\n# outside\nb: c\n", [(4, 1, "# outside")]),
        (
            "a: | # of the block\n  # text\nb: >- # also\n  # text\n",
            [(1, 6, "# of the block"), (3, 7, "# also")],
        ),
        ("a: |\n  # all\n  # text", []),
        ("a: [x, # one\n  y, # two\n]# three\n", [(1, 8, "# one"), (2, 6, "# two"), (3, 2, "# three")]),
        ("a: # of the key\n  b: c\n", [(1, 4, "# of the key")]),
        ("- # of the item\n  a: b\n-\n# last", [(1, 3, "# of the item"), (4, 1, "# last")]),
        ("a: x\n  y # after two lines\nb: c\n", [(2, 5, "# after two lines")]),
        ("# only", [(1, 1, "# only")]),
        ("", []),
        ("--- # start\na: b\n... # end\n", [(1, 5, "# start")]),
        ("\ufeffa: b # c\n", [(1, 6, "# c")]),
    ],
)
def test_comments(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert comments(text) == expected


def test_before_a_syntax_error_they_are_known() -> None:
    assert comments("# one\na: b # two\n c: d\n")[:2] == [(1, 1, "# one"), (2, 6, "# two")]


@given(
    st.lists(st.tuples(st.text("ab #|>'\"客\n:,-", max_size=9), st.text("# c客'\"", max_size=5)), max_size=6)
)
def test_against_texts_written_by_ruamel(entries: list[tuple[str, str]]) -> None:
    yaml = YAML()
    data: Any = yaml.map()
    expected = []
    for number, (value, comment) in enumerate(entries):
        data[f"k{number}"] = value
        text = f"# {number} {comment}".rstrip()
        data.yaml_set_comment_before_after_key(f"k{number}", before=text[2:])
        expected.append(text)
    stream = io.StringIO()
    yaml.dump(data, stream)
    document = parse(stream.getvalue(), "x.yaml")
    assert [comment.text for comment in document.comments] == expected
    assert all(document.line(comment.line).rstrip() == comment.text for comment in document.comments)
    assert all(isinstance(comment, Comment) for comment in document.comments)
