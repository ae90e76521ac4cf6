"""What can be laid over the picture of a flow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from svcflow.finding import Severity
from svcflow.i18n import translator
from svcflow.views.diagram import Diagram
from svcflow.views.overlay import Remark, Weight, with_findings, with_risks, with_times

if TYPE_CHECKING:
    from svcflow.api.processes import Opened
    from svcflow.finding import Finding
    from svcflow.views.sheets.scenes import Sheet

__all__ = ["OVERLAYS", "overlaid"]

OVERLAYS = ("findings", "times", "risks")
"""The overlays, in the order in which they are laid."""
_WEIGHTS = {Severity.ERROR: Weight.ERROR, Severity.WARNING: Weight.WARNING, Severity.INFO: Weight.INFO}


def overlaid(opened: Opened, view: Diagram | Sheet, names: Sequence[str]) -> Diagram | Sheet:
    """Return a view with the overlays on it; sheets stay as they are."""
    if not isinstance(view, Diagram):
        return view
    if "risks" in names:
        view = with_risks(view, opened.context)
    if "times" in names:
        view = with_times(view, opened.context)
    if "findings" in names:
        view = with_findings(view, _remarks(opened, view.language))
    return view


def _remarks(opened: Opened, language: str) -> Iterator[Remark]:
    """Yield what `lint` finds in the file of a process, with the settings of its workspace."""
    from svcflow.api.linting import lint

    t = translator(language)
    steps = opened.context.process.steps
    for finding in lint([opened.file]).findings:
        text = f"{finding.rule}: {finding.message.render(t)}"
        yield Remark(_step(finding, [step.id for step in steps]), _WEIGHTS[finding.severity], text)


def _step(finding: Finding, ids: list[str]) -> str:
    """Return the step that a finding is about, empty when it is about the process."""
    route = finding.place.route
    number = route[1] if len(route) > 1 and route[0] == "steps" else None
    return ids[number] if isinstance(number, int) and number < len(ids) else ""
