"""The procedure of a process: everything it says, in the order of the standards, and nothing empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.documents import Outline, sop_outline
from svcflow.documents.outline import Bullets, Facts, StepCard, Table
from svcflow.documents.sop_context import SopContext
from svcflow.exporters.markdown import escape_markdown, to_markdown
from svcflow.load import open_workspace
from svcflow.load.shared import Shared
from svcflow.model.process import Process
from svcflow.model.text import say

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "services" / "processes").glob("*.yaml"))


def context_of(path: Path) -> ProcessContext:
    workspace = open_workspace(path)
    loaded = workspace.read_process(path)
    assert loaded.model is not None
    return ProcessContext(loaded.model, workspace.shared)


def texts_of(outline: Outline) -> list[str]:
    found = [*(value for pair in outline.control.pairs for value in pair)]
    for section in outline.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                found += [*block.headers, *(cell for row in block.rows for cell in row)]
            elif isinstance(block, Facts):
                found += [text for pair in block.pairs for text in pair]
            elif isinstance(block, Bullets):
                found += block.items
            elif isinstance(block, StepCard):
                found += [block.name, *(v for pair in block.facts for v in pair), *block.instructions]
                found += [text for heading, items in block.notes for text in (heading, *items)]
            else:
                found.append(getattr(block, "text", ""))
    return found


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_in_every_language(path: Path, language: str) -> None:
    context = context_of(path)
    outline = sop_outline(context, language)
    assert outline.language == language
    assert all(section.blocks for section in outline.sections)
    cards = [block for section in outline.sections for block in section.blocks if isinstance(block, StepCard)]
    assert [card.id for card in cards] == [step.id for step in context.process.steps]
    for section in outline.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                assert block.rows
                assert {len(row) for row in block.rows} == {len(block.headers)}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_of_the_process_is_lost(path: Path) -> None:
    context = context_of(path)
    process = context.process
    said = "\n".join(texts_of(sop_outline(context)))
    wanted = [process.purpose, process.trigger, *process.references, *process.scope.covers]
    for step in process.steps:
        wanted += [step.name, *step.instructions, *(standard.standard for standard in step.quality)]
        wanted += [text for case in step.exceptions for text in (case.when, case.do) if text]
        wanted += [branch.when for branch in step.next if branch.when]
        if step.sla and step.sla.completion:
            wanted.append(step.sla.completion.say(context.language))
    wanted += [risk.what for risk in process.risks] + [need.what for need in process.needs]
    wanted += [agreed.accepted_when for agreed in process.handoffs if agreed.accepted_when]
    wanted += [entry.what for entry in process.revisions] + [item.topic for item in process.training]
    wanted += [approval.by for approval in process.approvals if approval.by]
    missing = [text for text in wanted if text and say(text, context.language) not in said]
    assert missing == []


def test_a_small_process_has_no_empty_sections() -> None:
    process = Process.model_validate({"process": "x", "name": "X", "steps": [{"id": "a", "name": "Do it"}]})
    outline = sop_outline(ProcessContext(process, Shared()))
    assert [section.id for section in outline.sections] == ["quick-steps", "overview", "procedure"]
    assert outline.control.pairs == (("Process id", "x"),)


def test_the_whole_document_of_a_small_process() -> None:
    process = Process.model_validate(
        {
            "process": "key",
            "name": {"en": "Lost key", "zh-Hans": "钥匙遗失"},
            "owner": "manager",
            "sla": "10m",
            "roles": {"guest": {"name": "Guest", "line": "customer"}, "clerk": "Clerk", "manager": "Manager"},
            "steps": [
                {"id": "report", "name": "Report the key", "role": "guest"},
                {
                    "id": "verify", "name": "Is it the guest?", "kind": "decision", "role": "clerk", "sla": "3m",
                    "next": [{"when": "yes", "to": "issue"}, {"otherwise": "end"}],
                    "exceptions": [
                        {"when": "no papers", "do": "ask", "escalate": "manager", "goto": "end", "after": "2m"},
                    ],
                },
                {"id": "issue", "name": "Issue a key", "role": "clerk", "work": "1m..2m"},
            ],
        }
    )  # fmt: skip
    said = to_markdown(sop_outline(ProcessContext(process, Shared()), "zh-Hans"))
    assert said.split("-->")[1].startswith("\n\n# 钥匙遗失\n\n标准作业程序\n")
    for line in (
        "| 流程负责人 | Manager |",
        "- **解决时间**： 10 分钟",
        "| 2 | Is it the guest? | Clerk | 3 分钟 |",
        "- yes：3 Issue a key",
        "- 否则：流程结束",
        "- no papers（超过 2 分钟）：ask；升级至Manager；转至 流程结束",
        "- **作业时间**： 1 分钟至 2 分钟",
        "| 2 Is it the guest? | no papers（超过 2 分钟） | ask | Manager | 流程结束 |",
    ):
        assert line.replace("： ", "：") in said, line
    assert escape_markdown("| x") == "\\| x"


def test_targets_are_said_with_the_signs_of_print() -> None:
    sop = SopContext(context_of(next(path for path in EXAMPLES if path.stem == "complaint-handling")))
    assert (sop.target(">= 98%"), sop.target("<= 180 元"), sop.target(None)) == ("≥ 98%", "≤ 180 元", "")
    assert sop.roles(["cs-agent", "cs-case-officer"]) == "客服专员或投诉专员"
