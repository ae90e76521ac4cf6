"""Runs in the words of the process: "Receive → Triage → branch ‘major’ → Escalate"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from svcflow.graph.elements import FlowKind
from svcflow.i18n import Message, msg

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph.net import Arc
    from svcflow.graph.problems import Firing, Run

__all__ = ["told_arcs", "told_run", "told_steps"]

_FIRST, _LAST = 3, 6
"""How many stations of a long run are named at its beginning and at its end."""


def told_run(context: ProcessContext, run: Run) -> Message:
    """Return a run, which must not be empty, with the branches taken on the way; a long one is shortened."""
    stations = [said for firing in run for said in _stations(context, firing)]
    if len(stations) > _FIRST + _LAST + 1:
        stations = [*stations[:_FIRST], "…", *stations[-_LAST:]]
    return _chain(stations)


def told_steps(context: ProcessContext, steps: Sequence[str]) -> Message:
    """Return steps that follow each other, at least one; a long row is shortened."""
    names: list[Message | str] = [context.step_name(step) for step in steps]
    if len(names) > _FIRST + _LAST + 1:
        names = [*names[:_FIRST], "…", *names[-_LAST:]]
    return _chain(names)


def told_arcs(context: ProcessContext, arcs: Sequence[Arc]) -> Message:
    """Return where flows come from: their steps, with the branch where a step has several; three at most."""
    said = list(dict.fromkeys(_origin(context, arc) for arc in arcs))
    first, *rest = said[:3] or [msg("something")]
    for other in rest:
        first = msg("{first} and {second}", first=first, second=other)
    return first


def _chain(stations: Sequence[Message | str]) -> Message:
    first, *rest = stations
    chain = first if isinstance(first, Message) else msg("{name}", name=first)
    for station in rest:
        chain = msg("{run} → {next}", run=chain, next=station)
    return chain


def _stations(context: ProcessContext, firing: Firing) -> Iterator[Message | str]:
    yield context.step_name(firing.node)
    outgoing = context.graph.outgoing[firing.node]
    if len(firing.arcs) < len(outgoing):
        yield from filter(None, (_branch(context, arc) for arc in firing.arcs))


def _branch(context: ProcessContext, arc: Arc) -> Message | None:
    flow = context.graph.flows[arc.index]
    if flow.kind is FlowKind.OTHERWISE:
        return msg("in all other cases")
    if flow.kind is FlowKind.TIMEOUT:
        return msg("time runs out")
    if flow.label is None:
        return None
    label = context.text(flow.label)
    return (
        msg("exception ‘{label}’", label=label)
        if flow.kind is FlowKind.EXCEPTION
        else msg("branch ‘{label}’", label=label)
    )


def _origin(context: ProcessContext, arc: Arc) -> Message:
    step = context.step_name(arc.source)
    branch = _branch(context, arc) if len(context.graph.outgoing[arc.source]) > 1 else None
    if branch is None:
        return msg("‘{step}’", step=step)
    return msg("‘{step}’ ({branch})", step=step, branch=branch)
