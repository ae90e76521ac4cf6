"""The scripts run, on a small size; how fast things are is not tested."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks import rules, run
from benchmarks.make_workspace import make_workspace
from benchmarks.measures import Row
from svcflow.analyzers.registry import all_rules


@pytest.mark.slow
def test_all_measures_give_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "table.md"
    run.main(["--processes", "3", "--rounds", "1", "--output", str(table)])
    text = table.read_text("utf-8")
    assert capsys.readouterr().out == text
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) >= 2 + 3 + 4 + 2 + 6
    assert all(row.count("|") == 7 for row in rows)
    for goal in (
        "at most 3 times",
        "at least 8 times",
        "at most 200 ms",
        "at most 100 MiB",
        "at most 1.5 times",
    ):
        assert goal in text
    assert re.search(r"- CPython 3\.\d+", text)
    assert "PyYAML" in text


def test_a_missed_goal_is_said() -> None:
    text = run.report([Row("one", "2 s", "1 s", "2 times", "at most 1 time", reached=False)])
    assert "| one | 2 s | 1 s | 2 times | at most 1 time | **no** |" in text


def test_an_unknown_measure_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run.main(["--only", "lint,luck"])
    assert ended.value.code == 2
    assert "there is no measure luck" in capsys.readouterr().err


def test_each_rule_has_its_share(tmp_path: Path) -> None:
    make_workspace(tmp_path, 2)
    spent = rules.measure(tmp_path)
    named = {name.split()[0] for name in spent}
    assert {"(parsing)", "(model)", "(soundness)", "T101"} <= named
    assert len([name for name in named if name[0] != "("]) > len(all_rules()) / 2
    first, *lines = rules.table(spent)
    assert "100.0%" in first
    assert len(lines) == len(spent)
