"""A run that stops at a join which waits for ever."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.structure.telling import told_arcs, told_run
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.graph.problems import Deadlock as Stuck
    from svcflow.i18n import Message

__all__ = ["Deadlock"]

_SHOWN = 5
"""How many of the steps that are never reached are pointed at."""


class Deadlock(ProcessRule):
    """The process can get stuck: a step waits for something that never comes.

    A step with `join: all` starts when all that lead to it are done. If one of them is not carried out on some run,
    because a branch, an exception or an early end passed it by, the step waits for ever. The message tells the
    shortest run that leads there. Every combination of branches is tried, as in a game with tokens on the flows; a
    process in which this finds nothing can always go on (W. M. P. van der Aalst, "The Application of Petri Nets to
    Workflow Management", 1998).

    Why: The case lies there, and everybody believes that somebody else still has to finish. The customer is the one
    who finds out.

    Fix: Where only one of the branches runs, take `join` out. Where several run, lead each of them, their exceptions
    too, to the join, or start them with `kind: inclusive`, whose join waits only for what was started.
    """

    code = "F202"
    name = "deadlock"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: mortgage
        name: Mortgage
        steps:
          - {id: receive, name: Take the application}
          - id: size
            name: More than 500 thousand?
            kind: decision
            next:
              - {when: more than 500 thousand, to: value}
              - otherwise: score
          - {id: value, name: Have the house valued, next: decide}
          - {id: score, name: Score the income}
          - id: decide
            name: Decide
            join: all  #!
    """
    good = """
        process: mortgage
        name: Mortgage
        steps:
          - {id: receive, name: Take the application}
          - {id: look, name: Look at house and income, kind: parallel, next: [value, score]}
          - {id: value, name: Have the house valued, next: decide}
          - {id: score, name: Score the income}
          - {id: decide, name: Decide, join: all}
    """
    near = (
        """
        process: 住院
        name: 住院会诊
        steps:
          - id: 评估
            name: 评估需要哪些检查
            kind: inclusive
            next:
              - {when: 需要影像, to: 影像}
              - {when: 需要化验, to: 化验}
              - otherwise: 汇总
          - {id: 影像, name: 影像检查, next: 汇总}
          - {id: 化验, name: 化验}
          - {id: 汇总, name: 汇总结果, join: all}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each way of getting stuck, at the step that waits."""
        graph = context.graph
        if not graph.is_whole:
            return
        for stuck in graph.soundness.deadlocks:
            waiting = stuck.waiting[0]
            step = graph.nodes[waiting.node]
            name, missing = context.step_name(step.id), told_arcs(context, waiting.missing)
            if stuck.run:
                run = told_run(context, stuck.run)
                message = msg(
                    "{run} → ‘{step}’ waits for {missing}, which never comes",
                    run=run,
                    step=name,
                    missing=missing,
                )
            else:
                message = msg("‘{step}’ waits for {missing}, which never comes", step=name, missing=missing)
            yield Problem(
                ("steps", step.index, "join"),
                message,
                msg(
                    "take `join` out where only one of the branches runs, or lead all that were started here"
                ),
                related=(*_others(context, stuck), *_never_reached(context, stuck)),
            )


def _others(context: ProcessContext, stuck: Stuck) -> Iterator[tuple[Route, Message]]:
    for waiting in stuck.waiting[1:]:
        step = context.graph.nodes[waiting.node]
        yield (
            ("steps", step.index, "join"),
            msg("‘{step}’ waits in vain, too", step=context.step_name(step.id)),
        )


def _never_reached(context: ProcessContext, stuck: Stuck) -> Iterator[tuple[Route, Message]]:
    """Point to the steps that no run comes to because of it."""
    nodes = context.graph.nodes
    dead = [
        one for group in context.graph.soundness.dead_steps if group.because == stuck for one in group.nodes
    ]
    waiting = {one.node for one in stuck.waiting}
    for index in sorted(nodes[id].index for id in dead if id not in waiting)[:_SHOWN]:
        yield ("steps", index, "name"), msg("so that this step is never reached")
