"""A handoff passes something that nobody has made by then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route

__all__ = ["PassesWhatNobodyMade"]


class PassesWhatNobodyMade(ProcessRule):
    """A handoff passes something that nobody has made by then.

    On no run is the document or data there when the step hands over: no step before it or at the same time makes it,
    the process is not given it (`inputs`), and the catalogue does not say that it comes from outside
    (`external: true`).

    Why: The other side waits for a paper that does not exist; or the step that makes it forgot to say so, and its
    form, owner and retention are in no register.

    Fix: Write it into the `outputs` of the step that makes it, or correct the id.
    """

    code = "H204"
    name = "passes-what-nobody-made"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: loan
        name: Loan application
        roles:
          advisor: {name: Advisor}
          analyst: {name: Credit analyst}
        steps:
          - {id: apply, name: Take the application, role: advisor, outputs: [application]}
          - {id: score, name: Score the applicant, role: analyst, inputs: [application], outputs: [score]}
        handoffs:
          - from: apply
            to: score
            passes: [application, salary-slip]  #!
    """
    good = """
        process: loan
        name: Loan application
        inputs: [salary-slip]
        roles:
          advisor: {name: Advisor}
          analyst: {name: Credit analyst}
        steps:
          - {id: apply, name: Take the application, role: advisor, outputs: [application]}
          - {id: score, name: Score the applicant, role: analyst, inputs: [application], outputs: [score]}
        handoffs:
          - {from: apply, to: score, passes: [application, salary-slip]}
    """
    near = (
        """
        process: 贷款
        name: 贷款申请
        roles:
          经理: {name: 客户经理}
          审查: {name: 审查员}
        steps:
          - {id: 受理, name: 受理申请, role: 经理, outputs: [申请表]}
          - {id: 补充, name: 补充材料, role: 经理, outputs: [流水]}
          - {id: 审查, name: 审查申请, role: 审查}
        handoffs:
          - {from: 受理, to: 审查, passes: [申请表, 流水, 身份证]}
        ---
        catalog: 银行
        artifacts:
          身份证: {name: 身份证, external: true}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each artifact of an agreement that cannot be there when the work is handed over."""
        if not context.graph.is_whole:
            return
        told: set[tuple[int, int]] = set()
        for handoff in context.graph.handoffs:
            if handoff.agreement is None:
                continue
            giver = context.graph.nodes[handoff.source]
            there = context.data.possible[giver.id].union(giver.step.outputs)
            for index, artifact in enumerate(context.process.handoffs[handoff.agreement].passes):
                if artifact not in there and (handoff.agreement, index) not in told:
                    told.add((handoff.agreement, index))
                    route = ("handoffs", handoff.agreement, "passes", index)
                    yield self._problem(context, route, artifact, giver.id, there)

    def _problem(
        self, context: ProcessContext, route: Route, artifact: str, giver: str, there: frozenset[str]
    ) -> Problem:
        source = context.step_name(giver)
        guess = nearest(artifact, there)
        if guess:
            message = msg(
                "nobody has made `{artifact}` when ‘{source}’ hands over; did you mean `{guess}`?",
                artifact=artifact,
                source=source,
                guess=guess,
            )
        else:
            message = msg(
                "nobody has made `{artifact}` when ‘{source}’ hands over", artifact=artifact, source=source
            )
        made = [context.graph.nodes[id] for id in context.data.writers.get(artifact, ())]
        related = tuple(((*node.route, "outputs"), msg("it is made only here")) for node in made)
        return Problem(route, message, msg("write it into the `outputs` of the step that makes it"), related)
