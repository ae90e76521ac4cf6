"""What a process that came from BPMN remembers of it, under ``x-bpmn``: kinds of nodes and events, expressions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from svcflow.exporters.bpmn.elements import Event, EventKind
from svcflow.interchange.bpmn.names import TASKS

if TYPE_CHECKING:
    from pydantic import BaseModel

    from svcflow.model.step import Step

__all__ = ["condition", "default_name", "end_event", "event", "interrupts", "remembered", "task"]

_KEY = "x-bpmn"
_THROWN = (EventKind.MESSAGE, EventKind.SIGNAL, EventKind.ESCALATION)
_AT_END = (*_THROWN, EventKind.ERROR, EventKind.TERMINATE)


def remembered(model: BaseModel) -> Mapping[str, Any]:
    """Return what a part of the process remembers; nothing where it was written by hand, or into something else."""
    kept = (model.model_extra or {}).get(_KEY)
    return kept if isinstance(kept, Mapping) else {}


def task(step: Step, name: str, usual: str) -> tuple[str, Event | None]:
    """Return the element that a task was, and its event if it was one that is thrown; else the usual one."""
    kept = remembered(step)
    kind = str(kept.get("type", ""))
    if kind in TASKS and usual != "callActivity":
        return kind, None
    if kind == "intermediateThrowEvent" and not any(case.goto for case in step.exceptions):
        return kind, _event(kept, name, _THROWN)
    return usual, None


def end_event(step: Step, name: str) -> Event | None:
    """Return what an end causes."""
    return _event(remembered(step), name, _AT_END)


def event(model: BaseModel, usual: Event) -> Event:
    """Return the event of an exception or a wait, as the kind that it was."""
    if usual.kind is EventKind.TIMER:
        return usual
    allowed = (
        EventKind.MESSAGE, EventKind.SIGNAL, EventKind.CONDITIONAL, EventKind.ESCALATION, EventKind.ERROR,
    )  # fmt: skip
    found = _event(remembered(model), usual.what, allowed)
    return replace(usual, kind=found.kind) if found else usual


def interrupts(model: BaseModel) -> bool:
    """Tell whether an exception interrupts its step: in svcflow it does."""
    return remembered(model).get("interrupting") is not False


def default_name(model: BaseModel | None) -> str:
    """Return what the way is called that is taken when no condition holds."""
    found = remembered(model).get("when") if model is not None else None
    return found if isinstance(found, str) else ""


def condition(model: BaseModel, usual: str) -> str:
    """Return the expression of a branch that an engine evaluates, where it is another than what people read."""
    found = remembered(model).get("condition")
    return found if isinstance(found, str) and found.strip() else usual


def _event(kept: Mapping[str, Any], name: str, allowed: tuple[EventKind, ...]) -> Event | None:
    said = kept.get("event")
    if not isinstance(said, str) or said not in allowed:
        return None
    about = kept.get("about")
    return Event(EventKind(said), about if isinstance(about, str) else name)
