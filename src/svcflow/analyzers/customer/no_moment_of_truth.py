"""No touchpoint of the process is a moment of truth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers import rule
from svcflow.analyzers.customer.contact import moments, touchpoints
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.values import Whole
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NoMomentOfTruth"]


class NoMomentOfTruth(ProcessRule):
    """No touchpoint of the process is a moment of truth.

    Where the customer meets the service several times (from `touchpoints` on, default 3), at least one of these
    meetings decides whether they call it good: the first greeting, the bad news, the handing over.

    Why: Who treats all meetings alike spends the same care on the one where customers are won or lost and on the one
    they forget. (The term is Richard Normann's; Jan Carlzon made it known.)

    Fix: Mark the meetings that decide with `moment_of_truth: true`, and give these a standard, a measure and a way out
    when something goes wrong.
    """

    code = "C202"
    name = "no-moment-of-truth"
    severity = Severity.INFO
    profile = Profile.AUDIT
    bad = """
        process: repair
        name: Repair of a bicycle  #!
        steps:
          - {id: take, name: Take in the bicycle, touchpoint: {channel: shop}}
          - {id: call, name: Tell the price, touchpoint: {channel: phone}}
          - {id: return, name: Hand over the bicycle, touchpoint: {channel: shop}}
    """
    good = """
        process: repair
        name: Repair of a bicycle
        steps:
          - {id: take, name: Take in the bicycle, touchpoint: {channel: shop}}
          - {id: call, name: Tell the price, touchpoint: {channel: phone, moment_of_truth: true}}
          - {id: return, name: Hand over the bicycle, touchpoint: {channel: shop}}
    """
    near = (
        """
        process: 修车
        name: 只有两个接触点
        steps:
          - {id: 收车, name: 接收自行车, touchpoint: {channel: 门店}}
          - {id: 修理, name: 修理自行车}
          - {id: 交车, name: 交还自行车, touchpoint: {channel: 门店}}
    """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        touchpoints: Whole = 3
        """From how many touchpoints on one has to be a moment of truth, e.g. `5`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one problem where there are enough touchpoints and none is a moment of truth."""
        met = list(touchpoints(context))
        if len(met) < self.options.touchpoints or any(moments(context)):
            return
        message = msg("none of the {count} touchpoints is a moment of truth", count=len(met))
        help_ = msg("mark where the customer decides whether the service is good: `moment_of_truth: true`")
        yield Problem(("name",), message, help_)
