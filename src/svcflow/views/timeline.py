"""The timeline: each step's place in an ordinary week, by what the process promises, with work and slack.

It is the longest run of `graph.timing`: each step takes all the time it is allowed, of a choice the longest way
counts, ways back are not taken. Slack is the total float of the critical path method (Kelley and Walker, 1959): how
much longer a step could take before the longest run became longer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from svcflow.graph.timing import Timing
from svcflow.i18n import msg
from svcflow.views.heading import Heading, opening
from svcflow.views.time_axis import Axis, axis_of
from svcflow.views.timeline_bars import Bar, Bars

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Translator
    from svcflow.views.wording import Wording

__all__ = ["Mark", "Timeline", "timeline"]

_FAR_AWAY = 2.5
"""A promise with so many times the working time of everything else is drawn behind a break of the axis."""


class Mark(StrEnum):
    """The signs that the legend explains."""

    PROMISED = "promised"
    CRITICAL = "critical"
    WAIT = "wait"
    ASIDE = "aside"
    WORK = "work"
    RESPONSE = "response"
    SLACK = "slack"
    OPEN = "open"
    CLOSED = "closed"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Timeline:
    """A whole timeline.

    ``links`` are pairs of bars that follow each other on the longest run. ``run`` and ``promise`` are where that run
    and the promise of the process end, with their words, none for a run that takes no time; ``beyond`` tells that the
    promise lies behind the axis.
    """

    heading: Heading
    axis: Axis
    bars: tuple[Bar, ...]
    links: tuple[tuple[int, int], ...]
    columns: tuple[str, ...]
    run: tuple[int, str]
    promise: tuple[int, str] | None
    beyond: bool
    legend: tuple[tuple[Mark, str], ...]
    notes: tuple[str, ...]
    empty: tuple[str, ...] = ()


def timeline(context: ProcessContext, language: str | None = None) -> Timeline:
    """Return the timeline of a process, in its own language or another one that it has texts in."""
    heading, words = opening(context, msg("Timeline"), language)
    found, t, timing = Bars(context, words), words.t, context.timing
    bars = found.all()
    told = any(bar.told or bar.work for bar in bars)
    end = found.at(timing.done[timing.last])
    reach = max([end, *(max(bar.end, bar.free_until, *(bar.work or ())) for bar in bars)])
    promise = _promise(context, found, words)
    beyond = promise is not None and _working(timing, promise[0]) > _FAR_AWAY * _working(timing, reach)
    last = reach if promise is None or beyond else max(reach, promise[0])
    axis = axis_of(timing.calendar, timing.start, last + max(last // 40, 1), t)
    return Timeline(
        heading=replace(heading, subtitle=" · ".join(_summary(context, found, end, t)) if told else ""),
        axis=axis,
        bars=bars if told else (),
        links=tuple(found.links()) if told else (),
        columns=(t("Role"), t("Step"), t("Time allowed"), t("Work"), t("Slack")),
        run=(end, t("longest run: {time}").format(time=found.working(end)) if end else ""),
        promise=promise,
        beyond=beyond,
        legend=tuple(_legend(bars, promise, len(axis.open) > 1, t)) if told else (),
        notes=tuple(_notes(context, bars, words)) if told else (),
        empty=() if told else tuple(_what_to_write(t)),
    )


def _what_to_write(t: Translator) -> Iterator[str]:
    yield t("No step says how long it takes. Give the steps the time they are allowed, and their work:")
    yield t("sla: 30m, work: {{min: 5m, likely: 10m, max: 20m}}").format()


def _working(timing: Timing, seconds: int) -> int:
    return timing.calendar.elapsed(timing.start, timing.start + dt.timedelta(seconds=seconds))


def _promise(context: ProcessContext, found: Bars, words: Wording) -> tuple[int, str] | None:
    sla, deadline = context.process.sla, context.timing.deadline
    if deadline is None or sla is None or sla.resolution is None:
        return None
    return (found.at(deadline), words.t("promise: {time}").format(time=words.time(sla.resolution)))


def _summary(context: ProcessContext, found: Bars, end: int, t: Translator) -> Iterator[str]:
    """Yield how long the longest run is, from when it is reckoned, and how it stands to the promise."""
    timing = context.timing
    if not any(bar.told for bar in found.all()):
        yield t("No step says how long it may take, so there is no longest run")
        return  # what would follow is reckoned from it
    begun = timing.start.astimezone(timing.calendar.time_zone)
    days = (t("Mon"), t("Tue"), t("Wed"), t("Thu"), t("Fri"), t("Sat"), t("Sun"))
    yield t("Longest run without rework: {time}").format(time=found.working(end))
    yield t("in an ordinary week from {day} {clock}").format(
        day=days[begun.weekday()], clock=f"{begun:%H:%M}"
    )
    if timing.overrun:
        yield t("misses the promise by {time}").format(time=found.working_time(timing.overrun.seconds))
    elif timing.deadline:
        spare = timing.calendar.elapsed(timing.done[timing.last], timing.deadline)
        yield t("{time} to spare before the promise ends").format(time=found.working_time(spare))
    reworked = Timing(context.graph, context.calendars, rework=True)
    longest = found.at(reworked.done[reworked.last])
    if longest > end:
        yield t("with all rework that limits allow: {time}").format(time=found.working(longest))


def _notes(context: ProcessContext, bars: tuple[Bar, ...], words: Wording) -> Iterator[str]:
    """Yield what the picture assumes, and what it lacks."""
    t = words.t
    yield t(
        "Each step takes all the time it is allowed, of a choice the longest way counts, ways back are not taken."
    )
    if any(bar.work for bar in bars):
        yield t("Work is drawn from the moment the step can begin; waiting for free hands is not in it.")
    untold = [f"{bar.number} {bar.name}" for bar in bars if not bar.told]
    if untold:
        yield t("No time is told for these steps, so they count as none: {steps}").format(
            steps=t(", ").join(untold)
        )
    nodes, done = context.graph.nodes, context.timing.done
    missing = [f"{node.index + 1} {words.name(node)}" for id, node in nodes.items() if id not in done]
    if missing:
        yield t("No way leads to these steps: {steps}").format(steps=t(", ").join(missing))


def _legend(
    bars: tuple[Bar, ...], promise: tuple[int, str] | None, closes: bool, t: Translator
) -> Iterator[tuple[Mark, str]]:
    told = [bar for bar in bars if bar.told]
    entries = (
        (any(not bar.critical for bar in told), Mark.PROMISED, t("time allowed")),
        (any(bar.critical for bar in bars), Mark.CRITICAL, t("on the longest run")),
        (any(bar.waits for bar in told), Mark.WAIT, t("wait")),
        (any(bar.aside for bar in told), Mark.ASIDE, t("not in most cases")),
        (any(bar.work for bar in bars), Mark.WORK, t("work: usual, least to most")),
        (any(bar.taken_up is not None for bar in bars), Mark.RESPONSE, t("taken up by then")),
        (any(bar.slack for bar in bars), Mark.SLACK, t("slack: so much longer changes nothing")),
        (len(told) < len(bars), Mark.OPEN, t("no time told")),
        (closes, Mark.CLOSED, t("closed hours, drawn narrow")),
        (promise is not None, Mark.PROMISE, t("promise of the process")),
    )
    return ((mark, text) for used, mark, text in entries if used)
