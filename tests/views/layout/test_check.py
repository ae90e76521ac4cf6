"""The check has to see each fault: a picture without any is broken in one place after the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from svcflow.views.layout import Picture, arrange, fold
from svcflow.views.layout.check import faults
from svcflow.views.layout.picture import Box
from tests.support.diagrams import complaint


@pytest.fixture
def picture() -> Picture:
    return arrange(complaint())


def with_node(picture: Picture, id: str, box: Box) -> Picture:
    nodes = tuple(replace(node, box=box) if node.node.id == id else node for node in picture.nodes)
    return replace(picture, nodes=nodes)


def box(picture: Picture, id: str) -> Box:
    return next(node.box for node in picture.nodes if node.node.id == id)


def test_a_good_picture_has_no_faults(picture: Picture) -> None:
    assert faults(picture) == []


def test_nodes_on_each_other(picture: Picture) -> None:
    found = faults(with_node(picture, "triage", box(picture, "receive")))
    assert "nodes receive and triage overlap" in found


def test_a_node_out_of_its_lane(picture: Picture) -> None:
    moved = box(picture, "pause").moved(0, 90)
    assert "pause stands outside of its lane" in faults(with_node(picture, "pause", moved))


def test_a_line_through_a_node(picture: Picture) -> None:
    edge = next(edge for edge in picture.edges if edge.edge.target == "end")
    across = replace(edge, points=((0.0, box(picture, "receive").center[1]), edge.points[-1]))
    edges = tuple(across if other is edge else other for other in picture.edges)
    assert "pause -> end runs through receive" in faults(replace(picture, edges=edges))


def test_a_line_on_another(picture: Picture) -> None:
    first, second = picture.edges[0], picture.edges[-1]
    edges = (*picture.edges[:-1], replace(second, points=first.points))
    assert "start -> receive lies on pause -> end" in faults(replace(picture, edges=edges))


@pytest.mark.parametrize(("target", "said"), [("receive", "covers receive"), (None, "away from its line")])
def test_a_label_out_of_place(picture: Picture, target: str | None, said: str) -> None:
    edge = picture.edges[0]
    assert edge.label is not None
    place = box(picture, target) if target else edge.label.box.moved(0, 60)
    edges = (replace(edge, label=replace(edge.label, box=place)), *picture.edges[1:])
    assert [fault for fault in faults(replace(picture, edges=edges)) if said in fault]


def test_a_label_that_sticks_out_of_the_lanes(picture: Picture) -> None:
    edge = next(edge for edge in picture.edges if edge.label)
    assert edge.label is not None
    out = replace(edge.label, box=replace(edge.label.box, y=picture.lanes[0].box.y - 3))
    edges = tuple(replace(edge, label=out) if other is edge else other for other in picture.edges)
    found = faults(replace(picture, edges=edges))
    assert f"label of {edge.edge.source} -> {edge.edge.target} sticks out of the lanes" in found


def test_labels_on_each_other(picture: Picture) -> None:
    labelled = [edge for edge in picture.edges if edge.label]
    first, second = labelled[:2]
    moved = replace(second, label=first.label)
    edges = tuple(moved if edge is second else edge for edge in picture.edges)
    assert [fault for fault in faults(replace(picture, edges=edges)) if "labels of" in fault]


def test_a_lane_that_ends_early(picture: Picture) -> None:
    lane = picture.lanes[1]
    short = replace(lane, box=replace(lane.box, width=lane.box.width / 2))
    lanes = (picture.lanes[0], short, *picture.lanes[2:])
    assert "lanes do not end together" in faults(replace(picture, lanes=lanes))


def test_a_gap_between_lanes(picture: Picture) -> None:
    lanes = (picture.lanes[0], *picture.lanes[2:])
    assert "lanes are not side by side" in faults(replace(picture, lanes=lanes))


def test_what_leaves_the_page(picture: Picture) -> None:
    assert "end leaves the page" in faults(replace(picture, width=picture.width / 2))


@pytest.fixture
def folded(picture: Picture) -> Picture:
    return fold(picture, 800)


def test_bands_on_each_other(folded: Picture) -> None:
    first, second = folded.bands[:2]
    broken = replace(folded, bands=(first, second.moved(5, -60), *folded.bands[2:]))
    assert {"bands overlap", "bands do not end together"} <= set(faults(broken))


def test_connectors_on_each_other_and_on_steps(folded: Picture) -> None:
    first, second, *others = folded.connectors
    onto = replace(second, box=first.box)
    assert [f for f in faults(replace(folded, connectors=(first, onto, *others))) if "connectors" in f]
    onto = replace(second, box=box(folded, "receive"))
    found = faults(replace(folded, connectors=(first, onto, *others)))
    assert f"connector {second.number} covers something" in found
    (x, y), (other, _) = folded.edges[0].points[:2]
    onto = replace(second, box=Box((x + other) / 2 - 8, y - 8, 16, 16))
    found = faults(replace(folded, connectors=(first, onto, *others)))
    assert f"start -> receive runs through connector {second.number}" in found


def test_a_connector_outside_of_its_band(folded: Picture) -> None:
    first, *others = folded.connectors
    away = replace(first, box=first.box.moved(0, -first.box.y))
    assert f"connector {first.number} stands outside of the bands" in faults(
        replace(folded, connectors=(away, *others))
    )


def test_departments_on_each_other(picture: Picture) -> None:
    one, other = picture.groups
    broken = replace(picture, groups=(one, replace(other, box=one.box)))
    assert f"groups {one.title} and {other.title} overlap" in faults(broken)
