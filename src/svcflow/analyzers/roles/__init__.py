"""Rules about who does what, and who answers for it."""

from __future__ import annotations

from svcflow.analyzers.roles.customer_does_internal_work import CustomerDoesInternalWork
from svcflow.analyzers.roles.missing_role import MissingRole
from svcflow.analyzers.roles.no_accountable import NoAccountable
from svcflow.analyzers.roles.no_owner import NoOwner
from svcflow.analyzers.roles.raci_contradiction import RaciContradiction
from svcflow.analyzers.roles.role_without_department import RoleWithoutDepartment
from svcflow.analyzers.roles.self_approval import SelfApproval
from svcflow.analyzers.roles.several_accountable import SeveralAccountable
from svcflow.analyzers.roles.single_point_of_failure import SinglePointOfFailure
from svcflow.analyzers.roles.unknown_department import UnknownDepartment
from svcflow.analyzers.roles.unknown_role import UnknownRole
from svcflow.analyzers.roles.unused_role import UnusedRole
from svcflow.analyzers.rule import Rule

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = (
    UnknownRole,
    UnusedRole,
    UnknownDepartment,
    MissingRole,
    NoOwner,
    NoAccountable,
    SeveralAccountable,
    RaciContradiction,
    SinglePointOfFailure,
    SelfApproval,
    CustomerDoesInternalWork,
    RoleWithoutDepartment,
)
