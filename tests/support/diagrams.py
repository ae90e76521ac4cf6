"""Diagrams made by hand and by chance (hypothesis strategies), to be laid out and drawn."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from svcflow.views.diagram import (
    Badge,
    BadgeKind,
    DEdge,
    Diagram,
    Direction,
    DNode,
    EdgeKind,
    Lane,
    LegendEntry,
    Line,
    Shape,
)

__all__ = ["chain", "complaint", "diagrams", "process_like"]

_NAMES = ["受理", "Verify the guest's identity", "😀 emoji 🎉", "审" * 60, "", "a" * 200, "مرحبا بالضيف"]
_LABELS = [
    "",
    "是",
    "条件成立 · 30%",
    "Otherwise, when the customer refuses to pay within the agreed time",
    "x" * 60,
]


def complaint() -> Diagram:
    """Return a swimlane diagram with everything in it."""
    star, clock = Badge(BadgeKind.MOMENT_OF_TRUTH), Badge(BadgeKind.SLA, "10 分钟")
    nodes = (
        DNode("start", "客户表达不满", Shape.START, "customer"),
        DNode(
            "receive", "受理投诉", Shape.TASK, "agent", "1", badges=(star, Badge(BadgeKind.EXCEPTION), clock)
        ),
        DNode("triage", "是否重大投诉？", Shape.DECISION, "agent", "2"),
        DNode("investigate", "调查并给出方案", Shape.TASK, "officer", "3"),
        DNode("escalate", "启动重大投诉流程", Shape.CALL, "supervisor", "4"),
        DNode("confirm", "客户接受？", Shape.DECISION, "customer", "5"),
        DNode("pause", "等待 3 天", Shape.WAIT, "agent", "6"),
        DNode("end", "结束", Shape.END, "agent"),
    )
    edges = (
        DEdge("start", "receive", handoff=True, note="投诉"),
        DEdge("receive", "triage"),
        DEdge("receive", "escalate", "客户情绪激动", EdgeKind.EXCEPTION),
        DEdge("triage", "escalate", "涉及人身安全 · 8%", EdgeKind.BRANCH, handoff=True),
        DEdge(
            "triage", "investigate", "其他情况 · 92%", EdgeKind.BRANCH, handoff=True, note="工单 · 15 分钟"
        ),
        DEdge("investigate", "confirm", handoff=True),
        DEdge("escalate", "confirm", handoff=True),
        DEdge("confirm", "pause", "客户接受 · 85%", EdgeKind.BRANCH, handoff=True),
        DEdge("confirm", "investigate", "客户不接受 · 15%", EdgeKind.BACK, handoff=True),
        DEdge("pause", "end"),
    )
    lanes = (
        Lane("customer", "客户", "", Line.CUSTOMER),
        Lane("agent", "客服专员", "客户服务部", Line.FRONTSTAGE),
        Lane("supervisor", "值班主管", "客户服务部", Line.FRONTSTAGE),
        Lane("officer", "调查员", "质量管理部", Line.BACKSTAGE),
    )
    legend = (LegendEntry(Shape.DECISION, "判断"), LegendEntry("handoff", "交接"))
    facts = ("版本 2.1.0", "负责人：服务经理")
    return Diagram(
        "客户投诉处理", nodes, edges, lanes, "一次性解决", facts, legend, Direction.RIGHT, "zh-Hans"
    )


def chain(count: int, *, direction: Direction = Direction.DOWN) -> Diagram:
    """Return steps one after the other."""
    nodes = tuple(DNode(f"n{number}", f"Step {number}", number=str(number)) for number in range(count))
    edges = tuple(DEdge(f"n{number}", f"n{number + 1}") for number in range(count - 1))
    return Diagram("Chain", nodes, edges, direction=direction)


def process_like(count: int, lanes: int, seed: int) -> Diagram:
    """Return something that looks like a process: mostly forward, with branches, loops and changes of hands."""
    chance = random.Random(seed)
    nodes, edges, lane = [], [], 0
    shapes = [Shape.TASK] * 6 + [Shape.DECISION, Shape.WAIT, Shape.CALL, Shape.PARALLEL]
    for number in range(count):
        if lanes and chance.random() < 0.4:
            lane = chance.randrange(lanes)
        badges = (Badge(BadgeKind.SLA, "15m"),) if chance.random() < 0.4 else ()
        name = f"步骤 {number} of the process"
        place = f"l{lane}" if lanes else None
        nodes.append(DNode(f"n{number}", name, chance.choice(shapes), place, str(number), badges=badges))
        if number:
            label = "" if chance.random() < 0.7 else "条件成立 · 30%"
            edges.append(DEdge(f"n{number - 1}", f"n{number}", label, handoff=chance.random() < 0.2))
        if chance.random() < 0.3 and number + 2 < count:
            further = min(count - 1, number + chance.randint(2, 6))
            edges.append(DEdge(f"n{number}", f"n{further}", "otherwise", EdgeKind.BRANCH))
        if chance.random() < 0.1 and number:
            edges.append(
                DEdge(f"n{number}", f"n{max(0, number - chance.randint(1, 6))}", "rework", EdgeKind.BACK)
            )
    titled = tuple(Lane(f"l{number}", f"岗位 {number}", f"部门 {number // 3}") for number in range(lanes))
    direction = Direction.RIGHT if lanes else Direction.DOWN
    return Diagram("By chance", tuple(nodes), tuple(edges), titled, direction=direction)


@st.composite
def diagrams(draw: st.DrawFn) -> Diagram:
    """Return any diagram: edges wherever, texts of any length, lanes or none."""
    count, lanes = draw(st.integers(1, 9)), draw(st.integers(0, 4))
    numbers = st.integers(0, count - 1)
    nodes = tuple(
        DNode(
            f"n{number}",
            draw(st.sampled_from(_NAMES)),
            draw(st.sampled_from(list(Shape))),
            f"l{draw(st.integers(0, lanes - 1))}" if lanes else None,
            draw(st.sampled_from(["", str(number + 1)])),
            draw(st.sampled_from(["", "客服专员"])),
            tuple(
                Badge(kind, draw(st.sampled_from(["", "15m"])))
                for kind in draw(st.sets(st.sampled_from(BadgeKind)))
            ),
        )
        for number in range(count)
    )
    edge = st.builds(
        lambda source, target, label, kind, handoff, note: DEdge(
            f"n{source}", f"n{target}", label, kind, handoff=handoff, note=note
        ),
        numbers,
        numbers,
        st.sampled_from(_LABELS),
        st.sampled_from(EdgeKind),
        st.booleans(),
        st.sampled_from(["", "工单 · 15m"]),
    )
    titled = tuple(
        Lane(
            f"l{number}", draw(st.sampled_from(["Desk", "岗" * 30])), draw(st.sampled_from(["", "A", "部门"]))
        )
        for number in range(lanes)
    )
    direction = draw(st.sampled_from(Direction))
    return Diagram("Any", nodes, tuple(draw(st.lists(edge, max_size=14))), titled, direction=direction)
