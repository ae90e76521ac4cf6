"""Risk register, training plan, checklist, role manual: what they add up and what they leave open."""

from __future__ import annotations

from typing import Any

from svcflow.analyzers.context import ProcessContext
from svcflow.documents.asked import Asked
from svcflow.documents.kinds import KINDS
from svcflow.documents.outline import Block, Checks, Gap, Outline, Page, Section, Signatures, StepCard, Table
from svcflow.documents.sop_context import SopContext
from svcflow.load.shared import Shared
from svcflow.model.process import Process
from svcflow.model.workspace import WorkspaceFile

BASE: dict[str, Any] = {
    "name": "P",
    "roles": {"clerk": "Clerk", "boss": "Boss"},
    "steps": [
        {"id": "a", "name": "Ask", "role": "clerk", "sla": "5m", "quality": ["with a smile"]},
        {"id": "b", "name": "Sign", "role": "boss", "consulted": "clerk"},
    ],
}


def made(
    kind: str, *processes: dict[str, Any], settings: dict[str, Any] | None = None, **asked: Any
) -> Outline:
    sops = [
        SopContext(
            ProcessContext(
                Process.model_validate({"process": f"p{number}", **BASE, **data}),
                Shared(),
                settings=WorkspaceFile.model_validate(settings or {}),
            ),
            "en",
        )
        for number, data in enumerate(processes)
    ]
    return next(iter(KINDS[kind].make(sops, Asked(**asked)))).outline


def section(outline: Outline, id: str) -> Section:
    (found,) = [one for one in outline.sections if one.id == id]
    return found


def table(block: Block) -> Table | Signatures:
    assert isinstance(block, (Table, Signatures))
    return block


def test_risks_are_graded_by_the_matrix_of_the_workspace() -> None:
    risks = [
        {"what": "theft", "likelihood": 2, "impact": 2, "control": "a lock", "owner": "boss"},
        {"what": "fire"},
    ]
    outline = made(
        "risk-register",
        {"risks": risks},
        settings={"risk": {"matrix": [["low", "medium"], ["high", "extreme"]]}},
    )
    assert outline.page is Page.LANDSCAPE
    assert table(section(outline, "matrix").blocks[1]).rows == (
        ("2", "high", "extreme\nR1"),
        ("1", "low", "medium"),
    )
    rows = table(section(outline, "register").blocks[0]).rows
    assert rows[0][:4] == ("R1", "theft", "", "2\u00a0×\u00a02\u00a0=\u00a04\nextreme")
    assert section(outline, "open").blocks == (
        Gap("not graded: R2"),
        Gap("without a control: R2"),
        Gap("without an owner: R2"),
        Gap("what remains is not graded: R1, R2"),
    )


def test_training_adds_up_over_processes() -> None:
    one = {
        "training": [
            {"who": "clerk", "topic": "smiling", "hours": 2},
            {"who": ["clerk", "boss"], "topic": "law", "hours": 1.5},
        ]
    }
    two = {"training": [{"who": "clerk", "topic": "keys", "hours": 4, "every": "2 years"}]}
    outline = made("training-plan", one, two)
    assert table(section(outline, "hours").blocks[0]).rows == (
        ("Clerk", "3.5", "4", "7.5"),
        ("Boss", "1.5", "", "1.5"),
    )
    plan = table(section(outline, "plan").blocks[0]).rows
    assert [(row[0], row[2], row[6]) for row in plan] == [
        ("Clerk", "smiling", ""), ("Clerk", "law", ""), ("Clerk", "keys", "every 2 years"), ("Boss", "law", ""),
    ]  # fmt: skip
    assert section(outline, "untrained").blocks == (Gap("P: nothing to learn for Boss"),)
    sheet = section(outline, "sheet").blocks[0]
    assert isinstance(sheet, Signatures)
    assert len(sheet.rows) == 4


def test_where_nobody_is_trained_it_is_asked_once() -> None:
    outline = made("training-plan", {})
    assert [one.id for one in outline.sections] == ["plan"]
    gap = Gap("What do people have to learn to work in it? Fill in `training`.")
    assert section(outline, "plan").blocks == (gap,)


def test_a_checklist_ticks_standards_times_controls_and_records() -> None:
    data = {"records": ["the book"], "risks": [{"what": "theft", "control": "a lock"}]}
    ticks = [
        item
        for one in made("checklist", data).sections
        for block in one.blocks
        if isinstance(block, Checks)
        for item in block.items
    ]
    assert ticks == ["with a smile", "done within 5 min", "theft: a lock", "the book"]


def test_a_role_manual_has_the_steps_of_all_processes() -> None:
    outline = made("role-manual", {}, {"name": "Q"}, role="clerk")
    cards = [(one.title, b.name) for one in outline.sections for b in one.blocks if isinstance(b, StepCard)]
    assert outline.title == "Clerk"
    assert cards == [("P", "Ask"), ("Q", "Ask")]
    assert table(section(outline, "parts").blocks[0]).rows == (
        ("P", "2 Sign", "Consulted"),
        ("Q", "2 Sign", "Consulted"),
    )
    assert len(table(section(outline, "passed").blocks[0]).rows) == 2


def test_a_figure_of_the_report_stands_once_with_the_target_of_its_kpi() -> None:
    step = {"id": "a", "name": "Ask", "quality": [{"standard": "soon", "measure": {"kpi": "speed"}}]}
    kpis = [{"id": "speed", "name": "Speed", "target": "< 3 min"}, {"id": "rest", "name": "Rest"}]
    outline = made("quality-report", {"steps": [step], "kpis": kpis})
    rows = table(section(outline, "data").blocks[0]).rows
    assert rows == (("Speed", "< 3 min", "", "", ""), ("Rest", "", "", "", ""))
