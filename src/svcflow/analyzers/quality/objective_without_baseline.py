"""An objective does not say where things stand today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ObjectiveWithoutBaseline"]


class ObjectiveWithoutBaseline(ProcessRule):
    """An objective does not say where things stand today.

    Why: Without the figure of today nobody knows whether the target is a stretch or already reached, and after a
    year nobody can show that anything has improved.

    Fix: Write `baseline:`, today's figure and when it was taken: `62% in 2025`. If there is none yet, measure
    first.
    """

    code = "Q402"
    name = "objective-without-baseline"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: enrolment
        name: Enrolment
        objectives:
          - kpi: complete  #!
            target: ">= 95%"
            by: 2027-06-30
        steps:
          - {id: enrol, name: Enrol the student}
        kpis:
          - {id: complete, name: Complete applications}
    """
    good = """
        process: enrolment
        name: Enrolment
        objectives:
          - {kpi: complete, target: ">= 95%", baseline: 71% in 2025, by: 2027-06-30}
        steps:
          - {id: enrol, name: Enrol the student}
        kpis:
          - {id: complete, name: Complete applications}
    """
    near = (
        """
        process: 报名
        name: 报名入学
        objectives:
          - {kpi: 完整率, target: 不低于 95%, baseline: 尚无数据，2026 年 3 月起统计}
        steps:
          - {id: 登记, name: 登记学员}
        kpis:
          - {id: 完整率, name: 资料完整率}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each objective without a baseline."""
        for index, objective in enumerate(context.process.objectives):
            if objective.baseline is None:
                message = msg("nobody says where `{kpi}` stands today", kpi=objective.kpi)
                yield Problem(("objectives", index, "kpi"), message, msg("write `baseline:`, today's figure"))
