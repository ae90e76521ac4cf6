"""The two sides of a handoff: which departments they are, and how often the work changes between departments."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from svcflow.graph.elements import FlowKind
from svcflow.i18n import msg
from svcflow.model.vocabulary import Line, RoleKind

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph.elements import Node
    from svcflow.graph.handoffs import DerivedHandoff
    from svcflow.i18n import Message

__all__ = [
    "Changes",
    "after_customer",
    "changes_of_department",
    "changes_of_side",
    "crosses_departments",
    "departments",
    "is_internal",
    "side",
    "way_text",
]

K = TypeVar("K", bound=Hashable)
Side = frozenset[str]
_GONE_WRONG = {FlowKind.EXCEPTION, FlowKind.TIMEOUT}


def side(context: ProcessContext, roles: frozenset[str]) -> Message:
    """Return how a side is called in a message: its roles, and their departments."""
    first, *others = (_called(context, role) for role in sorted(roles))
    for other in others:
        first = msg("{first} / {second}", first=first, second=other)
    return first


def _called(context: ProcessContext, role: str) -> Message:
    name, department = context.role_name(role), context.department(role)
    if department is None:
        return msg("{name}", name=name)
    return msg("{role} ({department})", role=name, department=department)


def departments(context: ProcessContext, roles: frozenset[str]) -> Side:
    """Return the departments among roles; a role without a department is one of its own.

    Customers, systems and roles that nobody defined belong to no side; partners do.
    """
    found = set()
    for id in roles:
        role = context.role(id)
        if role and role.kind is not RoleKind.SYSTEM and role.line is not Line.CUSTOMER:
            found.add(context.department(id) or context.role_name(id))
    return frozenset(found)


def is_internal(context: ProcessContext, handoff: DerivedHandoff) -> bool:
    """Tell whether a handoff is between people of the organisation and its partners."""
    return bool(departments(context, handoff.giver) and departments(context, handoff.taker))


def crosses_departments(context: ProcessContext, handoff: DerivedHandoff) -> bool:
    """Tell whether no department is on both sides of a handoff."""
    return departments(context, handoff.giver).isdisjoint(departments(context, handoff.taker))


@lru_cache(maxsize=1)
def after_customer(context: ProcessContext) -> frozenset[str]:
    """Return the steps that take over what a customer did, steps without a role between or not.

    What follows when the customer did not do it, by an exception or when a wait is over, does not count.
    """
    nodes = context.graph.nodes
    return frozenset(
        handoff.target
        for handoff in context.graph.handoffs
        if context.by_customer(nodes[handoff.source].step)
        and not any(flow.kind in _GONE_WRONG for flow in handoff.flows)
    )


def way_text(way: tuple[Side, ...]) -> str:
    """Return a way from side to side as people read it: "Counter → Planning → Counter"."""
    return " → ".join(" / ".join(sorted(one)) for one in way)


@lru_cache(maxsize=1)
def changes_of_department(context: ProcessContext) -> Mapping[str, Mapping[Side, Changes]]:
    """Return the changes between departments, as `changes_of_side` does."""
    sides = {roles: departments(context, roles) for roles in {n.roles for n in context.graph.nodes.values()}}
    return changes_of_side(context, lambda node: sides[node.roles])


class Changes(NamedTuple):
    """How often the side changes on ways to a step.

    ``way`` are the sides in turn on the way with the most of them, the step's own last. ``row`` is the most changes in
    a row between the same two sides.
    """

    way: tuple[Side, ...]
    row: int


class _State(NamedTuple):
    """On which side the work is, and which two sides it went between last."""

    side: Side
    pair: frozenset[str]


def changes_of_side(
    context: ProcessContext, side_of: Callable[[Node], Side]
) -> Mapping[str, Mapping[Side, Changes]]:
    """Return, for each step with which the side changes on some way, the changes until then, by the side before it.

    ``side_of`` gives the side of a step, empty where it is on none and the side stays as it was. Ways back are left
    out, so every way is finite.
    """
    graph = context.graph
    side = {id: side_of(graph.nodes[id]) for id in graph.order}
    if len(set(side.values()) - {frozenset()}) < 2:
        return {}
    first = side[graph.start]
    states: dict[str, dict[_State, Changes]] = {graph.start: {_State(first, frozenset()): _begun(first)}}
    found: dict[str, dict[Side, Changes]] = {}
    for id in graph.order:
        for target in graph.forward[id]:
            new = side[target]
            arrived = states.setdefault(target, {})
            for before, state, changes in _moved(states[id], new):
                _keep(arrived, state, changes)
                if before:
                    _keep(found.setdefault(target, {}), before, changes)
    return found


def _moved(states: Mapping[_State, Changes], new: Side) -> Iterator[tuple[Side, _State, Changes]]:
    """Yield what becomes of each state at a step of a side, and the side before it where it changes."""
    for state, changes in states.items():
        if not new:
            yield new, state, changes
        elif not state.side:
            yield frozenset(), _State(new, state.pair), _begun(new)
        elif not state.side.isdisjoint(new):
            yield frozenset(), _State(new, state.pair), changes
        else:
            pair = state.side | new
            row = changes.row + 1 if state.pair == pair else 1
            yield state.side, _State(new, pair), Changes((*changes.way, new), row)


def _begun(side: Side) -> Changes:
    return Changes((side,) if side else (), 0)


def _keep(kept: dict[K, Changes], key: K, changes: Changes) -> None:
    """Keep the most of what is known and what is new."""
    known = kept.get(key, changes)
    kept[key] = Changes(max(known.way, changes.way, key=len), max(known.row, changes.row))
