"""What lint found, as the site shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.exporters.site.record import FindingRecord

if TYPE_CHECKING:
    from svcflow.finding import Finding
    from svcflow.i18n import Translator
    from svcflow.model.process import Process

__all__ = ["finding_record"]


def finding_record(finding: Finding, process: Process | None, t: Translator) -> FindingRecord:
    """Return a finding in a language; ``process`` is the one it lies in, if any."""
    place = finding.place
    return FindingRecord(
        finding.code,
        finding.rule,
        finding.severity.value,
        finding.message.render(t),
        finding.help.render(t) if finding.help else "",
        place.path.replace("\\", "/").rsplit("/", 1)[-1],
        place.span.line if place.span else 0,
        _step(place.route, process),
    )


def _step(route: tuple[str | int, ...], process: Process | None) -> str:
    """Return the id of the step in which a route ends; empty where it is in none."""
    if process is None or len(route) < 2 or route[0] != "steps" or not isinstance(route[1], int):
        return ""
    return process.steps[route[1]].id if route[1] < len(process.steps) else ""
