"""The process does not say what its customers want."""

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

__all__ = ["NoNeeds"]


class NoNeeds(ProcessRule):
    """The process does not say what its customers want.

    `needs` keeps the customer's voice: what they want in their own words, how it is known, and which steps meet it. It
    is asked of processes in which customers take part.

    Why: A service designed without asking meets the needs of those who designed it.

    Fix: Ask some customers, and write what they say: `needs: [{what: …, segment: …, kano: basic, source: …, met_by:
    STEP}]`.
    """

    code = "C301"
    name = "no-needs"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: transfer
        name: Transfer to another ward  #!
        roles:
          patient: {name: Patient, line: customer}
          nurse: {name: Nurse}
        steps:
          - {id: agree, name: Agree to the transfer, role: patient}
          - {id: move, name: Move the patient, role: nurse}
    """
    good = """
        process: transfer
        name: Transfer to another ward
        roles:
          patient: {name: Patient, line: customer}
          nurse: {name: Nurse}
        steps:
          - {id: agree, name: Agree to the transfer, role: patient}
          - {id: move, name: Move the patient, role: nurse}
        needs:
          - {what: My family must know where I am, kano: basic, source: survey 2026, met_by: move}
    """
    near = (
        """
        process: 备份
        name: 机房备份
        roles:
          工程师: {name: 工程师, line: support}
        steps:
          - {id: 备份, name: 备份数据库, role: 工程师}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where customers take part and no need is written down."""
        if context.process.needs or not serves_customers(context):
            return
        help_ = msg(
            "write the customer's voice under `needs`: what they want, how it is known, which steps meet it"
        )
        yield Problem(("name",), msg("the process does not say what its customers want"), help_)
