from __future__ import annotations

from pathlib import Path

from svcflow.reporters.sources import Sources


def test_lines_of_texts_and_none_of_workbooks(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("process: a\nname: 甲\n", "utf-8")
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04\x14\x00\x00\nsecond\n")
    sources = Sources(tmp_path)
    assert (sources.line("a.yaml", 2), sources.line("a.yaml", 9)) == ("name: 甲", None)
    assert (sources.line("b.xlsx", 2), sources.line("missing", 1)) == (None, None)
