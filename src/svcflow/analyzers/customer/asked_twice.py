"""The customer gives the same document or data a second time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.graph.algorithms import reachable
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph.elements import Node

__all__ = ["AskedTwice"]


class AskedTwice(ProcessRule):
    """The customer gives the same document or data a second time.

    On one way through the process, either the customer makes the same document in two steps, or touchpoints of
    different roles each need a document that comes from outside (`external` in the catalogue) and that no handoff
    passes on. A step that takes in what it makes again corrects it, and does not count; nor do ways back.

    Why: "I have told your colleague already." Each time it costs the customer's patience, and in the end there are two
    versions of the same thing.

    Fix: Take it once and pass it on: `handoffs: [{from: …, to: …, passes: [DOCUMENT]}]`; or let the second step look
    it up.
    """

    code = "C208"
    name = "asked-twice"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: moving
        name: Registering a new address
        roles:
          citizen: {name: Citizen, line: customer}
          desk: {name: Desk clerk}
          officer: {name: Tax officer}
        steps:
          - {id: form, name: Fill in the form, role: citizen, outputs: address-form}
          - {id: enter, name: Enter the address, role: desk, inputs: [identity-card], touchpoint: {channel: counter}}
          - id: again
            name: Fill in the form for the tax office
            role: citizen
            outputs: [address-form]  #!
          - id: tax
            name: Assign the tax office
            role: officer
            inputs: [identity-card]  #!
            touchpoint: {channel: counter}
        ---
        catalog: city
        artifacts:
          identity-card: {name: Identity card, external: true}
          address-form: Address form
    """
    good = """
        process: moving
        name: Registering a new address
        roles:
          citizen: {name: Citizen, line: customer}
          desk: {name: Desk clerk}
          officer: {name: Tax officer}
        steps:
          - {id: form, name: Fill in the form, role: citizen, outputs: address-form}
          - {id: enter, name: Enter the address, role: desk, inputs: [identity-card], touchpoint: {channel: counter}}
          - {id: tax, name: Assign the tax office, role: officer, inputs: identity-card, touchpoint: {channel: counter}}
        handoffs:
          - {from: enter, to: tax, passes: [identity-card, address-form]}
        ---
        catalog: city
        artifacts:
          identity-card: {name: Identity card, external: true}
          address-form: Address form
    """
    near = (
        """
        process: 迁移登记
        name: 更正、返回重填、二选一、同一岗位再次查验都不算
        roles:
          市民: {name: 市民, line: customer}
          窗口: {name: 窗口人员}
        steps:
          - {id: 选择, name: 在哪里填写？, kind: decision, next: [{when: 线上, to: 线上}, {otherwise: 现场}]}
          - {id: 线上, name: 线上填写, role: 市民, outputs: 登记表, next: 核对}
          - {id: 现场, name: 现场填写, role: 市民, outputs: 登记表, next: 核对}
          - id: 核对
            name: 核对证件
            role: 窗口
            inputs: 身份证
            touchpoint: {channel: 窗口}
            next: [{when: 填错, to: 线上}, {otherwise: 更正}]
          - {id: 更正, name: 确认并更正, role: 市民, inputs: 登记表, outputs: 登记表}
          - {id: 发证, name: 核对证件并发证, role: 窗口, inputs: 身份证, touchpoint: {channel: 窗口}}
        ---
        catalog: 城市
        artifacts:
          身份证: {name: 身份证, external: true}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each place where the customer has to give what they have given on the way before."""
        for artifact, places in _given(context).items():
            reported: set[str] = set()
            for first, _, roles in places:
                ahead = reachable(context.graph.forward, [first.id]) if len(places) > 1 else set()
                for later, key, others in places:
                    if later.id == first.id or later.id not in ahead or later.id in reported:
                        continue
                    if roles and not roles.isdisjoint(others):
                        continue
                    reported.add(later.id)
                    yield _problem(context, artifact, first, later, key)


_Place = tuple["Node", str, frozenset[str]]
"""A step in which the customer gives something: the key that says so, and the roles that ask for it, if it is asked."""


def _given(context: ProcessContext) -> dict[tuple[str, str], list[_Place]]:
    """Return where the customer gives each artifact, by the artifact and whether they make it or are asked for it."""
    passed = {artifact for handoff in context.process.handoffs for artifact in handoff.passes}
    external = {id for id, entry in context.shared.artifacts.items() if entry.value.external} - passed
    found: dict[tuple[str, str], list[_Place]] = {}
    for node in context.nodes():
        step = node.step
        if context.by_customer(step):
            for artifact in set(step.outputs).difference(step.inputs):
                found.setdefault((artifact, "outputs"), []).append((node, "outputs", frozenset()))
        elif step.touchpoint:
            for artifact in external.intersection(step.inputs):
                found.setdefault((artifact, "inputs"), []).append((node, "inputs", node.roles))
    return found


def _problem(context: ProcessContext, given: tuple[str, str], first: Node, later: Node, key: str) -> Problem:
    artifact = given[0]
    entry = context.shared.artifacts.get(artifact)
    message = msg(
        "in ‘{step}’ the customer has to give ‘{artifact}’ a second time",
        step=context.step_name(later.id),
        artifact=context.text(entry.value.name) if entry else artifact,
    )
    help_ = msg("take it once, and pass it on by a handoff that `passes` it")
    related = (((*first.route, key, getattr(first.step, key).index(artifact)), msg("first given here")),)
    return Problem((*later.route, key, getattr(later.step, key).index(artifact)), message, help_, related)
