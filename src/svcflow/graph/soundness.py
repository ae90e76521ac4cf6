"""Soundness of a net: every run can end, nothing is left behind, no step runs twice at once, every step can run.

The property is that of workflow nets (W. M. P. van der Aalst, "The Application of Petri Nets to Workflow Management",
Journal of Circuits, Systems and Computers 8, 1998), with the implicit end of BPMN: a run is complete when no token is
left. A net of choices alone needs two graph searches. Any other is reduced first; what does not shrink to a single
block is explored, up to a limit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.graph.algorithms import components, reachable, reverse
from svcflow.graph.assembly import build
from svcflow.graph.diagnosis import diagnose
from svcflow.graph.net import Arc, Join, Net, Split, outgoing, successors
from svcflow.graph.problems import (
    Deadlock,
    DeadSteps,
    Endless,
    Firing,
    Run,
    RunsTwice,
    Soundness,
    Waiting,
)
from svcflow.graph.reduction import Reducer, is_sound_block
from svcflow.graph.relaxation import relax

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "LIMIT",
    "DeadSteps",
    "Deadlock",
    "Endless",
    "Firing",
    "Run",
    "RunsTwice",
    "Soundness",
    "Waiting",
    "check",
]

LIMIT = 20_000
"""How many markings are explored before the answer is "not decided"."""


def check(net: Net, limit: int = LIMIT) -> Soundness:
    """Decide whether a net is sound; see `Soundness` for what comes back.

    ``limit`` bounds the markings that are visited, in each of at most two searches.
    """
    out = outgoing(net)
    graph = successors(out)
    inside = reachable(graph, [net.start])
    unreachable = frozenset(net.nodes.keys() - inside)
    if all(_is_plain(net, name) for name in inside):
        return Soundness(
            True, len(inside), unreachable, endless=_endless_choices(out, graph, inside, net.start)
        )
    system = build(net, out, inside)
    Reducer(system).reduce()
    if is_sound_block(system) or _is_sound_relaxed(net, out, graph, inside):
        return Soundness(True, 1, unreachable)
    system = build(net, out, inside)
    Reducer(system, faithful=True).reduce()
    return diagnose(net, system, graph, unreachable, limit)


def _is_plain(net: Net, name: str) -> bool:
    node = net.nodes[name]
    return node.split is Split.EXCLUSIVE and node.join is Join.EXCLUSIVE


def _is_sound_relaxed(
    net: Net, out: Mapping[str, Sequence[Arc]], graph: dict[str, list[str]], inside: set[str]
) -> bool:
    system = build(net, out, inside)
    relax(system, graph)
    return is_sound_block(system)


def _endless_choices(
    out: Mapping[str, Sequence[Arc]], graph: Mapping[str, Sequence[str]], inside: set[str], start: str
) -> tuple[Endless, ...]:
    """Find the traps of a net with a single token: parts that no arc leaves."""
    ends = [name for name in inside if not out[name] or any(arc.target is None for arc in out[name])]
    ending = reachable(reverse(graph), ends)
    lost = inside - ending
    if not lost:
        return ()
    came_by = _nearest(out, start)
    found = []
    for part in components({name: graph[name] for name in graph if name in lost}):
        members = frozenset(part)
        if all(follower in members for name in part for follower in graph[name]):
            run = min((_way_to(name, came_by) for name in part), key=len)
            found.append(Endless(run, members))
    return tuple(sorted(found, key=lambda endless: len(endless.run)))


def _nearest(out: Mapping[str, Sequence[Arc]], start: str) -> dict[str, Arc | None]:
    """Give for each node the arc by which it is reached first, in a search breadth first."""
    came_by: dict[str, Arc | None] = {start: None}
    for name in (queue := [start]):
        for arc in out[name]:
            if arc.target is not None and arc.target not in came_by:
                came_by[arc.target] = arc
                queue.append(arc.target)
    return came_by


def _way_to(name: str, came_by: Mapping[str, Arc | None]) -> Run:
    run = []
    arc = came_by[name]
    while arc is not None:
        run.append(Firing(arc.source, (arc,)))
        arc = came_by[arc.source]
    return tuple(reversed(run))
