"""A step makes something, and another makes it again before anybody has read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.data.references import records
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.graph.elements import FlowKind
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import ProcessGraph

__all__ = ["OverwrittenUnread"]

_BROKEN_OFF = {FlowKind.EXCEPTION, FlowKind.TIMEOUT}


class OverwrittenUnread(ProcessRule):
    """A step makes something, and another makes it again before anybody has read it.

    It is said where this happens on every way on from the step. A step that changes a document reads it first: it
    has it under `inputs` and under `outputs`.

    Why: The first version was work for nothing; or the second step should start from it and does not say so, and
    what the customer told the first desk gets lost.

    Fix: If the second step changes the document, write it under its `inputs` too. If the two make different
    things, give them names of their own. Otherwise stop making the first version.
    """

    code = "D204"
    name = "overwritten-unread"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: recruitment
        name: Recruitment
        outputs: [assessment]
        steps:
          - id: screen
            name: Screen the applicant
            outputs: [assessment]  #!
          - {id: interview, name: Interview the applicant, outputs: [assessment]}
          - {id: decide, name: Decide on the applicant, inputs: [assessment]}
    """
    good = """
        process: recruitment
        name: Recruitment
        outputs: [assessment]
        steps:
          - {id: screen, name: Screen the applicant, outputs: [assessment]}
          - {id: interview, name: Interview the applicant, inputs: [assessment], outputs: [assessment]}
          - {id: decide, name: Decide on the applicant, inputs: [assessment]}
    """
    near = (
        """
        process: 招聘
        name: 招聘
        steps:
          - {id: 初筛, name: 筛选简历, outputs: [评价表], next: [{when: 合格, to: 面试}, {otherwise: 婉拒}]}
          - {id: 面试, name: 面试应聘者, outputs: [评价表], next: 决定}
          - {id: 婉拒, name: 婉拒应聘者, inputs: [评价表], next: end}
          - {id: 决定, name: 决定录用, inputs: [评价表]}
    """,
        """
        process: recruitment
        name: Recruitment
        steps:
          - {id: draft, name: Draft the contract, outputs: [contract]}
          - {id: check, name: Check the contract, outputs: [contract]}
          - {id: sign, name: Sign the contract, inputs: [contract]}
        handoffs:
          - {from: draft, to: check, passes: [contract]}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step whose work is always done again unread."""
        if not context.graph.is_whole:
            return
        kept = {context.text(record.what) for _, record in records(context.process)}
        passed = {(agreed.to, id) for agreed in context.process.handoffs for id in agreed.passes}
        for artifact, makers in context.data.writers.items():
            if len(makers) < 2 or artifact in kept:
                continue
            readers = {*context.data.readers.get(artifact, ()), *(to for to, id in passed if id == artifact)}
            if not readers and artifact not in context.process.outputs:
                continue  # nobody uses any of them: another rule says so
            for maker in makers:
                again = _made_again(context.graph, artifact, maker, readers)
                if again is not None:
                    yield _problem(context, artifact, maker, again)


def _made_again(graph: ProcessGraph, artifact: str, maker: str, readers: set[str]) -> str | None:
    """Return the first step that makes the artifact again; None where a way leads to a reader or to the end."""
    again = None
    seen: set[str] = set()
    flows = [flow for flow in graph.outgoing[maker] if flow.kind not in _BROKEN_OFF]
    for flow in flows:
        target = flow.target
        if target is None or target in readers:
            return None
        if target in seen:
            continue
        seen.add(target)
        if artifact in graph.nodes[target].step.outputs:
            again = again or target
        elif not graph.outgoing[target]:
            return None
        else:
            flows.extend(graph.outgoing[target])
    return again if again != maker else None


def _problem(context: ProcessContext, artifact: str, maker: str, again: str) -> Problem:
    first, second = context.graph.nodes[maker], context.graph.nodes[again]
    message = msg(
        "‘{second}’ makes `{artifact}` again before anybody has read what ‘{first}’ made",
        artifact=artifact,
        first=context.step_name(maker),
        second=context.step_name(again),
    )
    place = (*second.route, "outputs", second.step.outputs.index(artifact))
    return Problem(
        (*first.route, "outputs", first.step.outputs.index(artifact)),
        message,
        msg("if ‘{second}’ changes it, write it under its `inputs` too", second=context.step_name(again)),
        related=((place, msg("here it is made again")),),
    )
