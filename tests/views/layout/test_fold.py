"""What every folded picture keeps, and that nothing is lost by folding."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from svcflow.views.diagram import DEdge, Diagram, Direction, DNode, Lane
from svcflow.views.layout import Picture, arrange, can_fold, fold, sheets
from svcflow.views.layout.check import faults
from tests.support.diagrams import chain, complaint, diagrams, process_like

WIDTHS = st.sampled_from([480, 700, 1000, 1600])


def new_faults(picture: Picture, folded: Picture) -> list[str]:
    """Return the faults that folding brought: a loop whose label stood away before is no fault of the fold."""
    return [fault for fault in faults(folded) if fault not in faults(picture)]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(diagrams(), WIDTHS)
def test_any_diagram_is_folded_without_faults(diagram: Diagram, width: int) -> None:
    picture = arrange(replace(diagram, direction=Direction.RIGHT))
    folded = fold(picture, width)
    assert new_faults(picture, folded) == []
    assert_whole(picture, folded)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("lanes", [1, 5, 9])
@pytest.mark.parametrize("width", [600, 1000, 1600])
def test_what_looks_like_a_process_is_folded_without_faults(seed: int, lanes: int, width: int) -> None:
    picture = arrange(process_like(30, lanes, seed))
    folded = fold(picture, width)
    assert faults(folded) == []
    assert folded.width <= width
    assert_whole(picture, folded)
    for sheet in sheets(folded):
        assert faults(sheet) == []


def assert_whole(picture: Picture, folded: Picture) -> None:
    """Every node is there once; every edge begins, ends and has its label; every connector has its other half."""
    assert [node.node for node in folded.nodes] == [node.node for node in picture.nodes]
    assert {lane.lane for lane in folded.lanes} == {lane.lane for lane in picture.lanes}
    labels = Counter(edge.edge for edge in folded.edges if edge.label)
    assert labels == Counter(edge.edge for edge in picture.edges if edge.label)
    ends: dict[int, set[bool]] = defaultdict(set)
    for connector in folded.connectors:
        ends[connector.number].add(connector.leaves)
    assert all(sides == {True, False} for sides in ends.values())
    assert sorted(ends) == list(range(1, len(ends) + 1))
    for piece in folded.edges:
        assert all(
            a[0] == pytest.approx(b[0]) or a[1] == pytest.approx(b[1])
            for a, b in zip(piece.points, piece.points[1:], strict=False)
        )


def two_steps_far_apart() -> Diagram:
    """Return six steps in a row, the first also leading to the last."""
    nodes = tuple(DNode(f"n{number}", f"Step {number}", lane="a") for number in range(6))
    edges = tuple(DEdge(f"n{number}", f"n{number + 1}") for number in range(5))
    lanes = (Lane("a", "Desk"), Lane("b", "Nobody acts here"))
    return Diagram("Far", nodes, (*edges, DEdge("n0", "n5", "at once")), lanes, direction=Direction.RIGHT)


def test_a_line_that_passes_through_a_band_is_not_drawn_there() -> None:
    folded = fold(arrange(two_steps_far_apart()), 640)
    assert len(folded.bands) == 3
    pieces = [edge for edge in folded.edges if (edge.edge.source, edge.edge.target) == ("n0", "n5")]
    assert [band_of(folded, edge.points[0][1]) for edge in pieces] == [0, 2]
    said = [(one.leaves, one.tooltip) for one in folded.connectors if "Step 5" in one.tooltip]
    assert said == [(True, "→ Step 5")]


def band_of(picture: Picture, y: float) -> int:
    return next(place for place, band in enumerate(picture.bands) if band.y <= y <= band.bottom)


def test_a_lane_without_steps_stands_in_the_first_band_only() -> None:
    folded = fold(arrange(two_steps_far_apart()), 640)
    assert [lane.lane.id for lane in folded.lanes] == ["a", "b", "a", "a"]


def test_the_bands_have_their_own_departments() -> None:
    folded = fold(arrange(complaint()), 800)
    assert folded.width <= 800
    assert all(
        any(group.box.y >= band.y and group.box.bottom <= band.bottom for band in folded.bands)
        for group in folded.groups
    )
    assert {group.title for group in folded.groups} == {"客户服务部", "质量管理部"}


def test_the_legend_explains_connectors_in_the_language_of_the_picture() -> None:
    folded = fold(arrange(complaint()), 800)
    assert folded.legend[-1].entry.sign == "connector"
    assert folded.legend[-1].entry.text == "转到同一编号处继续"
    assert "connector" not in [entry.entry.sign for entry in arrange(complaint()).legend]


def test_what_fits_or_has_no_lanes_stays_as_it_is() -> None:
    for diagram in (complaint(), chain(30), chain(30, direction=Direction.RIGHT)):
        picture = arrange(diagram)
        assert fold(picture, picture.width) is picture
        assert not can_fold(diagram) or fold(picture, picture.width / 2) is not picture
    picture = arrange(chain(30, direction=Direction.RIGHT))
    assert fold(picture, 500) is picture


def test_the_same_picture_folds_the_same_way() -> None:
    assert fold(arrange(complaint()), 700) == fold(arrange(complaint()), 700)


def test_room_of_rows_that_a_band_does_not_use_is_taken_out() -> None:
    picture = arrange(process_like(30, 3, 5))
    whole = {lane.lane.id: lane.box.height for lane in picture.lanes}
    folded = fold(picture, 700)
    assert all(lane.box.height <= whole[lane.lane.id] + 0.01 for lane in folded.lanes)
    assert any(lane.box.height < whole[lane.lane.id] - 20 for lane in folded.lanes)
