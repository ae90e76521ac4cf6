"""A standard is measured, and nobody says what is to be reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.quality.kpis import known_kpis, measures
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["MeasureWithoutTarget"]


class MeasureWithoutTarget(ProcessRule):
    """A standard is measured, and nobody says what is to be reached.

    Neither the measure nor the KPI itself has a target.

    Why: A figure without a target is looked at and filed. Whether 93 is good or bad depends on who is asked.

    Fix: Write `target:` at the KPI, or at the measure where this step asks for another one.
    """

    code = "Q203"
    name = "measure-without-target"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: optician
        name: Eye test
        steps:
          - id: test
            name: Test the eyes
            quality:
              - standard: The customer has not waited
                measure: waiting-time  #!
        kpis:
          - {id: waiting-time, name: Waiting time}
    """
    good = """
        process: optician
        name: Eye test
        steps:
          - id: test
            name: Test the eyes
            quality:
              - {standard: The customer has not waited, measure: waiting-time}
              - {standard: The result fits, measure: {kpi: returns, target: "<= 2%"}}
        kpis:
          - {id: waiting-time, name: Waiting time, target: "<= 10 min"}
          - {id: returns, name: Returned glasses}
    """
    near = (
        """
        process: 验光
        name: 验光配镜
        steps:
          - id: 验光
            name: 为顾客验光
            quality: [{standard: 顾客等候不超过十分钟, measure: 等候时间}, {standard: 复查一致, measure: 未知指标}]
        ---
        catalog: 眼镜店
        kpis:
          - {id: 等候时间, name: 等候时间, target: "<= 10 分钟"}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each measure of a known KPI that has no target anywhere."""
        known = known_kpis(context)
        for use in measures(context.process):
            found = known.get(use.kpi)
            if use.target is None and found is not None and found[0].target is None:
                kpi, place = found
                message = msg("nobody says what ‘{kpi}’ has to reach", kpi=context.text(kpi.name))
                help = msg('write `target:` here or at the KPI, e.g. `target: ">= 95%"`')
                yield Problem((*use.route, "kpi"), message, help, related=((place, msg("the KPI")),))
