"""The signs on a service blueprint: standard times, waits, fail points, moments of truth, emotion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.model.vocabulary import StepKind
from svcflow.views.diagram import Badge, BadgeKind

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import Node
    from svcflow.model.duration import Duration
    from svcflow.views.wording import Wording

__all__ = ["Signs"]

_QUESTIONS = {StepKind.DECISION, StepKind.PARALLEL, StepKind.INCLUSIVE}


class Signs:
    """Which signs stand on a step, and which on what the customer does in it."""

    def __init__(self, context: ProcessContext, words: Wording) -> None:
        self._graph, self._words = context.graph, words
        self._at_risk = {step for risk in context.process.risks for step in risk.step}
        self._agreed = {
            id(handoff.flows[-1]): context.process.handoffs[handoff.agreement].within
            for handoff in context.graph.handoffs
            if handoff.agreement is not None
        }

    def of_step(self, node: Node, *, meets: bool) -> tuple[Badge, ...]:
        """Return the signs of a step; with ``meets`` those of the customer too, who has no box of their own."""
        return (*(self.of_customer(node) if meets else ()), *self._of_work(node))

    def of_customer(self, node: Node) -> tuple[Badge, ...]:
        """Return how the customer feels, and whether this is where they judge the service."""
        touch, badges = node.step.touchpoint, []
        if touch and touch.emotion is not None:
            badges.append(Badge(BadgeKind.EMOTION, _grade(touch.emotion)))
        if touch and touch.moment_of_truth:
            badges.append(Badge(BadgeKind.MOMENT_OF_TRUTH))
        return tuple(badges)

    def said(self, node: Node) -> list[str]:
        """Return the signs of the customer in words."""
        touch, t = node.step.touchpoint, self._words.t
        if touch is None:
            return []
        moment = t.term("moment of truth") if touch.moment_of_truth else ""
        felt = (
            ""
            if touch.emotion is None
            else t("how the customer feels: {grade}").format(grade=_grade(touch.emotion))
        )
        return [text for text in (moment, felt) if text]

    def _of_work(self, node: Node) -> Iterator[Badge]:
        step, wait = node.step, self._wait(node)
        if wait and step.kind not in _QUESTIONS:  # the corners of a diamond hold little
            yield Badge(BadgeKind.WAIT_POINT, self._words.short_time(wait))
        if step.exceptions or step.id in self._at_risk:
            yield Badge(BadgeKind.FAIL_POINT)
        if step.sla and step.sla.completion:
            yield Badge(BadgeKind.SLA, self._words.short_time(step.sla.completion))
        elif step.work:
            yield Badge(BadgeKind.WORK, self._words.short_time(step.work.expected))

    def _wait(self, node: Node) -> Duration | None:
        """Return how long it may take until a step begins, or how long the step itself waits."""
        step = node.step
        if step.for_ or step.at_most:
            return step.for_ or (step.at_most.time if step.at_most else None)
        times = [self._agreed.get(id(flow)) for flow in self._graph.incoming[node.id]]
        times.append(step.sla.response if step.sla else None)
        return max(filter(None, times), key=lambda time: time.nominal(), default=None)


def _grade(emotion: int) -> str:
    """Return a grade from -3 to 3 with its sign."""
    return f"+{emotion}" if emotion > 0 else f"\N{MINUS SIGN}{-emotion}" if emotion else "0"
