"""An exception that is named, and nothing is done about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ExceptionWithoutAction"]


class ExceptionWithoutAction(ProcessRule):
    """An exception is named, and nothing is done about it.

    An exception needs at least one of `do` (what is done), `escalate` (who is called) and `goto` (where the process
    goes on).

    Why: Who wrote it down knew that it happens. Whoever meets it at the counter still has to invent an answer, and
    everybody invents another one.

    Fix: Write what the one who meets it does first: `do: …`. Where they cannot decide, name who can: `escalate: ROLE`.
    """

    code = "X101"
    name = "exception-without-action"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: check-in
        name: Check-in
        roles:
          receptionist: {name: Receptionist}
        steps:
          - id: welcome
            name: Welcome the guest
            role: receptionist
            exceptions:
              - {when: the room is not ready, do: offer a drink in the lounge and store the luggage}
              - when: the reservation cannot be found  #!
          - id: key
            name: Hand over the key
            role: receptionist
            exceptions:
              - {when: the card is declined, share: 2%}  #!
    """
    good = """
        process: check-in
        name: Check-in
        roles:
          receptionist: {name: Receptionist}
        steps:
          - id: welcome
            name: Welcome the guest
            role: receptionist
            exceptions:
              - {when: the room is not ready, do: offer a drink in the lounge and store the luggage}
              - {when: the reservation cannot be found, do: search by phone number}
    """
    near = (
        """
        process: 办理入住
        name: 办理入住
        roles:
          前台: {name: 前台}
          值班经理: {name: 值班经理}
        steps:
          - id: 登记
            name: 登记入住
            role: 前台
            exceptions:
              - {when: 证件过期, escalate: 值班经理}
              - {when: 客人放弃入住, goto: end}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each exception that says neither what is done, nor who is called, nor where it goes on."""
        for route, step in context.steps():
            for index, case in enumerate(step.exceptions):
                if case.do or case.escalate or case.goto:
                    continue
                message = msg(
                    "‘{case}’ can happen in ‘{step}’, and nothing says what is done then",
                    case=context.text(case.when),
                    step=context.step_name(step.id),
                )
                help = msg(
                    "write `do` (what is done), `escalate` (who is called) or `goto` (where it goes on)"
                )
                yield Problem((*route, "exceptions", index, "when"), message, help)
