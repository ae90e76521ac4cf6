"""From a process to BPMN and back: nothing is lost, and what was changed in the drawing counts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.bpmn import to_bpmn
from svcflow.finding import CannotDo
from svcflow.interchange.bpmn.file import read
from svcflow.interchange.result import Foreign
from svcflow.interchange.shorten import shortened
from svcflow.load.shared import Shared
from svcflow.model import Process
from tests.strategies import process_data

DATA: dict[str, Any] = {
    "process": "lost-key",
    "name": {"en": "Replacing a lost key", "zh-Hans": "补办房卡"},
    "language": "en",
    "owner": "manager",
    "sla": "10m",
    "roles": {"guest": {"name": "Guest", "line": "customer"}, "manager": "Manager"},
    "steps": [
        {
            "id": "报失",
            "name": "Report the loss",
            "role": "guest",
            "touchpoint": {"customer": "asks for help"},
        },
        {
            "id": "verify",
            "name": "Is it the guest?",
            "kind": "decision",
            "role": "manager",
            "next": [{"when": "It is", "to": "reissue", "share": "99%"}, {"otherwise": "end", "share": "1%"}],
        },
        {"id": "reissue", "name": "Issue a key", "role": "manager", "sla": "2m", "x-desk": {"number": "3"}},
    ],
    "risks": [{"id": "fraud", "what": "somebody else asks", "likelihood": 2, "impact": 4, "step": "verify"}],
}


def exported(data: dict[str, Any]) -> str:
    process = Process.model_validate(data)
    return to_bpmn(ProcessContext(process, Shared(), "x.yaml", "en")).decode()


def back(text: str) -> Foreign:
    return read({"x.bpmn": text.encode()})["x.bpmn"]


def test_there_and_back() -> None:
    foreign = back(exported(DATA))
    assert shortened(foreign.imported[0].data) == DATA
    assert foreign.all_problems == ()


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(process_data())
def test_any_process_there_and_back(data: dict[str, Any]) -> None:
    try:
        text = exported(data)
    except CannotDo:
        return
    first = back(text).imported[0]
    assert Process.model_validate(first.data) == Process.model_validate(data)


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [
        ('name="Issue a key"', 'name="Hand out a key"', {"name": "Hand out a key", "sla": "2m"}),
        ('name="Report the loss"', 'name="Report it"', {"id": "报失", "name": "Report it"}),
    ],
)
def test_a_name_changed_in_the_drawing_counts(before: str, after: str, step: dict[str, Any]) -> None:
    text = exported(DATA)
    assert before in text
    steps = shortened(back(text.replace(before, after)).imported[0].data)["steps"]
    assert any(step.items() <= found.items() for found in steps)
    assert len(steps) == 3


def test_a_flow_changed_in_the_drawing_counts() -> None:
    text = exported(DATA)
    assert 'name="It is"' in text
    foreign = back(text.replace('name="It is"', 'name="It seems so"').replace(">It is<", ">It seems so<"))
    said = [str(problem.message) for problem in foreign.all_problems]
    assert "the drawing was changed since svcflow wrote it; the flow is taken from the drawing" in said
    data = shortened(foreign.imported[0].data)
    steps = {step["id"]: step for step in data["steps"]}
    assert {"when": "It seems so", "to": "reissue", "share": "99%"} in steps["verify"]["next"]
    assert list(steps) == ["报失", "verify", "reissue"]
    assert data["roles"] == DATA["roles"]
    assert steps["reissue"]["sla"] == "2m"
    assert steps["reissue"]["x-desk"] == {"number": "3"}
    assert data["risks"] == DATA["risks"]


def test_what_svcflow_wrote_and_somebody_broke_is_told() -> None:
    text = exported(DATA).replace("&quot;", '"')
    broken = text.replace('{"id": "reissue"', '{"id: "reissue"').replace('{"id":"reissue"', '{"id:"reissue"')
    assert broken != text
    said = [str(problem.message) for problem in back(broken).all_problems]
    assert "what svcflow wrote here was changed and cannot be read; BPMN's own elements count" in said
