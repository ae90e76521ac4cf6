"""Texts that were broken into lines or written as HTML."""

from __future__ import annotations

import pytest

from svcflow.interchange.bpmn.prose import lines_of, one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Check\n identity", "Check identity"),
        ("核对\n身份", "核对身份"),
        ("核对\r\n  身份，\n然后签字", "核对身份，然后签字"),
        ("核对\nID card", "核对 ID card"),
        (" 受理 申请 ", "受理 申请"),
    ],
)
def test_one_line(text, expected):
    assert one_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("First\n\n  second  line ", ["First", "second line"]),
        ("<p>Ask &amp; copy</p><ul><li>front</li><li>back</li></ul>", ["Ask & copy", "front", "back"]),
        ('<p style="margin:0pt"><span>One<br/>two&nbsp;three</span></p>', ["One", "two three"]),
        ("<style>p {color: red}</style><p>Seen</p><script>alert(1)</script>", ["Seen"]),
        ("Wait if amount < 500 & stock > 3", ["Wait if amount < 500 & stock > 3"]),
        ("<p>never closed", ["never closed"]),
        ("Use <key> at the desk", ["Use <key> at the desk"]),
    ],
)
def test_lines(text, expected):
    assert lines_of(text) == expected
