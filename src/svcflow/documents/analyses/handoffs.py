"""Who hands over to whom: a matrix of roles and one of departments, with what is agreed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from svcflow.documents.outline import Block, Paragraph, Section, Table
from svcflow.documents.sections import handoffs as agreed_handoffs
from svcflow.documents.sop_context import SopContext
from svcflow.graph.handoffs import DerivedHandoff

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the handoffs between roles and between departments; the certain ones only."""
    handoffs = [handoff for handoff in sop.context.graph.handoffs if handoff.certain]
    if not handoffs:
        return None
    t = sop.t
    agreed = sum(handoff.agreement is not None for handoff in handoffs)
    blocks: list[Block] = [
        Paragraph(t("{count} handoffs, {agreed} of them agreed").format(count=len(handoffs), agreed=agreed)),
        _matrix(sop, handoffs, t("From role, to role"), sop.roles),
    ]
    departments = _matrix(
        sop, handoffs, t("From department, to department"), lambda ids: _departments(sop, ids)
    )
    if len(departments.headers) > 2:
        blocks.append(departments)
    each = agreed_handoffs.section(sop)
    if each is not None:
        blocks += each.blocks
    return Section("handoffs", t("Handoff matrix"), tuple(blocks))


def _departments(sop: SopContext, roles: frozenset[str]) -> str:
    return sop.listed(dict.fromkeys(sop.department(role) or sop.role(role) for role in sorted(roles)))


def _matrix(
    sop: SopContext, handoffs: list[DerivedHandoff], corner: str, name: Callable[[frozenset[str]], str]
) -> Table:
    """Return how often each side hands over to each other one; a star marks handoffs that are not agreed."""
    counted: Counter[tuple[str, str]] = Counter()
    open_: set[tuple[str, str]] = set()
    for handoff in handoffs:
        pair = (name(handoff.giver), name(handoff.taker))
        counted[pair] += 1
        if handoff.agreement is None and not _with_customer(sop, handoff):
            open_.add(pair)
    sides = list(dict.fromkeys(side for pair in counted for side in pair))
    rows = tuple(
        (giver, *(_cell(counted[giver, taker], (giver, taker) in open_) for taker in sides))
        for giver in sides
    )
    return Table((corner, *sides), rows)


def _with_customer(sop: SopContext, handoff: DerivedHandoff) -> bool:
    return any(sop.context.is_customer(role) for role in handoff.giver | handoff.taker)


def _cell(count: int, is_open: bool) -> str:
    return f"{count}{' *' if is_open else ''}" if count else ""
