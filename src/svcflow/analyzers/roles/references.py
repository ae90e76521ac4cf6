"""Where a process names roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.model.process import Process
    from svcflow.model.step import Step

__all__ = ["role_references"]

_STEP_KEYS = ("role", "accountable", "consulted", "informed")


@lru_cache(maxsize=1)
def role_references(context: ProcessContext) -> tuple[tuple[Route, str], ...]:
    """Return every place where the process names a role, with the role's id, in the order of the file."""
    return tuple(_references(context.process))


def _references(process: Process) -> Iterator[tuple[Route, str]]:
    if process.owner:
        yield ("owner",), process.owner
    if process.sla and process.sla.escalate:
        yield ("sla", "escalate", "to"), process.sla.escalate.to
    for id, role in process.roles.items():
        yield from _listed(("roles", id, "deputy"), role.deputy)
        if role.reports_to:
            yield ("roles", id, "reports_to"), role.reports_to
    for index, step in enumerate(process.steps):
        yield from _in_step(step, ("steps", index))
    for kind, key in (
        ("risks", "owner"),
        ("inspection", "by"),
        ("improvements", "owner"),
        ("approvals", "role"),
    ):
        for index, item in enumerate(getattr(process, kind)):
            if named := getattr(item, key):
                yield (kind, index, key), named
    for index, training in enumerate(process.training):
        yield from _listed(("training", index, "who"), training.who)


def _in_step(step: Step, route: Route) -> Iterator[tuple[Route, str]]:
    for key in _STEP_KEYS:
        for index, id in enumerate(getattr(step, key)):
            yield (*route, key, index), id
    if step.sla and step.sla.escalate:
        yield (*route, "sla", "escalate", "to"), step.sla.escalate.to
    for index, case in enumerate(step.exceptions):
        if case.escalate:
            yield (*route, "exceptions", index, "escalate"), case.escalate
    for index, branch in enumerate(step.next):
        yield from _listed((*route, "next", index, "role"), branch.role)
    for index, reminder in enumerate(step.remind):
        if reminder.role:
            yield (*route, "remind", index, "role"), reminder.role


def _listed(route: Route, ids: Iterable[str]) -> Iterator[tuple[Route, str]]:
    for index, id in enumerate(ids):
        yield (*route, index), id
