"""A measure or a feedback names a KPI that nobody defined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.quality.kpis import known_kpis, uses
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["UnknownKpi"]


class UnknownKpi(ProcessRule):
    """A measure or a feedback names a KPI that nobody defined.

    KPIs are defined under `kpis` of the process or of a catalogue, each with its formula, source and target. A
    KPI that an objective names is looked at by another rule.

    Why: A standard that is measured by an unknown figure is not measured. Mostly it is a typing error, or the KPI
    was renamed in one place.

    Fix: Correct the id, or define the KPI: `kpis: [{id: …, name: …, formula: …, source: …, target: …}]`.
    """

    code = "Q101"
    name = "unknown-kpi"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: pharmacy
        name: Filling a prescription
        steps:
          - id: fill
            name: Fill the prescription
            quality:
              - standard: Every box is scanned
                measure: {kpi: scan-rat}  #!
              - {standard: No patient waits longer than 10 minutes, measure: waiting-time}
            feedback:
              method: Card at the counter
              kpi: satisfaction  #!
        kpis:
          - {id: scan-rate, name: Scanned boxes}
          - {id: waiting-time, name: Waiting time}
    """
    good = """
        process: pharmacy
        name: Filling a prescription
        steps:
          - id: fill
            name: Fill the prescription
            quality: [{standard: Every box is scanned, measure: scan-rate}]
            feedback: {method: Card at the counter, kpi: satisfaction}
        kpis:
          - {id: scan-rate, name: Scanned boxes}
        ---
        catalog: hospital
        kpis:
          - {id: satisfaction, name: Satisfaction of patients}
    """
    near = (
        """
        process: 发药
        name: 药房发药
        objectives:
          - {kpi: 差错率, target: "<= 0.01%"}
        steps:
          - id: 发药
            name: 核对并发药
            quality: [逐盒扫码核对]
            feedback: 窗口评价器
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each unknown KPI once, at the first place that names it."""
        known = known_kpis(context)
        seen = {*known, *(objective.kpi for objective in context.process.objectives)}
        for use in uses(context.process):
            if use.kpi in seen:
                continue
            seen.add(use.kpi)
            guess = nearest(use.kpi, known)
            if guess:
                message = msg("there is no KPI `{kpi}`; did you mean `{guess}`?", kpi=use.kpi, guess=guess)
            else:
                message = msg("there is no KPI `{kpi}`", kpi=use.kpi)
            yield Problem((*use.route, "kpi"), message, msg("define it under `kpis`, here or in a catalogue"))
