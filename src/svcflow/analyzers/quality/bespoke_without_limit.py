"""A step may be shaped to the customer, and nothing limits it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Tier
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["BespokeWithoutLimit"]


class BespokeWithoutLimit(ProcessRule):
    """A step may be shaped to the customer, and nothing limits it.

    `tier: bespoke` leaves the front line free within limits; `discretion` says which.

    Why: One colleague gives nothing away, the next one everything. Customers compare, and whoever was generous is
    asked afterwards why.

    Fix: Write `discretion:`, what may be decided alone, with an amount or a time: `a voucher of up to 50 euros`.
    """

    code = "Q602"
    name = "bespoke-without-limit"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: delay
        name: Delayed flight
        steps:
          - id: comfort
            name: Look after the passengers
            tier: bespoke  #!
    """
    good = """
        process: delay
        name: Delayed flight
        steps:
          - id: comfort
            name: Look after the passengers
            tier: bespoke
            discretion: Meals of up to 25 euros a person, a hotel when the delay exceeds six hours
    """
    near = (
        """
        process: 延误
        name: 航班延误
        steps:
          - {id: 安抚, name: 安抚旅客, tier: options, options: [餐食, 饮料]}
          - {id: 通知, name: 通知旅客}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each bespoke step without a limit."""
        for route, step in context.steps():
            if step.tier is Tier.BESPOKE and not step.discretion:
                message = msg(
                    "nothing limits what may be done for the customer in ‘{step}’",
                    step=context.step_name(step.id),
                )
                yield Problem(
                    (*route, "tier"), message, msg("write `discretion:`, what may be decided alone")
                )
