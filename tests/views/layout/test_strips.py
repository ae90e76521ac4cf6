"""Flowcharts cut into strips: nothing is lost, nothing is cut through, every line goes on where it says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from svcflow.views.diagram import Diagram, Direction
from svcflow.views.layout import Picture, arrange
from svcflow.views.layout.strips import strips
from tests.support.diagrams import complaint, diagrams, process_like


def flowchart(diagram: Diagram) -> Picture:
    nodes = tuple(replace(node, lane=None) for node in diagram.nodes)
    return arrange(replace(diagram, nodes=nodes, lanes=(), direction=Direction.DOWN))


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(diagrams(), st.sampled_from([400, 700, 1200]))
def test_any_flowchart_is_cut_without_loss(diagram: Diagram, height: int) -> None:
    picture = flowchart(diagram)
    assert_whole(picture, strips(picture, height))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("height", [600, 900, 1400])
def test_what_looks_like_a_process_fits(seed: int, height: int) -> None:
    picture = flowchart(process_like(30, 0, seed))
    parts = strips(picture, height)
    assert len(parts) > 1
    assert_whole(picture, parts)
    for part in parts:
        assert part.height <= height or len(part.nodes) <= 4
        assert {part.width for part in parts} == {parts[0].width}
        for connector in part.connectors:
            assert not any(connector.box.overlaps(node.box) for node in part.nodes)


def assert_whole(picture: Picture, parts: tuple[Picture, ...]) -> None:
    assert sorted(node.node.id for part in parts for node in part.nodes) == sorted(
        node.node.id for node in picture.nodes
    )
    labels = [edge.edge for part in parts for edge in part.edges if edge.label]
    assert len(labels) == sum(1 for edge in picture.edges if edge.label)
    assert {edge.edge for part in parts for edge in part.edges} == {edge.edge for edge in picture.edges}
    ends: dict[int, set[bool]] = defaultdict(set)
    for part in parts:
        for connector in part.connectors:
            ends[connector.number].add(connector.leaves)
            assert connector.box.y >= 0
            assert connector.box.bottom <= part.height
        for node in part.nodes:
            assert node.box.y >= 0
            assert node.box.bottom <= part.height
    assert all(sides == {True, False} for sides in ends.values())
    assert sorted(ends) == list(range(1, len(ends) + 1))


def test_title_first_legend_last() -> None:
    first, *others = parts = strips(flowchart(process_like(30, 0, 1)), 700)
    assert first.texts
    assert not any(part.texts for part in others)
    assert [bool(part.legend) for part in parts] == [False] * (len(parts) - 1) + [True]
    assert parts[-1].legend[-1].entry.text == "goes on at the same number"


def test_what_fits_is_not_cut() -> None:
    picture = flowchart(process_like(6, 0, 1))
    assert strips(picture, picture.height) == (picture,)


def test_swimlanes_are_not_cut() -> None:
    picture = arrange(complaint())
    assert strips(picture, 100) == (picture,)
