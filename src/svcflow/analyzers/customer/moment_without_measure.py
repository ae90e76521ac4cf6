"""Nobody measures whether a moment of truth goes well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.customer.contact import moments
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["MomentWithoutMeasure"]


class MomentWithoutMeasure(ProcessRule):
    """Nobody measures whether a moment of truth goes well.

    It has quality standards, but none of them has a `measure`, and no `feedback` of the step feeds a KPI.

    Why: The standard is kept for as long as somebody looks. Without a figure the manager hears of the moment that goes
    wrong only from complaints, and of most never.

    Fix: Give a standard its measure: `measure: {kpi: ID, target: ">= 95%"}`, or ask the customer: `feedback: {method:
    …, kpi: ID}`.
    """

    code = "C204"
    name = "moment-without-measure"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: handover
        name: Handover of the flat
        steps:
          - id: hand
            name: Hand over the keys
            touchpoint:
              channel: visit
              moment_of_truth: true  #!
            quality:
              - Every defect is in the protocol
              - {standard: The tenant has a copy, servqual: assurance}
    """
    good = """
        process: handover
        name: Handover of the flat
        steps:
          - id: hand
            name: Hand over the keys
            touchpoint: {channel: visit, moment_of_truth: true}
            quality:
              - {standard: Every defect is in the protocol, measure: {kpi: later-defects, target: "<= 2%"}}
              - {standard: The tenant has a copy, servqual: assurance}
    """
    near = (
        """
        process: 交房
        name: 交房
        steps:
          - {id: 预约, name: 预约时间, quality: 一次约定, touchpoint: {channel: 电话}}
          - id: 交付
            name: 交付钥匙
            touchpoint: {channel: 现场, moment_of_truth: true}
            quality: 每处缺陷都写入验收单
            feedback: {method: 短信问卷, kpi: 满意度}
          - {id: 回访, name: 上门回访, touchpoint: {channel: 现场, moment_of_truth: true}}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each moment of truth with standards of which none is measured."""
        for route, step in moments(context):
            measured = any(standard.measure for standard in step.quality) or (
                step.feedback and step.feedback.kpi
            )
            if step.quality and not measured:
                message = msg(
                    "nobody measures whether the moment of truth ‘{step}’ goes well",
                    step=context.step_name(step.id),
                )
                help_ = msg("give one of its standards a measure: `measure: {kpi: …, target: …}`")
                yield Problem(route, message, help_, on_key=True)
