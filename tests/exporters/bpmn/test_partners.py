from __future__ import annotations

from svcflow.exporters.bpmn.partners import Message, Partners
from svcflow.views.layout.picture import Box

POOL = Box(0, 0, 400, 200)


def placed(messages: list[Message], nodes: dict[str, Box]) -> dict[str, float]:
    """Return at which x the line of each message stands."""
    partners = Partners({"bank": "Bank"}, messages)
    boxes, lines, _ = partners.place(POOL, nodes, {})
    assert boxes["bank"].y > POOL.bottom
    for message in messages:
        (begin, _), (end, _) = ((point[1], point) for point in lines[message.id])
        assert (begin > end) == message.comes, "a message that comes begins at the other pool"
    return {id: points[0][0] for id, points in lines.items()}


def message(id: str, node: str, *, comes: bool) -> Message:
    return Message(id, "", node, "bank", comes)


def test_a_line_leaves_the_middle_of_its_node() -> None:
    assert placed([message("m", "ask", comes=False)], {"ask": Box(100, 20, 100, 40)}) == {"m": 150}


def test_two_messages_of_a_node_have_lines_apart() -> None:
    nodes = {"ask": Box(100, 20, 100, 40)}
    at = placed([message("m", "ask", comes=False), message("n", "ask", comes=True)], nodes)
    assert abs(at["m"] - at["n"]) >= 14


def test_a_line_goes_round_what_stands_below() -> None:
    nodes = {"ask": Box(100, 20, 100, 40), "below": Box(120, 100, 100, 40)}
    assert placed([message("m", "ask", comes=True)], nodes)["m"] <= 116
