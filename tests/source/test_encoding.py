from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.finding import Span
from svcflow.source import Kind
from svcflow.source.encoding import decode, forbidden_characters, without_forbidden
from svcflow.source.lines import Lines

UTF8_HELP = (
    "save the file as UTF-8; older Chinese programs for Windows save as GBK or Big5 unless told otherwise"
)


@given(st.text())
def test_utf_8_is_read(text: str) -> None:
    if text[:1] == "\x00" or text[1:2] == "\x00":
        return  # indistinguishable from UTF-16
    assert decode(text.encode("utf-8")) == (text, None)


@pytest.mark.parametrize(
    ("content", "byte", "span"),
    [
        ("process: a\nname: 客户".encode("gbk"), "0xBF", Span(2, 7, 2, 8)),
        ("名\r\n客".encode() + "字".encode("big5"), "0xA6", Span(2, 2, 2, 3)),
        (b"\xff", "0xFF", Span(1, 1, 1, 2)),
        (b"a: \xe5\xae", "0xE5", Span(1, 4, 1, 5)),
        (b"a: \xed\xa0\x80", "0xED", Span(1, 4, 1, 5)),
    ],
)
def test_the_first_byte_that_is_no_utf_8_is_shown(content: bytes, byte: str, span: Span) -> None:
    text, problem = decode(content)
    assert problem is not None
    assert (problem.kind, problem.span) == (Kind.ENCODING, span)
    assert str(problem.message) == f"the byte {byte} here is not UTF-8"
    assert str(problem.help) == UTF8_HELP
    assert "\ufffd" in text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_named_and_still_shown(encoding: str) -> None:
    text, problem = decode("a: 客户\n".encode(encoding))
    assert text == "a: 客户\n"
    assert problem is not None
    name = encoding[:6].upper()
    assert problem.kind is Kind.ENCODING
    assert str(problem.message) == f"the file is written in {name}, not in UTF-8"
    assert str(problem.help) == f"save the file as UTF-8; what Windows calls “Unicode” is {name}"


def test_each_forbidden_character_is_reported_at_its_place() -> None:
    text = "a: x\x00\nb: 中\u2028\x9b\n"
    problems = list(forbidden_characters(text, Lines(text)))
    assert [(str(problem.message), problem.span) for problem in problems] == [
        ("the invisible character U+0000 must not be in a YAML file", Span(1, 5, 1, 6)),
        ("the invisible character U+2028 must not be in a YAML file", Span(2, 5, 2, 6)),
        ("the invisible character U+009B must not be in a YAML file", Span(2, 6, 2, 7)),
    ]
    assert str(problems[0].help) == (
        "delete it; such characters come along when text is copied from other programs"
    )
    assert without_forbidden(text) == "a: x \nb: 中  \n"


def test_twenty_forbidden_characters_are_enough_to_report() -> None:
    text = "\x01" * 1000
    assert len(list(forbidden_characters(text, Lines(text)))) == 20


@pytest.mark.parametrize("text", ["\t\n\r ~", "客户", "😀", "\u3000", "\u200b", "\ufffd", "\U0010ffff"])
def test_what_is_allowed(text: str) -> None:
    assert without_forbidden(text) == text


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x95", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"]
)
def test_what_is_no_text_is_not_shown(content: bytes) -> None:
    text, problem = decode(content)
    assert text == ""
    assert problem is not None
    assert str(problem.message) == "this is no text file"
    assert str(problem.help).startswith("`svcflow import` makes processes of workbooks")
