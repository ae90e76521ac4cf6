"""Analyses of processes: what they count is right, and every example can be analysed in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.api import load_process
from svcflow.documents.analyses import ANALYSES, analyses_outline
from svcflow.documents.analyses.workspace import workspace_outline
from svcflow.documents.outline import Facts, Outline, Table
from svcflow.load.shared import Shared
from svcflow.model.process import Process

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "services" / "processes").glob("*.yaml"))

CLAIM = {
    "process": "claim",
    "name": "Claim",
    "sla": "1h",
    "roles": {
        "client": {"name": "Client", "line": "customer"},
        "agent": {"name": "Agent", "department": "Hotline"},
        "expert": {"name": "Expert", "department": "Claims"},
    },
    "steps": [
        {"id": "call", "name": "Call", "role": "client", "value": "customer"},
        {
            "id": "take", "name": "Take the claim", "role": "agent", "sla": "15m", "work": "10m", "value": "customer",
            "outputs": ["claim"], "tools": ["crm"],
            "touchpoint": {"channel": "phone", "moment_of_truth": True, "emotion": -1},
            "quality": [{"standard": "All asked", "servqual": "reliability", "kano": "basic"}],
        },
        {
            "id": "check", "name": "Check it", "role": "expert", "inputs": ["claim"], "sla": "30m", "work": "30m",
            "value": "waste",
        },
    ],
    "risks": [{"what": "Wrong", "likelihood": 2, "impact": 5}],
    "training": [{"who": "agent", "topic": "Listening", "hours": 4}],
}  # fmt: skip


def of(name: str) -> list[object]:
    context = ProcessContext(Process.model_validate(CLAIM), Shared())
    (section,) = analyses_outline(context, [name]).sections
    return list(section.blocks)


def table(block: object) -> list[tuple[str, ...]]:
    assert isinstance(block, Table)
    return [block.headers, *block.rows]


def test_handoffs() -> None:
    count, roles, departments, each = of("handoffs")
    assert getattr(count, "text", "") == "2 handoffs, 0 of them agreed"
    assert table(roles) == [
        ("From role, to role", "Client", "Agent", "Expert"),
        ("Client", "", "1", ""),
        ("Agent", "", "", "1 *"),
        ("Expert", "", "", ""),
    ]
    assert table(departments)[2] == ("Hotline", "", "", "1 *")
    assert table(each)[1:] == [("2 Take the claim (Agent)", "3 Check it (Expert)", "", "", "", "not agreed")]


def test_budget() -> None:
    promise, rows = of("budget")
    assert isinstance(promise, Facts)
    assert dict(promise.pairs) == {
        "Resolution time": "1 h",
        "Longest run, in working time": "45 min",
        "Hands-on time of a case, on average": "40 min",
    }
    assert table(rows)[1:] == [
        ("2 Take the claim", "15 min", "10 min", "15 min", "15 min", "●"),
        ("3 Check it", "30 min", "30 min", "45 min", "15 min", "●"),
    ]


def test_touchpoints_moments_and_coverage() -> None:
    facts, rows = of("touchpoints")
    assert isinstance(facts, Facts)
    assert ("Departments the customer meets", "1: Hotline") in facts.pairs
    assert table(rows)[1] == ("2 Take the claim", "phone", "", "", "-1", "★")
    assert table(of("moments")[0])[1] == ("2 Take the claim", "All asked", "–", "–", "–")
    servqual, kano = of("coverage")
    assert ("reliability", "1", "2") in table(servqual)
    assert ("empathy", "0", "–") in table(servqual)
    assert ("basic need", "1", "2") in table(kano)


def test_risks_training_value_and_registers() -> None:
    heat = table(of("risks")[0])
    assert heat[4] == ("2", "", "", "", "", "R1")
    assert table(of("training")[0]) == [("Role", "Listening"), ("Agent", "4"), ("Expert", "")]
    assert table(of("value")[0])[1:] == [
        ("valued by the customer", "2", "10 min", "25%"),
        ("needed by the business", "0", "0 min", "0%"),
        ("waste", "1", "30 min", "75%"),
    ]
    documents, tools = of("registers")
    assert table(documents)[1] == ("claim", "", "2", "3", "", "")
    assert table(tools)[1] == ("crm", "2", "Agent")


def test_a_workspace() -> None:
    contexts = [
        ProcessContext(Process.model_validate({**CLAIM, "process": id}), Shared()) for id in ("a", "b")
    ]
    outline = workspace_outline(contexts, "en", "Us")
    sections = {section.id: section.blocks[-1] for section in outline.sections}
    assert table(sections["roles"])[1] == ("Agent", "2", "1", "Claim")
    assert table(sections["handoffs"])[1] == ("Hotline", "Claims", "2", "0")
    assert "duplicates" not in sections, "the two have the same name, so each step stands in one process"


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_every_example(language: str) -> None:
    contexts = [load_process(path) for path in EXAMPLES]
    outlines: list[Outline] = [analyses_outline(context, language=language) for context in contexts]
    outlines.append(workspace_outline(contexts, language))
    for outline in outlines:
        assert outline.sections
        for section in outline.sections:
            for block in section.blocks:
                assert not isinstance(block, Table) or {len(row) for row in block.rows} == {
                    len(block.headers)
                }
    assert {section.id for outline in outlines[:-1] for section in outline.sections} >= set(ANALYSES) - {
        "inspection"
    }
