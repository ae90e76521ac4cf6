"""A moment of truth does not say what to do when it goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.customer.contact import moments
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["MomentWithoutException"]


class MomentWithoutException(ProcessRule):
    """A moment of truth does not say what to do when it goes wrong.

    Where the customer decides whether the service is good, the front line needs to know beforehand what can go wrong
    and what it may do then: `exceptions`.

    Why: Customers forgive a fault that is put right at once, and stay away after one that has to be discussed with the
    back office first.

    Fix: Write `exceptions: [{when: …, do: …, escalate: ROLE}]` at the step.
    """

    code = "C205"
    name = "moment-without-exception"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: table
        name: Reserved table
        steps:
          - id: seat
            name: Seat the guests
            touchpoint:
              channel: restaurant
              moment_of_truth: true  #!
            quality: [Seated within 3 minutes]
    """
    good = """
        process: table
        name: Reserved table
        steps:
          - id: seat
            name: Seat the guests
            touchpoint: {channel: restaurant, moment_of_truth: true}
            quality: [Seated within 3 minutes]
            exceptions:
              - {when: the table is still taken, do: offer a drink at the bar on the house}
    """
    near = (
        """
        process: 订位
        name: 订位
        steps:
          - {id: 领位, name: 引领入座, touchpoint: {channel: 餐厅, emotion: 1}}
          - id: 上菜
            name: 上菜
            touchpoint: {channel: 餐厅, moment_of_truth: true}
            exceptions: {when: 超过 20 分钟, do: 赠送一道小菜}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each moment of truth without an exception."""
        for route, step in moments(context):
            if not step.exceptions:
                message = msg(
                    "the moment of truth ‘{step}’ does not say what to do when it goes wrong",
                    step=context.step_name(step.id),
                )
                help_ = msg(
                    "write `exceptions: [{when: …, do: …}]`: what can go wrong, and what the front line does"
                )
                yield Problem(route, message, help_, on_key=True)
