from __future__ import annotations

from svcflow.i18n import translator
from svcflow.views.diagram import Badge, BadgeKind, DEdge, DNode, EdgeKind, Shape
from svcflow.views.legend import legend


def test_only_what_is_used_is_explained() -> None:
    t = translator("en")
    assert legend([DNode("a", "A")], [DEdge("a", "a")], t) == ()
    nodes = [DNode("a", "A", Shape.WAIT, badges=(Badge(BadgeKind.EXCEPTION),))]
    edges = [DEdge("a", "a", kind=EdgeKind.BACK, handoff=True)]
    assert [entry.sign for entry in legend(nodes, edges, t)] == [
        Shape.WAIT,
        BadgeKind.EXCEPTION,
        "handoff",
        EdgeKind.BACK,
    ]


def test_a_badge_and_an_edge_of_the_same_name_are_two_things() -> None:
    edges = [DEdge("a", "a", kind=EdgeKind.EXCEPTION)]
    (entry,) = legend([DNode("a", "A")], edges, translator("en"))
    assert entry.sign is EdgeKind.EXCEPTION


def test_terms_are_those_of_the_field() -> None:
    nodes = [DNode("a", "A", badges=(Badge(BadgeKind.SLA, "1m"), Badge(BadgeKind.MOMENT_OF_TRUTH)))]
    said = [entry.text for entry in legend(nodes, [], translator("zh-Hant"))]
    assert said == ["服務水準協議", "關鍵時刻"]
