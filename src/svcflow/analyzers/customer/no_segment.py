"""The process does not say which customers it serves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.customer.contact import serves_customers
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NoSegment"]


class NoSegment(ProcessRule):
    """The process does not say which customers it serves.

    `segments` names the groups of customers who are served alike. It is asked of processes in which customers take
    part.

    Why: Whoever serves "everybody" designs for nobody: the elderly at the machine, the company with 200 cards and the
    tourist without the language need different things.

    Fix: Write `segments: [ID, …]`, and describe the segments in the catalogue.
    """

    code = "C104"
    name = "no-segment"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: currency
        name: Exchange of foreign currency  #!
        roles:
          customer: {name: Customer, line: customer}
          cashier: {name: Cashier}
        steps:
          - {id: ask, name: Name the amount, role: customer}
          - {id: pay, name: Pay out the money, role: cashier}
    """
    good = """
        process: currency
        name: Exchange of foreign currency
        segments: [tourist, resident]
        roles:
          customer: {name: Customer, line: customer}
          cashier: {name: Cashier}
        steps:
          - {id: ask, name: Name the amount, role: customer}
          - {id: pay, name: Pay out the money, role: cashier}
    """
    near = (
        """
        process: 日终对账
        name: 与客户无关的内部流程
        roles:
          会计: {name: 会计, line: backstage}
        steps:
          - {id: 核对, name: 核对当日账目, role: 会计}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where customers take part and no segment is named."""
        if context.process.segments or not serves_customers(context):
            return
        help_ = msg("write `segments: [ID, …]`: the groups of customers who are served alike")
        yield Problem(("name",), msg("the process does not say which customers it serves"), help_)
