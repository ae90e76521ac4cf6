"""A call or baseline that names a process which the workspace does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, WorkspaceRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import WorkspaceContext
    from svcflow.load.summary import ProcessSummary, Reference

__all__ = ["UnknownProcess"]


class UnknownProcess(WorkspaceRule):
    """A process that is named here does not exist in the workspace.

    A step of `kind: call` runs another process, and `baseline` names the one that this one improves on. Both mean the
    id after `process:` in a file of the workspace.

    Why: A call that leads nowhere is a step that nobody can carry out; a document that refers to it cannot be followed.

    Fix: Write the id as that file has it. If the process is not written yet, write at least its name and one step,
    with `status: draft`.
    """

    code = "F104"
    name = "unknown-process"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: complaint
        name: Complaint
        state: to-be
        baseline: complaint-today  #!
        steps:
          - {id: receive, name: Take the complaint}
          - id: pay
            name: Pay the compensation
            kind: call
            process: pay-out  #!
        ---
        process: payout
        name: Payment to a customer
        steps:
          - {id: pay, name: Pay}
    """
    good = """
        process: complaint
        name: Complaint
        state: to-be
        baseline: complaint-as-is
        steps:
          - {id: receive, name: Take the complaint}
          - {id: pay, name: Pay the compensation, kind: call, process: payout}
        ---
        process: complaint-as-is
        name: Complaint
        state: as-is
        steps:
          - {id: receive, name: Take the complaint}
        ---
        process: payout
        name: Payment to a customer
        steps:
          - {id: pay, name: Pay}
    """
    near = (
        """
        process: visit
        name: Visit
        steps:
          - {id: pay, kind: call, name: Take the fee, process: payment}
        ---
        process: payment
        name: Payment
        baseline: payment-as-is
        steps:
          - {id: take, name: Take the money}
        ---
        process: payment-as-is
        name: Payment as it was
        steps:
          - {id: take, name: Take the money in cash}
        """,
    )

    def check(self, context: WorkspaceContext) -> Iterator[Problem]:
        """Yield each reference to a process that is not there."""
        known = context.by_id()
        for process in context.processes:
            for reference in _references(process):
                if reference.process in known:
                    continue
                guess = nearest(reference.process, known.keys() - {process.id})
                if guess:
                    message = msg(
                        "there is no process `{id}`; did you mean `{guess}`?",
                        id=reference.process,
                        guess=guess,
                    )
                else:
                    message = msg("there is no process `{id}` in the workspace", id=reference.process)
                yield Problem(
                    reference.route,
                    message,
                    msg("write the id that stands after `process:` in the file of that process"),
                    path=process.path,
                )


def _references(process: ProcessSummary) -> Iterator[Reference]:
    if process.baseline is not None:
        yield process.baseline
    yield from process.calls
