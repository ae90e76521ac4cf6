"""The rows of a service blueprint: which there are, and in which each step stands."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from svcflow.model.vocabulary import Automation, RoleKind
from svcflow.model.vocabulary import Line as RoleLine
from svcflow.views.acting import AUTOMATIC, NOBODY, acting_roles
from svcflow.views.diagram import Border, BorderKind, Lane, Line

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Translator
    from svcflow.model.step import Step

__all__ = ["Row", "lanes", "rows_of_steps"]


class Row(StrEnum):
    """The rows, from the top; the values are the ids of the lanes."""

    EVIDENCE = "evidence"
    CUSTOMER = "customer"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    SUPPORT = "support"


def lanes(t: Translator) -> tuple[Lane, ...]:
    """Return the rows as lanes, with the lines between them; all are there, also those in which nothing stands."""
    return (
        Lane(Row.EVIDENCE, _heading(t.term("physical evidence"))),
        _lane(
            Row.CUSTOMER, t.term("customer actions"), BorderKind.INTERACTION, t.term("line of interaction")
        ),
        _lane(Row.FRONTSTAGE, t.term("frontstage"), BorderKind.VISIBILITY, t.term("line of visibility")),
        _lane(
            Row.BACKSTAGE, t.term("backstage"), BorderKind.INTERNAL, t.term("line of internal interaction")
        ),
        Lane(Row.SUPPORT, _heading(t.term("support process")), line=Line.SUPPORT),
    )


def _lane(row: Row, title: str, kind: BorderKind, name: str) -> Lane:
    return Lane(row, _heading(title), line=Line(row.value), below=Border(kind, _heading(name)))


def _heading(text: str) -> str:
    return text[:1].upper() + text[1:]


def rows_of_steps(context: ProcessContext) -> dict[str, Row]:
    """Return the row of each step: that of the role that acts.

    A role without a ``line`` stands by what it is: a system supports; who meets the customer, or goes before or after
    them, is frontstage; all others are backstage. Work that names no role is the organisation's, never the customer's:
    it stands where its touchpoint, or the lack of one, says.
    """
    roles = acting_roles(context)
    facing = _facing_customers(context, roles)
    nodes = context.graph.nodes
    return {
        id: _row(context, role, facing) if role not in (AUTOMATIC, NOBODY) else _row_of_nobody(nodes[id].step)
        for id, role in roles.items()
    }


def _row_of_nobody(step: Step) -> Row:
    if step.touchpoint:
        return Row.FRONTSTAGE
    return Row.SUPPORT if step.automation is Automation.AUTOMATIC else Row.BACKSTAGE


def _row(context: ProcessContext, role: str, facing: frozenset[str]) -> Row:
    line = context.line(role)
    if line is not None:
        return Row(line.value)
    found = context.role(role)
    if found is not None and found.kind is RoleKind.SYSTEM:
        return Row.SUPPORT
    return Row.FRONTSTAGE if role in facing else Row.BACKSTAGE


def _facing_customers(context: ProcessContext, roles: dict[str, str]) -> frozenset[str]:
    """Return the roles that meet customers: in a touchpoint, or right before or after what a customer does."""
    nodes, served = (
        context.graph.nodes,
        {id for id, role in roles.items() if context.line(role) is RoleLine.CUSTOMER},
    )
    found = {roles[id] for id, node in nodes.items() if node.step.touchpoint}
    for id in served:
        found.update(roles[other] for other in context.graph.successors[id])
        found.update(roles[flow.source] for flow in context.graph.incoming[id])
    return frozenset(found)
