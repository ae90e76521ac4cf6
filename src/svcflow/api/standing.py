"""Where the processes of a folder stand."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from svcflow.api.analysing import ANALYSIS_FORMATS, made_of
from svcflow.api.choices import chosen
from svcflow.api.languages import message_language
from svcflow.api.linting import lint
from svcflow.api.made import Made
from svcflow.api.processes import open_processes
from svcflow.i18n import msg
from svcflow.model.text import say

__all__ = ["status"]


def status(
    path: str | os.PathLike[str] = ".",
    format: str = "text",
    *,
    language: str | None = None,
    width: int = 100,
    today: dt.date | None = None,
) -> Made:
    """Return version, state, approvals, review, findings and the profiles passed, for each process of a path.

    Findings are those of the strictest profile, as the settings of the workspace leave them. Raises `CannotDo` for a
    path that cannot be used, and for an unknown format or language.
    """
    from svcflow.documents.status import Standing, status_outline

    chosen(format, ANALYSIS_FORMATS, lambda name: msg("there is no format `{name}`", name=name))
    place = Path(path)
    opened = list(open_processes(place))
    found = lint([place], profile="audit", today=today).findings
    standings = [
        Standing(one.context, tuple(f for f in found if f.place.path == one.context.path)) for one in opened
    ]
    spoken = message_language(language, place)
    settings = opened[0].workspace.settings
    organization = say(settings.organization, spoken) if settings.organization else ""
    outline = status_outline(standings, spoken, organization, today or dt.datetime.now().astimezone().date())
    return made_of(outline, "status", format, width)
