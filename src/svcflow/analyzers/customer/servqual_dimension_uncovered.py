"""The quality standards leave out a side of service quality."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers import rule
from svcflow.analyzers.customer.contact import serves_customers
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Servqual
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Message

__all__ = ["ServqualDimensionUncovered"]


class ServqualDimensionUncovered(ProcessRule):
    """The quality standards leave out a side of service quality.

    SERVQUAL (Parasuraman, Zeithaml and Berry) knows five: tangibles, reliability, responsiveness, assurance and
    empathy. Each should have a standard in the process, marked `servqual`. It is asked of processes in which customers
    take part and steps have standards; the option `without` names those that the services have no side for.

    Why: Organisations measure what is easy, mostly time and completeness. Customers also judge whether they are taken
    seriously and whether they can trust.

    Fix: Mark the standards with the side they serve, and write one for each side that has none.
    """

    code = "C304"
    name = "servqual-dimension-uncovered"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: tailor
        name: Altering a dress  #!
        roles:
          customer: {name: Customer, line: customer}
        steps:
          - {id: bring, name: Bring the dress, role: customer}
          - id: alter
            name: Alter the dress
            quality:
              - {standard: Ready on the day that was promised, servqual: reliability}
              - {standard: No thread is visible, servqual: tangibles}
    """
    good = """
        process: tailor
        name: Altering a dress
        roles:
          customer: {name: Customer, line: customer}
        steps:
          - {id: bring, name: Bring the dress, role: customer}
          - id: alter
            name: Alter the dress
            quality:
              - {standard: Ready on the day that was promised, servqual: reliability}
              - {standard: No thread is visible, servqual: tangibles}
              - {standard: Every question is answered within the hour, servqual: responsiveness}
              - {standard: The master tailor checks each seam, servqual: assurance}
              - {standard: What the occasion is was asked and noted, servqual: empathy}
    """
    near = (
        """
        process: 自助缴费
        name: 自助缴费（没有质量标准时由别的规则指出）
        roles:
          用户: {name: 用户, line: customer}
        steps:
          - {id: 缴费, name: 自助缴费, role: 用户}
    """,
        """
        process: 热线
        name: 电话服务没有有形的一面
        roles:
          坐席: {name: 坐席, line: frontstage}
        steps:
          - id: 接听
            name: 接听来电
            role: 坐席
            quality:
              - {standard: 一次答复准确, servqual: reliability}
              - {standard: 三声内接听, servqual: responsiveness}
              - {standard: 引用制度条文, servqual: assurance}
              - {standard: 复述客户的话, servqual: empathy}
        ---
        lint: {rules: {servqual-dimension-uncovered: {without: [tangibles]}}}
    """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        without: tuple[Servqual, ...] = ()
        """The dimensions that the services have no side for, e.g. `[tangibles]` on the telephone."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem with the dimensions that no standard serves."""
        standards = [standard for step in context.process.steps for standard in step.quality]
        if not standards or not serves_customers(context):
            return
        covered = {standard.servqual for standard in standards}.union(self.options.without)
        missing = [said for dimension, said in _DIMENSIONS.items() if dimension not in covered]
        if not missing:
            return
        message = msg("no quality standard serves {dimensions}", dimensions=_listed(missing))
        help_ = msg("mark the standards with `servqual`, and write one for each dimension that has none")
        yield Problem(("name",), message, help_)


_DIMENSIONS = {
    Servqual.TANGIBLES: msg("tangibles"),
    Servqual.RELIABILITY: msg("reliability"),
    Servqual.RESPONSIVENESS: msg("responsiveness"),
    Servqual.ASSURANCE: msg("assurance"),
    Servqual.EMPATHY: msg("empathy"),
}


def _listed(said: list[Message]) -> Message:
    first, *rest = said
    for one in rest:
        first = msg("{first}, {second}", first=first, second=one)
    return first
