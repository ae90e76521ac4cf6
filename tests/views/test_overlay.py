from __future__ import annotations

import re
from pathlib import Path

import pytest

from svcflow import api
from svcflow.api.pictures import diagram_of
from svcflow.exporters.svg import to_svg
from svcflow.finding import CannotDo
from svcflow.views.diagram import BadgeKind
from svcflow.views.flowchart import flowchart
from svcflow.views.layout import arrange
from svcflow.views.layout.check import faults
from svcflow.views.overlay import Remark, Weight, with_findings, with_risks, with_times

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/services/processes/*.yaml"))
STEPS = (
    {"id": "take", "work": "10m", "sla": "1h"},
    {"id": "check", "work": "20m", "sla": "2h",
     "next": [{"when": "bad", "to": "take", "share": "25%"}, {"otherwise": "pay"}]},
    {"id": "pay"},
)  # fmt: skip


def badges(diagram, kind) -> dict[str, str]:
    return {node.id: badge.text for node in diagram.nodes for badge in node.badges if badge.kind is kind}


def test_findings_stand_on_the_steps_they_hit_the_worst_counted(process) -> None:
    remarks = [
        Remark("pay", Weight.WARNING, "pay twice?"),
        Remark("take", Weight.INFO, "a hint"),
        Remark("pay", Weight.ERROR, "never ends"),
        Remark("pay", Weight.ERROR, "nobody pays"),
        Remark("", Weight.WARNING, "no owner"),
    ]
    diagram = with_findings(flowchart(process(*STEPS)), remarks)
    assert badges(diagram, BadgeKind.ERROR) == {"pay": "2"}
    assert badges(diagram, BadgeKind.INFO) == {"take": ""}
    assert diagram.index["pay"].marks == ("finding-error",)
    assert diagram.index["pay"].tooltip.splitlines()[-3:] == ["never ends", "nobody pays", "pay twice?"]
    assert diagram.facts[:2] == ("error 2, warning 2, hint 1", "1 of them on the process as a whole")
    assert [entry.text for entry in diagram.legend][-2:] == ["error", "hint"]
    assert faults(arrange(diagram)) == []


def test_a_clean_process_says_that_nothing_was_found(process) -> None:
    diagram = with_findings(flowchart(process(*STEPS)), [])
    assert diagram.facts[0] == "nothing found"
    assert badges(diagram, BadgeKind.ERROR) == {}


def test_times_tell_work_how_often_and_the_longest_run(process) -> None:
    context = process(*STEPS)
    diagram = with_times(flowchart(context), context)
    assert badges(diagram, BadgeKind.WORK) == {"take": "10m ×1.33", "check": "20m ×1.33"}
    assert [node.id for node in diagram.nodes if "longest" in node.marks] == ["take", "check", "pay"]
    assert 'class="node task longest"' in to_svg(arrange(diagram))


@pytest.mark.parametrize(
    ("share", "told"), [("100%", "20m"), ("99.8%", "20m"), ("97%", "20m ×0.97"), ("50%", "20m ×0.5")]
)
def test_how_often_is_told_where_it_is_not_once(process, share: str, told: str) -> None:
    rest = f"{100 - float(share.rstrip('%')):g}%"
    ways = [{"when": "yes", "to": "check", "share": share}, {"otherwise": "end", "share": rest}]
    context = process({"id": "ask", "kind": "decision", "next": ways}, {"id": "check", "work": "20m"})
    assert badges(with_times(flowchart(context), context), BadgeKind.WORK)["check"] == told


def test_risks_color_their_steps_by_the_gravest(process) -> None:
    context = process(
        *STEPS,
        risks=[
            {"id": "A", "what": "lost", "step": "pay", "likelihood": 1, "impact": 1},
            {"id": "B", "what": "stolen", "step": ["pay", "take"], "likelihood": 5, "impact": 5},
            {"what": "flood"},
        ],
    )
    diagram = with_risks(flowchart(context), context)
    assert badges(diagram, BadgeKind.RISK) == {"take": "B", "pay": "A B"}
    assert diagram.index["pay"].marks == ("risk-extreme",)
    assert "A: lost" in diagram.index["pay"].tooltip
    assert diagram.facts[0] == "1 risks of the process as a whole"


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
@pytest.mark.parametrize("view", ["flowchart", "swimlane", "blueprint"])
def test_overlaid_examples_keep_what_a_layout_owes(file: Path, view: str) -> None:
    context = api.load_process(file)
    diagram = diagram_of(context, view)
    remarks = [Remark(step.id, Weight.ERROR, "x") for step in context.process.steps]
    laid = with_findings(with_times(with_risks(diagram, context), context), remarks)
    assert faults(arrange(laid)) == []


def test_the_overlay_shows_what_lint_finds(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(
        "process: p\nname: Pay\nlanguage: zh-Hans\nroles: {a: {name: A}}\nsteps:\n"
        "  - {id: pay, name: 付款, role: a, next: gone}\n",
        "utf-8",
    )
    (made,) = api.render(file, overlays=["findings"])
    svg = made.data.decode()
    node = re.search(r'<g id="pay".*?</title>', svg, re.DOTALL)
    assert node is not None
    assert "finding-error" in node[0]
    assert "unknown-target: " in node[0]
    assert "错误" in svg


def test_an_unknown_overlay_and_a_view_that_takes_none_are_named(tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match="there is no overlay `finding`; did you mean `findings`"):
        list(api.render(EXAMPLES[0], overlays=["finding"]))
    with pytest.raises(CannotDo, match="nothing can be laid over the view `raci`"):
        list(api.render(EXAMPLES[0], "raci", overlays=["risks"]))
