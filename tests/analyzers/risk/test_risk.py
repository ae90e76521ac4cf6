"""What the rules about risks say, and the matrix they grade by."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from svcflow.analyzers.context import ProcessContext
from svcflow.analyzers.registry import find_rules
from svcflow.analyzers.risk import RULES
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import CannotDo
from svcflow.i18n import translator
from svcflow.load import Shared, open_workspace
from svcflow.model import Process
from svcflow.model.workspace import WorkspaceFile
from tests.strategies import processes

THREE = [["low", "low", "medium"], ["low", "medium", "high"], ["medium", "high", "extreme"]]


def found(rule: str, *risks: dict, matrix: list | None = None) -> list[Problem]:
    step = {"id": "pay", "name": "付款"}
    process = Process.model_validate({"process": "p", "name": "P", "steps": [step], "risks": list(risks)})
    (chosen,) = find_rules(rule)
    made = chosen()
    assert isinstance(made, ProcessRule)
    workspace = WorkspaceFile.model_validate({"risk": {"matrix": matrix}} if matrix else {})
    return list(made.check(ProcessContext(process, Shared(), settings=workspace)))


@given(processes(broken=True))
@settings(max_examples=50)
def test_every_rule_answers(process: Process) -> None:
    context = ProcessContext(process, Shared())
    for rule in RULES:
        made = rule()
        assert isinstance(made, ProcessRule)
        assert all(problem.help for problem in made.check(context))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "‘付错’ is a risk of the level extreme, and nothing is done about it"),
        ("zh-Hans", "“付错”是等级为极高的风险，却没有任何应对"),
        ("zh-Hant", "「付错」是等級為極高的風險，卻沒有任何因應"),
    ],
)
def test_the_level_is_said_in_every_language(language: str, said: str) -> None:
    (problem,) = found("high-risk-without-response", {"what": "付错", "likelihood": 4, "impact": 5})
    assert problem.message.render(translator(language)) == said


def test_one_high_risk_is_not_told_twice() -> None:
    high: dict[str, Any] = {"what": "x", "step": "pay", "likelihood": 4, "impact": 5}
    assert found("high-risk-without-response", high)
    assert found("risk-without-control", high) == []
    decided = {**high, "response": "reduce"}
    assert found("high-risk-without-response", decided) == []
    assert found("risk-without-control", decided)


def test_the_matrix_of_the_workspace_decides() -> None:
    risk = {"what": "x", "likelihood": 3, "impact": 3}
    assert found("high-risk-without-response", risk) == []
    assert found("high-risk-without-response", risk, matrix=THREE)
    (problem,) = found("grade-outside-matrix", {**risk, "impact": 4}, matrix=THREE)
    assert str(problem.message) == "the grade 4 is higher than the risk matrix goes, which ends at 3"


def test_both_grades_of_what_remains_are_compared() -> None:
    rest = {"likelihood": 3, "impact": 5}
    problems = found("residual-above-inherent", {"what": "x", "likelihood": 2, "impact": 4, "residual": rest})
    assert [problem.route[-1] for problem in problems] == ["likelihood", "impact"]


@pytest.mark.parametrize(
    ("matrix", "said"),
    [
        ("[[low, low], [low, low, high]]", "every row of the matrix needs as many levels as the first one"),
        (
            "[[low, high], [medium, medium]]",
            "in the matrix, no level may be lower than the one in the row above it",
        ),
        (
            "[[high, low], [high, high]]",
            "in a row of the matrix, no level may be lower than the one before it",
        ),
    ],
)
def test_a_matrix_that_cannot_be(tmp_path: Any, matrix: str, said: str) -> None:
    (tmp_path / "svcflow.yaml").write_text(f"risk:\n  matrix: {matrix}\n", "utf-8")
    with pytest.raises(CannotDo) as error:
        open_workspace(tmp_path)
    assert [str(finding.message) for finding in error.value.findings] == [said]
