"""A revision history out of order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["RevisionOrder"]


class RevisionOrder(ProcessRule):
    """The revisions are not in order.

    From entry to entry, versions and dates go one way: up where the oldest stands first, down where the newest
    does. No version comes twice.

    Why: A history that goes back in time was written from memory. An auditor will not trust the other dates
    either.

    Fix: Put the entries in order, and correct the number or the day that does not fit.
    """

    code = "G103"
    name = "revision-order"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: booking
        name: Booking of a meeting room
        steps:
          - {id: book, name: Book the room}
        revisions:
          - {version: 1.0.0, date: 2025-01-10, what: first version}
          - {version: 1.2.0, date: 2025-06-01, what: rooms in the annex}
          - {version: 1.1.0, date: 2025-09-01, what: catering}  #!
          - {version: 1.3.0, date: 2025-08-01, what: video}  #!
    """
    good = """
        process: booking
        name: Booking of a meeting room
        steps:
          - {id: book, name: Book the room}
        revisions:
          - {version: 1.0.0, date: 2025-01-10, what: first version}
          - {version: 1.1.0, date: 2025-06-01, what: rooms in the annex}
          - {version: 1.2.0, date: 2025-06-01, what: catering}
    """
    near = (
        """
        process: 会议室
        name: 会议室预订
        steps:
          - {id: 预订, name: 预订会议室}
        revisions:
          - {version: 1.10.0, date: 2025-09-01, what: 增加视频会议}
          - {version: 1.9.0, date: 2025-06-01, what: 增加茶水服务}
          - {version: 1.0.0, date: 2025-01-10, what: 首次发布}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each revision whose version or date does not fit the one above it."""
        revisions = context.process.revisions
        rising = len(revisions) < 2 or revisions[0].version <= revisions[-1].version
        for index, (above, this) in enumerate(pairwise(revisions), 1):
            older, newer = (above, this) if rising else (this, above)
            help = msg("put the entries in order, and correct what does not fit")
            if older.version >= newer.version:
                message = msg(
                    "version {this} does not fit below {above}",
                    this=str(this.version),
                    above=str(above.version),
                )
                yield Problem(("revisions", index, "version"), message, help)
            elif older.date > newer.date:
                message = msg(
                    "version {newer} is dated {date}, before the older {older} of {day}",
                    newer=str(newer.version),
                    date=newer.date.isoformat(),
                    older=str(older.version),
                    day=older.date.isoformat(),
                )
                yield Problem(("revisions", index, "date"), message, help)
