"""A target is no comparison with a number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.quality.kpis import measures, process_kpis, shared_kpis, targets_of
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.load.shared import Shared

__all__ = ["UnreadableTarget"]


class UnreadableTarget(ProcessRule):
    """A target is no comparison with a number.

    A target says how to compare, with which number, in which unit: `">= 95%"`, `"< 3 min"`, `不低于 98%`. It is
    looked at in measures and in KPIs (also `alarm`), those of the catalogues too; objectives have a rule of their
    own.

    Why: "High" and "as good as possible" are reached every month, whatever the figures say.

    Fix: Write a comparison in quotes, e.g. `target: ">= 95%"`.
    """

    code = "Q102"
    name = "unreadable-target"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: hotline
        name: Technical hotline
        steps:
          - id: answer
            name: Answer the call
            quality:
              - standard: Calls are answered at once
                measure: {kpi: pick-up, target: as fast as possible}  #!
        kpis:
          - id: pick-up
            name: Pick-up time
            target: "<= 20 s"
            alarm: much longer  #!
        ---
        catalog: hotline
        kpis:
          - id: solved
            name: Solved at first contact
            target: high  #!
    """
    good = """
        process: hotline
        name: Technical hotline
        steps:
          - id: answer
            name: Answer the call
            quality: [{standard: Calls are answered at once, measure: {kpi: pick-up, target: "<= 15 s"}}]
        kpis:
          - {id: pick-up, name: Pick-up time, target: "<= 20 s", alarm: "> 60 s"}
    """
    near = (
        """
        process: 热线
        name: 技术热线
        objectives:
          - {kpi: 接通率, target: 越高越好}
        steps:
          - {id: 接听, name: 接听来电}
        kpis:
          - {id: 接通率, name: 接通率, target: 不低于 95%, alarm: "<90%"}
          - {id: 满意度, name: 满意度, target: 90}
          - {id: 解决率, name: 一次解决率, target: 85%以上}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each target of a measure or KPI of the process that cannot be compared with."""
        for use in measures(context.process):
            if use.target is not None and use.target.goal is None:
                yield _problem((*use.route, "target"), use.target)
        for route, kpi in process_kpis(context.process):
            for key, target in targets_of(kpi):
                if target.goal is None:
                    yield _problem((*route, key), target)

    def check_shared(self, shared: Shared) -> Iterator[Problem]:
        """Yield each target of a KPI of the catalogues that cannot be compared with."""
        for path, route, kpi in shared_kpis(shared):
            for key, target in targets_of(kpi):
                if target.goal is None:
                    yield _problem((*route, key), target, path)


def _problem(route: Route, target: str, path: str | None = None) -> Problem:
    message = msg("‘{target}’ cannot be measured: it is no comparison with a number", target=target)
    return Problem(route, message, msg('write a comparison such as `">= 95%"` or `"< 3 min"`'), path=path)
