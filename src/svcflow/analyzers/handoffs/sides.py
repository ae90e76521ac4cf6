"""The two sides of a handoff: which departments they are, and how often the work changes between departments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from svcflow.graph.algorithms import postorder
from svcflow.model.vocabulary import Line, RoleKind

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph.elements import Node
    from svcflow.graph.handoffs import DerivedHandoff

__all__ = ["Changes", "changes_of_side", "crosses_departments", "departments", "is_internal", "side"]

Side = frozenset[str]


def side(context: ProcessContext, roles: frozenset[str]) -> str:
    """Return how a side is called in a message: its roles, and their departments."""
    said = []
    for role in sorted(roles):
        name, department = context.role_name(role), context.department(role)
        said.append(f"{name} ({department})" if department else name)
    return " / ".join(said)


def departments(context: ProcessContext, roles: frozenset[str]) -> Side:
    """Return the departments of the people among roles; a person without a department is one of its own."""
    found = set()
    for id in roles:
        role = context.role(id)
        if role is None or (role.kind is RoleKind.PERSON and role.line is not Line.CUSTOMER):
            found.add(context.department(id) or id)
    return frozenset(found)


def is_internal(context: ProcessContext, handoff: DerivedHandoff) -> bool:
    """Tell whether a handoff is between people of the organisation."""
    return bool(departments(context, handoff.giver) and departments(context, handoff.taker))


def crosses_departments(context: ProcessContext, handoff: DerivedHandoff) -> bool:
    """Tell whether no department is on both sides of a handoff."""
    return departments(context, handoff.giver).isdisjoint(departments(context, handoff.taker))


class Changes(NamedTuple):
    """How often the side has changed on some way to a step: in all, and in a row between the same two sides."""

    total: int
    row: int


class _State(NamedTuple):
    """On which side the work is, and which two sides it went between last."""

    side: Side
    pair: frozenset[str]


def changes_of_side(
    context: ProcessContext, side_of: Callable[[Node], Side]
) -> Mapping[str, Mapping[Side, Changes]]:
    """Return, for each step that is on some side, the most changes on the ways to it, by the side before it.

    ``side_of`` gives the side of a step, empty where it is on none and the side stays as it was. Ways back are left
    out, so every way is finite; steps that only a way back leads to are not there.
    """
    graph = context.graph
    states: dict[str, dict[_State, Changes]] = {id: {} for id in graph.nodes}
    found: dict[str, dict[Side, Changes]] = {}
    states[graph.start][_State(side_of(graph.nodes[graph.start]), frozenset())] = Changes(0, 0)
    for id in reversed(postorder(graph.successors, graph.start)):
        for flow in graph.outgoing[id]:
            if flow.target is None or flow.index in graph.back_flows:
                continue
            new = side_of(graph.nodes[flow.target])
            for state, changes in states[id].items():
                _arrive(states[flow.target], state, changes, new)
                if new and state.side and state.side.isdisjoint(new):
                    arrived = _changed(state, changes, new)
                    known = found.setdefault(flow.target, {}).get(state.side, arrived)
                    found[flow.target][state.side] = Changes(*map(max, zip(known, arrived, strict=True)))
    return found


def _changed(state: _State, changes: Changes, new: Side) -> Changes:
    return Changes(changes.total + 1, changes.row + 1 if state.pair == state.side | new else 1)


def _arrive(states: dict[_State, Changes], state: _State, changes: Changes, new: Side) -> None:
    if not new:
        arrived, then = state, changes
    elif not state.side or not state.side.isdisjoint(new):
        arrived, then = _State(new, state.pair), changes
    else:
        arrived, then = _State(new, state.side | new), _changed(state, changes, new)
    known = states.get(arrived, then)
    states[arrived] = Changes(max(known.total, then.total), max(known.row, then.row))
