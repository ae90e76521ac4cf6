"""Which signatures still stand under what they were given for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.analyzers.governance.approval_stale import ApprovalStale

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["stale_approvals"]


def stale_approvals(context: ProcessContext) -> frozenset[int]:
    """Return the indices of the approvals whose digest is not that of what the process means now.

    The rule approval-stale judges, so that document and verdict agree.
    """
    routes = []
    for problem in ApprovalStale().check(context):
        routes += [problem.route, *(place for place, _ in problem.related if isinstance(place, tuple))]
    return frozenset(route[1] for route in routes if len(route) > 1 and isinstance(route[1], int))
