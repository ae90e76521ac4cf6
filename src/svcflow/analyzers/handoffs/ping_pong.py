"""The work goes back and forth between the same two departments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from svcflow.analyzers import rule
from svcflow.analyzers.handoffs.sides import changes_of_department, departments, way_text
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["PingPong"]


class PingPong(ProcessRule):
    """The work goes back and forth between the same two departments.

    On one way through the process, without loops, it changes `times` times in a row between the same two sides
    (default 3).

    Why: Each change costs waiting time and loses knowledge. What goes there and back and there again could mostly
    be done on one side at once, or together at one table.

    Fix: Do on each side all that it can do before handing over, or give the other side the right to finish.
    """

    code = "H301"
    name = "ping-pong"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: permit
        name: Building permit
        roles:
          counter: {name: Counter clerk, department: Citizens' office}
          planner: {name: Planner, department: Planning}
        steps:
          - {id: receive, name: Receive the application, role: counter}
          - {id: check, name: Check the plans, role: planner}
          - {id: ask, name: Ask for the fee, role: counter}
          - {id: decide, name: Decide on the permit, role: planner}  #!
          - {id: hand-out, name: Hand out the permit, role: counter}
    """
    good = """
        process: permit
        name: Building permit
        roles:
          counter: {name: Counter clerk, department: Citizens' office}
          planner: {name: Planner, department: Planning}
        steps:
          - {id: receive, name: Receive application and fee, role: counter}
          - {id: check, name: Check the plans and decide, role: planner}
          - {id: hand-out, name: Hand out the permit, role: counter}
    """
    near = (
        """
        process: permit
        name: Three departments in turn
        roles:
          counter: {name: Counter clerk, department: Citizens' office}
          planner: {name: Planner, department: Planning}
          cashier: {name: Cashier, department: Treasury}
        steps:
          - {id: receive, name: Receive the application, role: counter}
          - {id: check, name: Check the plans, role: planner}
          - {id: pay, name: Take the fee, role: cashier}
          - {id: decide, name: Decide on the permit, role: planner}
          - id: hand-out
            name: Hand out the permit
            role: counter
            next: [{when: wrong, to: decide, limit: 1}, {otherwise: end}]
    """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        times: Annotated[int, Field(strict=True, ge=2)] = 3
        """How many changes in a row between the same two sides are too many, at least 2, e.g. `4`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step with which a row of changes between the same two sides becomes too long."""
        graph = context.graph
        for id, arrivals in changes_of_department(context).items():
            for before, counted in arrivals.items():
                if counted.row != self.options.times:
                    continue
                message = msg(
                    "with ‘{step}’ the work has changed {times} times in a row between {one} and {other}",
                    step=context.step_name(id),
                    times=counted.row,
                    one=way_text((before,)),
                    other=way_text((departments(context, graph.nodes[id].roles),)),
                )
                help_ = msg("do on each side all that it can do before handing over")
                yield Problem((*graph.nodes[id].route, "name"), message, help_)
