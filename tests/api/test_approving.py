"""Signing processes: what is written, and what of the file stays as it was."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from svcflow.analyzers.governance.digest import digest
from svcflow.api import CannotDo, approve, load_process

DAY = dt.date(2026, 11, 22)
PROCESS = """\
# A key is lost.
process: key     # the id
name: Lost key
roles: {clerk: Clerk, manager: Manager}
steps:
  - {id: a, name: Issue a key, role: clerk}   # at once
"""


def write(tmp_path: Path, text: str = PROCESS) -> Path:
    file = tmp_path / "key.yaml"
    file.write_text(text, "utf-8")
    return file


def sign(file: Path, kind: str, by: str, role: str | None = None) -> str:
    return approve(file, kind, role=role, by=by, on=DAY).after


def test_the_first_signature(tmp_path: Path) -> None:
    file = write(tmp_path)
    seal = digest(load_process(file).process)
    after = sign(file, "prepared", "Ann", "clerk")
    assert after.startswith(PROCESS)
    file.write_text(after, "utf-8")
    (approval,) = load_process(file).process.approvals
    assert (approval.as_, approval.role, approval.by, approval.on) == ("prepared", "clerk", "Ann", DAY)
    assert approval.digest == seal == digest(load_process(file).process), (
        "a signature does not change the meaning"
    )


def test_an_open_approval_is_filled_in_and_others_stay(tmp_path: Path) -> None:
    signatures = (
        "approvals:\n  - {as: prepared, by: Ann, on: 2026-01-02}\n  - {as: approved, role: manager}\n"
    )
    file = write(tmp_path, PROCESS + signatures)
    after = sign(file, "approved", "Bo", "manager")
    file.write_text(after, "utf-8")
    first, second = load_process(file).process.approvals
    assert (first.by, first.on, first.digest) == ("Ann", dt.date(2026, 1, 2), None)
    assert (second.by, second.on) == ("Bo", DAY)
    assert "  - {as: prepared, by: Ann, on: 2026-01-02}\n" in after


def test_the_same_person_signs_again_another_one_besides(tmp_path: Path) -> None:
    file = write(
        tmp_path, PROCESS + "approvals:\n  - {as: reviewed, role: manager, by: Ann, on: 2026-01-02}\n"
    )
    file.write_text(sign(file, "reviewed", "Ann", "manager"), "utf-8")
    assert [(a.by, a.on) for a in load_process(file).process.approvals] == [("Ann", DAY)]
    file.write_text(sign(file, "reviewed", "Bo", "manager"), "utf-8")
    assert [a.by for a in load_process(file).process.approvals] == ["Ann", "Bo"]


@pytest.mark.parametrize(
    ("kind", "role", "message"),
    [
        ("aproved", "clerk", "there is no signature `aproved`; did you mean `approved`?"),
        ("approved", "manger", "there is no role `manger`; did you mean `manager`?"),
        ("approved", "x", "there is no role `x`"),
    ],
)
def test_what_does_not_exist(tmp_path: Path, kind: str, role: str, message: str) -> None:
    with pytest.raises(CannotDo) as error:
        sign(write(tmp_path), kind, "Ann", role)
    assert str(error.value.message) == message


def test_a_folder_and_a_broken_process(tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match="is a folder, not a process"):
        approve(tmp_path, "approved", by="Ann")
    with pytest.raises(CannotDo, match="cannot be used as it is"):
        approve(write(tmp_path, PROCESS + "nmae: x\n"), "approved", by="Ann")
