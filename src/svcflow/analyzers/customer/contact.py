"""Who the customer is in a process, and where they meet the service."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.model.vocabulary import Line

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.model.step import Step

__all__ = ["is_contact", "is_frontstage", "moments", "serves_customers", "touchpoints"]

_VISIBLE = {Line.CUSTOMER, Line.FRONTSTAGE}


def touchpoints(context: ProcessContext) -> Iterator[tuple[Route, Step]]:
    """Yield every step that has a touchpoint, with the route of the touchpoint."""
    for route, step in context.steps():
        if step.touchpoint is not None:
            yield (*route, "touchpoint"), step


def moments(context: ProcessContext) -> Iterator[tuple[Route, Step]]:
    """Yield every step that is a moment of truth, with the route of where it says so."""
    for route, step in touchpoints(context):
        if step.touchpoint and step.touchpoint.moment_of_truth:
            yield (*route, "moment_of_truth"), step


def serves_customers(context: ProcessContext) -> bool:
    """Tell whether customers take part: there is a touchpoint, or somebody works on their side of the counter."""
    return any(
        step.touchpoint is not None or any(context.line(role) in _VISIBLE for role in step.role)
        for step in context.process.steps
    )


def is_frontstage(context: ProcessContext, step: Step) -> bool:
    """Tell whether those who act in a step are seen by the customer while they do, and not all of them customers."""
    lines = {context.line(role) for role in step.role}
    return Line.FRONTSTAGE in lines and lines <= _VISIBLE


def is_contact(context: ProcessContext, step: Step) -> bool:
    """Tell whether the customer meets the service in a step, acts in it, or is kept informed of it."""
    return step.touchpoint is not None or any(map(context.is_customer, (*step.role, *step.informed)))
