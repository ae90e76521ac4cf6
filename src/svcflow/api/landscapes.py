"""The processes of a folder as one landscape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.api.choices import chosen
from svcflow.api.linting import lint
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.lint.ladder import passed
from svcflow.model.text import say
from svcflow.views.landscape import Coloring, Landmark, Landscape, landscape

if TYPE_CHECKING:
    from svcflow.api.processes import Opened
    from svcflow.finding import Finding

__all__ = ["landscape_of"]


def landscape_of(path: Path, opened: Sequence[Opened], language: str, coloring: str) -> Landscape:
    """Return the landscape of processes, at least one, read from a path.

    What lint finds is asked for only where the colours tell it: by the settings of the workspace for findings, at the
    strictest profile for maturity. Raises `CannotDo` for an unknown coloring.
    """
    colors = Coloring(
        chosen(coloring, tuple(Coloring), lambda name: msg("colours cannot tell `{name}`", name=name))
    )
    settings = opened[0].workspace.settings
    title = say(settings.organization, language) if settings.organization else path.resolve().name
    found: dict[str, list[Finding]] = {}
    if colors is not Coloring.STATUS:
        for finding in lint([path], profile="audit" if colors is Coloring.MATURITY else None).findings:
            found.setdefault(finding.place.path, []).append(finding)
    landmarks = [_landmark(one, found.get(one.context.path, [])) for one in opened]
    return landscape(landmarks, title, language, colors)


def _landmark(one: Opened, findings: list[Finding]) -> Landmark:
    counts = Counter(finding.severity for finding in findings)
    return Landmark(one.context, counts[Severity.ERROR], counts[Severity.WARNING], passed(findings))
