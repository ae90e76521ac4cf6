"""A step that people do has no quality standard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.timing.promises import done_by_people
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NoStandard"]


class NoStandard(ProcessRule):
    """A step that people do has no quality standard.

    Each task of the organisation's people needs at least one sentence that says what good looks like. What
    systems do or customers may do, decisions, waits and calls need none; moments of truth have a rule of their own.

    Why: Without a standard each colleague has their own. New people learn the habits of whoever trains them, and
    an inspection has nothing to compare with.

    Fix: Write `quality:` with a standard that anybody can check: `all fields of the ticket are filled`.
    """

    code = "Q201"
    name = "no-standard"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: massage
        name: Massage appointment
        roles:
          therapist: {name: Therapist}
        steps:
          - {id: room, name: Prepare the room, role: therapist, quality: Fresh linen for each guest}
          - id: treat
            name: Treat the guest  #!
            role: therapist
    """
    good = """
        process: massage
        name: Massage appointment
        roles:
          therapist: {name: Therapist}
        steps:
          - {id: room, name: Prepare the room, role: therapist, quality: Fresh linen for each guest}
          - {id: treat, name: Treat the guest, role: therapist, quality: The guest is asked about the pressure twice}
    """
    near = (
        """
        process: 理疗
        name: 理疗预约
        roles:
          顾客: {name: 顾客, line: customer}
          理疗师: {name: 理疗师}
          系统: {name: 预约系统, kind: system}
        steps:
          - {id: 预约, name: 预约时间, role: [顾客, 理疗师]}
          - {id: 提醒, name: 发送提醒, role: 系统}
          - {id: 迎接, name: 迎接顾客, role: 理疗师, touchpoint: {moment_of_truth: true}}
          - {id: 等候, name: 等候十分钟, kind: wait, for: 10m}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each task of people without a standard."""
        for route, step in context.steps():
            moment = step.touchpoint is not None and step.touchpoint.moment_of_truth
            if step.kind is not StepKind.TASK or step.quality or moment:
                continue
            if done_by_people(context, step) and not any(context.is_customer(role) for role in step.role):
                message = msg("nothing says when ‘{step}’ is done well", step=context.step_name(step.id))
                help = msg("write `quality:` with a standard that anybody can check")
                yield Problem((*route, "name"), message, help)
