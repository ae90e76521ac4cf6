"""A process with too many combinations to tell whether it always ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NotDecided"]


class NotDecided(ProcessRule):
    """The process has so many combinations of branches that it was not decided whether it can always end.

    Deadlocks, steps that run twice and endless loops are looked for in every state that the process can come to, after
    the parts in good order were put together. The search stops at a limit. What was found until then is true and
    reported, but there may be more.

    Why: A check that quietly gives up looks like a check that found nothing.

    Fix: Join branches that run side by side where they belong together, or put a part of the process into a process
    of its own and call it with `kind: call`: both are then checked to the end, and easier to read.
    """

    code = "F205"
    name = "not-decided"
    severity = Severity.INFO
    profile = Profile.STARTER
    bad = """
        process: fair
        name: Trade fair  #!
        steps:
          - {id: start, name: Open the fair, kind: parallel, next: [a1, b1, c1, d1, e1, f1, g1, h1, i1, j1]}
          - {id: a1, name: A first, next: [{when: x, to: a2}, {otherwise: b2}]}
          - {id: b1, name: B first, next: [{when: x, to: b2}, {otherwise: c2}]}
          - {id: c1, name: C first, next: [{when: x, to: c2}, {otherwise: d2}]}
          - {id: d1, name: D first, next: [{when: x, to: d2}, {otherwise: e2}]}
          - {id: e1, name: E first, next: [{when: x, to: e2}, {otherwise: f2}]}
          - {id: f1, name: F first, next: [{when: x, to: f2}, {otherwise: g2}]}
          - {id: g1, name: G first, next: [{when: x, to: g2}, {otherwise: h2}]}
          - {id: h1, name: H first, next: [{when: x, to: h2}, {otherwise: i2}]}
          - {id: i1, name: I first, next: [{when: x, to: i2}, {otherwise: j2}]}
          - {id: j1, name: J first, next: [{when: x, to: j2}, {otherwise: a2}]}
          - {id: a2, name: A second, next: [{when: x, to: a1}, {otherwise: close}]}
          - {id: b2, name: B second, next: [{when: x, to: b1}, {otherwise: close}]}
          - {id: c2, name: C second, next: [{when: x, to: c1}, {otherwise: close}]}
          - {id: d2, name: D second, next: [{when: x, to: d1}, {otherwise: close}]}
          - {id: e2, name: E second, next: [{when: x, to: e1}, {otherwise: close}]}
          - {id: f2, name: F second, next: [{when: x, to: f1}, {otherwise: close}]}
          - {id: g2, name: G second, next: [{when: x, to: g1}, {otherwise: close}]}
          - {id: h2, name: H second, next: [{when: x, to: h1}, {otherwise: close}]}
          - {id: i2, name: I second, next: [{when: x, to: i1}, {otherwise: close}]}
          - {id: j2, name: J second, next: [{when: x, to: j1}, {otherwise: close}]}
          - {id: close, name: Close the fair, join: all}
    """
    good = """
        process: fair
        name: Trade fair
        steps:
          - {id: start, name: Open the fair, kind: parallel, next: [stands, press]}
          - {id: stands, name: Run the stands, kind: call, process: stands, next: close}
          - {id: press, name: Speak to the press}
          - {id: close, name: Close the fair, join: all}
        ---
        process: stands
        name: Stands of a fair
        steps:
          - {id: build, name: Build the stands}
    """
    near = (
        """
        process: order
        name: Two things at once are soon decided
        steps:
          - {id: fork, name: Prepare, kind: parallel, next: [pick, bill]}
          - {id: pick, name: Pick the goods, next: send}
          - {id: bill, name: Write the bill, next: send}
          - {id: send, name: Send both, join: all}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one finding where the search stopped at its limit."""
        soundness = context.graph.soundness
        if soundness.decided or not context.graph.is_whole:
            return
        yield Problem(
            ("name",),
            msg(
                "after {count} states it was not decided whether the process can always end",
                count=soundness.states,
            ),
            msg("put a part of it into a process of its own, and call it with `kind: call`"),
        )
