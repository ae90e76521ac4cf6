"""Every kind of document, of every example, in every language: whole, said in one language, the same every time."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings

from svcflow.analyzers.context import ProcessContext
from svcflow.documents.asked import Asked
from svcflow.documents.kinds import KINDS
from svcflow.documents.outline import Facts, Outline, Signatures, StepCard, Table
from svcflow.documents.sop_context import SopContext
from svcflow.exporters.html import to_html
from svcflow.exporters.markdown import to_markdown
from svcflow.load import open_workspace
from svcflow.load.shared import Shared
from svcflow.model.process import Process
from tests.strategies import processes

EXAMPLES = sorted((Path(__file__).parents[3] / "examples" / "services" / "processes").glob("*.yaml"))
HAN = re.compile("[\u4e00-\u9fff]")


def contexts() -> list[ProcessContext]:
    workspace = open_workspace(EXAMPLES[0])
    models = [workspace.read_process(path).model for path in EXAMPLES]
    return [ProcessContext(model, workspace.shared, settings=workspace.settings) for model in models if model]


ALL = contexts()


def made(kind: str, language: str, some: list[ProcessContext] | None = None) -> list[Outline]:
    sops = [SopContext(context, language, number="No. 1") for context in some or ALL]
    before = ALL[0] if kind == "release-note" else None
    return [one.outline for one in KINDS[kind].make(sops, Asked("Org", before=before))]


def checked(outline: Outline) -> None:
    assert outline.sections
    ids = [section.id for section in outline.sections]
    assert len(ids) == len(set(ids))
    for section in outline.sections:
        assert section.blocks, section.id
        for block in section.blocks:
            if isinstance(block, (Table, Signatures)):
                assert block.rows
                assert {len(row) for row in block.rows} == {len(block.headers)}, section.id
            if isinstance(block, Facts):
                assert block.pairs


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_in_every_language(kind: str, language: str) -> None:
    outlines = made(kind, language)
    assert outlines
    for outline in outlines:
        checked(outline)
        assert outline.language == language


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_of_chinese_documents_are_chinese(kind: str) -> None:
    hans = [context for context in ALL if context.process.language in {None, "zh-Hans"}]
    for outline in made(kind, "zh-Hans", hans):
        for section in outline.sections:
            assert HAN.search(section.title), section.title
            for block in section.blocks:
                if isinstance(block, (Table, Signatures)):
                    words = [text for text in block.headers if text and text != "KPI"]
                    assert all(HAN.search(text) or text.isdigit() for text in words), words


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_every_time(kind: str) -> None:
    assert [asdict(one) for one in made(kind, "en")] == [asdict(one) for one in made(kind, "en")]


@settings(max_examples=20)
@given(processes(broken=True, max_steps=6))
def test_any_process_gives_every_kind(process: Process) -> None:
    context = ProcessContext(process, Shared())
    for kind in KINDS.values():
        sops = [SopContext(context, "zh-Hant")]
        for named in kind.make(sops, Asked(before=context, gaps=True)):
            checked(named.outline)
            to_html(named.outline)
            to_markdown(named.outline)


def test_every_anchor_of_a_role_manual_is_its_own() -> None:
    for outline in made("role-manual", "en"):
        ids = [b.id for section in outline.sections for b in section.blocks if isinstance(b, StepCard)]
        assert len(ids) == len(set(ids))


def test_a_role_that_acts_only_in_a_step_whose_id_is_taken() -> None:
    steps = [
        {"id": "one", "name": "A", "role": "first"},
        {"id": "one", "name": "B", "role": "second"},
        {"id": "two", "name": "C", "role": "first"},
    ]
    roles = {"first": {"name": "First"}, "second": {"name": "Second"}}
    data = {"process": "twice", "name": "Twice", "roles": roles, "steps": steps}
    outlines = made("role-manual", "en", [ProcessContext(Process.model_validate(data), Shared())])
    assert [outline.title for outline in outlines] == ["First"]
    checked(outlines[0])


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_made_from_one_process_says_on_every_page_which_one_and_in_which_version(kind: str) -> None:
    context = next(one for one in ALL if one.process.process == "complaint-handling")
    for outline in made(kind, "en", [context]):
        assert outline.running == (
            context.process.number or "No. 1",
            f"Version {context.process.version} · Effective",
        )


def test_what_is_made_from_several_says_how_many_and_the_day_of_the_newest() -> None:
    some = [one for one in ALL if one.process.process in {"complaint-handling", "complaint-handling-as-is"}]
    newest = max(one.process.effective for one in some if one.process.effective)
    (outline,) = made("risk-register", "en", some)
    assert outline.running == ("2 processes", f"Version {newest}")
    assert ("Version", str(newest)) in outline.control.pairs
    label, listed = outline.control.pairs[-1]
    assert label == "Processes"
    assert [line.partition(" (")[2] for line in listed.splitlines()] == [
        ", ".join(filter(None, (one.process.number or "No. 1", f"version {one.process.version}", state)))
        + ")"
        for one, state in zip(some, ("Retired", ""), strict=True)
    ]


def test_what_is_made_from_several_without_dates_says_how_many() -> None:
    step = {"id": "one", "name": "A", "role": "first"}
    plain = [
        ProcessContext(Process.model_validate({"process": id, "name": id, "steps": [step]}), Shared())
        for id in ("a", "b")
    ]
    (outline,) = made("risk-register", "en", plain)
    assert outline.running == ("2 processes",)
    assert outline.control.pairs == (("Processes", "a (No. 1)\nb (No. 1)"),)
