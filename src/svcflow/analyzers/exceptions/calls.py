"""Who calls whom when a step is late or something goes wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.model.step import Step

__all__ = ["Call", "calls"]


class Call(NamedTuple):
    """An escalation: from a step to a role, and where it is written."""

    route: Route
    step: Step
    to: str


def calls(context: ProcessContext) -> Iterator[Call]:
    """Yield every escalation of a step's SLA and of its exceptions, in the order of the file."""
    for route, step in context.steps():
        if step.sla and step.sla.escalate:
            yield Call((*route, "sla", "escalate", "to"), step, step.sla.escalate.to)
        for index, case in enumerate(step.exceptions):
            if case.escalate:
                yield Call((*route, "exceptions", index, "escalate"), step, case.escalate)
