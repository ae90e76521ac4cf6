"""An improved process that does not say what it improves on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import State
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ToBeWithoutBaseline"]


class ToBeWithoutBaseline(ProcessRule):
    """The process is a to-be, and does not say what it improves on.

    `baseline` names the process that describes how it is done today.

    Why: Without the starting point nobody can show what the improvement brings, and those who have to change do
    not see what is different for them.

    Fix: Write down how it is done today as a process of its own with `state: as-is`, and name it: `baseline: ID`.
    For a service that is new, take `state` out.
    """

    code = "G401"
    name = "to-be-without-baseline"
    severity = Severity.INFO
    profile = Profile.STRICT
    bad = """
        process: invoice
        name: Invoices without paper
        state: to-be  #!
        steps:
          - {id: send, name: Send the invoice}
    """
    good = """
        process: invoice
        name: Invoices without paper
        state: to-be
        baseline: invoice-as-is
        steps:
          - {id: send, name: Send the invoice}
    """
    near = (
        """
        process: 开票
        name: 纸质发票开具
        state: as-is
        steps:
          - {id: 开票, name: 开具发票}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where a to-be has no baseline."""
        if context.process.state is State.TO_BE and context.process.baseline is None:
            message = msg("it shall be done this way, and nothing says how it is done today")
            yield Problem(("state",), message, msg("name the process that describes it: `baseline: ID`"))
