"""Processes that call each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, WorkspaceRule
from svcflow.finding import Place, Severity
from svcflow.graph.algorithms import components
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import WorkspaceContext
    from svcflow.load.summary import ProcessSummary

__all__ = ["CallCycle"]


class CallCycle(WorkspaceRule):
    """A process calls itself, directly or through the processes that it calls.

    `kind: call` starts another process and goes on when that one has ended. Where the calls lead back, the first
    process waits for the second, which waits for the first.

    Why: A case can be passed on for ever, each side in the belief that the other one is at work. No time and no
    responsible person can be told for such a process.

    Fix: Cut the circle where a process only wants to tell the other one something, with a handoff, or put the steps
    that both need into a third process which calls neither.
    """

    code = "F106"
    name = "call-cycle"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: complaint
        name: Complaint
        steps:
          - {id: receive, name: Take the complaint}
          - id: incident
            name: Handle it as an incident
            kind: call
            process: incident  #!
        ---
        process: incident
        name: Incident
        steps:
          - {id: secure, name: Secure the evidence}
          - id: complain
            name: Hear the customer
            kind: call
            process: complaint  #!
        ---
        process: repair
        name: Repair
        steps:
          - {id: repair, name: Repair}
          - id: again
            name: Repair again if need be
            kind: call
            process: repair  #!
    """
    good = """
        process: complaint
        name: Complaint
        steps:
          - {id: receive, name: Take the complaint}
          - {id: incident, name: Handle it as an incident, kind: call, process: incident}
        ---
        process: incident
        name: Incident
        steps:
          - {id: secure, name: Secure the evidence}
          - {id: pay, name: Pay the compensation, kind: call, process: payout}
        ---
        process: payout
        name: Payment to a customer
        steps:
          - {id: pay, name: Pay}
    """
    near = (
        """
        process: 报修
        name: 报修
        steps:
          - {id: 派单, name: 派单, kind: call, process: 派单}
          - {id: 回访, name: 回访, kind: call, process: 回访}
        ---
        process: 派单
        name: 派单
        steps:
          - {id: 通知, name: 通知客户, kind: call, process: 回访}
        ---
        process: 回访
        name: 回访
        steps:
          - {id: 致电, name: 致电客户}
        """,
    )

    def check(self, context: WorkspaceContext) -> Iterator[Problem]:
        """Yield, for each process of a circle, its first call that leads on in the circle."""
        processes = context.by_id()
        calls = {
            id: [call.process for call in process.calls if call.process in processes]
            for id, process in processes.items()
        }
        for circle in components(calls):
            members = set(circle)
            for id in circle:
                following = next((called for called in calls[id] if called in members), None)
                if following is not None:
                    yield _problem(processes, _way_back(calls, id, following))


def _way_back(calls: Mapping[str, Sequence[str]], start: str, following: str) -> list[str]:
    """Return the shortest circle of calls from a process through the one it calls, the start at both ends."""
    came_by = {following: start}
    for id in (queue := [following]):
        for called in calls[id]:
            if called not in came_by:
                came_by[called] = id
                queue.append(called)
    way = [start]
    while len(way) == 1 or way[-1] != start:
        way.append(came_by[way[-1]])
    return way[::-1]


def _problem(processes: Mapping[str, ProcessSummary], way: list[str]) -> Problem:
    routes = [
        (
            processes[caller].path,
            next(call.route for call in processes[caller].calls if call.process == called),
        )
        for caller, called in pairwise(way)
    ]
    (path, route), *others = routes
    return Problem(
        route,
        msg(
            "the processes call each other in a circle: {way}",
            way=" → ".join(processes[id].name for id in way),
        )
        if others
        else msg("the process calls itself"),
        msg("cut the circle: a process that is called must not need the one that called it"),
        related=tuple((Place(where, at), msg("and this calls the next one")) for where, at in others),
        path=path,
    )
