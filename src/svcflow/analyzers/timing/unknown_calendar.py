"""A calendar is named that nobody defined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.timing.promises import calendar_references
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["UnknownCalendar"]


class UnknownCalendar(ProcessRule):
    """A calendar is named that nobody defined.

    Calendars are defined under `calendars` of the process or in a catalogue of the workspace.

    Why: Without its hours nobody can say when a time is over.

    Fix: Correct the id, or define the calendar: `calendars: {ID: {time_zone: …, hours: {mon-fri: [09:00-17:00]}}}`.
    """

    code = "T104"
    name = "unknown-calendar"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: help
        name: Help desk
        sla:
          resolution: 8h
          calendar: ofice  #!
        calendars:
          office: {hours: {mon-fri: [09:00-17:00]}}
        steps:
          - {id: help, name: Help the caller, sla: 15m}
    """
    good = """
        process: help
        name: Help desk
        sla: {resolution: 8h, calendar: office}
        calendars:
          office: {hours: {mon-fri: [09:00-17:00]}}
        steps:
          - {id: help, name: Help the caller, sla: 15m}
    """
    near = (
        """
        process: 帮助
        name: 帮助台
        sla: {resolution: 8h, calendar: 工作时间}
        steps:
          - {id: 解答, name: 解答问题, sla: 15m}
        ---
        catalog: 共用
        calendars:
          工作时间: {time_zone: Asia/Shanghai, hours: {周一至周五: [09:00-18:00]}, holidays: CN}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each unknown calendar once, at the first place that names it."""
        seen: set[str] = set()
        for route, id in calendar_references(context):
            if id in context.calendars or id in seen:
                continue
            seen.add(id)
            guess = nearest(id, context.calendars)
            if guess:
                message = msg(
                    "there is no calendar `{calendar}`; did you mean `{guess}`?", calendar=id, guess=guess
                )
            else:
                message = msg("there is no calendar `{calendar}`", calendar=id)
            yield Problem(route, message, msg("define it under `calendars`, here or in a catalogue"))
