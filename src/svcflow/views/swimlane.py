"""The swimlane diagram: a lane for each role, grouped by department, time runs to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.i18n import translator
from svcflow.model.text import say
from svcflow.model.vocabulary import Line as RoleLine
from svcflow.views.acting import AUTOMATIC, NOBODY, acting_roles
from svcflow.views.diagram import Diagram, Direction, Lane, Line
from svcflow.views.flow import FlowPicture
from svcflow.views.legend import legend

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.views.wording import Wording

__all__ = ["swimlane"]

_ORDER = [RoleLine.CUSTOMER, RoleLine.FRONTSTAGE, None, RoleLine.BACKSTAGE, RoleLine.SUPPORT]


def swimlane(context: ProcessContext, language: str | None = None) -> Diagram:
    """Return the swimlanes of a process, in its own language or another one that it has texts in."""
    lane_of = acting_roles(context)
    picture = FlowPicture(context, language, lane_of)
    nodes, edges = picture.nodes_and_edges(captions=False, notes=True)
    process, used = context.process, list(dict.fromkeys(lane_of.values()))
    t = translator(picture.language)
    return Diagram(
        title=say(process.name, picture.language),
        subtitle=say(process.purpose, picture.language) if process.purpose else "",
        facts=picture.words.facts(),
        nodes=nodes,
        edges=edges,
        lanes=tuple(
            _lane(context, role, picture.words, {NOBODY: t("No role named"), AUTOMATIC: t("Automatic")})
            for role in _ordered(context, used)
        ),
        legend=legend(nodes, edges, t),
        direction=Direction.RIGHT,
        language=picture.language,
    )


def _ordered(context: ProcessContext, roles: list[str]) -> list[str]:
    """Return the lanes from the customer inwards, those of a department together, else as they first act."""
    first: dict[str, tuple[int, int]] = {}
    for place, role in enumerate(roles):
        department = context.department(role) or f":{role}"
        own = (_rank(context, role), place)
        first[department] = min(first.get(department, own), own)

    def place_of(role: str) -> tuple[tuple[int, int], int, int]:
        department = context.department(role) or f":{role}"
        return (first[department], _rank(context, role), roles.index(role))

    return sorted(roles, key=place_of)


def _rank(context: ProcessContext, role: str) -> int:
    without_role = (AUTOMATIC, NOBODY)
    return (
        len(_ORDER) + without_role.index(role) if role in without_role else _ORDER.index(context.line(role))
    )


def _lane(context: ProcessContext, role: str, words: Wording, without_role: dict[str, str]) -> Lane:
    if role in without_role:
        return Lane(role, without_role[role])
    line = context.line(role)
    return Lane(role, words.role(role), words.department(role), Line(line.value) if line else Line.NONE)
