"""What comes out of a foreign file: processes as data, the places they came from, and what was lost on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from svcflow.finding import Route, Severity, Span
from svcflow.i18n import Message

__all__ = ["Foreign", "ImportProblem", "Imported", "Loss", "start_of"]


class Loss(StrEnum):
    """The kinds of problems of a foreign file: stable names, for reports, settings and tests."""

    UNREADABLE = "foreign-unreadable"
    """The file, or the rest of it, cannot be read at all."""
    BROKEN = "foreign-broken"
    """The file contradicts itself: a reference leads nowhere, an id stands twice, a part is missing."""
    CHANGED = "foreign-changed"
    """What it says was said in another way, and a person should look whether it still means the same."""
    LOST = "foreign-lost"
    """svcflow's format cannot say it; it was kept under an extension key (``x-…``) or left out, as the message says."""
    UNCLEAR = "foreign-unclear"
    """Others may read it in another way than it was meant: a join that joins nothing, a name that is missing."""

    @property
    def code(self) -> str:
        """The short code, for reports."""
        return _CODES[self]

    @property
    def severity(self) -> Severity:
        """How bad it usually is."""
        return _SEVERITIES[self]


_CODES = {
    Loss.UNREADABLE: "S401",
    Loss.BROKEN: "S402",
    Loss.CHANGED: "S403",
    Loss.LOST: "S404",
    Loss.UNCLEAR: "S405",
}
_SEVERITIES = {
    Loss.UNREADABLE: Severity.ERROR,
    Loss.BROKEN: Severity.WARNING,
    Loss.CHANGED: Severity.INFO,
    Loss.LOST: Severity.INFO,
    Loss.UNCLEAR: Severity.WARNING,
}


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """One thing that was broken, changed or lost: of which kind, what, in which element, where, and what to do."""

    loss: Loss
    message: Message
    span: Span
    element: str | None = None
    """The foreign id of the element it is about: BPMN's ``id``, a cell such as ``B7``."""
    help: Message | None = None
    severity: Severity | None = None
    """How bad it is, where it is not as bad as problems of its kind usually are."""


@dataclass(frozen=True, slots=True)
class Imported:
    """One process out of a foreign file.

    ``data`` is what the YAML of the process would hold: dicts, lists, texts, numbers; no empty values. ``places`` tells
    where in the foreign file the value at a route stands; of a route that is not there, its longest beginning counts.
    """

    name: str
    """The name of a file for it, without folder: ``lost-key.yaml``."""
    data: dict[str, Any]
    problems: tuple[ImportProblem, ...] = ()
    places: Mapping[Route, Span] = field(default_factory=dict)


def start_of(places: Mapping[Route, Span], route: Route) -> Span:
    """Return the place of a route, or of its longest beginning that has one; else the beginning of the file."""
    while route not in places and route:
        route = route[:-1]
    return places.get(route, Span(1, 1, 1, 1))


@dataclass(frozen=True, slots=True)
class Foreign:
    """A foreign file that was read: its text as lines are counted in it, its processes, and what it is about.

    ``problems`` are those of a file that gives no process at all; else they stand with the processes.
    """

    text: str = ""
    imported: tuple[Imported, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    comments: tuple[tuple[int, int, str], ...] = ()
    """Comments that speak to svcflow: line, column, text."""

    @property
    def all_problems(self) -> tuple[ImportProblem, ...]:
        """All problems, in the order of the file."""
        found = [*self.problems, *(problem for one in self.imported for problem in one.problems)]
        return tuple(sorted(found, key=lambda problem: problem.span))
