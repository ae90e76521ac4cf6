from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.source import parse
from svcflow.source.emit import Emitter
from tests.source.generated import DATA, KEYS


def _read(text: str) -> Any:
    return parse(text, "").data


EMITTER = Emitter(_read, 2)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("客户投诉", "客户投诉"),
        ("no", "no"),
        ("08:30", "08:30"),
        ("true", "'true'"),
        ("1.10", "'1.10'"),
        ("", "''"),
        ("it's: x", "'it''s: x'"),
        ("# x", "'# x'"),
        ("a, b", "'a, b'"),
        ("a\nb", '"a\\nb"'),
        ('say "x"', 'say "x"'),
        ("C:\\x", "C:\\x"),
        ("\x1b[31m\u2028", '"\\u001b[31m\\u2028"'),
        (" x ", "' x '"),
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (1.5, "1.5"),
    ],
)
def test_values_on_one_line(value: object, text: str) -> None:
    assert EMITTER.scalar(value) == text
    assert _read(f"- {text}\n") == [value]


def test_quotes_that_were_there_stay() -> None:
    assert EMITTER.scalar("x", "'") == "'x'"
    assert EMITTER.scalar('say "x"', '"') == '"say \\"x\\""'
    assert EMITTER.scalar("a\nb", "'") == '"a\\nb"'


def test_short_collections_stand_on_one_line_and_others_below() -> None:
    assert (
        EMITTER.entry("sla", {"completion": "3m", "response": "1m"}, 4)
        == "sla: {completion: 3m, response: 1m}"
    )
    assert EMITTER.entry("next", [{"when": "x", "to": "a"}, {"otherwise": "b"}], 4) == (
        "next:\n      - when: x\n        to: a\n      - otherwise: b"
    )
    assert EMITTER.entry("covers", ["x" * 40, "y" * 40], 0) == f"covers:\n  - {'x' * 40}\n  - {'y' * 40}"
    assert Emitter(_read, 0).entry("a", [["x" * 70]], 2) == f"a:\n  -\n    - {'x' * 70}"


def test_texts_of_several_lines_are_blocks() -> None:
    assert EMITTER.entry("note", "one\n\n  two\n", 2) == "note: |\n    one\n\n      two"
    assert EMITTER.entry("note", "one\ntwo", 2) == "note: |-\n    one\n    two"
    assert EMITTER.entry("note", " one\ntwo", 2) == 'note: " one\\ntwo"'


@given(DATA, KEYS, st.sampled_from([0, 2]), st.sampled_from([0, 2, 7]))
def test_what_is_written_reads_as_it_was(data: Any, key: str, offset: int, indent: int) -> None:
    emitter = Emitter(_read, offset)
    space = " " * indent
    assert _read(f"{space}{emitter.entry(key, data, indent)}\n") == {key: data}
    assert _read(f"{space}{emitter.item(data, indent)}\n") == [data]
    assert _read(f"[{emitter.flow(data)}, x]\n") == [data, "x"]
