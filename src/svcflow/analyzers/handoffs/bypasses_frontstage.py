"""The customer deals directly with the backstage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.handoffs.sides import after_customer
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Line, RoleKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["BypassesFrontstage"]


class BypassesFrontstage(ProcessRule):
    """The customer deals directly with the backstage.

    What the customer does is followed by a step of a backstage or support role, or a step with a touchpoint is done
    by such roles only. In a service blueprint the line of visibility lies between the two. What follows when the
    customer did not act, by an exception or at the end of a wait, is not looked at.

    Why: Backstage people are neither trained nor placed for customers, and nobody of the front line knows what was
    said.

    Fix: Let a frontstage role take it from the customer, or give the role its true place: `line: frontstage`.
    """

    code = "H304"
    name = "bypasses-frontstage"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: kitchen
        name: Special diet
        roles:
          guest: {name: Guest, line: customer}
          waiter: {name: Waiter, line: frontstage}
          cook: {name: Cook, line: backstage}
        steps:
          - {id: ask, name: Ask for a special diet, role: guest}
          - {id: plan, name: Plan the dish, role: cook}  #!
          - {id: serve, name: Serve the dish, role: waiter}
    """
    good = """
        process: kitchen
        name: Special diet
        roles:
          guest: {name: Guest, line: customer}
          waiter: {name: Waiter, line: frontstage}
          cook: {name: Cook, line: backstage}
        steps:
          - {id: ask, name: Ask for a special diet, role: guest}
          - {id: note, name: Note the diet, role: waiter}
          - {id: plan, name: Plan the dish, role: cook}
          - {id: serve, name: Serve the dish, role: waiter}
    """
    near = (
        """
        process: 特殊餐
        name: 特殊餐
        roles:
          客人: {name: 客人, line: customer}
          服务员: {name: 服务员, line: frontstage}
          厨师: {name: 厨师, line: backstage}
          点餐系统: {name: 点餐系统, line: support, kind: system}
        steps:
          - {id: 点餐, name: 扫码点餐, role: 客人}
          - {id: 接单, name: 自动接单, role: 点餐系统}
          - {id: 制作, name: 制作菜品, role: 厨师}
          - {id: 介绍, name: 上菜并介绍, role: [服务员, 厨师], touchpoint: {channel: table}}
    """,
        """
        process: booking
        name: Booking of a table
        roles:
          guest: {name: Guest, line: customer}
          planner: {name: Planner, line: backstage}
        steps:
          - id: confirm
            name: Confirm the booking
            role: guest
            next: end
            exceptions: [{when: The guest does not answer, after: 1d, goto: cancel}]
          - {id: cancel, name: Give the table to others, role: planner}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step of the backstage that the customer meets."""
        taking_over = after_customer(context)
        for node in context.nodes():
            if not node.roles or not all(_is_backstage(context, role) for role in node.roles):
                continue
            if node.step.touchpoint or node.id in taking_over:
                message = msg(
                    "in ‘{step}’ the customer deals directly with the backstage: {roles}",
                    step=context.step_name(node.id),
                    roles=tuple(context.role_name(role) for role in node.step.role),
                )
                help_ = msg("let a frontstage role take it from the customer, or correct the role's `line`")
                yield Problem((*node.route, "role"), message, help_)


def _is_backstage(context: ProcessContext, id: str) -> bool:
    role = context.role(id)
    return role is not None and role.kind is RoleKind.PERSON and role.line in {Line.BACKSTAGE, Line.SUPPORT}
