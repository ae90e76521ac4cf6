"""A target is set in a unit in which its KPI is not measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.quality.kpis import known_kpis, other_unit, process_kpis, shared_kpis, targets_of, uses
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Place, Route
    from svcflow.load.shared import Shared
    from svcflow.model.quality import Kpi
    from svcflow.model.target import Target

__all__ = ["UnitMismatch"]


class UnitMismatch(ProcessRule):
    """A target is set in a unit in which its KPI is not measured.

    A target in hours for a KPI in minutes is fine, one can be turned into the other; minutes for a KPI in percent
    is not. Where the target or the KPI has no unit, nothing is said.

    Why: Nobody can tell whether the target is reached: the report gives another figure.

    Fix: Set the target in the unit of the KPI, name the KPI that is meant, or correct the `unit` of the KPI.
    """

    code = "Q103"
    name = "unit-mismatch"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: parcel
        name: Delivery of a parcel
        objectives:
          - kpi: on-time
            target: "<= 24 h"  #!
        steps:
          - {id: deliver, name: Deliver the parcel, quality: [{standard: On the day promised, measure: on-time}]}
        kpis:
          - {id: on-time, name: Delivered on time, unit: "%", target: ">= 96%"}
          - id: claims
            name: Claims
            unit: cases
            target: "<= 2%"  #!
    """
    good = """
        process: parcel
        name: Delivery of a parcel
        objectives:
          - {kpi: on-time, target: ">= 98%"}
          - {kpi: transit, target: "<= 1 h"}
        steps:
          - {id: deliver, name: Deliver the parcel, quality: [{standard: On the day promised, measure: on-time}]}
        kpis:
          - {id: on-time, name: Delivered on time, unit: "% of parcels", target: ">= 96%"}
          - {id: transit, name: Time in transit, unit: minutes}
    """
    near = (
        """
        process: 快递
        name: 包裹投递
        objectives:
          - {kpi: 时效, target: "<= 24 小时"}
          - {kpi: 破损, target: "<= 3"}
          - {kpi: 得分, target: ">= 90 分"}
          - {kpi: 未知, target: ">= 90 分"}
        steps:
          - {id: 投递, name: 投递包裹}
        kpis:
          - {id: 时效, name: 投递时长, unit: 分钟}
          - {id: 破损, name: 破损件数, unit: 件}
          - {id: 得分, name: 神秘顾客得分, unit: {en: points, zh-Hans: 分}}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each target of the process, its KPIs among them, in a unit that its KPI is not measured in."""
        known = known_kpis(context)
        for use in uses(context.process):
            found = known.get(use.kpi)
            if found is not None and use.target is not None:
                yield from _compared((*use.route, "target"), use.target, found[0], related=found[1])
        for route, kpi in process_kpis(context.process):
            for key, target in targets_of(kpi):
                yield from _compared((*route, key), target, kpi)

    def check_shared(self, shared: Shared) -> Iterator[Problem]:
        """Yield each target of a KPI of the catalogues in another unit than its own."""
        for path, route, kpi in shared_kpis(shared):
            for key, target in targets_of(kpi):
                yield from _compared((*route, key), target, kpi, path)


def _compared(
    route: Route, target: Target, kpi: Kpi, path: str | None = None, related: Route | Place | None = None
) -> Iterator[Problem]:
    units = other_unit(target, kpi)
    if units is None:
        return
    message = msg(
        "‘{target}’ is set in ‘{unit}’, and the KPI `{kpi}` is measured in ‘{measured}’",
        target=target,
        unit=units[0],
        kpi=kpi.id,
        measured=units[1],
    )
    places = ((related, msg("the KPI")),) if related is not None else ()
    yield Problem(route, message, msg("set the target in the unit of its KPI"), related=places, path=path)
