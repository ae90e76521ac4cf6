from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from svcflow import api
from svcflow.analyzers.context import ProcessContext
from svcflow.finding import CannotDo
from svcflow.load.shared import Shared
from svcflow.model import Process
from svcflow.views.compare import compare
from svcflow.views.diagram import Diagram
from svcflow.views.layout import arrange
from svcflow.views.layout.check import faults
from tests.strategies import processes

SERVICES = Path(__file__).parents[2] / "examples/services/processes"
ROLES = {"clerk": {"name": "Clerk", "department": "Desk"}, "boss": {"name": "Boss"}}
BEFORE = (
    {"id": "take", "role": "clerk", "sla": "1h"},
    {"id": "copy", "role": "clerk"},
    {"id": "sign", "role": "boss"},
    {"id": "file", "role": "clerk"},
    {"id": "tell", "role": "clerk"},
)
AFTER = (
    {"id": "take", "role": "clerk", "sla": "15m"},
    {"id": "sign", "role": "boss"},
    {"id": "tell", "role": "clerk"},
    {"id": "check", "role": "boss"},
    {"id": "file", "role": "clerk"},
)


def marks(diagram: Diagram) -> dict[str, str]:
    return {node.id: " ".join(node.marks) for node in diagram.nodes if node.marks}


def test_what_came_went_changed_and_moved_is_marked(process) -> None:
    diagram = compare(process(*BEFORE, roles=ROLES), process(*AFTER, roles=ROLES))
    found = marks(diagram)
    moved = {id for id, mark in found.items() if mark == "diff-moved"}
    assert {id: mark for id, mark in found.items() if id not in moved} == {
        "before:take": "diff-changed",
        "before:copy": "diff-gone",
        "after:take": "diff-changed",
        "after:check": "diff-new",
    }
    assert moved in ({"before:file", "after:file"}, {"before:tell", "after:tell"})
    assert diagram.index["after:take"].tooltip.endswith("changed: `sla`")
    assert diagram.facts == (
        "comes 1, goes 1, changed 1, moved 1",
        "steps 5 → 5",
        "handoffs 2 → 4",
        "roles 2 → 2",
    )


def test_both_stand_under_a_band_of_their_own(process) -> None:
    before = process(*BEFORE, roles=ROLES, state="as-is", language="zh-Hans")
    after = process(*AFTER, roles=ROLES, state="to-be", language="zh-Hans")
    diagram = compare(before, after)
    assert [(lane.id, lane.title.replace("\u00a0", " "), lane.group) for lane in diagram.lanes] == [
        ("before:clerk", "Clerk · Desk", "现状"), ("before:boss", "Boss", "现状"),
        ("after:clerk", "Clerk · Desk", "优化后"), ("after:boss", "Boss", "优化后"),
    ]  # fmt: skip
    assert diagram.title == "A process：现状 → 优化后"


def test_a_step_with_another_id_keeps_its_ways(process) -> None:
    steps = [{"id": id, "name": id.title(), "role": "clerk"} for id in ("take", "sign", "file")]
    renamed = [steps[0], {**steps[1], "id": "signature"}, steps[2]]
    diagram = compare(process(*steps, roles=ROLES), process(*renamed, roles=ROLES))
    assert diagram.facts[0] == "nothing differs"
    assert not [edge for edge in diagram.edges if "diff-edge" in edge.marks]


def test_what_changed_and_moved_counts_once(process) -> None:
    one, two, three = ({"id": id, "name": id.title(), "role": "clerk"} for id in ("take", "sign", "file"))
    later = ({**three, "sla": "1h"}, one, two)
    diagram = compare(process(one, two, three, roles=ROLES), process(*later, roles=ROLES))
    assert diagram.facts[0] == "changed 1"


@pytest.mark.parametrize(
    ("old", "new", "names"), [("1.0.0", "1.1.0", "1.0.0 → 1.1.0"), ("1.0.0", "1.0.0", "before → after")]
)
def test_versions_are_called_by_their_numbers(process, old: str, new: str, names: str) -> None:
    diagram = compare(process(*BEFORE, version=old), process(*AFTER, version=new))
    assert diagram.title.endswith(names)


def test_the_same_process_differs_in_nothing(process) -> None:
    diagram = compare(process(*BEFORE, roles=ROLES), process(*BEFORE, roles=ROLES))
    assert marks(diagram) == {}
    assert diagram.facts[0] == "nothing differs"
    assert not [edge for edge in diagram.edges if "diff-edge" in edge.marks]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(processes(), processes())
def test_any_two_processes_can_be_drawn(one: Process, other: Process) -> None:
    diagram = compare(ProcessContext(one, Shared()), ProcessContext(other, Shared()), "zh-Hant")
    assert faults(arrange(diagram)) == []


def test_the_baseline_is_found_in_the_workspace(tmp_path: Path) -> None:
    (made,) = api.render(SERVICES / "complaint-handling.yaml", "compare", language="zh-Hant")
    svg = made.data.decode()
    assert made.name == "complaint-handling-compare.svg"
    assert 'id="before:receive"' in svg or 'id="before:register"' in svg
    assert "現況" in svg
    assert "改善後" in svg


def test_a_git_revision_is_compared_with(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("needs git")
    file = tmp_path / "p.yaml"
    text = "process: p\nname: P\nversion: {v}\nsteps:\n  - {{id: a, name: {name}}}\n"
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    file.write_text(text.format(v="1.0.0", name="Ask"), "utf-8")
    for arguments in (["init", "-q"], ["add", "p.yaml"], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *arguments], check=True, capture_output=True)
    file.write_text(text.format(v="1.1.0", name="Ask twice"), "utf-8")
    (made,) = api.render(file, "compare", against="HEAD")
    svg = made.data.decode()
    assert "1.0.0 → 1.1.0" in svg
    assert "diff-changed" in svg


def test_what_cannot_be_compared_is_named(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text("process: p\nname: Pay\nsteps:\n  - {id: a, name: A}\n", "utf-8")
    with pytest.raises(CannotDo, match="there is nothing to compare ‘Pay’ with"):
        list(api.render(file, "compare"))
    file.write_text("process: p\nname: Pay\nbaseline: gone\nsteps:\n  - {id: a, name: A}\n", "utf-8")
    with pytest.raises(CannotDo, match="the baseline `gone` is no process of this workspace"):
        list(api.render(file, "compare"))
