"""A touchpoint does not say by which channel the customer comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.customer.contact import touchpoints
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["TouchpointWithoutChannel"]


class TouchpointWithoutChannel(ProcessRule):
    """A touchpoint does not say by which channel the customer comes.

    A `channel` is a way by which customers and service meet: a counter, a telephone number, an app, a visit.

    Why: Opening hours, equipment, training and evidence all hang on the channel. Who does not know it designs a
    service for nowhere.

    Fix: Write `channel: ID`. The names of the channels belong into the catalogue.
    """

    code = "C102"
    name = "touchpoint-without-channel"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: library-card
        name: Library card
        steps:
          - id: issue
            name: Issue the card
            touchpoint:  #!
              customer: signs the card
              evidence: [library card]
    """
    good = """
        process: library-card
        name: Library card
        steps:
          - id: issue
            name: Issue the card
            touchpoint: {channel: counter, customer: signs the card, evidence: [library card]}
    """
    near = (
        """
        process: 借书证
        name: 办理借书证
        steps:
          - {id: 核对, name: 后台核对资料}
          - {id: 发证, name: 发放借书证, touchpoint: {channel: 服务台}}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each touchpoint without a channel."""
        for route, step in touchpoints(context):
            if step.touchpoint and step.touchpoint.channel is None:
                message = msg(
                    "‘{step}’ does not say by which channel the customer comes",
                    step=context.step_name(step.id),
                )
                help_ = msg("write `channel`: a counter, a telephone number, an app, a visit")
                yield Problem(route, message, help_, on_key=True)
