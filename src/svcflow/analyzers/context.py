"""What a rule sees: a process with its graph and everything it refers to, or the workspace as a whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from svcflow.finding import Place
from svcflow.graph import ProcessGraph
from svcflow.graph.data_flow import DataFlow
from svcflow.graph.timing import Timing
from svcflow.model.text import say
from svcflow.model.vocabulary import Line
from svcflow.model.workspace import WorkspaceFile

if TYPE_CHECKING:
    from svcflow.finding import Route
    from svcflow.graph.elements import Flow, Node
    from svcflow.load.shared import Shared
    from svcflow.load.summary import ProcessSummary
    from svcflow.model.calendar import Calendar
    from svcflow.model.process import Process
    from svcflow.model.role import Role
    from svcflow.model.step import Step

__all__ = ["ProcessContext", "WorkspaceContext"]

_LONGEST_NAME = 40


@lru_cache(maxsize=1)
def _no_settings() -> WorkspaceFile:
    return WorkspaceFile()


def _nobody(_id: str) -> ProcessContext | None:
    return None


class ProcessContext:
    """One process, ready for checking; also what views and documents are made from."""

    def __init__(
        self,
        process: Process,
        shared: Shared,
        path: str = "",
        language: str = "en",
        settings: WorkspaceFile | None = None,
        today: dt.date | None = None,
    ) -> None:
        self.settings = settings or _no_settings()
        self.today = today or dt.datetime.now(dt.UTC).astimezone().date()
        self.process = process
        self.shared = shared
        self.path = path
        self.language = process.language or language
        self.graph = ProcessGraph(process)
        self.find: Callable[[str], ProcessContext | None] = _nobody
        """Gives another process of the workspace by its id, where whoever opened this one can tell."""

    def steps(self) -> Iterator[tuple[Route, Step]]:
        """Yield every step with its route, in the order of the file (also those that repeat an id)."""
        return iter(self._steps)

    @cached_property
    def _steps(self) -> tuple[tuple[Route, Step], ...]:
        return tuple((("steps", index), step) for index, step in enumerate(self.process.steps))

    @cached_property
    def _customers(self) -> frozenset[str]:
        return frozenset(id for id, role in self.roles.items() if role.line is Line.CUSTOMER)

    def nodes(self) -> Iterator[Node]:
        """Yield the nodes that a run can reach, in the order of the file."""
        return (node for node in self.graph.nodes.values() if node.id in self.graph.reachable)

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """All roles known here: those of the process before those of the catalogues."""
        return {**{id: entry.value for id, entry in self.shared.roles.items()}, **self.process.roles}

    @cached_property
    def calendars(self) -> Mapping[str, Calendar]:
        """All calendars known here: those of the process before those of the catalogues."""
        return {**{id: entry.value for id, entry in self.shared.calendars.items()}, **self.process.calendars}

    @cached_property
    def data(self) -> DataFlow:
        """Which artifacts are there before each step.

        What the first step needs and no step makes is what the process starts with, also where `inputs` do not say so.
        """
        given = {id for id, entry in self.shared.artifacts.items() if entry.value.external}
        made = {artifact for step in self.process.steps for artifact in step.outputs}
        brought = set(self.process.steps[0].inputs) - made
        return DataFlow(self.graph, frozenset(given.union(self.process.inputs, brought)))

    @cached_property
    def timing(self) -> Timing:
        """How long the process takes by what its steps promise."""
        return Timing(self.graph, self.calendars)

    def role(self, id: str) -> Role | None:
        """Return a role, None when nobody defined it."""
        return self.roles.get(id)

    def role_place(self, id: str) -> Route | Place | None:
        """Return where a role is defined."""
        if id in self.process.roles:
            return ("roles", id)
        entry = self.shared.roles.get(id)
        return entry.place if entry else None

    def role_name(self, id: str) -> str:
        """Return a role's name in the process's language; its id when nobody defined it."""
        role = self.role(id)
        return say(role.name, self.language) if role else id

    def department(self, role: str) -> str | None:
        """Return the name of a role's department, None when it has none."""
        found = self.role(role)
        if found is None or found.department is None:
            return None
        entry = self.shared.departments.get(found.department)
        return say(entry.value.name, self.language) if entry else found.department

    def line(self, role: str) -> Line | None:
        """Return on which side of the blueprint's lines a role works, None when nobody said."""
        found = self.role(role)
        return found.line if found else None

    def is_customer(self, role: str) -> bool:
        """Tell whether a role is the one served."""
        return role in self._customers

    def by_customer(self, step: Step) -> bool:
        """Tell whether only customers act in a step."""
        return bool(step.role) and all(self.is_customer(role) for role in step.role)

    def raci(self, step: Step) -> dict[str, tuple[str, ...]]:
        """Return who is responsible (R), accountable (A), consulted (C) and informed (I) in a step.

        The process's owner answers for every step that names nobody else; for what customers do, nobody does.
        """
        owner = self.process.owner
        accountable = step.accountable
        if not accountable and owner and step.role and not self.by_customer(step):
            accountable = (owner,)
        return {"R": step.role, "A": accountable, "C": step.consulted, "I": step.informed}

    def text(self, text: str) -> str:
        """Return a text of the process in the process's language."""
        return say(text, self.language)

    def step_name(self, id: str) -> str:
        """Return a step's name for a message: in the process's language, shortened when very long."""
        node = self.graph.nodes.get(id)
        if node is None:
            return id
        name = " ".join(say(node.step.name, self.language).split())
        return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"

    def run_text(self, ids: tuple[str, ...] | list[str]) -> str:
        """Return a run through steps as people read it: "receive → triage → escalate"."""
        return " → ".join(self.step_name(id) for id in ids)

    def flow_text(self, flow: Flow) -> str:
        """Return what leads along a flow: its condition, or the name of the step it leads to."""
        if flow.label is not None:
            return say(flow.label, self.language)
        return self.step_name(flow.target) if flow.target else "end"


@dataclass(frozen=True, slots=True)
class WorkspaceContext:
    """All processes of a workspace from outside, for the rules about how they fit together."""

    processes: tuple[ProcessSummary, ...]
    shared: Shared

    def by_id(self) -> dict[str, ProcessSummary]:
        """Return the processes by id; of several with the same id, the first."""
        found: dict[str, ProcessSummary] = {}
        for process in self.processes:
            found.setdefault(process.id, process)
        return found
