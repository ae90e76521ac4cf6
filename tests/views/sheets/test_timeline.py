from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.svg_scene import scene_to_svg
from svcflow.load.shared import Shared
from svcflow.model import Process
from svcflow.views.scene import Group, Path, Rect, Scene, Words
from svcflow.views.sheets.check import faults
from svcflow.views.sheets.time_scale import TimeScale
from svcflow.views.sheets.timeline import timeline_scene
from svcflow.views.time_axis import Axis
from svcflow.views.timeline import timeline
from tests.strategies import process_data
from tests.views.sheets.test_journey import LONG, NASTY, parts, texts

GUIDES = {"timeline-sheet", "timeline-head", "closed", "tick", "timeline-rule", "critical-link"}


def drawn(context: ProcessContext, width: float = 0.0) -> Scene:
    scene = timeline_scene(timeline(context), width)
    assert faults(scene, across=GUIDES) == []
    return scene


def bars(scene: Scene) -> dict[str, Rect]:
    """The bars by the ids of their steps."""
    return {
        group.id: item
        for group in parts(scene)
        if isinstance(group, Group) and group.style == "row"
        for item in group.items
        if isinstance(item, Rect) and item.style.startswith("span")
    }


def test_bars_are_as_long_as_their_times(process) -> None:
    found = bars(drawn(process({"id": "a", "sla": "1h"}, {"id": "b", "sla": "3h"}, sla="8h")))
    assert found["b"].box.width == pytest.approx(3 * found["a"].box.width)
    assert found["b"].box.x == pytest.approx(found["a"].box.right)
    assert found["b"].box.y > found["a"].box.bottom


def test_a_bar_too_short_to_see_is_drawn_all_the_same(process) -> None:
    assert bars(drawn(process({"id": "a", "sla": "1s"}, {"id": "b", "sla": "52w"})))["a"].box.width >= 3


def test_what_is_not_told_has_no_bar(process) -> None:
    scene = drawn(process({"id": "a", "sla": "1h"}, {"id": "b"}))
    assert set(bars(scene)) == {"a"}
    assert (
        sum(isinstance(item, Path) and item.style == "untold" for item in parts(scene)) == 2
    )  # and the legend


@pytest.mark.parametrize("sla", ["1h", "5h", "30d"])
def test_the_promise_stands_upright(process, sla: str) -> None:
    scene = drawn(process({"id": "a", "sla": "4h"}, sla=sla))
    line = next(item for item in parts(scene) if isinstance(item, Path) and item.style == "promise")
    assert line.points[0][0] == line.points[1][0]
    breaks = [item for item in parts(scene) if isinstance(item, Path) and item.style == "break"]
    assert bool(breaks) == (sla == "30d")
    end = bars(scene)["a"].box.right
    assert (line.points[0][0] > end) == (sla != "1h")


def test_the_day_on_which_the_run_ends_is_named(process) -> None:
    """Its text stands beside the line of the end, where that would cut through it."""
    scene = drawn(process({"id": "a", "sla": "3bd"}, sla="5bd"))
    days = {line for item in parts(scene) if isinstance(item, Words) for line in item.lines}
    assert {"Mon", "Tue", "Wed", "Thu", "Fri"} <= days


def test_closed_hours_are_narrow() -> None:
    scale = TimeScale(Axis(100, ((0, 20), (80, 100)), ()), 410)
    assert [scale(at) for at in (0, 10, 20, 80, 90, 100, 500)] == [0, 100, 200, 210, 310, 410, 410]
    assert list(scale.closed()) == [(200, 210)]


def test_many_closed_stretches_leave_room_for_the_open_ones() -> None:
    scale = TimeScale(Axis(200, tuple((at, at + 1) for at in range(0, 200, 2)), ()), 400)
    assert sum(end - start for start, end in scale.closed()) <= 100.001
    assert scale(200) == pytest.approx(400)


def test_sixty_steps_fit(process) -> None:
    steps = [{"id": f"s{number}", "sla": "2h", "role": f"r{number % 7}"} for number in range(60)]
    scene = drawn(process(*steps, sla="3d"), 1200)
    assert len(bars(scene)) == 60
    assert scene.width == pytest.approx(1200)


@pytest.mark.parametrize(
    "text", [LONG, "😀👨‍👩‍👧‍👦" * 40, "مرحبا بكم في خدمتنا " * 10, "投诉" * 100, NASTY, "x" * 200]
)
def test_texts_of_any_kind_stay_in_their_cells(process, text: str) -> None:
    steps = ({"id": "a", "name": text, "sla": "1h", "role": "x"}, {"id": "b", "kind": "wait", "until": text})
    context = process(*steps, name=text, roles={"x": text}, sla="1d")
    assert "<script>" not in scene_to_svg(drawn(context))


def test_without_times_the_sheet_says_so(process) -> None:
    assert "No step says how long" in texts(drawn(process({"id": "a"})))


@settings(max_examples=25)
@given(
    process_data(max_steps=12),
    st.sampled_from([0, 480, 1400]),
    st.sampled_from(["en", "zh-Hans", "zh-Hant"]),
)
def test_any_process_gives_a_sheet_without_faults(data: dict[str, Any], width: int, language: str) -> None:
    context = ProcessContext(Process.model_validate(data), Shared())
    scene = timeline_scene(timeline(context, language), width)
    assert faults(scene, across=GUIDES) == []
    assert timeline_scene(timeline(context, language), width) == scene
    assert all("" not in item.lines for item in parts(scene) if isinstance(item, Words))
