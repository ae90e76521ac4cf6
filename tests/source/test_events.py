from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from svcflow.source import Document, events, parse
from svcflow.source.events import YAMLError, open_events, trouble
from tests.source.generated import texts


@pytest.fixture(name="python_parser")
def _python_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a platform without libyaml."""
    monkeypatch.setattr(events, "CParser", None)


def both(text: str) -> tuple[Document, Document]:
    """Parse with libyaml and without it."""
    with_libyaml = parse(text, "x.yaml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "CParser", None)
        return with_libyaml, parse(text, "x.yaml")


def everything(document: Document) -> tuple[Any, ...]:
    # repr tells 1 from 1.0 and from True, and the order of keys.
    routes = [(), ("a",), ("a", 0), ("a", "b"), ("b", 1, "c")]
    spans = [document.span(route, key) for route in routes for key in (False, True)]
    return repr(document.data), document.nulls, document.problems, document.comments, spans


def test_libyaml_is_there() -> None:
    assert yaml.__with_libyaml__


@given(texts())
def test_both_parsers_give_the_same(generated: tuple[dict[str, Any], str]) -> None:
    data, text = generated
    fast, slow = both(text)
    assert everything(fast) == everything(slow)
    assert fast.data == data


@pytest.mark.parametrize(
    "text",
    [
        "a: {from: 08:30, to: 17:00}\n",
        "a: [08:30-12:00, http://x.y/z?q=1]\n",
        "a: {when: 客户接受?, to: b?c}\n",
        "a:\n  - &x {b: 1, c: [*y]}\n  - <<: *x\n    b: !!str 2\nb: &z\n  ? c\n  : *z\n",
        "a: |2+\n   x\n\n# c\nb: >-\n  x\n  y\n",
        "a:\n-\n- ~\n- # c\n  b:\n",
        "a: 1\na: 2\n",
        "a: {{ x }}\n",
        "--- # one\na: 1\n--- # two\nb: 2\n",
        "a: 'x\r\n\r\n  y'\r\nb: 客😀: 1\r\n",
        "a: 客\u2028户\x85x\nb: c\n",
        "",
        "# only a comment\n",
        "a:\n\tb: 1\n",
        "a: 'x\nb: 2\n",
        "a: b: c\n",
        "a: [x, y\nb: 2\n",
        "a: [x, y}\n",
        "a: {x: 1 y: 2}\n",
        "a:\n  - x\n - y\n",
        "a: 1\nb\nc: 2\n",
        "a: @x\n",
        "a: > 5\n",
        'a: "C:\\path"\n',
        'a: "\\ud83d"\n',
    ],
)
def test_both_say_the_same(text: str) -> None:
    fast, slow = both(text)
    assert everything(fast) == everything(slow)


@given(st.text("ab:-?[]{},#&*!|>'\"%@` \n\r\t客1", max_size=40))
def test_neither_ever_raises(text: str) -> None:
    for document in both(text):
        _, _, problems, _, spans = everything(document)
        for span in [*spans, *(problem.span for problem in problems)]:
            assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
            assert span.end_column <= len(document.line(span.end_line)) + 2  # CR LF


def test_trouble_counts_code_points() -> None:
    with pytest.raises(YAMLError) as caught:
        drain("客😀: [x\n")
    found = trouble(caught.value)
    assert (found.offset, found.context_offset) == (7, 4)
    assert found.context == "while parsing a flow sequence"


@pytest.mark.usefixtures("python_parser")
def test_half_a_character_is_refused_without_libyaml_too() -> None:
    with pytest.raises(YAMLError) as caught:
        drain('a: "\\udc00"')
    assert trouble(caught.value).problem == "found invalid Unicode character escape code"


def drain(text: str) -> list[object]:
    return list(iter(open_events(text), None))
