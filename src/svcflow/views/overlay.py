"""Overlays: what else is known of a process, laid over the picture of its flow.

Each takes a diagram and returns it with more badges, marks and tooltips on the steps; nodes and edges stay the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from svcflow.graph.visits import Visits
from svcflow.i18n import translator
from svcflow.model.vocabulary import RiskLevel
from svcflow.views.diagram import Badge, BadgeKind, Diagram, DNode, LegendEntry, Shape
from svcflow.views.wording import Wording

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Translator
    from svcflow.model.risk import Risk

__all__ = ["LONGEST", "Remark", "Weight", "with_findings", "with_risks", "with_times"]


class Weight(IntEnum):
    """How bad a remark is, from the worst."""

    ERROR = 0
    WARNING = 1
    INFO = 2


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said about a step, or, where ``step`` is empty, about the process as a whole."""

    step: str
    weight: Weight
    text: str


LONGEST = "longest"
"""The mark of steps on the longest run, and its sign in the legend."""
_SIGNS = {
    Weight.ERROR: BadgeKind.ERROR,
    Weight.WARNING: BadgeKind.WARNING,
    Weight.INFO: BadgeKind.INFO,
}


def with_findings(diagram: Diagram, remarks: Iterable[Remark]) -> Diagram:
    """Return the diagram with the remarks on the steps they hit: how many of the worst weight, all in the tooltip.

    What no node shows is counted in the title block.
    """
    t = translator(diagram.language)
    by_step: dict[str, list[Remark]] = {}
    for remark in sorted(remarks, key=lambda one: one.weight):
        by_step.setdefault(remark.step, []).append(remark)

    def change(node: DNode) -> DNode:
        hits = by_step.get(node.id)
        if not hits:
            return node
        worst = hits[0].weight
        count = sum(hit.weight is worst for hit in hits)
        sign = Badge(_SIGNS[worst], str(count) if count > 1 else "")
        lines = [node.tooltip, *(hit.text for hit in hits)]
        return _with(node, sign, f"finding-{worst.name.lower()}", "\n".join(filter(None, lines)))

    everything = [remark for hits in by_step.values() for remark in hits]
    elsewhere = sum(len(hits) for step, hits in by_step.items() if step not in diagram.index)
    facts = [_counted(t, everything)]
    if elsewhere:
        facts.append(t("{count} of them on the process as a whole").format(count=elsewhere))
    shown = {hits[0].weight for step, hits in by_step.items() if step in diagram.index}
    legend = tuple(LegendEntry(_SIGNS[weight], _weight(t, weight)) for weight in Weight if weight in shown)
    return _changed(diagram, change, tuple(facts), legend)


def _counted(t: Translator, remarks: list[Remark]) -> str:
    if not remarks:
        return t("nothing found")
    parts = [
        f"{_weight(t, weight)} {count}"
        for weight in Weight
        if (count := sum(remark.weight is weight for remark in remarks))
    ]
    return t(", ").join(parts)


def _weight(t: Translator, weight: Weight) -> str:
    return {Weight.ERROR: t("error"), Weight.WARNING: t("warning"), Weight.INFO: t("hint")}[weight]


def with_times(diagram: Diagram, context: ProcessContext) -> Diagram:
    """Return the diagram with the hands-on time of each step, how often it is run, and the longest run marked.

    How often follows from the shares of the branches (`Visits`), the longest run from what the steps promise
    (`Timing`).
    """
    t = translator(diagram.language)
    words = Wording(context, t, diagram.language)
    visits = Visits(context.graph)
    longest = set(context.timing.run_to(context.timing.last))

    def change(node: DNode) -> DNode:
        found = context.graph.nodes.get(node.id)
        if found is None:
            return node
        work = found.step.work
        often = visits.of.get(node.id)
        told = "" if often is None or 0.995 < often < 1.005 else f"×{often:.2f}".rstrip("0").rstrip(".")
        text = " ".join(filter(None, [words.short_time(work.expected) if work else "", told]))
        badges = [badge for badge in node.badges if badge.kind is not BadgeKind.WORK]
        sign = Badge(BadgeKind.WORK, text) if text and node.shape is not Shape.END else None
        mark = LONGEST if node.id in longest else ""
        return _with(replace(node, badges=tuple(badges)), sign, mark, node.tooltip)

    legend = (
        LegendEntry(BadgeKind.WORK, t("hands-on time, and how often a case comes here on average")),
        LegendEntry(LONGEST, t("the longest run by what the steps promise")),
    )
    known = {entry.sign for entry in legend}
    base = replace(diagram, legend=tuple(entry for entry in diagram.legend if entry.sign not in known))
    return _changed(base, change, (), legend if longest else legend[:1])


def with_risks(diagram: Diagram, context: ProcessContext) -> Diagram:
    """Return the diagram with the risks on their steps: their ids, and the gravest level as a mark."""
    t = translator(diagram.language)
    words = Wording(context, t, diagram.language)
    by_step: dict[str, list[tuple[str, Risk]]] = {}
    for place, risk in enumerate(context.process.risks, 1):
        for step in risk.step:
            by_step.setdefault(step, []).append((risk.id or f"R{place}", risk))

    def change(node: DNode) -> DNode:
        risks = by_step.get(node.id)
        if not risks:
            return node
        levels = [level for _, risk in risks if (level := _level(context, risk))]
        mark = f"risk-{max(levels, key=lambda level: level.rank).value}" if levels else ""
        sign = Badge(BadgeKind.RISK, " ".join(id for id, _ in risks))
        lines = [node.tooltip, *(f"{id}: {words.text(risk.what)}" for id, risk in risks)]
        return _with(node, sign, mark, "\n".join(filter(None, lines)))

    general = sum(not risk.step for risk in context.process.risks)
    facts = (t("{count} risks of the process as a whole").format(count=general),) if general else ()
    legend = (LegendEntry(BadgeKind.RISK, t("risks; the darker the step, the graver")),) if by_step else ()
    return _changed(diagram, change, facts, legend)


def _level(context: ProcessContext, risk: Risk) -> RiskLevel | None:
    if not risk.likelihood or not risk.impact:
        return None
    return context.settings.risk.level(risk.likelihood, risk.impact)


def _with(node: DNode, sign: Badge | None, mark: str, tooltip: str) -> DNode:
    badges = (sign, *node.badges) if sign else node.badges
    marks = (*node.marks, mark) if mark else node.marks
    return replace(node, badges=badges, marks=marks, tooltip=tooltip)


def _changed(
    diagram: Diagram,
    change: Callable[[DNode], DNode],
    facts: tuple[str, ...],
    legend: tuple[LegendEntry, ...],
) -> Diagram:
    return replace(
        diagram,
        nodes=tuple(map(change, diagram.nodes)),
        facts=(*facts, *diagram.facts),
        legend=(*diagram.legend, *legend),
    )
