"""A role that works in the process, and nothing says what it has to learn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import RoleKind, Status
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route

__all__ = ["TrainingMissing"]


class TrainingMissing(ProcessRule):
    """A role works in the process, and nothing says what it has to learn for it.

    Every role that acts in a step should be named in `training`. Customers, partners and systems need no entry.
    Where the process has no training at all, it is told once. Retired processes are not looked at.

    Why: A new standard is in force from the day on which people can work by it, not from the day of the
    signature. An auditor asks a random clerk, and then for the proof that they were taught.

    Fix: Add who learns what: `training: [{who: ROLE, topic: …, method: …, hours: 2, assessment: …}]`. Half an
    hour at the start of a shift counts too.
    """

    code = "G601"
    name = "training-missing"
    severity = Severity.WARNING
    profile = Profile.AUDIT
    bad = """
        process: pharmacy
        name: Handing out of medicines
        roles:
          patient: {name: Patient, line: customer}
          pharmacist: {name: Pharmacist}
          assistant: {name: Assistant}
        steps:
          - {id: ask, name: Hand in the prescription, role: patient}
          - {id: check, name: Check the prescription, role: pharmacist}
          - id: hand
            name: Hand out the medicine
            role: [pharmacist, assistant]  #!
        training:
          - {who: pharmacist, topic: interactions of medicines}
        ---
        process: counter
        name: Sale at the counter  #!
        roles:
          assistant: {name: Assistant}
        steps:
          - {id: sell, name: Sell, role: assistant}
    """
    good = """
        process: pharmacy
        name: Handing out of medicines
        roles:
          pharmacist: {name: Pharmacist}
          assistant: {name: Assistant}
        steps:
          - {id: check, name: Check the prescription, role: pharmacist}
          - {id: hand, name: Hand out the medicine, role: assistant}
        training:
          - {who: [pharmacist, assistant], topic: interactions of medicines}
    """
    near = (
        """
        process: 发药
        name: 发药
        roles:
          患者: {name: 患者, line: customer}
          机器: {name: 自动发药机, kind: system}
          快递: {name: 快递公司, kind: partner}
        steps:
          - {id: 交方, name: 提交处方, role: 患者}
          - {id: 发药, name: 自动发药, role: 机器}
          - {id: 寄送, name: 寄送药品, role: 快递}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each role without training at the first step it does; one problem where there is no training at all."""
        process = context.process
        if process.status is Status.RETIRED:
            return
        taught = {role for training in process.training for role in training.who}
        missing = {role: route for role, route in _workers(context).items() if role not in taught}
        names = tuple(context.role_name(role) for role in missing)
        help = msg(
            "add who learns what under `training`: `{example}`", example="{who: …, topic: …, assessment: …}"
        )
        if missing and not process.training:
            yield Problem(
                ("name",),
                msg("nothing says what those who work in it have to learn: {roles}", roles=names),
                help,
            )
            return
        for name, route in zip(names, missing.values(), strict=True):
            yield Problem(
                route, msg("nothing says what ‘{role}’ has to learn for this process", role=name), help
            )


def _workers(context: ProcessContext) -> dict[str, Route]:
    """Return the organisation's people who act in steps, each with the first place."""
    found: dict[str, Route] = {}
    for route, step in context.steps():
        for index, id in enumerate(step.role):
            role = context.role(id)
            if role is not None and role.kind is RoleKind.PERSON and not context.is_customer(id):
                found.setdefault(id, (*route, "role", index))
    return found
