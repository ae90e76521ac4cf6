"""A KPI of the process is named by nothing in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.quality.kpis import process_kpis, uses
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["KpiNeverUsed"]


class KpiNeverUsed(ProcessRule):
    """A KPI of the process is named by nothing in it.

    No standard is measured by it, no objective asks for it, no feedback feeds it. KPIs of the catalogues may be
    used elsewhere and are not looked at.

    Why: Figures that nobody needs are gathered every month, and draw the eye away from those that matter.

    Fix: Name it where it belongs, as the `measure` of a standard or in `objectives`; or take it out.
    """

    code = "Q303"
    name = "kpi-never-used"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: charging
        name: Charging station out of order
        steps:
          - {id: reset, name: Reset the station, quality: [{standard: Back within the hour, measure: back-in-time}]}
        kpis:
          - {id: back-in-time, name: Back in time}
          - id: kilometres  #!
            name: Kilometres driven by the service cars
    """
    good = """
        process: charging
        name: Charging station out of order
        objectives:
          - {kpi: visits, target: "<= 20%"}
        steps:
          - {id: reset, name: Reset the station, quality: [{standard: Back within the hour, measure: back-in-time}]}
        kpis:
          - {id: back-in-time, name: Back in time}
          - {id: visits, name: Faults that need a visit}
    """
    near = (
        """
        process: 充电桩
        name: 充电桩报修
        steps:
          - {id: 复位, name: 远程复位, feedback: {method: 短信, kpi: 满意度}}
        kpis:
          - {id: 满意度, name: 满意度}
        ---
        catalog: 运维
        kpis:
          - {id: 里程, name: 服务车里程}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each KPI of the process that nothing names."""
        used = {use.kpi for use in uses(context.process)}
        for route, kpi in process_kpis(context.process):
            if kpi.id not in used:
                message = msg("nothing here is measured by ‘{kpi}’", kpi=context.text(kpi.name))
                yield Problem(
                    (*route, "id"),
                    message,
                    msg("name it as the `measure` of a standard or in `objectives`, or take it out"),
                )
