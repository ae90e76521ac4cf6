from __future__ import annotations

from svcflow.views.diagram import BadgeKind, DEdge, Diagram, Direction, EdgeKind, Shape
from svcflow.views.flowchart import flowchart
from svcflow.views.layout import arrange
from svcflow.views.layout.check import faults


def edges(diagram: Diagram) -> dict[tuple[str, str], DEdge]:
    return {(edge.source, edge.target): edge for edge in diagram.edges}


def test_start_steps_and_end(process) -> None:
    diagram = flowchart(process({"id": "a", "role": "clerk"}, {"id": "b"}, trigger="The customer calls"))
    assert [(node.id, node.label, node.shape) for node in diagram.nodes] == [
        (":start", "The customer calls", Shape.START),
        ("a", "A", Shape.TASK),
        ("b", "B", Shape.TASK),
        (":end", "End", Shape.END),
    ]
    assert list(edges(diagram)) == [(":start", "a"), ("a", "b"), ("b", ":end")]
    assert [node.number for node in diagram.nodes] == ["", "1", "2", ""]
    assert diagram.nodes[1].caption == "clerk"
    assert diagram.direction is Direction.DOWN
    assert not diagram.lanes


def test_a_task_that_chooses_gets_a_diamond(process) -> None:
    branches = [{"when": "big", "to": "c", "share": "8%", "limit": 2}, {"otherwise": "b"}]
    diagram = flowchart(process({"id": "a", "next": branches}, {"id": "b"}, {"id": "c"}))
    assert diagram.index[":choice:a"].shape is Shape.DECISION
    found = edges(diagram)
    assert found["a", ":choice:a"].label == ""
    assert found[":choice:a", "c"].label == "big\u00a0· 8%\u00a0· max. 2×"
    assert found[":choice:a", "b"].label == "otherwise"
    assert found[":choice:a", "c"].kind is EdgeKind.BRANCH


def test_a_decision_is_its_own_diamond(process) -> None:
    branches = [{"when": "big", "to": "c"}, {"otherwise": "b"}]
    diagram = flowchart(process({"id": "a", "kind": "decision", "next": branches}, {"id": "b"}, {"id": "c"}))
    assert diagram.index["a"].shape is Shape.DECISION
    assert ":choice:a" not in diagram.index


def test_parallel_ways_meet_in_a_diamond(process) -> None:
    diagram = flowchart(
        process(
            {"id": "a", "kind": "parallel", "next": ["b", "c"]},
            {"id": "b", "next": "d"},
            {"id": "c", "next": "d"},
            {"id": "d", "join": "all"},
        )
    )
    assert diagram.index[":join:d"].shape is Shape.PARALLEL
    assert {("b", ":join:d"), ("c", ":join:d"), (":join:d", "d")} <= set(edges(diagram))


def test_loops_exceptions_and_waits(process) -> None:
    diagram = flowchart(
        process(
            {"id": "a", "exceptions": [{"when": "no answer", "after": "2h", "goto": "c"}]},
            {
                "id": "b",
                "kind": "wait",
                "until": [{"event": "paid", "to": "c"}],
                "at_most": {"time": "3d", "to": "a"},
            },
            {"id": "c"},
        )
    )
    found = edges(diagram)
    assert found["a", "c"].kind is EdgeKind.EXCEPTION
    assert found["a", "c"].label == "no answer, after 2 h"
    assert found["b", "c"].label == "paid"
    assert found["b", "a"].label == "after 3 days"
    assert found["b", "a"].kind is EdgeKind.BACK
    assert diagram.index["b"].shape is Shape.WAIT


def test_badges_say_what_matters(process) -> None:
    step = {
        "id": "a",
        "role": "clerk",
        "sla": {"response": "1m", "completion": "10m"},
        "touchpoint": {"channel": "phone", "moment_of_truth": True},
        "exceptions": [{"when": "the line is dead"}],
    }
    (node,) = [node for node in flowchart(process(step)).nodes if node.id == "a"]
    assert [(badge.kind, badge.text) for badge in node.badges] == [
        (BadgeKind.MOMENT_OF_TRUTH, ""),
        (BadgeKind.EXCEPTION, ""),
        (BadgeKind.SLA, "10m"),
    ]
    assert node.tooltip == "1 A\nclerk\ntaken up within 1 min\ndone within 10 min\nthe line is dead"


def test_ends_have_names_and_unknown_targets_are_seen(process) -> None:
    branches = [{"when": "yes", "to": "won"}, {"otherwise": "nowhere"}]
    diagram = flowchart(process({"id": "a", "next": branches}, {"id": "won", "kind": "end"}))
    assert diagram.index["won"].shape is Shape.END
    assert diagram.index[":unknown:nowhere"].label == "nowhere ?"
    assert ":end" not in diagram.index


def test_a_step_that_nothing_reaches_is_marked(process) -> None:
    diagram = flowchart(process({"id": "a", "next": "end"}, {"id": "b"}))
    assert diagram.index["b"].marks == ("unreachable",)
    assert faults(arrange(diagram)) == []


def test_the_title_block_and_the_legend(process) -> None:
    context = process(
        {"id": "a", "role": "clerk", "sla": "10m"},
        {"id": "b", "role": "boss"},
        version="1.2.0", status="draft", owner="boss", number="SOP-1", sla="3bd", purpose="Why",
    )  # fmt: skip
    diagram = flowchart(context)
    assert diagram.facts == (
        "SOP-1",
        "Version 1.2.0",
        "Draft",
        "Owner: boss",
        "Resolved within 3 business days",
    )
    assert diagram.subtitle == "Why"
    assert [entry.text for entry in diagram.legend] == ["service level agreement", "handoff"]


def test_in_another_language(process) -> None:
    names = {"en": "Receive", "zh-Hans": "受理", "zh-Hant": "受理案件"}
    context = process(
        {"id": "a", "name": names, "sla": "15m", "exceptions": [{"when": "x"}]}, version="1.0.0"
    )
    for language, name, fact, entry in (
        ("zh-Hans", "受理", "版本 1.0.0", "有异常处理"),
        ("zh-Hant", "受理案件", "版本 1.0.0", "有例外處理"),
        ("en", "Receive", "Version 1.0.0", "has exceptions"),
    ):
        diagram = flowchart(context, language)
        assert diagram.index["a"].label == name
        assert diagram.facts == (fact,)
        assert diagram.legend[-1].text == entry
        assert diagram.language == language


def test_badges_are_short_in_every_language(process) -> None:
    context = process({"id": "a", "sla": "2bd"})
    assert [
        flowchart(context, language).index["a"].badges[0].text for language in ("en", "zh-Hans", "zh-Hant")
    ] == [
        "2bd",
        "2 个工作日",
        "2 個工作天",
    ]
