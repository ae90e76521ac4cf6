"""A trial that cannot fail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["PilotWithoutCriteria"]


class PilotWithoutCriteria(ProcessRule):
    """A pilot does not say when it counts as passed.

    `success` lists what has to be reached, with figures, before the trial begins.

    Why: A trial without criteria always succeeds: whoever wanted the new process finds the figures that speak for
    it.

    Fix: Write two or three figures that decide: `success: [waiting time below 5 min, satisfaction at least 90%]`.
    """

    code = "G403"
    name = "pilot-without-criteria"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: library
        name: Return of books around the clock
        status: piloting
        steps:
          - {id: drop, name: Drop the book}
        pilot:
          where: Library at the station  #!
          from: 2026-03-02
    """
    good = """
        process: library
        name: Return of books around the clock
        status: piloting
        steps:
          - {id: drop, name: Drop the book}
        pilot: {where: Library at the station, from: 2026-03-02, success: fewer than 1 in 500 books is lost}
    """
    near = (
        """
        process: 还书
        name: 二十四小时还书
        steps:
          - {id: 投入, name: 投入书籍}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where the pilot has no criteria."""
        pilot = context.process.pilot
        if pilot is not None and not pilot.success:
            message = msg("nothing says when the trial counts as passed")
            yield Problem(
                ("pilot", "where"), message, msg("write `success`: two or three figures that decide")
            )
