"""A KPI does not say where its figures come from."""

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

__all__ = ["KpiWithoutSource"]


class KpiWithoutSource(ProcessRule):
    """A KPI does not say where its figures come from.

    The KPIs of the process and of the catalogues are looked at.

    Why: A figure that somebody puts together by hand from memory cannot be checked, and nobody can give it when
    that person is away.

    Fix: Write `source:`, the report, the system or the record: `CRM report 12`.
    """

    code = "Q302"
    name = "kpi-without-source"
    severity = Severity.WARNING
    profile = Profile.AUDIT
    bad = """
        process: gym
        name: Trial training
        steps:
          - {id: train, name: Train with the guest}
        kpis:
          - id: conversion  #!
            name: Trials that become members
            formula: contracts within 14 days / trials
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
          - id: conversion
            name: Trials that become members
            formula: contracts within 14 days / trials
            source: Member system, report 3
    """
    near = (
        """
        process: 体验课
        name: 健身体验课
        steps:
          - {id: 上课, name: 带领体验, feedback: {method: 短信问卷, kpi: 满意度}}
        ---
        catalog: 健身房
        kpis:
          - {id: 满意度, name: 满意度, source: 会员系统报表 4}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each KPI of the process without it."""
        for route, kpi in process_kpis(context.process):
            if kpi.source is None:
                yield _problem(route, context.text(kpi.name))

    def check_shared(self, shared: Shared) -> Iterator[Problem]:
        """Yield each KPI of the catalogues without it."""
        for path, route, kpi in shared_kpis(shared):
            if kpi.source is None:
                yield _problem(route, kpi.name, path)


def _problem(route: Route, kpi: str, path: str | None = None) -> Problem:
    message = msg("nobody says where the figures for ‘{kpi}’ come from", kpi=kpi)
    return Problem((*route, "id"), message, msg("write `source:`, a report, a system or a record"), path=path)
