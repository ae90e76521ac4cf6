"""The work changes departments very often on one way through the process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers import rule
from svcflow.analyzers.handoffs.sides import changes_of_department, way_text
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.values import Whole
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["TooManyHandoffs"]


class TooManyHandoffs(ProcessRule):
    """The work changes departments very often on one way through the process.

    Counted are the changes between departments on the way with the most of them, without loops; more than `most`
    (default 8) are too many.

    Why: Every handoff costs waiting time, and at every one something is lost. A process with many of them mostly
    follows the organisation chart instead of the customer's case.

    Fix: Let one role see the case through and call in the others, or bring neighbouring steps into one department.
    """

    code = "H302"
    name = "too-many-handoffs"
    severity = Severity.INFO
    profile = Profile.STRICT
    bad = """
        process: order
        name: Special order
        roles:
          seller: {name: Seller, department: Shop}
          buyer: {name: Buyer, department: Purchasing}
          store: {name: Store keeper, department: Store}
        steps:
          - {id: take, name: Take the order, role: seller}
          - {id: price, name: Ask for the price, role: buyer}
          - {id: space, name: Reserve space, role: store}
          - {id: offer, name: Make the offer, role: seller}
          - {id: order, name: Order the goods, role: buyer}
          - {id: receive, name: Receive the goods, role: store}
          - {id: call, name: Call the customer, role: seller}
          - {id: pay, name: Pay the supplier, role: buyer}
          - {id: pick, name: Pick the goods, role: store}
          - {id: hand, name: Hand over the goods, role: seller}  #!
    """
    good = """
        process: order
        name: Special order
        roles:
          seller: {name: Seller, department: Shop}
          buyer: {name: Buyer, department: Purchasing}
          store: {name: Store keeper, department: Store}
        steps:
          - {id: offer, name: Make the offer and take the order, role: seller}
          - {id: order, name: Order and pay the goods, role: buyer}
          - {id: receive, name: Receive and pick the goods, role: store}
          - {id: hand, name: Hand over the goods, role: seller}
    """
    near = (
        """
        process: 订货
        name: 返工不算在内，同一部门内的交接也不算
        roles:
          导购: {name: 导购, department: 门店}
          店长: {name: 店长, department: 门店}
          采购: {name: 采购员, department: 采购部}
        steps:
          - {id: 登记, name: 登记需求, role: 导购}
          - {id: 审核, name: 核对需求, role: 店长}
          - {id: 询价, name: 询价, role: 采购, next: [{when: 规格不清, to: 登记, limit: 9}, {otherwise: 报价}]}
          - {id: 报价, name: 向客户报价, role: 导购}
        """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        most: Whole = 8
        """How many changes of department are in order, e.g. `8`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem at the step with which the changes become too many."""
        for id, arrivals in changes_of_department(context).items():
            way = max((changes.way for changes in arrivals.values()), key=len)
            if len(way) - 1 > self.options.most:
                message = msg(
                    "up to ‘{step}’ the work has changed departments {count} times: {way}",
                    step=context.step_name(id),
                    count=len(way) - 1,
                    way=way_text(way),
                )
                help_ = msg(
                    "let one role see the case through, or bring neighbouring steps into one department"
                )
                yield Problem((*context.graph.nodes[id].route, "name"), message, help_)
                return
