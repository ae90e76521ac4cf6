"""The customer hears nothing for a long time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers import rule
from svcflow.analyzers.customer.silence import silences
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.duration import Duration
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["CustomerWaitsUninformed"]


class CustomerWaitsUninformed(ProcessRule):
    """The customer hears nothing for a long time.

    Between one contact and the next, the steps may together take longer than the option `longest` (default 3 business
    days), by their SLAs and waits and on the slowest way. A contact is a step with a touchpoint, one in which the
    customer acts, and one of which a customer role is `informed`. A wait right after a contact is not counted,
    nor one with reminders: there it is the service that waits for the customer.

    Why: Waiting that nobody explains feels longer than it is (David Maister). Customers then call to ask where their
    case stands, and each of these calls is work that no SLA reckons with.

    Fix: Tell them on the way: a touchpoint such as a text message with the state of the case, or `informed:
    [CUSTOMER]` at the step whose result they hear of. Or shorten the steps.
    """

    code = "C207"
    name = "customer-waits-uninformed"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: permit
        name: Building permit
        steps:
          - {id: apply, name: Take the application, touchpoint: {channel: counter}, sla: 15m}
          - {id: check, name: Check the plans, sla: 2bd}
          - {id: visit, name: Visit the site, sla: 2bd}
          - id: tell
            name: Tell the decision  #!
            sla: 1bd
            touchpoint: {channel: letter}
    """
    good = """
        process: permit
        name: Building permit
        roles:
          builder: {name: Builder, line: customer}
        steps:
          - {id: apply, name: Take the application, touchpoint: {channel: counter}, sla: 15m}
          - {id: check, name: Check the plans, sla: 2bd, informed: builder}
          - {id: visit, name: Visit the site, sla: 2bd}
          - {id: tell, name: Tell the decision, sla: 1bd, touchpoint: {channel: letter}}
    """
    near = (
        """
        process: 许可
        name: 等待申请人、办结后的归档都不算让客户干等
        steps:
          - {id: 受理, name: 受理申请, touchpoint: {channel: 窗口}, sla: 15m}
          - {id: 补正, name: 等待申请人补正, kind: wait, until: 申请人送达补正材料, at_most: 10bd}
          - {id: 分派, name: 同时核查, kind: parallel, next: [查规划, 查消防]}
          - {id: 查规划, name: 核查规划, sla: 2bd, next: 决定}
          - {id: 查消防, name: 核查消防, sla: 2bd, next: 决定}
          - {id: 决定, name: 告知决定, join: all, touchpoint: {channel: 电话}, sla: 5bd}
          - {id: 归档, name: 归档, sla: 10bd}
    """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        longest: Duration = Duration.parse("3bd")
        """How long the customer may hear nothing, e.g. `1bd`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each contact before which the customer may hear nothing for too long."""
        graph, timing = context.graph, context.timing
        if not graph.is_whole or not any(step.touchpoint for step in context.process.steps):
            return
        limit = timing.calendar.add(timing.start, self.options.longest)
        for id, silence in silences(context):
            if silence.until <= limit:
                continue
            message = msg(
                "up to ‘{step}’ the customer may hear nothing for {time}",
                step=context.step_name(id),
                time=silence.time.message,
            )
            last = ((*graph.nodes[silence.since].route, "name"), msg("the last contact is here"))
            help_ = msg("tell them on the way how the case stands: a touchpoint, or `informed`")
            yield Problem((*graph.nodes[id].route, "name"), message, help_, related=(last,))
