"""A way back to earlier steps with no limit to how often it is taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.structure.telling import told_steps
from svcflow.finding import Severity
from svcflow.graph.elements import FlowKind
from svcflow.graph.rework import unbounded_ways_back
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["UnboundedRework"]


class UnboundedRework(ProcessRule):
    """The process can go back to earlier steps again and again, with no limit and nobody told.

    A way back is in order when it has a `limit`, or when something other than success ends the loop: a step in it that
    escalates (`escalate` of its SLA or of an exception), an exception with `goto` or a wait with `at_most` that leads
    out of it, or the escalation of the process's own SLA.

    Why: The customer who is asked for one more paper for the fourth time has left. Rework without an end is where
    promises of time are broken, and nobody notices, since every single round was on time.

    Fix: Write `limit: 2` at the branch that leads back, and say with `otherwise` what happens then; or let somebody be
    called with `sla: {completion: 1d, escalate: ROLE}` at a step of the loop.
    """

    code = "F401"
    name = "unbounded-rework"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: offer
        name: Offer to a customer
        steps:
          - {id: write, name: Write the offer}
          - id: confirm
            name: Agree on it with the customer
            next:
              - {when: accepted, to: end}
              - when: changes wanted
                to: write  #!
    """
    good = """
        process: offer
        name: Offer to a customer
        steps:
          - {id: write, name: Write the offer}
          - id: confirm
            name: Agree on it with the customer
            next:
              - {when: accepted, to: end}
              - {when: changes wanted, to: write, limit: 2}
              - otherwise: decline
          - {id: decline, name: Take leave of each other as friends}
    """
    near = (
        """
        process: 方案
        name: 方案确认
        steps:
          - {id: 编写, name: 编写方案, sla: {completion: 1bd, escalate: 主管}}
          - id: 确认
            name: 与客户确认
            next:
              - {when: 客户接受, to: end}
              - {when: 客户不接受, to: 编写}
        """,
        # The limit stands at the branch into the repair, the way back from it needs none.
        """
        process: meal
        name: Meal
        steps:
          - {id: cook, name: Cook}
          - id: taste
            name: Is it good?
            kind: decision
            next:
              - {when: too bland, to: season, limit: 3}
              - otherwise: serve
          - {id: season, name: Season, next: taste}
          - {id: serve, name: Serve}
        """,
        """
        process: papers
        name: Missing papers
        steps:
          - {id: ask, name: Ask for the papers}
          - {id: wait, name: Wait for them, kind: wait, until: papers come, at_most: {time: 10bd, to: close}}
          - {id: check, name: Check them, next: [{when: incomplete, to: ask}, {otherwise: close}]}
          - {id: close, name: Close}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each way back that nothing bounds."""
        for flow, around in unbounded_ways_back(context.graph):
            if flow.kind is FlowKind.EXCEPTION:
                continue  # `exception-loops` says it better
            first = context.graph.nodes[around[0]]
            yield Problem(
                flow.route,
                msg("nothing limits how often this is done again: {loop}", loop=told_steps(context, around)),
                msg("write `limit` at the branch that leads back, or `escalate` at a step of the loop"),
                related=(((*first.route, "name"), msg("it leads back to here")),),
            )
