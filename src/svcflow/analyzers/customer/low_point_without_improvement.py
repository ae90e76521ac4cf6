"""The customer suffers in a step, and nothing is planned about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from svcflow.analyzers import rule
from svcflow.analyzers.customer.contact import touchpoints
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import ImprovementState
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["LowPointWithoutImprovement"]


class LowPointWithoutImprovement(ProcessRule):
    """The customer suffers in a step, and nothing is planned about it.

    The `emotion` of the touchpoint is at the option `emotion` (default -2) or below, and no entry of `improvements`
    names the step, but for rejected ones.

    Why: A journey is remembered by its strongest moment and its end (Daniel Kahneman). A low point that is known and
    left as it is tells the customer that nobody minds.

    Fix: Add an improvement that names the step: `improvements: [{what: …, step: ID, owner: ROLE}]`; or, when it is
    better by now, correct the emotion.
    """

    code = "C206"
    name = "low-point-without-improvement"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: claim
        name: Insurance claim
        steps:
          - id: report
            name: Take the claim
            touchpoint: {channel: phone, emotion: -1}
          - id: refuse
            name: Tell the customer that the claim is refused
            touchpoint:
              channel: letter
              emotion: -3  #!
        improvements:
          - {what: Claims by app, step: report}
          - {what: Pay everything, step: refuse, state: rejected}
    """
    good = """
        process: claim
        name: Insurance claim
        steps:
          - id: report
            name: Take the claim
            touchpoint: {channel: phone, emotion: -1}
          - id: refuse
            name: Tell the customer that the claim is refused
            touchpoint: {channel: letter, emotion: -3}
        improvements:
          - {what: Call before the letter is sent, step: [refuse, report], owner: adjuster}
    """
    near = (
        """
        process: 理赔
        name: 理赔
        steps:
          - {id: 报案, name: 受理报案, touchpoint: {channel: 电话, emotion: -1}}
          - {id: 告知, name: 告知结果, touchpoint: {channel: 电话}}
    """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        emotion: Annotated[int, Field(strict=True, ge=-3, le=3)] = -2
        """The emotion from which down a touchpoint is a low point, from -3 to 3, e.g. `-1`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each touchpoint with a low emotion whose step no improvement names."""
        improved = {
            step
            for improvement in context.process.improvements
            if improvement.state is not ImprovementState.REJECTED
            for step in improvement.step
        }
        for route, step in touchpoints(context):
            emotion = step.touchpoint.emotion if step.touchpoint else None
            if emotion is None or emotion > self.options.emotion or step.id in improved:
                continue
            message = msg(
                "‘{step}’ is a low point for the customer ({emotion}), and no improvement is planned",
                step=context.step_name(step.id),
                emotion=emotion,
            )
            help_ = msg("write what shall change under `improvements`, with this `step`")
            yield Problem((*route, "emotion"), message, help_)
