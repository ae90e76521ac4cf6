"""The process promises the customer no time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ProcessWithoutSla"]


class ProcessWithoutSla(ProcessRule):
    """The process promises the customer no time.

    `sla` of the process says how long it takes from the trigger to the end (`resolution`), and better also how soon
    the customer hears something (`response`).

    Why: It is the one time that the customer sees. Without it, the times of the steps have nothing to add up to.

    Fix: Write `sla: 3bd`, or `sla: {response: 30m, resolution: 3bd, calendar: ID}`.
    """

    code = "T102"
    name = "process-without-sla"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: refund
        name: Refund  #!
        steps:
          - {id: check, name: Check the claim, sla: 1h}
    """
    good = """
        process: refund
        name: Refund
        sla: 1d
        steps:
          - {id: check, name: Check the claim, sla: 1h}
    """
    near = (
        """
        process: 退款
        name: 退款
        sla: {response: 30m, resolution: 3个工作日}
        steps:
          - {id: 核对, name: 核对订单, sla: 1h}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where there is no resolution time."""
        sla = context.process.sla
        if sla is None or sla.resolution is None:
            if sla is None:
                problem = ("name",), msg("the process promises the customer no time")
            else:
                problem = ("sla",), msg("the SLA of the process does not say by when a case is done")
            yield Problem(
                *problem, msg("write `resolution`, the time from the trigger to the end, e.g. `3bd`")
            )
