"""A step offers a choice, and there are no two options to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Tier
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["OptionsWithoutChoice"]


class OptionsWithoutChoice(ProcessRule):
    """A step offers a choice, and there are no two options to choose from.

    `tier: options` needs at least two `options`.

    Why: The front line makes up the options, or offers the one everybody knows: that is no choice.

    Fix: List what may be chosen from under `options`, or write `tier: fixed` if there is nothing to choose.
    """

    code = "Q603"
    name = "options-without-choice"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: delivery
        name: Delivery of furniture
        steps:
          - id: window
            name: Agree on a delivery window
            tier: options  #!
            options: [In the morning]
    """
    good = """
        process: delivery
        name: Delivery of furniture
        steps:
          - {id: window, name: Agree on a delivery window, tier: options, options: [In the morning, In the evening]}
    """
    near = (
        """
        process: 家具配送
        name: 家具配送
        steps:
          - {id: 安装, name: 安装家具, tier: fixed}
          - {id: 预约, name: 预约时段, options: [上午]}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step that promises options and lists fewer than two."""
        for route, step in context.steps():
            if step.tier is Tier.OPTIONS and len(set(step.options)) < 2:
                message = msg(
                    "‘{step}’ offers no two options to choose from", step=context.step_name(step.id)
                )
                yield Problem((*route, "tier"), message, msg("list them under `options`"))
