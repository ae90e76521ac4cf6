"""A step is the same for everybody, and yet leaves a choice."""

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

__all__ = ["FixedTierWithDiscretion"]


class FixedTierWithDiscretion(ProcessRule):
    """A step is the same for everybody, and yet leaves a choice.

    `tier: fixed` means no deviation: identity, payment, safety. A step with `discretion` or `options` is not
    that.

    Why: The front line reads both and does what it likes best; whoever deviates can be blamed, and whoever does
    not, too.

    Fix: Write `tier: options` where there is a choice among set options, `tier: bespoke` where the front line
    shapes it within limits; or take the choice out.
    """

    code = "Q601"
    name = "fixed-tier-with-discretion"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: cash-withdrawal
        name: Cash withdrawal at the counter
        steps:
          - id: identify
            name: Verify the customer's identity
            tier: fixed
            discretion: Regular customers need not show a card  #!
          - id: pay-out
            name: Pay out the money
            tier: fixed
            options: [Small notes, Large notes]  #!
    """
    good = """
        process: cash-withdrawal
        name: Cash withdrawal at the counter
        steps:
          - {id: identify, name: Verify the customer's identity, tier: fixed}
          - {id: pay-out, name: Pay out the money, tier: options, options: [Small notes, Large notes]}
    """
    near = (
        """
        process: 取款
        name: 柜面取款
        steps:
          - {id: 核验, name: 核验身份, tier: fixed}
          - {id: 挽留, name: 挽留客户, tier: bespoke, discretion: 可赠送 50 元以内的礼品}
          - {id: 道别, name: 道别, discretion: 可送客户到门口}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each choice that a fixed step leaves."""
        for route, step in context.steps():
            for key, chosen in (("discretion", step.discretion), ("options", step.options)):
                if step.tier is Tier.FIXED and chosen:
                    message = msg(
                        "‘{step}’ is the same for everybody (`tier: fixed`), and this leaves a choice",
                        step=context.step_name(step.id),
                    )
                    help = msg("write `tier: options` or `tier: bespoke`, or take the choice out")
                    yield Problem(
                        (*route, key), message, help, related=(((*route, "tier"), msg("the tier")),)
                    )
