from __future__ import annotations

from pathlib import Path

import pytest

from svcflow import api

PROCESS = "process: p\nname: P\nsteps: [{id: a, name: A}]\n"


@pytest.mark.parametrize(
    ("format", "name"), [("bpmn", "p.bpmn"), ("xlsx", "p.xlsx"), ("csv", "p.csv"), ("mermaid", "p.mmd")]
)
def test_a_file_ends_as_its_format_does(tmp_path: Path, format: str, name: str) -> None:
    (tmp_path / "p.yaml").write_text(PROCESS, "utf-8")
    (made,) = api.export(tmp_path, format)
    assert made.name == name
    (tmp_path / made.name).write_bytes(made.data)
    (back,) = api.import_files([tmp_path / made.name]).files
    assert b"process: p\n" in back.data
