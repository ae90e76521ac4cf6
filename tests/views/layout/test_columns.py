from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from svcflow.views.diagram import DEdge, Diagram, Direction, DNode, EdgeKind, Lane
from svcflow.views.layout import arrange
from svcflow.views.layout.check import faults
from svcflow.views.layout.ranks import ranking

LANES = tuple(Lane(f"l{number}", f"Lane {number}") for number in range(4))


def diagram(*nodes: DNode, edges: tuple[DEdge, ...] = (), phases: tuple[str, ...] = ()) -> Diagram:
    return Diagram("D", nodes, edges, LANES, direction=Direction.RIGHT, phases=phases)


def test_what_stands_beside_a_node_has_its_column() -> None:
    nodes = (DNode("a", "A", lane="l2"), DNode("b", "B", lane="l2"), DNode("x", "X", lane="l0", beside="b"))
    found = ranking(diagram(*nodes, edges=(DEdge("a", "b"), DEdge("x", "b"))))
    assert found.column == {"a": 0, "b": 1, "x": 1}


def test_nothing_stands_between_a_node_and_what_is_beside_it() -> None:
    nodes = (
        DNode("a", "A", lane="l3"),
        DNode("x", "X", lane="l0", beside="a"),
        DNode("between", "B", lane="l1"),
        DNode("other", "O", lane="l3"),
    )
    assert ranking(diagram(*nodes)).column == {"a": 0, "x": 0, "between": 1, "other": 1}


def test_without_anything_beside_nodes_share_columns() -> None:
    nodes = (DNode("a", "A", lane="l0", phase="One"), DNode("b", "B", lane="l0", phase="One"))
    assert ranking(diagram(*nodes, phases=("One",))).column == {"a": 0, "b": 0}


def test_a_phase_begins_behind_the_one_before() -> None:
    nodes = (
        DNode("a", "A", lane="l0", phase="Two"),
        DNode("b", "B", lane="l1", phase="One"),
        DNode("c", "C", lane="l1", phase="One"),
        DNode("d", "D", lane="l1"),
    )
    found = ranking(diagram(*nodes, edges=(DEdge("b", "c"), DEdge("a", "d")), phases=("One", "Two")))
    assert found.column == {"b": 0, "c": 1, "a": 2, "d": 3}
    assert found.phase == {"b": 0, "c": 0, "a": 1, "d": 1}


@st.composite
def grids(draw: st.DrawFn) -> Diagram:
    """Draw a flow with things beside its nodes, each in a lane of its own, and phases."""
    count = draw(st.integers(1, 8))
    phases = ("One", "Two", "Three")[: draw(st.integers(0, 3))]
    lanes = st.integers(0, 3)
    nodes, edges = [], []
    for number in range(count):
        lane = draw(lanes)
        phase = draw(st.sampled_from(("", *phases)))
        nodes.append(DNode(f"n{number}", "Step", lane=f"l{lane}", phase=phase))
        above = sorted({other for other in draw(st.sets(lanes, max_size=2)) if other < lane})
        chain = [*(f"x{number}-{other}" for other in above), f"n{number}"]
        nodes += [
            DNode(id, "Thing", lane=f"l{other}", beside=f"n{number}")
            for id, other in zip(chain, above, strict=False)
        ]
        edges += [DEdge(one, other, kind=EdgeKind.LINK) for one, other in pairwise(chain)]
    ends = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=10))
    edges += [DEdge(f"n{one}", f"n{other}", draw(st.sampled_from(["", "when"]))) for one, other in pairs]
    return diagram(*nodes, edges=tuple(edges), phases=phases)


@settings(max_examples=150, deadline=None)
@given(grids())
def test_any_flow_keeps_the_order_of_time(drawn: Diagram) -> None:
    found = ranking(drawn)
    for number, edge in enumerate(drawn.edges):
        if number not in found.back and not drawn.is_upright(edge):
            assert found.column[edge.source] < found.column[edge.target]
    phase_of_column: dict[int, int] = {}
    for node, phase in found.phase.items():
        assert phase_of_column.setdefault(found.column[node], phase) == phase
    assert [phase_of_column[column] for column in sorted(phase_of_column)] == sorted(phase_of_column.values())
    assert faults(arrange(drawn)) == []
