from __future__ import annotations

from itertools import pairwise

import pytest

from svcflow.views.diagram import DEdge, Diagram, Direction, DNode, Lane
from svcflow.views.layout import arrange, fold
from svcflow.views.layout.cuts import choose_cuts, columns_of
from tests.support.diagrams import process_like


@pytest.mark.parametrize(
    ("lines", "columns"),
    [((), []), ((0, 40), [0, 0]), ((0, 9, 18, 27), [0, 1, 0, 1]), ((0, 5, 10), [0, 1, 2])],
)
def test_connectors_stand_side_by_side_where_lines_are_close(lines, columns):
    assert columns_of(lines) == columns


@pytest.mark.parametrize("length", [400, 800, 1500])
def test_no_cut_goes_through_anything(length):
    picture = arrange(process_like(30, 4, 3))
    begin, end = picture.lanes[0].header.right, picture.lanes[0].box.right
    cuts = choose_cuts(picture, begin, end, length)
    assert cuts
    boxes = [node.box for node in picture.nodes] + [edge.label.box for edge in picture.edges if edge.label]
    assert not any(box.x <= cut.x <= box.right for cut in cuts for box in boxes)
    stops = [begin, *(cut.x for cut in cuts), end]
    assert all(after - before <= length for before, after in pairwise(stops))


def test_what_is_short_enough_is_not_cut():
    picture = arrange(process_like(30, 4, 3))
    assert choose_cuts(picture, 0, picture.width, picture.width) == []


def test_a_band_rather_ends_with_a_phase() -> None:
    def bands(*phases: str) -> list[int]:
        nodes = tuple(
            DNode(f"n{number}", f"Step {number}", lane="a", phase=phases[number] if phases else "")
            for number in range(10)
        )
        edges = tuple(DEdge(f"n{number}", f"n{number + 1}") for number in range(9))
        told = tuple(dict.fromkeys(phases))
        diagram = Diagram("D", nodes, edges, (Lane("a", "A"),), direction=Direction.RIGHT, phases=told)
        folded = fold(arrange(diagram), 1400)
        return [sum(band.overlaps(node.box) for node in folded.nodes) for band in folded.bands]

    assert bands() == [5, 5]
    assert bands(*["One"] * 4, *["Two"] * 6) == [4, 6]
