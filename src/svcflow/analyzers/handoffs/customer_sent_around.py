"""The customer has to turn to several departments one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers import rule
from svcflow.analyzers.handoffs.sides import after_customer, changes_of_side, departments, way_text
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.values import Whole
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph.elements import Node

__all__ = ["CustomerSentAround"]


class CustomerSentAround(ProcessRule):
    """The customer has to turn to several departments one after the other.

    Counted are the departments of the steps with a touchpoint, and of those that take over what the customer did: more
    than `departments` (default 3) in turn on one way are too many.

    Why: One face, one window, one number: who is passed on has to tell the story again, and feels like a file.

    Fix: Let one department keep the contact and fetch the others' answers behind the line of visibility.
    """

    code = "H303"
    name = "customer-sent-around"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: benefit
        name: Application for a benefit
        roles:
          citizen: {name: Citizen, line: customer}
          desk: {name: Desk clerk, department: Information}
          archive: {name: Archivist, department: Registry}
          cashier: {name: Cashier, department: Treasury}
          officer: {name: Case officer, department: Welfare}
        steps:
          - {id: ask, name: Ask for the form, role: desk, touchpoint: {channel: counter}}
          - {id: copy, name: Get the copy of the certificate, role: archive, touchpoint: {channel: counter}}
          - {id: pay, name: Pay the fee, role: cashier, touchpoint: {channel: counter}}
          - {id: bring, name: Bring the papers, role: citizen}
          - {id: apply, name: Take the application, role: officer}  #!
    """
    good = """
        process: benefit
        name: Application for a benefit
        roles:
          citizen: {name: Citizen, line: customer}
          desk: {name: Desk clerk, department: Citizens' office}
          archive: {name: Archivist, department: Registry}
          officer: {name: Case officer, department: Welfare}
        steps:
          - {id: come, name: Tell what is needed, role: citizen}
          - {id: take, name: Take application and fee, role: desk, touchpoint: {channel: counter}}
          - {id: copy, name: Fetch the certificate, role: archive}
          - {id: decide, name: Decide on the application, role: officer}
          - {id: tell, name: Tell the decision, role: desk, touchpoint: {channel: phone}}
    """
    near = (
        """
        process: visit
        name: One desk again and again, and two departments in turn
        roles:
          guest: {name: Guest, line: customer}
          desk: {name: Clerk, department: Front office}
          cashier: {name: Cashier, department: Finance}
        steps:
          - {id: ask, name: Ask, role: guest}
          - {id: answer, name: Answer, role: desk, touchpoint: {channel: desk}}
          - {id: fill, name: Fill in the form, role: guest}
          - {id: check, name: Check the form, role: desk, touchpoint: {channel: desk}}
          - {id: pay, name: Take the fee, role: cashier, touchpoint: {channel: till}}
          - {id: hand, name: Hand over the pass, role: desk, touchpoint: {channel: desk}}
        """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        departments: Whole = 3
        """How many departments the customer may turn to one after the other, e.g. `1` for a one-window service."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem at the step with which the customer has met too many departments."""
        taking_over = after_customer(context)

        def met(node: Node) -> frozenset[str]:
            meets = node.step.touchpoint or node.id in taking_over
            return departments(context, node.roles) if meets else frozenset()

        for id, arrivals in changes_of_side(context, met).items():
            way = max((changes.way for changes in arrivals.values()), key=len)
            if len(way) > self.options.departments:
                message = msg("the customer is sent from one to the next: {way}", way=way_text(way))
                help_ = msg("let one department keep the contact, and fetch the others' answers unseen")
                yield Problem((*context.graph.nodes[id].route, "name"), message, help_)
                return
