"""What can be wrong with a net, each with the run that leads there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from svcflow.graph.net import Arc

__all__ = ["DeadSteps", "Deadlock", "Endless", "Firing", "Run", "RunsTwice", "Soundness", "Waiting"]


@dataclass(frozen=True, slots=True)
class Firing:
    """A node that ran, and the arcs on which it went on (those that end the process among them)."""

    node: str
    arcs: tuple[Arc, ...]


Run: TypeAlias = tuple[Firing, ...]
"""Nodes in an order in which they can run from the start."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A join that waits for ever: on ``arrived`` it has its tokens, on ``missing`` none can come any more."""

    node: str
    missing: tuple[Arc, ...]
    arrived: tuple[Arc, ...]


@dataclass(frozen=True, slots=True)
class Deadlock:
    """After the run something has been started that is not done, and nothing can go on."""

    run: Run
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class RunsTwice:
    """After the run a second token is before the node while the first one has not been taken up.

    Nodes behind another such node are left out. Of several, the first run is the shortest there is; since the faults
    act on each other, a later one may now and then have a step to spare.
    """

    run: Run
    node: str


@dataclass(frozen=True, slots=True)
class Endless:
    """After the run only ``nodes`` ever run, for ever: the process cannot end any more."""

    run: Run
    nodes: frozenset[str]


@dataclass(frozen=True, slots=True)
class DeadSteps:
    """Nodes that arcs lead to and that no run ever comes to, because it stops or circles before."""

    nodes: frozenset[str]
    because: Deadlock | Endless | None


@dataclass(frozen=True, slots=True)
class Soundness:
    """The verdict on a net. Problems of a kind are in order of the length of their runs.

    Where ``decided`` is False the search was stopped at its limit: what is listed is true, and there may be more.
    Where ``shortest`` is False the runs of some problems may be longer than need be. Dead steps are only looked for in
    a net where no step runs twice.
    """

    decided: bool
    states: int
    unreachable: frozenset[str]
    deadlocks: tuple[Deadlock, ...] = ()
    runs_twice: tuple[RunsTwice, ...] = ()
    endless: tuple[Endless, ...] = ()
    dead_steps: tuple[DeadSteps, ...] = ()
    shortest: bool = True

    @property
    def sound(self) -> bool:
        """Whether it is certain that every run can end, leaves nothing behind, and every reached step can run."""
        return self.decided and not (self.deadlocks or self.runs_twice or self.endless or self.dead_steps)
