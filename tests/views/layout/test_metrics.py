from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.text import width
from svcflow.views.diagram import PART, Badge, BadgeKind, DEdge, DNode, Shape
from svcflow.views.layout.metrics import LABEL_SIZE, NAME_SIZE, label_size, node_size

TEXTS = st.text(st.sampled_from("ab 受理投诉，。 "), max_size=120)


@given(TEXTS, st.sampled_from([Shape.TASK, Shape.WAIT, Shape.CALL, Shape.START, Shape.END]))
def test_names_fit_their_boxes(text: str, shape: Shape) -> None:
    size = node_size(DNode("a", text, shape, number="1", badges=(Badge(BadgeKind.SLA, "15m"),)))
    assert all(width(line) * NAME_SIZE <= size.width - 12 for line in size.lines)
    assert len(size.lines) * NAME_SIZE < size.height


@given(TEXTS, st.sampled_from([Shape.DECISION, Shape.PARALLEL, Shape.INCLUSIVE]))
def test_each_line_fits_its_diamond_where_it_stands(text: str, shape: Shape) -> None:
    size = node_size(DNode("a", text, shape))
    sign = 0 if shape is Shape.DECISION else 1
    for place, line in enumerate(size.lines):
        off = abs(place + sign - (len(size.lines) + sign - 1) / 2) * 15.5
        room = size.width * (1 - 2 * off / size.height)
        assert width(line) * (LABEL_SIZE + 1) <= room


def test_tasks_are_alike_and_grow_with_their_text() -> None:
    short, long = node_size(DNode("a", "受理")), node_size(DNode("a", "a word " * 30))
    assert short.width == node_size(DNode("b", "Verify the guest's identity")).width
    assert long.width > short.width
    assert long.height > short.height


def test_a_number_alone_needs_no_row_of_its_own() -> None:
    heights = [
        node_size(DNode("a", "受理投诉并核实身份信息再登记", number=number, badges=badges)).height
        for number, badges in (("", ()), ("1", ()), ("1", (Badge(BadgeKind.EXCEPTION),)))
    ]
    assert heights == sorted(set(heights))


def test_a_label_breaks_between_its_parts() -> None:
    size = label_size(DEdge("a", "b", f"其他情况{PART}12.5%", note=f"投诉工单{PART}15 分钟以内"))
    assert size is not None
    assert [line for _, line in size.lines] == ["其他情况", "12.5%", "投诉工单", "15 分钟以内"] or [
        line for _, line in size.lines
    ] == [f"其他情况{PART}12.5%", "投诉工单", "15 分钟以内"]


@pytest.mark.parametrize("handoff", [False, True])
def test_an_edge_without_text_has_a_label_only_to_mark_a_handoff(handoff: bool) -> None:
    size = label_size(DEdge("a", "b", handoff=handoff))
    assert (size is not None) is handoff
