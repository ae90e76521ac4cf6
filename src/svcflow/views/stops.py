"""The columns of a journey map: every meeting of customer and service, in the order of the flow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from svcflow.graph.algorithms import reachable
from svcflow.graph.elements import FlowKind
from svcflow.i18n import msg
from svcflow.model.duration import Duration
from svcflow.model.vocabulary import ImprovementState, StepKind
from svcflow.views.main_way import MainWay
from svcflow.views.turns import turn_text, turns_text

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.governance import Improvement
    from svcflow.model.step import Step
    from svcflow.views.wording import Wording

__all__ = ["Row", "Stop", "Stops"]

_ACTS = {StepKind.TASK, StepKind.CALL, StepKind.WAIT}
_WORK = {StepKind.TASK, StepKind.CALL}
_STATES = {
    ImprovementState.ACCEPTED: msg("accepted"),
    ImprovementState.DONE: msg("done"),
    ImprovementState.IN_PROGRESS: msg("in progress"),
    ImprovementState.PROPOSED: msg("proposed"),
    ImprovementState.REJECTED: msg("rejected"),
}


class Row(StrEnum):
    """The rows of the map, in their order."""

    PHASE = "phase"
    ACTION = "action"
    WANT = "want"
    CHANNEL = "channel"
    EVIDENCE = "evidence"
    TIME = "time"
    EMOTION = "emotion"
    PAIN = "pain"
    STAFF = "staff"
    BACKSTAGE = "backstage"
    MEASURE = "measure"
    IDEA = "idea"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Stop:
    """A meeting of customer and service: one column. All texts are in the language of the reader.

    ``texts`` are those of every row but phase, action and emotion. ``only`` says when it happens, where it does not
    in most cases.
    """

    id: str
    number: str
    action: str
    phase: str = ""
    emotion: int | None = None
    moment: bool = False
    waits: bool = False
    only: str = ""
    texts: tuple[tuple[Row, tuple[str, ...]], ...] = ()

    def lines(self, row: Row) -> tuple[str, ...]:
        """Return the texts of a row."""
        return next((lines for own, lines in self.texts if own is row), ())


class Stops:
    """The meetings of one process, and what is told about each."""

    def __init__(self, context: ProcessContext, words: Wording) -> None:
        self._context, self._words, self._graph = context, words, context.graph
        self._way = MainWay(context.graph)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The steps in which customer and service meet, or the customer acts, that a case can reach."""
        nodes = self._graph.nodes
        return tuple(id for id in self._way.order if self._is_stop(nodes[id].step))

    def _is_stop(self, step: Step) -> bool:
        return step.touchpoint is not None or (step.kind in _ACTS and self._context.by_customer(step))

    @property
    def phases_told(self) -> bool:
        """Whether the process names phases; else the departments that the customer meets stand for them."""
        return any(step.phase for step in self._context.process.steps)

    def all(self) -> tuple[Stop, ...]:
        """Return the columns."""
        return tuple(self._stop(id) for id in self.ids)

    def _stop(self, id: str) -> Stop:
        node = self._graph.nodes[id]
        step, touch = node.step, node.step.touchpoint
        turns = self._way.turns_to(id)
        waits = self._waits(id)
        rows = {
            Row.WANT: self._wants(id),
            Row.CHANNEL: self._channel(step),
            Row.EVIDENCE: self._texts(touch.evidence) if touch else (),
            Row.TIME: tuple(filter(None, [waits, self._takes(step)])),
            Row.PAIN: self._texts(step.pain_points),
            Row.STAFF: self._staff(step),
            Row.BACKSTAGE: self._behind_the_scenes(id),
            Row.MEASURE: self._measures(step),
            Row.IDEA: tuple(self._idea(idea) for idea in self._ideas_of(id)),
            Row.OTHERWISE: tuple(self._otherwise(id)),
        }
        return Stop(
            id=id,
            number=str(node.index + 1),
            action=self._words.text(touch.customer if touch and touch.customer else step.name),
            phase=self._phase(id),
            emotion=touch.emotion if touch else None,
            moment=bool(touch and touch.moment_of_truth),
            waits=bool(waits),
            only=turns_text(turns, self._graph, self._words),
            texts=tuple((row, lines) for row, lines in rows.items() if lines),
        )

    def _texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(self._words.text, texts))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id: place for place, id in enumerate(self.ids)}

    def side_ways(self) -> tuple[tuple[int, int], ...]:
        """Return the pairs of columns that follow each other where not most cases go, without short cuts."""
        follow = {id: self._next_stops(id) for id in self.ids}
        ways = []
        for one, following in follow.items():
            for other in following:
                aside = not self._way.steps.issuperset({one, other})
                if aside and not any(other in reachable(follow, [via]) for via in following if via != other):
                    ways.append((self._places[one], self._places[other]))
        return tuple(sorted(ways))

    def _next_stops(self, id: str) -> list[str]:
        """Return the stops that may come next, by exceptions only where nothing else leads to them."""
        found: dict[str, bool] = {}
        for step in self._way.behind(id, self._places):
            for flow in self._graph.outgoing[step]:
                target = flow.target
                if target in self._places and flow.index not in self._graph.back_flows and target != id:
                    found[str(target)] = found.get(str(target), True) and flow.kind is FlowKind.EXCEPTION
        return [stop for stop, by_exception in found.items() if not by_exception or self._hard_to_reach(stop)]

    def _hard_to_reach(self, id: str) -> bool:
        return all(turn.kind is FlowKind.EXCEPTION for turn in self._way.turns_to(id)[-1:])

    @cached_property
    def _backward(self) -> dict[str, list[str]]:
        before: dict[str, list[str]] = {}
        for id, following in self._graph.forward.items():
            for step in following:
                before.setdefault(step, []).append(id)
        return before

    def _phase(self, id: str) -> str:
        if not self.phases_told:
            return self._departments.get(id, "") if len(set(self._departments.values())) > 1 else ""
        told = [step.phase for step in self._context.process.steps[: self._graph.nodes[id].index + 1]]
        return next((self._words.text(phase) for phase in reversed(told) if phase), "")

    @cached_property
    def _departments(self) -> dict[str, str]:
        """The departments that the customer meets at each stop."""
        met = {}
        for id in self.ids:
            roles = [role for role in self._graph.nodes[id].step.role if not self._context.is_customer(role)]
            names = dict.fromkeys(filter(None, map(self._words.department, roles)))
            if names:
                met[id] = self._words.t(", ").join(names)
        return met

    def _channel(self, step: Step) -> tuple[str, ...]:
        if step.touchpoint is None or step.touchpoint.channel is None:
            return ()
        entry = self._context.shared.channels.get(step.touchpoint.channel)
        return (self._words.text(entry.value.name) if entry else step.touchpoint.channel,)

    def _wants(self, id: str) -> tuple[str, ...]:
        return tuple(self._words.text(need.what) for need in self._context.process.needs if id in need.met_by)

    def _staff(self, step: Step) -> tuple[str, ...]:
        return tuple(self._words.role(role) for role in step.role if not self._context.is_customer(role))

    @cached_property
    def _since(self) -> dict[str, list[str]]:
        """For each stop the steps before it on the way that takes longest, back to the last stop."""
        since = {}
        for id in self.ids:
            way = self._context.timing.run_to(id)[:-1]
            last = max((place for place, step in enumerate(way) if step in self._places), default=-1)
            since[id] = way[last + 1 :]
        return since

    def _waits(self, id: str) -> str:
        """Return what is promised about the time until somebody takes care of the customer again."""
        t, between = self._words.t, [self._graph.nodes[step].step for step in self._since[id]]
        own = self._graph.nodes[id].step
        times = [self._context.timing.allowed(step) for step in between]
        open_ = any(
            time is None and (step.kind in _WORK or step.kind is StepKind.WAIT)
            for step, time in zip(between, times, strict=True)
        )
        told = [time for time in (*times, own.sla.response if own.sla else None) if time]
        if not told:
            return t("waits: no time promised") if open_ else ""
        time = self._words.time(sum(told, Duration()))
        return (
            t("waits {time} and longer").format(time=time)
            if open_
            else t("waits up to {time}").format(time=time)
        )

    def _takes(self, step: Step) -> str:
        time = self._context.timing.allowed(step)
        if time is None or (step.sla and not step.sla.completion and step.kind is not StepKind.WAIT):
            return ""
        return self._words.t("done within {time}").format(time=self._words.time(time))

    def _behind_the_scenes(self, id: str) -> tuple[str, ...]:
        """Return who works between the last meeting and this one, each once."""
        steps = (self._graph.nodes[step].step for step in self._unseen(id))
        return tuple(dict.fromkeys(name for step in steps for name in self._staff(step)))

    def _unseen(self, id: str) -> list[str]:
        """Return the steps on all ways to a stop since the stops before it, in the order of the flow."""
        seen, todo = {id}, [id]
        while todo:
            for before in self._backward.get(todo.pop(), ()):
                if before not in seen and before not in self._places:
                    seen.add(before)
                    todo.append(before)
        return [step for step in self._way.order if step in seen and step != id]

    def _measures(self, step: Step) -> tuple[str, ...]:
        """Return how it is known whether the customer was served well: questions asked, KPIs."""
        measures = (standard.measure for standard in step.quality if standard.measure)
        known = (f"{self._kpi(one.kpi)} {one.target or ''}".strip() for one in measures)
        return tuple(dict.fromkeys((*self._asked(step), *known)))

    def _asked(self, step: Step) -> Iterator[str]:
        if step.feedback:
            said = self._words.text(step.feedback.method)
            if step.feedback.after:
                time = self._words.time(step.feedback.after)
                said = self._words.t("{method}, {time} later").format(method=said, time=time)
            yield f"{said} → {self._kpi(step.feedback.kpi)}" if step.feedback.kpi else said

    def _kpi(self, id: str) -> str:
        own = next((kpi for kpi in self._context.process.kpis if kpi.id == id), None)
        entry = self._context.shared.kpis.get(id)
        kpi = own or (entry.value if entry else None)
        return self._words.text(kpi.name) if kpi else id

    @cached_property
    def _owners(self) -> dict[str, str]:
        """The stop that each unseen step leads to: where its work is felt; of several the first."""
        owners = {id: id for id in self.ids}
        for id in self.ids:
            for step in self._unseen(id):
                owners.setdefault(step, id)
        return owners

    def _ideas_of(self, id: str) -> list[Improvement]:
        ideas = self._context.process.improvements
        return [idea for idea in ideas if id in {self._owners.get(step) for step in idea.step}]

    def _idea(self, idea: Improvement) -> str:
        return self._words.t("{what} ({state})").format(
            what=self._words.text(idea.what), state=_STATES[idea.state].render(self._words.t)
        )

    def homeless_ideas(self) -> tuple[str, ...]:
        """Return the improvements that no column shows."""
        return tuple(
            self._idea(idea)
            for idea in self._context.process.improvements
            if not any(step in self._owners for step in idea.step)
        )

    @cached_property
    def _leaders(self) -> dict[str, str]:
        """The stop behind which each step comes; of several the first."""
        leaders: dict[str, str] = {}
        for id in self.ids:
            for step in self._way.behind(id, self._places):
                leaders.setdefault(step, id)
        return leaders

    def _otherwise(self, id: str) -> Iterator[str]:
        """Yield what else can happen from this meeting on to the next: exceptions, other branches, ways back."""
        for case in self._graph.nodes[id].step.exceptions:
            when, do = self._words.text(case.when), self._words.text(case.do)
            where = self._where(case.goto)
            yield " → ".join(filter(None, [when, do, where]))
        for step in self._way.order:
            if self._leaders.get(step) != id:
                continue
            for flow in self._way.unusual(step):
                if flow.kind is not FlowKind.EXCEPTION:
                    yield " → ".join(
                        filter(
                            None,
                            [turn_text(flow, self._graph, self._words), self._where(flow.target or "end")],
                        )
                    )

    def _where(self, id: str | None) -> str:
        """Return where a flow leads: the number and name of a step."""
        node = self._graph.nodes.get(id) if id else None
        if node is not None:
            return f"{node.index + 1} {self._words.name(node)}"
        return self._words.end if id else ""
