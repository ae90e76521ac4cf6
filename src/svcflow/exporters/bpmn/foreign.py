"""What a process that came from BPMN remembers of it, under ``x-bpmn``: kinds of nodes and events, expressions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from svcflow.exporters.bpmn.elements import Event, EventKind, Loop
from svcflow.interchange.bpmn.names import SUB_PROCESSES, TASKS
from svcflow.interchange.bpmn.times import length_of
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from pydantic import BaseModel

    from svcflow.model.process import Process
    from svcflow.model.step import Step

__all__ = [
    "AT_BORDER",
    "CAUGHT",
    "condition",
    "default_name",
    "end_event",
    "event",
    "gateway",
    "interrupts",
    "loop",
    "merge",
    "remembered",
    "said",
    "starts",
    "task",
]

_KEY = "x-bpmn"
CAUGHT = (EventKind.MESSAGE, EventKind.TIMER, EventKind.SIGNAL, EventKind.CONDITIONAL)
"""What a flow can wait for."""
AT_BORDER = (*CAUGHT, EventKind.ESCALATION, EventKind.ERROR, EventKind.CANCEL)
_STARTING = (*CAUGHT, EventKind.ESCALATION, EventKind.ERROR, EventKind.COMPENSATION)
_THROWN = (EventKind.MESSAGE, EventKind.SIGNAL, EventKind.ESCALATION, EventKind.COMPENSATION)
_AT_END = (*_THROWN, EventKind.ERROR, EventKind.CANCEL, EventKind.TERMINATE)
_TIMES = ("duration", "date", "cycle")
_LOOPS = ("loop", "parallel", "sequential")
_MERGES = ("exclusiveGateway", "parallelGateway", "inclusiveGateway", "complexGateway")


def remembered(model: BaseModel) -> Mapping[str, Any]:
    """Return what a part of the process remembers; nothing where it was written by hand, or into something else."""
    return _mapping((model.model_extra or {}).get(_KEY))


def said(model: BaseModel, key: str) -> str:
    """Return one text of what a part of the process remembers, empty where there is none."""
    return _text(remembered(model).get(key))


def task(step: Step, name: str, usual: str) -> tuple[str, Event | None]:
    """Return the element that a task was, and its event if it was one that is thrown; else the usual one."""
    kept = remembered(step)
    kind = _text(kept.get("type"))
    if usual != "callActivity" and kind in (*TASKS, *SUB_PROCESSES):
        return kind, None
    if kind == "intermediateThrowEvent" and not any(case.goto for case in step.exceptions):
        return kind, _event(kept, name, _THROWN)
    return usual, None


def gateway(step: Step, usual: str) -> str:
    """Return the gateway that a step was: a merge that is kept as a step, or one with a rule of its own."""
    kind = said(step, "type")
    merges = step.kind is StepKind.PARALLEL and len(step.next) < 2 and kind in _MERGES
    return kind if merges or (step.kind is StepKind.INCLUSIVE and kind == "complexGateway") else usual


def merge(step: Step, usual: str) -> tuple[str, str]:
    """Return kind and name of the gateway through which flows come to a step."""
    kept = remembered(step).get("merge")
    kind = _text(_mapping(kept).get("type"))
    fits = kind in _MERGES and (kind != "parallelGateway" or usual == kind)
    return kind if fits else usual, _text(_mapping(kept).get("name", kept))


def end_event(step: Step, name: str) -> Event | None:
    """Return what an end causes."""
    return _event(remembered(step), name, _AT_END)


def event(model: BaseModel, usual: Event, allowed: Collection[EventKind]) -> Event:
    """Return an event as what it was; ``usual`` is what it is where nothing is remembered."""
    kept = remembered(model)
    found = _event({"event": str(usual.kind), **kept}, usual.what, allowed)
    if found is None:
        return usual
    if usual.time is None:
        return found
    kind, expression = found.expression
    same = kind and length_of(expression) == usual.time.short()
    return replace(usual, also=found.also, expression=(kind, expression) if same else ("", ""))


def starts(process: Process) -> Iterator[tuple[str, Event | None, bool]]:
    """Yield name and event of each start, and whether it interrupts what an event sub-process stands in."""
    kept = remembered(process).get("start")
    for entry in kept if isinstance(kept, list) else (kept,):
        if isinstance(entry, Mapping):
            name = _text(entry.get("name"))
            yield name, _event(entry, name, _STARTING), entry.get("interrupting") is not False


def interrupts(model: BaseModel) -> bool:
    """Tell whether an exception interrupts its step: in svcflow it does."""
    return remembered(model).get("interrupting") is not False


def loop(step: Step) -> Loop | None:
    """Return how a step is repeated."""
    kept = remembered(step).get("repeated")
    kind = _text(_mapping(kept).get("as", kept))
    if kind not in _LOOPS:
        return None
    return Loop(kind, _text(_mapping(kept).get("by")), _text(_mapping(kept).get("until")))


def default_name(model: BaseModel | None) -> str:
    """Return what the way is called that is taken when no condition holds."""
    return said(model, "when") if model is not None else ""


def condition(model: BaseModel, usual: str) -> str:
    """Return the expression of a branch that an engine evaluates, where it is another than what people read."""
    found = said(model, "condition")
    return found if found.strip() else usual


def _event(kept: Mapping[str, Any], name: str, allowed: Collection[EventKind]) -> Event | None:
    told = kept.get("event")
    kinds = [EventKind(one) for one in _texts(told) if one in _KINDS]
    if not kinds or not set(kinds) <= set(allowed):
        return None
    timer = _mapping(kept.get("timer"))
    time = next(((one, _text(timer[one])) for one in _TIMES if _text(timer.get(one)).strip()), ("", ""))
    about = [*_texts(kept.get("about")), *[name] * len(kinds)]
    code = _text(kept.get("code"))
    events = [Event(kind, what, None, code, time) for kind, what in zip(kinds, about, strict=False)]
    return replace(events[0], also=tuple(events[1:]))


_KINDS = frozenset(str(kind) for kind in EventKind if kind)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Any) -> list[str]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]
