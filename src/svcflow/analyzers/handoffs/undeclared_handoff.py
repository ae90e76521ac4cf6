"""Work goes from one department to another without an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers import rule
from svcflow.analyzers.handoffs.sides import crosses_departments, is_internal, side
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["UndeclaredHandoff"]


class UndeclaredHandoff(ProcessRule):
    """Work goes from one department to another without an agreement.

    Wherever the next step surely is in other hands, in another department, `handoffs` should say what is passed,
    how, within which time, and when it counts as accepted. Handing over to the customer or to a system needs no
    agreement; changes of hands within a department are looked at with the option `within_department`. A role without a
    department is taken for a department of its own.

    Why: Cases get lost between departments, not in them. Each side holds that the other one has it.

    Fix: Add the handoff: `handoffs: [{from: STEP, to: STEP, passes: [...], via: ..., within: ..., accepted_when:
    ...}]`.
    """

    code = "H101"
    name = "undeclared-handoff"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: claim
        name: Insurance claim
        roles:
          agent: {name: Agent, department: Hotline}
          adjuster: {name: Adjuster, department: Claims}
        steps:
          - {id: take, name: Take the claim, role: agent}  #!
          - {id: assess, name: Assess the damage, role: adjuster}
    """
    good = """
        process: claim
        name: Insurance claim
        roles:
          agent: {name: Agent, department: Hotline}
          adjuster: {name: Adjuster, department: Claims}
        steps:
          - {id: take, name: Take the claim, role: agent, outputs: [claim]}
          - {id: assess, name: Assess the damage, role: adjuster, inputs: [claim]}
        handoffs:
          - {from: take, to: assess, passes: [claim], via: claims-system, within: 15m, accepted_when: Opened}
    """
    near = (
        """
        process: 理赔
        name: 理赔
        roles:
          客户: {name: 客户, line: customer}
          坐席: {name: 坐席, department: 热线}
          班长: {name: 班长, department: 热线}
          系统: {name: 理赔系统, kind: system, department: 信息部}
        steps:
          - {id: 报案, name: 电话报案, role: 客户}
          - {id: 受理, name: 受理报案, role: 坐席}
          - {id: 复核, name: 复核报案, role: 班长}
          - {id: 立案, name: 自动立案, role: 系统}
    """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        within_department: bool = False
        """Whether changes of hands within one department need an agreement, too, e.g. `true`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each change of hands that needs an agreement and has none."""
        for handoff in context.graph.handoffs:
            if handoff.agreement is not None or not handoff.certain or not is_internal(context, handoff):
                continue
            if not (self.options.within_department or crosses_departments(context, handoff)):
                continue
            source, target = context.graph.nodes[handoff.source], context.graph.nodes[handoff.target]
            leaving = handoff.flows[0]
            yield Problem(
                (*source.route, "name") if leaving.implicit else leaving.route,
                msg(
                    "from ‘{source}’ to ‘{target}’ the work goes from {giver} to {taker}, and nothing is agreed",
                    source=context.step_name(source.id),
                    target=context.step_name(target.id),
                    giver=side(context, handoff.giver),
                    taker=side(context, handoff.taker),
                ),
                msg(
                    "add it under `handoffs`: what is passed, by which way, within which time, accepted when"
                ),
                (((*target.route, "name"), msg("it is taken over here")),),
            )
