"""``svcflow lint --fix`` and ``--fix --diff``."""

from __future__ import annotations

from pathlib import Path

import pytest

PROCESS = """\
process: claim          # ours
name: Damage claim
steps:
  - {id: take, name: Take the claim, join: all}   # too early
  - id: estimate
    name: Estimate the damage
    next:
      - {when: below 1000, to: pay, share: 70%}
      - {otherwise: visit}
  - {id: visit, name: Visit the place}
  - {id: pay, name: Pay}
"""
REPAIRED = PROCESS.replace(", join: all", "").replace("visit}\n  -", "visit, share: 30%}\n  -")
RULES = "join-without-parallel,shares-do-not-add-up"


@pytest.fixture
def claim(folder) -> Path:
    Path("claim.yaml").write_text(PROCESS, "utf-8")
    return Path("claim.yaml")


def test_the_report_says_what_can_be_repaired(run, claim):
    shown = run("lint", claim, "--select", RULES).stdout
    assert shown.endswith("2 findings can be repaired with `--fix`; `--fix --diff` shows how.\n")


def test_repaired(run, claim):
    result = run("lint", claim, "--select", RULES, "--fix", "--fail-on", "info")
    assert (result.exit_code, result.stdout) == (0, "No problems in 1 file (selected rules only).\n")
    assert claim.read_text("utf-8") == REPAIRED
    assert [path.name for path in Path().iterdir()] == ["claim.yaml"]


def test_shown_and_not_written(run, claim):
    for arguments in (("--diff",), ("--fix", "--diff")):
        result = run("lint", claim, "--select", RULES, *arguments)
        assert result.exit_code == 1
        lines = result.stdout.splitlines()
        assert lines[:2] == ["--- claim.yaml", "+++ claim.yaml"]
        assert "-  - {id: take, name: Take the claim, join: all}   # too early" in lines
        assert "+  - {id: take, name: Take the claim}   # too early" in lines
        assert claim.read_text("utf-8") == PROCESS


def test_nothing_to_repair(run, claim):
    claim.write_text(REPAIRED, "utf-8")
    result = run("lint", claim, "--select", RULES, "--diff")
    assert (result.exit_code, result.stdout) == (0, "")
    assert run("lint", claim, "--select", RULES, "--fix").exit_code == 0
    assert claim.read_text("utf-8") == REPAIRED


def test_what_cannot_be_repaired_is_still_reported(run, claim):
    result = run("lint", claim, "--select", f"{RULES},no-owner", "--fix", "--fail-on", "warning")
    assert result.exit_code == 1
    assert "no-owner" in result.stdout
    assert "join-without-parallel" not in result.stdout
    assert claim.read_text("utf-8") == REPAIRED


def test_an_ignored_finding_is_not_repaired(run, claim):
    claim.write_text(PROCESS.replace("# too early", "# svcflow: ignore[join-without-parallel] soon"), "utf-8")
    run("lint", claim, "--select", RULES, "--fix")
    assert "join: all" in claim.read_text("utf-8")
