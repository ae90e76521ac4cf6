"""A run that goes round in circles with no way out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.structure.telling import told_run, told_steps
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.graph import ProcessGraph
    from svcflow.graph.problems import Endless
    from svcflow.i18n import Message

__all__ = ["NeverEnds"]

_SHOWN = 5
"""How many of the steps that are never reached are pointed at."""


class NeverEnds(ProcessRule):
    """The process comes to steps that lead back to each other for ever, with no way out.

    A loop is fine as long as some branch leaves it. Here none does, so that no run which has come there ever ends.

    Why: The case is never closed, the customer never gets an answer, and no SLA can be kept.

    Fix: Add a branch that leaves the loop when the work is good, and a limit to how many times it is gone round.
    """

    code = "F204"
    name = "never-ends"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: repair
        name: Repair of a phone
        steps:
          - {id: receive, name: Receive the phone}
          - {id: repair, name: Repair it}  #!
          - {id: test, name: Test it, next: repair}
    """
    good = """
        process: repair
        name: Repair of a phone
        steps:
          - {id: receive, name: Receive the phone}
          - {id: repair, name: Repair it}
          - id: test
            name: Test it
            next:
              - {when: the fault is still there, to: repair, limit: 2}
              - otherwise: return
          - {id: return, name: Return it}
    """
    near = (
        """
        process: 维修
        name: 手机维修
        steps:
          - {id: 维修, name: 维修}
          - id: 检测
            name: 检测
            exceptions:
              - {when: 三次检测未通过, goto: end}
            next: 维修
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each part of the process that cannot be left."""
        graph = context.graph
        if not graph.is_whole:
            return
        for endless in graph.soundness.endless:
            circle = _circle(graph, endless)
            said = told_steps(context, [*circle, circle[0]])
            if endless.run:
                run = told_run(context, endless.run)
                message = msg("the process never ends: {run} → {circle} → …", run=run, circle=said)
            else:
                message = msg("the process never ends: {circle} → …", circle=said)
            related = [(_route_back(graph, circle), msg("this leads back, and nothing leads out"))]
            yield Problem(
                ("steps", graph.nodes[circle[0]].index, "name"),
                message,
                msg("add a branch that leaves the loop"),
                related=(*related, *_never_reached(context, endless)),
            )


def _circle(graph: ProcessGraph, endless: Endless) -> list[str]:
    """Return steps that follow each other in a circle, from where the run comes into it."""
    first = next(
        (arc.target for arc in reversed(endless.run[-1].arcs) if arc.target in endless.nodes), None
    ) if endless.run else None  # fmt: skip
    step = first or min(endless.nodes, key=lambda id: graph.nodes[id].index)
    way: list[str] = []
    while step not in way:
        way.append(step)
        step = next((one for one in graph.successors[step] if one in endless.nodes), way[0])
    return way[way.index(step) :]


def _route_back(graph: ProcessGraph, circle: list[str]) -> Route:
    flows = graph.flows_between(circle[-1], circle[0])
    return flows[0].route if flows else ("steps", graph.nodes[circle[-1]].index, "name")


def _never_reached(context: ProcessContext, endless: Endless) -> Iterator[tuple[Route, Message]]:
    nodes = context.graph.nodes
    groups = context.graph.soundness.dead_steps
    dead = [nodes[id].index for group in groups if group.because == endless for id in group.nodes]
    for index in sorted(dead)[:_SHOWN]:
        yield ("steps", index, "name"), msg("so that this step is never reached")
