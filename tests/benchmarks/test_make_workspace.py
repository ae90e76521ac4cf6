from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.long_process import long_process
from benchmarks.make_workspace import make_workspace
from svcflow.api import lint, load_process
from svcflow.model.vocabulary import Join, StepKind


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workspace")
    make_workspace(folder, 12)
    return folder


def texts(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in folder.rglob("*.yaml")}


def test_the_same_size_gives_the_same_files(workspace: Path, tmp_path: Path) -> None:
    make_workspace(tmp_path, 12)
    assert texts(tmp_path) == texts(workspace)
    assert len(texts(workspace)) == 12 + 2


def test_a_smaller_one_is_a_part_of_a_larger_one(workspace: Path, tmp_path: Path) -> None:
    make_workspace(tmp_path, 3)
    assert texts(tmp_path).items() <= texts(workspace).items()


def test_processes_are_as_they_are_described(workspace: Path) -> None:
    processes = [load_process(file).process for file in sorted((workspace / "processes").iterdir())]
    assert {len(process.steps) for process in processes} == {30}
    assert Counter(process.language for process in processes) == {"en": 6, "zh-Hans": 6}
    for process in processes:
        kinds = Counter(step.kind for step in process.steps)
        assert kinds[StepKind.DECISION] >= 4
        assert kinds[StepKind.WAIT] == 2
        assert kinds[StepKind.PARALLEL] == 1
        assert kinds[StepKind.CALL] == (process.process not in {"service-0000", "service-0010"})
        assert [step.join for step in process.steps if step.join] == [Join.ALL]
        assert process.handoffs
        assert any(step.exceptions for step in process.steps)


def test_it_is_nearly_clean(workspace: Path) -> None:
    result = lint([workspace])
    assert result.files == 13
    by_rule = Counter(finding.rule for finding in result.findings)
    assert len(result.findings) <= result.files, by_rule


@pytest.mark.parametrize("steps", [10, 100])
def test_a_long_process(steps: int, tmp_path: Path) -> None:
    file = tmp_path / "long.yaml"
    file.write_text(long_process(steps), "utf-8")
    assert len(load_process(file).process.steps) == steps
