"""Two roles make the same document, and nobody keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph.elements import Node

__all__ = ["ProducedByTwoRoles"]


class ProducedByTwoRoles(ProcessRule):
    """Two roles make the same document, and nobody keeps it.

    Different roles write it anew in different steps, and the catalogue names no owner of its template. A step
    that only changes a document (it has it under `inputs` too) is not counted, nor is what customers fill in.

    Why: Each side writes it in its own way. Fields mean different things, and who corrects a mistake is settled
    case by case.

    Fix: Name an owner in the catalogue, the role that says how it is written: `artifacts: {ID: {owner: ROLE}}`.
    Or let one role write it, and the other one change it.
    """

    code = "D302"
    name = "produced-by-two-roles"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: discharge
        name: Discharge from hospital
        roles:
          nurse: {name: Nurse}
          doctor: {name: Doctor}
        steps:
          - id: planned
            name: Is the discharge planned?
            kind: decision
            role: nurse
            next: [{when: Planned, to: letter}, {otherwise: short}]
          - {id: letter, name: Write the discharge letter, role: doctor, outputs: [discharge-letter], next: hand-over}
          - id: short
            name: Write a short letter
            role: nurse
            outputs: [discharge-letter]  #!
          - {id: hand-over, name: Hand over the letter, role: nurse, inputs: [discharge-letter]}
    """
    good = """
        process: discharge
        name: Discharge from hospital
        roles:
          nurse: {name: Nurse}
          doctor: {name: Doctor}
        steps:
          - {id: letter, name: Write the discharge letter, role: doctor, outputs: [discharge-letter]}
          - {id: add, name: Add the care plan, role: nurse, inputs: [discharge-letter], outputs: [discharge-letter]}
          - {id: hand-over, name: Hand over the letter, role: nurse, inputs: [discharge-letter]}
    """
    near = (
        """
        process: 出院
        name: 出院办理
        roles:
          患者: {name: 患者, line: customer}
          护士: {name: 护士}
          医生: {name: 医生}
        steps:
          - id: 分流
            name: 患者能否自己填表？
            kind: decision
            role: 护士
            next: [{when: 能, to: 自填}, {otherwise: 代填}]
          - {id: 自填, name: 填写申请表, role: 患者, outputs: [申请表], next: 小结}
          - {id: 代填, name: 代填申请表, role: 护士, outputs: [申请表]}
          - {id: 小结, name: 书写出院小结, role: [医生, 护士], inputs: [申请表], outputs: [出院小结]}
          - {id: 补写, name: 重写出院小结, role: 医生, outputs: [出院小结]}
          - {id: 通知, name: 书写通知, role: 医生, outputs: [通知书]}
          - {id: 再通知, name: 再次书写通知, role: 护士, outputs: [通知书]}
        ---
        catalog: 医院
        artifacts:
          申请表: {name: 出院申请表, kind: form}
          出院小结: {name: 出院小结}
          通知书: {name: 通知书, owner: 医生}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each such document once, at the step of the second role."""
        for artifact, steps in context.data.writers.items():
            entry = context.shared.artifacts.get(artifact)
            if len(steps) < 2 or (entry and (entry.value.owner or entry.value.external)):
                continue
            makers = [
                node for node in (context.graph.nodes[id] for id in steps) if _makes(context, node, artifact)
            ]
            for other in makers[1:]:
                if makers[0].roles.isdisjoint(other.roles):
                    yield _problem(context, artifact, makers[0], other)
                    break


def _makes(context: ProcessContext, node: Node, artifact: str) -> bool:
    """Tell whether people of the house make the artifact anew in a step."""
    return (
        artifact not in node.step.inputs
        and bool(node.step.role)
        and not any(context.is_customer(role) for role in node.step.role)
    )


def _problem(context: ProcessContext, artifact: str, first: Node, second: Node) -> Problem:
    message = msg(
        "‘{step}’ and ‘{other}’ are done by different roles and both make `{artifact}`, which nobody keeps",
        step=context.step_name(first.id),
        other=context.step_name(second.id),
        artifact=artifact,
    )
    made = (*first.route, "outputs", first.step.outputs.index(artifact))
    return Problem(
        (*second.route, "outputs", second.step.outputs.index(artifact)),
        message,
        msg("name an `owner` for it in the catalogue, or let one role make it"),
        related=((made, msg("here it is made, too")),),
    )
