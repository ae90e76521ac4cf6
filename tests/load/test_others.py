from __future__ import annotations

from pathlib import Path

from svcflow.load import open_workspace
from svcflow.load.others import Other


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def test_processes_by_id_with_the_numbers_of_their_documents(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        svcflow="documents: {numbering: 'SOP-{index:03}'}\n",
        a="process: one\nname: One\nnumber: X-1\nsteps: [{id: a, name: A}]\n",
        b="process: two\nname: {en: Two, zh-Hans: 二}\nsteps: [{id: a, name: A}]\n",
        c="catalog: c\nroles: {clerk: Clerk}\n",
        d="process: broken\nname: Broken\n",
    )
    others = open_workspace(folder).others()
    assert others.find("one") == Other("One", "X-1")
    assert others.find("two") == Other("Two", "SOP-002")
    assert others.find("broken") is others.find("nowhere") is None
    assert [others.number(folder / name) for name in ("a.yaml", "d.yaml")] == ["SOP-001", "SOP-003"]


def test_without_a_pattern_there_are_no_numbers(tmp_path: Path) -> None:
    folder = write(tmp_path, a="process: one\nname: One\nsteps: [{id: a, name: A}]\n")
    others = open_workspace(folder).others()
    assert others.find("one") == Other("One", "")
    assert others.number(folder / "a.yaml") == ""
