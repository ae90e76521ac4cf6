"""Each small process with a known fault gives the finding it is named after, and only what is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcflow.analyzers.registry import all_rules
from tools.examples import DEFECTS, Entry, found, recorded

OTHERS = {"svcflow", "duplicate-process-original"}
"""Files that have no fault of their own."""

FILES = sorted(path for path in DEFECTS.glob("*.yaml") if path.stem not in OTHERS)
FAMILIES = {"structure", "roles", "handoffs", "timing"}
ELSEWHERE = {"not-decided", "unknown-department"}
"""Faults that no small process has, or that need a catalogue with every department of the other files."""


@pytest.fixture(scope="module")
def findings() -> dict[str, list[Entry]]:
    return found(DEFECTS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_fault_gives_the_recorded_findings(path: Path, findings: dict[str, list[Entry]]) -> None:
    assert findings.get(path.name) == recorded(DEFECTS).get(path.name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_fault_gives_the_finding_it_is_named_after(path: Path, findings: dict[str, list[Entry]]) -> None:
    assert path.stem in {entry["rule"] for entry in findings.get(path.name, [])}


def test_nothing_but_the_faults_is_found(findings: dict[str, list[Entry]]) -> None:
    assert set(findings) == set(recorded(DEFECTS)) == {path.name for path in FILES}


def test_every_rule_of_the_four_families_has_its_process() -> None:
    rules = {rule.name for rule in all_rules() if rule.family() in FAMILIES}
    assert rules - {path.stem for path in FILES} == ELSEWHERE


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_first_lines_tell_the_story_of_the_fault(path: Path) -> None:
    first, *_ = path.read_text(encoding="utf-8").splitlines()
    assert first.startswith("# ")
    assert f"\nprocess: {path.stem}\n" in path.read_text(encoding="utf-8")
