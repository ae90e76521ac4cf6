"""A customer segment is named that the catalogue does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route

__all__ = ["UnknownSegment"]


class UnknownSegment(ProcessRule):
    """A customer segment is named that the catalogue does not know.

    Segments are named in `segments` of the process and in `segment` of a need. They are only looked at where a
    catalogue of the workspace lists segments.

    Why: A need of "families" and a service for "family guests" do not find each other, and the group looks unserved.

    Fix: Correct the id, or add the segment to the catalogue: `segments: {ID: NAME}`.
    """

    code = "C103"
    name = "unknown-segment"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: check-in
        name: Check-in
        segments: [family, buisness]  #!
        steps:
          - {id: greet, name: Greet the guest}
        needs:
          - what: A cot in the room
            segment: families  #!
            met_by: greet
        ---
        catalog: hotel
        segments:
          family: Families with children
          business: Business travellers
    """
    good = """
        process: check-in
        name: Check-in
        segments: [family, business]
        steps:
          - {id: greet, name: Greet the guest}
        needs:
          - {what: A cot in the room, segment: family, met_by: greet}
        ---
        catalog: hotel
        segments:
          family: Families with children
          business: Business travellers
    """
    near = (
        """
        process: 入住
        name: 没有列出客群的目录
        segments: 家庭
        steps:
          - {id: 迎接, name: 迎接客人}
        needs:
          - {what: 房间里有婴儿床, segment: 家庭, met_by: 迎接}
        ---
        catalog: 酒店
        channels: {前台: 前台}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each segment that the catalogue does not list."""
        known = context.shared.segments
        if not known:
            return
        for route, segment in _named(context):
            if segment in known:
                continue
            guess = nearest(segment, known)
            if guess:
                message = msg(
                    "there is no segment `{segment}`; did you mean `{guess}`?", segment=segment, guess=guess
                )
            else:
                message = msg("there is no segment `{segment}`", segment=segment)
            yield Problem(route, message, msg("add it to `segments` of the catalogue"))


def _named(context: ProcessContext) -> Iterator[tuple[Route, str]]:
    for number, segment in enumerate(context.process.segments):
        yield ("segments", number), segment
    for index, need in enumerate(context.process.needs):
        for number, segment in enumerate(need.segment):
            yield ("needs", index, "segment", number), segment
