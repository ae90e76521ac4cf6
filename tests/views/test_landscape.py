from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from svcflow import api
from svcflow.exporters.svg_scene import scene_to_svg
from svcflow.finding import CannotDo
from svcflow.model.workspace import Profile
from svcflow.views.landscape import Coloring, Landmark, landscape
from svcflow.views.layout.picture import Box
from svcflow.views.matrix import Tone
from svcflow.views.scene import Group, Rect, Scene
from svcflow.views.scene import Path as Line
from svcflow.views.sheets.check import faults
from svcflow.views.sheets.landscape import landscape_scene

EXAMPLES = Path(__file__).parents[2] / "examples"
STAGES = ("before", "during", "after", "就诊", None)
FUNCTIONS = ("repair", "投诉", None)


def a_process(process, id: str, calls: tuple[str, ...] = (), **more):
    steps = [
        {"id": "s0"},
        *({"id": f"c{n}", "kind": "call", "process": other} for n, other in enumerate(calls)),
    ]
    context = process(*steps)
    changed = context.process.model_copy(update={"process": id, "name": f"Process {id}"})
    data = changed.model_dump(by_alias=True, exclude_unset=True) | {
        "process": id,
        "name": f"Process {id}",
        **more,
    }
    return type(context)(type(changed).model_validate(data), context.shared)


def boxes(scene: Scene) -> dict[str, Box]:
    return {
        item.id: next(part.box for part in item.items if isinstance(part, Rect))
        for item in scene.items
        if isinstance(item, Group) and item.style == "process"
    }


def lines(scene: Scene) -> list[Line]:
    groups = [item for item in scene.items if isinstance(item, Group) and not item.style]
    return [part for group in groups for part in group.items if isinstance(part, Line)]


def crosses(line: Line, box: Box) -> bool:
    """Tell whether a line of level and upright pieces runs through the inside of a box."""
    for (x0, y0), (x1, y1) in zip(line.points, line.points[1:], strict=False):
        left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        if left < box.right - 0.1 and right > box.x + 0.1 and top < box.bottom - 0.1 and bottom > box.y + 0.1:
            return True
    return False


def test_processes_stand_by_category_and_stage_in_the_order_of_service(process) -> None:
    marks = [
        Landmark(a_process(process, "c", category={"function": "repair", "stage": "after"})),
        Landmark(a_process(process, "a", category={"function": "repair", "stage": "before"})),
        Landmark(a_process(process, "x", category={"function": "投诉", "stage": "就诊"})),
        Landmark(a_process(process, "n")),
    ]
    shown = landscape(marks, "Hotel", "en")
    assert shown.columns == ("before", "就诊", "after", "any stage")
    assert shown.rows == ("repair", "投诉", "no category")
    assert [(tile.id, tile.row, tile.column) for tile in shown.tiles] == [
        ("a", 0, 0), ("c", 0, 2), ("x", 1, 1), ("n", 2, 3),
    ]  # fmt: skip


def test_colors_tell_status_findings_or_maturity(process) -> None:
    marks = [
        Landmark(a_process(process, "a", status="effective"), 0, 0, Profile.AUDIT),
        Landmark(a_process(process, "b", status="draft"), 2, 5, None),
        Landmark(a_process(process, "c"), 0, 3, Profile.STANDARD),
    ]
    told = {
        coloring: [(tile.tone, tile.state) for tile in landscape(marks, "X", "en", coloring).tiles]
        for coloring in Coloring
    }
    assert told == {
        Coloring.STATUS: [
            (Tone.GOOD, "Effective"), (Tone.FAINT, "Draft"), (Tone.PLAIN, "status not told"),
        ],
        Coloring.FINDINGS: [
            (Tone.GOOD, "nothing found"), (Tone.EXTREME, "errors: 2"), (Tone.MEDIUM, "warnings: 3"),
        ],
        Coloring.MATURITY: [
            (Tone.GOOD, "passes audit"), (Tone.EXTREME, "passes no profile"), (Tone.MEDIUM, "passes standard"),
        ],
    }  # fmt: skip
    assert landscape(marks, "X", "en", Coloring.FINDINGS).legend == (
        (Tone.GOOD, "nothing found"), (Tone.EXTREME, "errors"), (Tone.MEDIUM, "warnings"),
    )  # fmt: skip


def test_calls_lead_to_the_processes_of_the_landscape(process) -> None:
    marks = [Landmark(a_process(process, "a", ("b", "gone", "a"))), Landmark(a_process(process, "b"))]
    first = landscape(marks, "X", "en").tiles[0]
    assert (first.calls, first.outside) == (("b",), ("gone",))
    scene = landscape_scene(landscape(marks, "X", "en"))
    assert len(lines(scene)) == 1
    assert "→ gone" in scene_to_svg(scene)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_tiles_lie_apart_and_no_call_runs_through_one(process, data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 14))
    ids = [f"p{number}" for number in range(count)]
    marks = []
    for id in ids:
        category = {
            key: value
            for key, value in (
                ("function", data.draw(st.sampled_from(FUNCTIONS))),
                ("stage", data.draw(st.sampled_from(STAGES))),
            )
            if value
        }
        calls = data.draw(st.lists(st.sampled_from(ids), max_size=3, unique=True))
        marks.append(Landmark(a_process(process, id, tuple(calls), category=category)))
    scene = landscape_scene(landscape(marks, "X", "zh-Hans"))
    placed = boxes(scene)
    assert len(placed) == count
    assert not [
        (a, b) for a, one in placed.items() for b, other in placed.items() if a < b and one.overlaps(other)
    ]
    assert not [line for line in lines(scene) for box in placed.values() if crosses(line, box)]
    assert faults(scene) == []


@pytest.mark.parametrize("name", ["services", "municipal"])
def test_the_examples_read_well(name: str, snapshot: SnapshotAssertion) -> None:
    (made,) = api.render(EXAMPLES / name, "landscape", language="zh-Hant")
    assert made.name == "landscape.svg"
    assert re.findall(r'aria-label="([^"]*)"', made.data.decode()) == snapshot


def test_what_colors_cannot_tell_is_named() -> None:
    with pytest.raises(CannotDo, match="colours cannot tell `age`"):
        list(api.render(EXAMPLES / "services", "landscape", coloring="age"))
