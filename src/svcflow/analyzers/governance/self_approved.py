"""Somebody has approved what they prepared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Signature
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.governance import Approval

__all__ = ["SelfApproved"]


class SelfApproved(ProcessRule):
    """The same person has prepared the process and reviewed or approved it.

    The names in `by` are compared; where one of them is missing, the roles.

    Why: Nobody finds their own mistakes. Four eyes are the least that every standard of quality management asks
    for.

    Fix: Let somebody else review and approve it: the process owner, or who answers for quality.
    """

    code = "G203"
    name = "self-approved"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: delivery
        name: Delivery of meals
        steps:
          - {id: drive, name: Drive to the customer}
        approvals:
          - {as: prepared, by: Ana Lima, on: 2026-01-12}
          - {as: approved, by: ana lima, on: 2026-01-13}  #!
        ---
        process: cooking
        name: Cooking
        steps:
          - {id: cook, name: Cook}
        roles:
          chef: {name: Chef}
        approvals:
          - {as: prepared, role: chef}
          - {as: reviewed, role: chef, by: Bo Ek, on: 2026-01-13}  #!
    """
    good = """
        process: delivery
        name: Delivery of meals
        steps:
          - {id: drive, name: Drive to the customer}
        approvals:
          - {as: prepared, by: Ana Lima, on: 2026-01-12}
          - {as: approved, by: Bo Ek, on: 2026-01-13}
    """
    near = (
        """
        process: 配送
        name: 餐品配送
        roles:
          店长: {name: 店长}
        steps:
          - {id: 送餐, name: 送餐}
        approvals:
          - {as: prepared, role: 店长, by: 王芳, on: 2026-01-12}
          - {as: reviewed, role: 店长, by: 李强, on: 2026-01-13}
          - {as: approved, by: 李强, on: 2026-01-14}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each review and approval by who prepared."""
        signed = list(enumerate(context.process.approvals))
        for first, author in signed:
            if author.as_ is not Signature.PREPARED:
                continue
            for index, approval in signed:
                key = _same(author, approval)
                if approval.as_ is Signature.PREPARED or key is None:
                    continue
                who = approval.by or context.role_name(approval.role or "")
                message = (
                    msg("‘{who}’ prepared the process and reviewed it too", who=who)
                    if approval.as_ is Signature.REVIEWED
                    else msg("‘{who}’ prepared the process and approved it too", who=who)
                )
                related = ((("approvals", first, "as"), msg("prepared by the same")),)
                yield Problem(("approvals", index, key), message, msg("let somebody else sign"), related)


def _same(one: Approval, other: Approval) -> str | None:
    """Return the key that shows that both were given by the same, None where nothing does."""
    if one.by and other.by:
        return "by" if one.by.strip().casefold() == other.by.strip().casefold() else None
    return "role" if one.role and one.role == other.role else None
