"""A call of a process that is no longer in force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, WorkspaceRule
from svcflow.finding import Place, Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Status
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import WorkspaceContext

__all__ = ["RetiredButCalled"]


class RetiredButCalled(WorkspaceRule):
    """A step runs a process that is retired.

    A step of `kind: call` names a process of `status: retired`, and the process of the step is not retired
    itself.

    Why: Whoever follows the step works by rules that do not hold any more, or looks for a document that was
    withdrawn.

    Fix: Call the process that took its place. If there is none, the retired one was needed: put it in force
    again.
    """

    code = "G501"
    name = "retired-but-called"
    severity = Severity.ERROR
    profile = Profile.STANDARD
    bad = """
        process: theft
        name: Theft in the shop
        steps:
          - {id: stop, name: Stop the person}
          - id: report
            name: Report the theft
            kind: call
            process: police-report  #!
        ---
        process: police-report
        name: Report to the police by letter
        status: retired
        steps:
          - {id: write, name: Write the letter}
    """
    good = """
        process: theft
        name: Theft in the shop
        steps:
          - {id: stop, name: Stop the person}
          - {id: report, name: Report the theft, kind: call, process: police-report}
        ---
        process: police-report
        name: Report to the police
        status: effective
        steps:
          - {id: call, name: Call the police}
    """
    near = (
        """
        process: 旧版盗窃处置
        name: 旧版盗窃处置
        status: retired
        steps:
          - {id: 报警, name: 报警, kind: call, process: 旧版报警}
        ---
        process: 旧版报警
        name: 旧版报警
        status: retired
        steps:
          - {id: 写信, name: 书面报警}
        ---
        process: 盗窃处置
        name: 盗窃处置
        state: to-be
        baseline: 旧版盗窃处置
        steps:
          - {id: 报警, name: 电话报警}
        """,
    )

    def check(self, context: WorkspaceContext) -> Iterator[Problem]:
        """Yield each call of a retired process."""
        known = context.by_id()
        for process in context.processes:
            if process.status is Status.RETIRED:
                continue
            for call in process.calls:
                called = known.get(call.process)
                if called is None or called.status is not Status.RETIRED:
                    continue
                yield Problem(
                    call.route,
                    msg("‘{name}’ is retired, and is called here", name=called.name),
                    msg("call the process that took its place"),
                    related=((Place(called.path, ("status",)), msg("retired here")),),
                    path=process.path,
                )
