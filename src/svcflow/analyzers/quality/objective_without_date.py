"""An objective has no day by which it shall be reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ObjectiveWithoutDate"]


class ObjectiveWithoutDate(ProcessRule):
    """An objective has no day by which it shall be reached.

    Why: What has no date is begun when everything else is done.

    Fix: Write `by: 2026-12-31`.
    """

    code = "Q403"
    name = "objective-without-date"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: enrolment
        name: Enrolment
        objectives:
          - kpi: complete  #!
            target: ">= 95%"
            baseline: 71%
        steps:
          - {id: enrol, name: Enrol the student}
        kpis:
          - {id: complete, name: Complete applications}
    """
    good = """
        process: enrolment
        name: Enrolment
        objectives:
          - {kpi: complete, target: ">= 95%", baseline: 71%, by: 2027-06-30}
        steps:
          - {id: enrol, name: Enrol the student}
        kpis:
          - {id: complete, name: Complete applications}
    """
    near = (
        """
        process: 报名
        name: 报名入学
        steps:
          - {id: 登记, name: 登记学员}
        kpis:
          - {id: 完整率, name: 资料完整率, target: 不低于 95%}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each objective without a day."""
        for index, objective in enumerate(context.process.objectives):
            if objective.by is None:
                message = msg("nobody says by when `{kpi}` shall reach its target", kpi=objective.kpi)
                yield Problem(("objectives", index, "kpi"), message, msg("write `by:` and a day"))
