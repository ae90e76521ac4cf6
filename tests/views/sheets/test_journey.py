from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcflow.analyzers.context import ProcessContext
from svcflow.exporters.svg_scene import scene_to_svg
from svcflow.load.shared import Shared
from svcflow.model import Process
from svcflow.views.journey import journey
from svcflow.views.scene import Group, Item, Path, Rect, Scene, Sign, Words
from svcflow.views.sheets.check import faults
from svcflow.views.sheets.journey import journey_scene
from tests.strategies import process_data

GUIDES = {
    *("journey-sheet", "journey-head", "journey-moment", "journey-good", "journey-bad"),
    *("journey-rule", "journey-level", "journey-neutral", "mood"),
}
"""Grounds, and lines of the curve, which runs below the faces and above the captions."""
LONG = "Every word of this name has a reason to stand here, " * 4
NASTY = "</text><script>alert(1)</script>\"'&{x} %s"


def parts(scene: Scene) -> Iterator[Item]:
    todo = list(scene.items)
    while todo:
        item = todo.pop(0)
        todo = [*item.items, *todo] if isinstance(item, Group) else todo
        yield item


def texts(scene: Scene) -> str:
    return " ".join(" ".join(item.lines) for item in parts(scene) if isinstance(item, Words))


def drawn(context: ProcessContext, width: float = 0.0) -> Scene:
    scene = journey_scene(journey(context), width)
    assert faults(scene, across=GUIDES) == []
    return scene


def met(id: str, **more: Any) -> dict[str, Any]:
    touch = {
        "customer": f"does {id}",
        "channel": "phone",
        "emotion": len(id) % 7 - 3,
        **more.pop("touch", {}),
    }
    return {"id": id, "touchpoint": touch, **more}


def test_every_column_has_the_id_of_its_step_and_says_what_happens(process) -> None:
    scene = drawn(process(met("ask", touch={"emotion": -2, "moment_of_truth": True}), met("get")))
    columns = {item.id: item for item in parts(scene) if isinstance(item, Group) and item.style == "stop"}
    assert set(columns) == {"ask", "get"}
    assert columns["ask"].spoken == "1, does ask, −2 annoyed"
    assert (
        sum(
            isinstance(item, Sign) and "moment" in item.style for item in parts(columns_scene(columns["ask"]))
        )
        == 2
    )


def columns_scene(group: Group) -> Scene:
    return Scene("t", 1e6, 1e6, group.items)


def test_the_curve_breaks_where_no_emotion_is_told(process) -> None:
    steps = [met(id) for id in ("a", "bb", "ccc", "dddd")]
    whole = [
        item for item in parts(drawn(process(*steps))) if isinstance(item, Path) and item.style == "mood"
    ]
    del steps[2]["touchpoint"]["emotion"]
    scene = drawn(process(*steps))
    broken = [item for item in parts(scene) if isinstance(item, Path) and item.style == "mood"]
    lengths = [
        [len(path.points) for path in paths] for paths in (whole[:-1], broken[:-1])
    ]  # the last: legend
    assert lengths == [[4], [2]]
    assert "not told" in texts(scene)


def test_the_better_the_mood_the_higher_the_point(process) -> None:
    steps = [met(f"s{level}", touch={"emotion": level}) for level in range(-3, 4)]
    curve = next(
        item for item in parts(drawn(process(*steps))) if isinstance(item, Path) and item.style == "mood"
    )
    heights = [y for _, y in curve.points]
    assert heights == sorted(heights, reverse=True)
    assert len({round(a - b, 6) for a, b in itertools.pairwise(heights)}) == 1


@pytest.mark.parametrize("width", [540, 900, 1400])
def test_a_long_journey_folds_into_bands_no_wider_than_asked(process, width: int) -> None:
    scene = drawn(process(*(met(f"step{number}") for number in range(60))), width)
    assert scene.width <= width
    columns = [item.id for item in parts(scene) if isinstance(item, Group) and item.style == "stop"]
    assert columns == [f"step{number}" for number in range(60)]


def test_a_curve_goes_on_from_band_to_band(process) -> None:
    steps = [met(f"s{level}", touch={"emotion": level}) for level in (-3, -1, 1, 3)]
    curves = [
        item for item in parts(drawn(process(*steps), 480)) if isinstance(item, Path) and item.style == "mood"
    ]
    assert [len(path.points) for path in curves[:2]] == [3, 3]


def test_a_column_narrower_than_the_width_stands_alone(process) -> None:
    assert drawn(process(met("a")), 10).width > 10


@pytest.mark.parametrize(
    "text", [LONG, "😀👨‍👩‍👧‍👦" * 40, "مرحبا بكم في خدمتنا " * 10, "投诉" * 100, NASTY, "x" * 200]
)
def test_texts_of_any_kind_stay_in_their_cells(process, text: str) -> None:
    step = met(
        "a",
        name=text,
        pain_points=[text, text],
        role=["x", "y"],
        touch={"customer": text, "channel": "c", "evidence": [text]},
        exceptions=[{"when": text, "do": text}],
    )
    roles = {"x": {"name": text, "department": text}, "y": {"name": text, "department": "D"}}
    more = {"roles": roles, "improvements": [{"what": text}], "needs": [{"what": text, "met_by": "a"}]}
    context = process(step, met("b", role="y", phase=text), name=text, trigger=text, **more)
    assert "<script>" not in scene_to_svg(drawn(context))
    drawn(context, 480)


def test_without_touchpoints_the_sheet_says_so(process) -> None:
    assert "Give each step in which they meet" in texts(drawn(process({"id": "a"})))


def moods(data: dict[str, Any], levels: list[int | None]) -> dict[str, Any]:
    for step, level in zip(data["steps"], levels, strict=False):
        if level is not None:
            step.setdefault("touchpoint", {})["emotion"] = level
    return data


@settings(max_examples=25)
@given(
    process_data(max_steps=12),
    st.lists(st.none() | st.integers(-3, 3), min_size=12, max_size=12),
    st.sampled_from([0, 480, 800]),
    st.sampled_from(["en", "zh-Hans", "zh-Hant"]),
)
def test_any_process_gives_a_sheet_without_faults(
    data: dict[str, Any], levels: list[int | None], width: int, language: str
) -> None:
    context = ProcessContext(Process.model_validate(moods(data, levels)), Shared())
    scene = journey_scene(journey(context, language), width)
    assert faults(scene, across=GUIDES) == []
    assert journey_scene(journey(context, language), width) == scene
    assert all(item.box.width > 0 for item in parts(scene) if isinstance(item, Rect))
