"""A moment of truth has no quality standard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.customer.contact import moments
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["MomentWithoutStandard"]


class MomentWithoutStandard(ProcessRule):
    """A moment of truth has no quality standard.

    Where the customer decides whether the service is good, `quality` says what good looks like, so that anybody can
    tell whether it was.

    Why: At the one moment that counts, everybody does what they think right; a good day and a bad day at the counter
    look alike to the procedure.

    Fix: Write `quality: [{standard: …, measure: …}]` at the step.
    """

    code = "C203"
    name = "moment-without-standard"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: diagnosis
        name: Telling the diagnosis
        steps:
          - id: tell
            name: Explain the diagnosis
            touchpoint:
              channel: consulting-room
              moment_of_truth: true  #!
    """
    good = """
        process: diagnosis
        name: Telling the diagnosis
        steps:
          - id: tell
            name: Explain the diagnosis
            touchpoint: {channel: consulting-room, moment_of_truth: true}
            quality: [The patient repeats the plan in their own words]
    """
    near = (
        """
        process: 告知诊断
        name: 告知诊断
        steps:
          - {id: 登记, name: 登记, touchpoint: {channel: 窗口, moment_of_truth: false}}
          - {id: 告知, name: 说明诊断, touchpoint: {channel: 诊室, moment_of_truth: true}, quality: 患者能复述治疗方案}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each moment of truth without a standard."""
        for route, step in moments(context):
            if not step.quality:
                message = msg(
                    "the moment of truth ‘{step}’ has no quality standard", step=context.step_name(step.id)
                )
                help_ = msg("write under `quality` what good looks like here, so that anybody can tell")
                yield Problem(route, message, help_, on_key=True)
