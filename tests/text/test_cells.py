from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.text.cells import cells, fold, one_line, printable


@pytest.mark.parametrize(
    ("text", "wide"), [("", 0), ("abc", 3), ("中文", 4), ("e\u0301", 1), ("：", 2), ("…", 1), ("👍", 2)]
)
def test_cells(text, wide):
    assert cells(text) == wide


def test_printable():
    assert printable("a\x1b[31m\u202e\x00\ud800\U000e0001") == r"a\x1b[31m\u202e\x00\ud800\U000e0001"
    assert printable("核实 👩‍🔧 é ✓") == "核实 👩‍🔧 é ✓"


def test_one_line():
    assert one_line("  a\r\n  b\t\tc\u2028d\n") == "a b c d"


def test_fold():
    assert fold("one two three four", 9) == ["one two", "three", "four"]
    assert fold("one two three", 12, "- ", "  ") == ["- one two", "  three"]
    assert fold("核实客人身份，然后发放房卡。", 10) == ["核实客人身", "份，然后发", "放房卡。"]
    assert fold("核实客人身份，然后发放房卡。", 12) == ["核实客人身", "份，然后发放", "房卡。"]
    assert fold("", 10, "help: ") == ["help:"]


@given(st.text(st.sampled_from("ab ,中文，。“”")), st.integers(10, 40))
def test_fold_loses_nothing_and_keeps_the_width(text, width):
    lines = fold(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    if " " not in text:
        assert not any(line[:1] in "，。”," for line in lines[1:] if line)
    for line in lines:
        assert cells(line) <= width or " " not in line
