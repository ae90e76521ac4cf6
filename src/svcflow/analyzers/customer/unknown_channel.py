"""A touchpoint names a channel that the catalogue does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.customer.contact import touchpoints
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["UnknownChannel"]


class UnknownChannel(ProcessRule):
    """A touchpoint names a channel that the catalogue does not know.

    It is only looked at where a catalogue of the workspace lists channels.

    Why: "phone" and "hotline" become two channels: nobody can tell any more how many customers come by which way, and
    when which way is open.

    Fix: Correct the id, or add the channel to the catalogue: `channels: {ID: NAME}`.
    """

    code = "C101"
    name = "unknown-channel"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: lost-luggage
        name: Lost luggage
        steps:
          - id: report
            name: Take the report
            touchpoint:
              channel: counter-2  #!
              customer: describes the suitcase
        ---
        catalog: airport
        channels:
          counter: Service counter
          phone: {name: Luggage hotline}
    """
    good = """
        process: lost-luggage
        name: Lost luggage
        steps:
          - id: report
            name: Take the report
            touchpoint: {channel: counter, customer: describes the suitcase}
        ---
        catalog: airport
        channels:
          counter: Service counter
          phone: {name: Luggage hotline}
    """
    near = (
        """
        process: 行李查询
        name: 没有目录的单个文件
        steps:
          - {id: 登记, name: 登记行李特征, touchpoint: {channel: 柜台, customer: 描述行李}}
          - {id: 回电, name: 回电告知结果, touchpoint: {customer: 接听电话}}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each channel of a touchpoint that the catalogue does not list."""
        known = context.shared.channels
        if not known:
            return
        for route, step in touchpoints(context):
            channel = step.touchpoint.channel if step.touchpoint else None
            if channel is None or channel in known:
                continue
            guess = nearest(channel, known)
            if guess:
                message = msg(
                    "there is no channel `{channel}`; did you mean `{guess}`?", channel=channel, guess=guess
                )
            else:
                message = msg("there is no channel `{channel}`", channel=channel)
            yield Problem((*route, "channel"), message, msg("add it to `channels` of the catalogue"))
