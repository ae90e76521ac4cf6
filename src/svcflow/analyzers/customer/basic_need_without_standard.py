"""Customers take something for granted, and no standard makes sure of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Kano
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["BasicNeedWithoutStandard"]


class BasicNeedWithoutStandard(ProcessRule):
    """Customers take something for granted, and no standard makes sure of it.

    The need is `kano: basic`, and none of the steps that meet it has a quality standard.

    Why: Nobody praises what they take for granted, so nobody notices that it works by chance; its absence angers at
    once (Noriaki Kano).

    Fix: Write a `quality` standard at the step that meets the need: `{standard: …, kano: basic}`.
    """

    code = "C303"
    name = "basic-need-without-standard"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: pharmacy
        name: Prescription
        steps:
          - {id: check, name: Check the prescription, quality: Two people check}
          - {id: dispense, name: Dispense the medicine}
        needs:
          - {what: I get the right medicine, kano: basic, met_by: [check, dispense]}
          - what: Nobody else hears what I have  #!
            kano: basic
            met_by: dispense
    """
    good = """
        process: pharmacy
        name: Prescription
        steps:
          - {id: check, name: Check the prescription, quality: Two people check}
          - {id: dispense, name: Dispense the medicine, quality: {standard: One customer at the counter, kano: basic}}
        needs:
          - {what: I get the right medicine, kano: basic, met_by: [check, dispense]}
          - {what: Nobody else hears what I have, kano: basic, met_by: dispense}
    """
    near = (
        """
        process: 取药
        name: 取药
        steps:
          - {id: 发药, name: 发药}
        needs:
          - {what: 少排队, kano: performance, met_by: 发药}
          - {what: 不拿错药, kano: basic}
          - {what: 送药上门, kano: basic, met_by: 不存在}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each basic need of which no step that meets it has a standard."""
        nodes = context.graph.nodes
        for index, need in enumerate(context.process.needs):
            steps = [nodes[id] for id in need.met_by if id in nodes]
            if need.kano is not Kano.BASIC or not steps or any(node.step.quality for node in steps):
                continue
            message = msg("no standard makes sure of the basic need ‘{need}’", need=context.text(need.what))
            help_ = msg("write a `quality` standard at the step that meets it")
            related = tuple(((*node.route, "name"), msg("this step has no standard")) for node in steps)
            yield Problem(("needs", index, "what"), message, help_, related)
