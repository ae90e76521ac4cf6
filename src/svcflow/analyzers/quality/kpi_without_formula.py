"""A KPI does not say how it is computed."""

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

__all__ = ["KpiWithoutFormula"]


class KpiWithoutFormula(ProcessRule):
    """A KPI does not say how it is computed.

    The KPIs of the process and of the catalogues are looked at.

    Why: Two departments report the same KPI and mean different things: one counts the calls answered, the other
    the calls answered in time.

    Fix: Write `formula:` as a fraction, with what is counted above and below: `answers of 4 or 5 / all answers`.
    """

    code = "Q301"
    name = "kpi-without-formula"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: gym
        name: Trial training
        steps:
          - {id: train, name: Train with the guest}
        kpis:
          - id: conversion  #!
            name: Trials that become members
            target: ">= 30%"
        ---
        catalog: gym
        kpis:
          - id: csat  #!
            name: Satisfaction
    """
    good = """
        process: gym
        name: Trial training
        steps:
          - {id: train, name: Train with the guest}
        kpis:
          - {id: conversion, name: Trials that become members, formula: contracts within 14 days / trials}
    """
    near = (
        """
        process: 体验课
        name: 健身体验课
        steps:
          - {id: 上课, name: 带领体验, quality: [{standard: 全程陪同, measure: 未定义的指标}]}
        ---
        catalog: 健身房
        kpis:
          - {id: 转化率, name: 体验转化率, formula: 14 天内签约数 / 体验人数}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each KPI of the process without it."""
        for route, kpi in process_kpis(context.process):
            if kpi.formula is None:
                yield _problem(route, context.text(kpi.name))

    def check_shared(self, shared: Shared) -> Iterator[Problem]:
        """Yield each KPI of the catalogues without it."""
        for path, route, kpi in shared_kpis(shared):
            if kpi.formula is None:
                yield _problem(route, kpi.name, path)


def _problem(route: Route, kpi: str, path: str | None = None) -> Problem:
    message = msg("nobody says how ‘{kpi}’ is computed", kpi=kpi)
    return Problem(
        (*route, "id"), message, msg("write `formula:`, what is counted divided by what"), path=path
    )
