"""The standing of processes: signatures, reviews, findings, and which profiles are passed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from svcflow.api import status
from svcflow.finding import Finding, Place, Severity
from svcflow.i18n import msg
from svcflow.lint.ladder import passed

TODAY = dt.date(2026, 11, 22)


def finding(rule: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding("X000", rule, severity, msg("x"), Place("p.yaml"))


def test_the_strictest_profile_without_errors_and_warnings_is_passed() -> None:
    assert passed([]) == "audit"
    assert passed([finding("single-point-of-failure")]) == "standard"
    assert passed([finding("missing-sla"), finding("single-point-of-failure")]) == "starter"
    assert passed([finding("unknown-role", Severity.ERROR)]) is None
    assert passed([finding("unknown-key", Severity.ERROR)]) is None
    assert passed([finding("missing-sla", Severity.INFO)]) == "audit"


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "svcflow.yaml").write_text("organization: Key Hotel\n", "utf-8")
    (tmp_path / "key.yaml").write_text(
        "process: key\nname: Lost key\nversion: 1.2.0\nstatus: effective\nowner: clerk\n"
        "roles: {clerk: Clerk}\n"
        "approvals: [{as: prepared, by: Ann, on: 2026-01-02}, {as: approved, role: clerk}]\n"
        "review: {every: yearly, last: 2025-01-01}\n"
        "steps: [{id: a, name: Issue a key, role: clerk}]\n",
        "utf-8",
    )
    said = status(tmp_path, width=400, today=TODAY).data.decode()
    head, row = said.splitlines()[-3], said.splitlines()[-1]
    assert said.startswith("Key Hotel\nStatus · Key Hotel\n")
    assert head.split("  ")[0] == "Process"
    for part in (
        "Lost key",
        "1.2.0",
        "Effective",
        "Ann 2026-01-02",
        "Clerk open",
        "2026-01-01 (overdue)",
        "starter",
    ):
        assert part in row
    assert "standard: 2 (missing-sla, process-without-sla)" in row


def test_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("process: a\nname: 甲\nsteps: [{id: x, name: 办理, role: y}]\n", "utf-8")
    said = status(tmp_path, "md", language="zh-Hans", today=TODAY).data.decode()
    assert (
        "| 流程 | 版本 | 状态 | 编制 | 审核 | 批准 | 下次评审 | 检查发现 | 已达级别 | 下一级别还要求 |"
        in said
    )
