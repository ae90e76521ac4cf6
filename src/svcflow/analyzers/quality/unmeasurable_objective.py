"""Nobody can tell whether an objective is reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.quality.kpis import known_kpis
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["UnmeasurableObjective"]


class UnmeasurableObjective(ProcessRule):
    """Nobody can tell whether an objective is reached.

    Its KPI is defined neither in the process nor in a catalogue, or its target is no comparison with a number.

    Why: An objective that cannot be missed changes nothing.

    Fix: Define the KPI with formula and source, and write the target as a comparison, e.g. `target: ">= 80%"`.
    """

    code = "Q401"
    name = "unmeasurable-objective"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: refund
        name: Refund of a ticket
        objectives:
          - {kpi: satisfaction, target: as high as possible}  #!
          - {kpi: speed, target: "<= 3 d"}  #!
        steps:
          - {id: pay, name: Pay the money back}
        kpis:
          - {id: satisfaction, name: Satisfaction}
    """
    good = """
        process: refund
        name: Refund of a ticket
        objectives:
          - {kpi: satisfaction, target: ">= 90%"}
        steps:
          - {id: pay, name: Pay the money back}
        kpis:
          - {id: satisfaction, name: Satisfaction}
    """
    near = (
        """
        process: 退票
        name: 退票退款
        objectives:
          - {kpi: 满意度, target: 不低于 90%}
          - {kpi: 到账, target: 3 天以内}
        steps:
          - {id: 退款, name: 原路退款}
        kpis:
          - {id: 到账, name: 到账时间}
        ---
        catalog: 客运
        kpis:
          - {id: 满意度, name: 满意度}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each objective with an unknown KPI or an unreadable target."""
        known = known_kpis(context)
        for index, objective in enumerate(context.process.objectives):
            route = ("objectives", index)
            if objective.kpi not in known:
                guess = nearest(objective.kpi, known)
                if guess:
                    message = msg(
                        "the objective is measured by `{kpi}`, which nobody defined; did you mean `{guess}`?",
                        kpi=objective.kpi,
                        guess=guess,
                    )
                else:
                    message = msg(
                        "the objective is measured by `{kpi}`, which nobody defined", kpi=objective.kpi
                    )
                yield Problem((*route, "kpi"), message, msg("define it under `kpis`, here or in a catalogue"))
            elif objective.target.goal is None:
                message = msg(
                    "nobody can tell when ‘{target}’ is reached: it is no comparison with a number",
                    target=objective.target,
                )
                help = msg('write a comparison such as `">= 95%"` or `"< 3 min"`')
                yield Problem((*route, "target"), message, help)
