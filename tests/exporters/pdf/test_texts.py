from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from svcflow.exporters.pdf.texts import cleaned, said


def test_long_runs_may_break() -> None:
    assert said("short words stay") == "short words stay"
    assert said("a" * 24) == "a" * 24
    assert said("a" * 60) == "a" * 25 + "\u200b" + "a" * 25 + "\u200b" + "a" * 10
    assert (
        said("https://example.org/one/two-three")
        == "https://\u200bexample.\u200borg/\u200bone/\u200btwo-\u200bthree"
    )


def test_controls_and_line_ends() -> None:
    assert said("a\x00b\r\nc\u2028d\te ") == "a\ufffdb\nc\nd e"


@given(st.text())
def test_nothing_gets_lost(text: str) -> None:
    plain = said(text).replace("\u200b", "")
    assert said(plain) == said(text) or "\u200b" in text


def test_all_texts_of_data() -> None:
    assert cleaned({"a": ["x\x00", ("y\r\n",)], "b": 1, "c": None}) == {
        "a": ["x\ufffd", ["y"]],
        "b": 1,
        "c": None,
    }
