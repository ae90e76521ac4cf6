from __future__ import annotations

import pytest

from svcflow.interchange.markdown.file import read as read_markdown
from svcflow.interchange.mermaid.file import read as read_mermaid
from svcflow.interchange.sheets.file import read as read_sheets

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"]
FILES = {
    "x.md": (read_markdown, "# 补办房卡\n\n1. **前台** 核对证件\n2. **前台** 制作新卡\n"),
    "x.mmd": (read_mermaid, "flowchart TD\n  a[核对证件] --> b[制作新卡]\n"),
    "x.csv": (read_sheets, "步骤,岗位\n核对证件,前台\n制作新卡,前台\n"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_of_any_program_says_the_same(name: str, ends: str, encoding: str) -> None:
    read, text = FILES[name]
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    data = (mark + text.replace("\n", ends)).encode(encoding)
    (one,) = read({name: data})[name].imported
    assert [step["name"] for step in one.data["steps"]] == ["核对证件", "制作新卡"]


@pytest.mark.parametrize("name", FILES)
def test_a_mark_too_many_is_no_letter(name: str) -> None:
    read, text = FILES[name]
    twice = read({name: ("\ufeff" + text).encode("utf-16")})[name]
    assert twice.imported[0].data == read({name: text.encode()})[name].imported[0].data
