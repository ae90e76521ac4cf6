"""A customer segment of the catalogue is served by no process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, WorkspaceRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Status
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import WorkspaceContext

__all__ = ["SegmentWithoutProcess"]


class SegmentWithoutProcess(WorkspaceRule):
    """A customer segment of the catalogue is served by no process.

    No process in force or in the making names it in `segments`; a retired one does not count. It is only looked at
    where some process names segments at all.

    Why: The group was worth a name, but nobody designed a service for it, or the process forgot to say so.

    Fix: Add the segment to the `segments` of the process that serves it, or take it out of the catalogue.
    """

    code = "C105"
    name = "segment-without-process"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: course
        name: Evening course
        segments: worker
        steps:
          - {id: enrol, name: Enrol the student}
        ---
        catalog: school
        segments:
          worker: Employed students
          senior: Students over 60  #!
    """
    good = """
        process: course
        name: Evening course
        segments: [worker, senior]
        steps:
          - {id: enrol, name: Enrol the student}
        ---
        catalog: school
        segments:
          worker: Employed students
          senior: Students over 60
    """
    near = (
        """
        process: 夜校
        name: 还没有流程写明客群
        steps:
          - {id: 报名, name: 办理报名}
        ---
        catalog: 学校
        segments:
          在职: 在职学员
    """,
    )

    def check(self, context: WorkspaceContext) -> Iterator[Problem]:
        """Yield each segment of the catalogues that no living process names."""
        served: set[str] = set()
        for process in context.processes:
            if process.status is not Status.RETIRED:
                served.update(process.segments)
        if not served:
            return
        for id, entry in context.shared.segments.items():
            if id not in served:
                yield Problem(
                    entry.place.route,
                    msg("no process serves the segment `{segment}`", segment=id),
                    msg("name it in `segments` of the process that serves it, or take it out"),
                    path=entry.place.path,
                )
