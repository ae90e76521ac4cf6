"""What other processes need to know of a process, small enough to be kept for thousands of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from svcflow.model.vocabulary import State, Status, StepKind

if TYPE_CHECKING:
    from svcflow.finding import Route
    from svcflow.model.process import Process

__all__ = ["ProcessSummary", "Reference", "outline", "summarize"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A process named in another one, and where."""

    process: str
    route: Route
    step: str | None = None


@dataclass(frozen=True, slots=True)
class ProcessSummary:
    """The outside of a process."""

    id: str
    path: str
    name: str
    status: Status | None
    state: State | None
    calls: tuple[Reference, ...]
    baseline: Reference | None
    segments: tuple[str, ...]
    roles: frozenset[str]

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The ids of the processes named in it."""
        named = (*self.calls, self.baseline) if self.baseline else self.calls
        return tuple(reference.process for reference in named)


def summarize(process: Process, path: str) -> ProcessSummary:
    """Return the summary of a process read from a file."""
    calls = tuple(
        Reference(step.process, ("steps", index, "process"), step.id)
        for index, step in enumerate(process.steps)
        if step.kind is StepKind.CALL and step.process is not None
    )
    return ProcessSummary(
        process.process,
        path,
        process.name,
        process.status,
        process.state,
        calls,
        Reference(process.baseline, ("baseline",)) if process.baseline else None,
        process.segments,
        frozenset(role for step in process.steps for role in step.role),
    )


def outline(id: str, path: str) -> ProcessSummary:
    """Return the summary of a process of which only the id could be read: it is there, and broken."""
    return ProcessSummary(id, path, id, None, None, (), None, (), frozenset())
