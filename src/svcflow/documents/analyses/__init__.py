"""What can be read from one process besides its procedure: one analysis a file, each a section of an outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from svcflow.documents.analyses import (
    budget,
    coverage,
    exceptions,
    handoffs,
    heat_map,
    moments,
    touchpoints,
    training,
    value,
)
from svcflow.documents.outline import Facts, Outline, Section
from svcflow.documents.sections import kpis, quality, raci, registers
from svcflow.documents.sop_context import SopContext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from svcflow.analyzers.context import ProcessContext

__all__ = ["ANALYSES", "analyses_outline"]

ANALYSES: Mapping[str, Callable[[SopContext], Section | None]] = {
    "raci": raci.section,
    "handoffs": handoffs.section,
    "budget": budget.section,
    "touchpoints": touchpoints.section,
    "moments": moments.section,
    "coverage": coverage.section,
    "exceptions": exceptions.section,
    "risks": heat_map.section,
    "training": training.section,
    "inspection": quality.section,
    "kpis": kpis.section,
    "value": value.section,
    "registers": registers.section,
}
"""The analyses of a process by name, in the order in which they are shown."""


def analyses_outline(
    context: ProcessContext, names: Iterable[str] = (), language: str | None = None, organization: str = ""
) -> Outline:
    """Return the analyses of a process (default: all) as a document; those without content are left out."""
    sop = SopContext(context, language)
    wanted = list(names) or list(ANALYSES)
    sections = [ANALYSES[name](sop) for name in wanted]
    control = Facts(
        ((sop.t("Process id"), context.process.process), (sop.t("Steps"), str(len(context.graph.nodes))))
    )
    return Outline(
        title=sop.text(context.process.name),
        kind=sop.t("Analysis"),
        language=sop.language,
        control=control,
        sections=tuple(section for section in sections if section is not None),
        organization=organization,
    )
