"""What a process graph is made of: nodes and the flows between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.finding import Route
    from svcflow.model.step import Step

__all__ = ["Flow", "FlowKind", "Node"]


class FlowKind(StrEnum):
    """Why a flow is taken."""

    SEQUENCE = "sequence"
    """The step is done; of a parallel step, all of them are taken."""
    BRANCH = "branch"
    """A condition holds."""
    OTHERWISE = "otherwise"
    """No condition holds."""
    EVENT = "event"
    """The awaited event has come."""
    TIMEOUT = "timeout"
    """The longest wait is over."""
    EXCEPTION = "exception"
    """Something went wrong in the step."""


@dataclass(frozen=True, slots=True)
class Node:
    """A step in its place: ``index`` counts from 0 in the order of the file."""

    id: str
    index: int
    step: Step

    @property
    def route(self) -> Route:
        """The way from the process to the step."""
        return ("steps", self.index)

    @property
    def roles(self) -> frozenset[str]:
        """The ids of the roles that may act in it."""
        return frozenset(self.step.role)


@dataclass(frozen=True, slots=True)
class Flow:
    """One way on from a node.

    ``target`` is None where the process ends; ``unknown`` is then the id that was written and that no step has.
    ``implicit`` flows are unwritten: on to the next step of the list.
    """

    index: int
    source: str
    target: str | None
    kind: FlowKind
    route: Route
    label: str | None = None
    share: float | None = None
    limit: int | None = None
    implicit: bool = False
    unknown: str | None = None
