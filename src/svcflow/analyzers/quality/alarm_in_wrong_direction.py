"""The alarm of a KPI goes off when its target is reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.quality.kpis import process_kpis, shared_kpis
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.load.shared import Shared
    from svcflow.model.quality import Kpi

__all__ = ["AlarmInWrongDirection"]


class AlarmInWrongDirection(ProcessRule):
    """The alarm of a KPI goes off when its target is reached.

    Target and alarm look the same way: both ask for more, or both for less; or the target is one value and the
    alarm takes it in. An alarm that goes off a little before the target is missed is an early warning and fine.

    Why: The alarm sounds in good months and is silent in bad ones; after a while nobody looks at either.

    Fix: Turn the alarm round: for a target of `">= 90%"` it is `"< 80%"`.
    """

    code = "Q104"
    name = "alarm-in-wrong-direction"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: check-out
        name: Check-out
        steps:
          - {id: bill, name: Settle the bill}
        kpis:
          - id: queue
            name: Queue at the desk
            target: "<= 5 min"
            alarm: "< 10 min"  #!
          - id: errors
            name: Bills without an error
            target: "= 100%"
            alarm: "> 98%"  #!
    """
    good = """
        process: check-out
        name: Check-out
        steps:
          - {id: bill, name: Settle the bill}
        kpis:
          - {id: queue, name: Queue at the desk, target: "<= 5 min", alarm: "> 10 min"}
          - {id: errors, name: Bills without an error, target: "= 100%", alarm: "< 98%"}
    """
    near = (
        """
        process: 退房
        name: 退房
        steps:
          - {id: 结账, name: 结清账单}
        kpis:
          - {id: 排队, name: 排队时间, target: 不超过 5 分钟, alarm: "> 4 分钟"}
          - {id: 差错, name: 账单差错, target: "<= 1%", alarm: 很多}
          - {id: 满意, name: 满意度, target: ">= 90%"}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each KPI of the process whose alarm is turned the wrong way."""
        for route, kpi in process_kpis(context.process):
            if _wrong_way(kpi):
                yield _problem(route, kpi)

    def check_shared(self, shared: Shared) -> Iterator[Problem]:
        """Yield each KPI of the catalogues whose alarm is turned the wrong way."""
        for path, route, kpi in shared_kpis(shared):
            if _wrong_way(kpi):
                yield _problem(route, kpi, path)


def _wrong_way(kpi: Kpi) -> bool:
    target = kpi.target.goal if kpi.target is not None else None
    alarm = kpi.alarm.goal if kpi.alarm is not None else None
    if target is None or alarm is None or (target.unit and alarm.unit and target.unit != alarm.unit):
        return False
    if target.operator != "=":
        return target.operator[0] == alarm.operator[0]
    return {
        ">": target.value > alarm.value,
        ">=": target.value >= alarm.value,
        "<": target.value < alarm.value,
        "<=": target.value <= alarm.value,
        "=": target.value == alarm.value,
    }[alarm.operator]


def _problem(route: Route, kpi: Kpi, path: str | None = None) -> Problem:
    message = msg(
        "the alarm ‘{alarm}’ of the KPI `{kpi}` goes off when its target ‘{target}’ is reached",
        alarm=str(kpi.alarm),
        kpi=kpi.id,
        target=str(kpi.target),
    )
    return Problem((*route, "alarm"), message, msg("turn the comparison round"), path=path)
