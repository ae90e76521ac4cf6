"""The map of concepts names rules, analyses and commands that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from svcflow.analyzers.registry import all_rules
from svcflow.cli.program import COMMANDS
from svcflow.documents.analyses import ANALYSES

ROOT = Path(__file__).parents[1]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "concepts.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| concept", "| ---"))
]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_a_row_names_exists(row: list[str]) -> None:
    _, _, rules, shown = row
    assert set(names(rules)) <= {rule.name for rule in all_rules()}
    for name in names(shown):
        command = name.removeprefix("svcflow ")
        assert command in (COMMANDS if name.startswith("svcflow ") else ANALYSES), name


def test_every_analysis_is_named() -> None:
    assert set(ANALYSES) <= {name for row in ROWS for name in names(row[3])}
