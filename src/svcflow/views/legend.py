"""The legend of a picture: what its signs mean, and only those that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from svcflow.views.diagram import BadgeKind, DEdge, DNode, EdgeKind, LegendEntry, Shape

if TYPE_CHECKING:
    from svcflow.i18n import Translator

__all__ = ["HANDOFF", "legend"]

HANDOFF = "handoff"


def legend(nodes: Sequence[DNode], edges: Sequence[DEdge], t: Translator) -> tuple[LegendEntry, ...]:
    """Return the entries for the signs that the nodes and edges use, always in the same order."""
    shapes = {node.shape for node in nodes}
    badges = {badge.kind for node in nodes for badge in node.badges}
    kinds = {edge.kind for edge in edges}
    entries = (
        (Shape.DECISION in shapes, Shape.DECISION, t("decision")),
        (Shape.PARALLEL in shapes, Shape.PARALLEL, t("all at the same time")),
        (Shape.INCLUSIVE in shapes, Shape.INCLUSIVE, t("every branch that applies")),
        (Shape.WAIT in shapes, Shape.WAIT, t("wait")),
        (Shape.CALL in shapes, Shape.CALL, t("another process")),
        (BadgeKind.SLA in badges, BadgeKind.SLA, t.term("service level agreement")),
        (BadgeKind.MOMENT_OF_TRUTH in badges, BadgeKind.MOMENT_OF_TRUTH, t.term("moment of truth")),
        (BadgeKind.EMOTION in badges, BadgeKind.EMOTION, t("how the customer feels, −3 to +3")),
        (BadgeKind.WAIT_POINT in badges, BadgeKind.WAIT_POINT, t.term("waiting time")),
        (BadgeKind.WORK in badges, BadgeKind.WORK, t("hands-on time")),
        (BadgeKind.FAIL_POINT in badges, BadgeKind.FAIL_POINT, t("fail point")),
        (BadgeKind.EXCEPTION in badges, BadgeKind.EXCEPTION, t("has exceptions")),
        (any(edge.handoff for edge in edges), HANDOFF, t.term("handoff")),
        (EdgeKind.CONTACT in kinds, EdgeKind.CONTACT, t.term("touchpoint")),
        (Shape.SYSTEM in shapes, Shape.SYSTEM, t("system or tool")),
        (EdgeKind.BACK in kinds, EdgeKind.BACK, t.term("rework")),
        (EdgeKind.EXCEPTION in kinds, EdgeKind.EXCEPTION, t.term("exception handling")),
    )
    return tuple(LegendEntry(sign, text) for used, sign, text in entries if used)
