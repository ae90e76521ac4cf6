"""Who does a step, and which process it calls, where only an engine's own words say it."""

from __future__ import annotations

from typing import Any

import pytest

from svcflow.interchange.bpmn.file import read
from svcflow.interchange.bpmn.names import BPMN
from svcflow.interchange.result import Foreign

SPACES = f'xmlns="{BPMN}" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"'


def extended(task: str, inside: str) -> str:
    return f"<{task}><extensionElements><zeebe:{inside}/></extensionElements></{task.split(maxsplit=1)[0]}>"


USER = 'userTask id="a" name="A"'
CALL = 'callActivity id="a" name="Lab"'


def opened(task: str) -> Foreign:
    text = (
        f'<definitions {SPACES}><process id="shop" name="Shop"><startEvent id="s" name="Go"/>{task}'
        '<endEvent id="e" name="Done"/><sequenceFlow id="1" sourceRef="s" targetRef="a"/>'
        '<sequenceFlow id="2" sourceRef="a" targetRef="e"/></process></definitions>'
    )
    return read({"shop.bpmn": text.encode()})["shop.bpmn"]


def step(task: str) -> tuple[dict[str, Any], dict[str, Any]]:
    data = opened(task).imported[0].data
    return data["steps"][0], data.get("roles", {})


@pytest.mark.parametrize(
    ("task", "role", "names"),
    [
        (f'<{USER} camunda:candidateGroups="desk, cashier"/>', ["desk", "cashier"], ["desk", "cashier"]),
        (f'<{USER} camunda:candidateGroups="${{groups}}" camunda:assignee="anna"/>', "anna", ["anna"]),
        (extended(USER, 'assignmentDefinition candidateGroups="=&quot;desk&quot;"'), "desk", ["desk"]),
        (extended(USER, 'assignmentDefinition assignee="=owner"'), None, []),
    ],
)
def test_who(task, role, names):
    found, roles = step(task)
    assert found.get("role") == role
    assert [about["name"] for about in roles.values()] == names


def test_a_call_of_camunda_8():
    task = extended(CALL, 'calledElement processId="lab-tests"')
    found, _ = step(task)
    assert (found["kind"], found["process"]) == ("call", "lab-tests")


def test_a_call_that_only_an_engine_knows():
    task = '<callActivity id="a" name="Lab" calledElement="${which}"/>'
    found, _ = step(task)
    assert "kind" not in found
    assert "which process is called is worked out by an engine: ${which}" in [
        str(problem.message) for problem in opened(task).all_problems
    ]


@pytest.mark.parametrize(
    ("time", "expected"),
    [("PT2H", "2h"), ('=duration("PT2H")', "2h"), ('="P1DT6H"', "1d6h"), ("R3/PT10M", "10m")],
)
def test_times(time, expected):
    timer = f"<timerEventDefinition><timeDuration>{time}</timeDuration></timerEventDefinition>"
    task = f'<intermediateCatchEvent id="a">{timer}</intermediateCatchEvent>'
    assert step(task)[0]["for"] == expected
