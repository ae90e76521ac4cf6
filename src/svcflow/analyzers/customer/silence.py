"""How long the customer may hear nothing, from one contact to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from svcflow.analyzers.customer.contact import is_contact
from svcflow.graph.elements import FlowKind
from svcflow.model.duration import Duration
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph.elements import Node

__all__ = ["Silence", "silences"]

_NO_TIME = Duration()


class Silence(NamedTuple):
    """The time since the last contact, on the slowest way from it.

    ``until`` is when it ends if the contact were at the opening of an ordinary Monday, ``time`` the sum of what the
    steps may take, ``since`` the last contact.
    """

    until: dt.datetime
    time: Duration
    since: str


def silences(context: ProcessContext) -> Iterator[tuple[str, Silence]]:
    """Yield each contact with the silence before it, in the order of the flow; ways back are left out.

    Nobody waits before the first contact. Where flows meet, the slowest way counts; at a step that joins them, the
    branch with the latest contact. Within a contact nobody waits, however long it takes.
    """
    graph = context.graph
    after: dict[str, Silence | None] = {}
    for id in graph.order:
        node = graph.nodes[id]
        before = _before(context, node, after)
        if is_contact(context, node.step):
            if before is not None:
                yield id, before
            after[id] = Silence(context.timing.start, _NO_TIME, id)
        else:
            after[id] = _passed(context, node, before)


def _before(context: ProcessContext, node: Node, after: dict[str, Silence | None]) -> Silence | None:
    arriving = []
    for flow in context.graph.incoming[node.id]:
        silence = after.get(flow.source)
        if (
            silence is not None
            and flow.kind is not FlowKind.EXCEPTION
            and flow.index not in context.graph.back_flows
        ):
            arriving.append(silence)
    if not arriving:
        return None
    return (min if node.step.join else max)(arriving, key=lambda silence: silence.until)


def _passed(context: ProcessContext, node: Node, silence: Silence | None) -> Silence | None:
    step, timing = node.step, context.timing
    if silence is None:
        return None
    if step.kind is StepKind.WAIT and (step.remind or silence.time == _NO_TIME):
        return Silence(timing.start, _NO_TIME, silence.since)
    time = timing.allowed(step)
    if time is None:
        return silence
    return Silence(timing.calendar_of(step).add(silence.until, time), silence.time + time, silence.since)
