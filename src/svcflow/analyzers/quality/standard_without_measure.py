"""A quality standard is not measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["StandardWithoutMeasure"]


class StandardWithoutMeasure(ProcessRule):
    """A quality standard is not measured.

    Where a moment of truth has no measure at all, a rule of its own says so.

    Why: What is not measured is believed. The standard slips month by month, and the first to notice is the
    customer.

    Fix: Write `measure: KPI`, or `measure: {kpi: …, target: ">= 98%"}`.
    """

    code = "Q202"
    name = "standard-without-measure"
    severity = Severity.WARNING
    profile = Profile.AUDIT
    bad = """
        process: catering
        name: Catering of a conference
        steps:
          - id: set
            name: Set the tables
            quality:
              - {standard: All tables are set 30 minutes before the guests come, measure: set-in-time}
              - standard: Every place has a card with the allergens  #!
        kpis:
          - {id: set-in-time, name: Tables set in time}
    """
    good = """
        process: catering
        name: Catering of a conference
        steps:
          - id: set
            name: Set the tables
            quality:
              - {standard: All tables are set 30 minutes before the guests come, measure: set-in-time}
              - {standard: Every place has a card with the allergens, measure: {kpi: card-check, target: "= 100%"}}
        kpis:
          - {id: set-in-time, name: Tables set in time}
          - {id: card-check, name: Places with a card}
    """
    near = (
        """
        process: 会议餐饮
        name: 会议餐饮
        steps:
          - {id: 上菜, name: 上菜, touchpoint: {moment_of_truth: true}, quality: [热菜出锅 5 分钟内上桌]}
          - {id: 收台, name: 收台}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each standard without a measure."""
        for route, step in context.steps():
            moment = step.touchpoint is not None and step.touchpoint.moment_of_truth
            if moment and not any(standard.measure for standard in step.quality):
                continue
            for index, standard in enumerate(step.quality):
                if standard.measure is None:
                    message = msg("‘{standard}’ is not measured", standard=context.text(standard.standard))
                    where = (*route, "quality", index, "standard")
                    yield Problem(where, message, msg("write `measure: KPI`, the KPI that shows it"))
