"""Rules about what is wrong with the flow of a process."""

from __future__ import annotations

from svcflow.analyzers.rule import Rule
from svcflow.analyzers.structure.branch_without_condition import BranchWithoutCondition
from svcflow.analyzers.structure.call_cycle import CallCycle
from svcflow.analyzers.structure.choice_without_effect import ChoiceWithoutEffect
from svcflow.analyzers.structure.condition_on_parallel import ConditionOnParallel
from svcflow.analyzers.structure.deadlock import Deadlock
from svcflow.analyzers.structure.decision_with_one_branch import DecisionWithOneBranch
from svcflow.analyzers.structure.decision_without_otherwise import DecisionWithoutOtherwise
from svcflow.analyzers.structure.duplicate_branch import DuplicateBranch
from svcflow.analyzers.structure.duplicate_id import DuplicateId
from svcflow.analyzers.structure.duplicate_process import DuplicateProcess
from svcflow.analyzers.structure.end_goes_on import EndGoesOn
from svcflow.analyzers.structure.falls_into_branch import FallsIntoBranch
from svcflow.analyzers.structure.join_without_parallel import JoinWithoutParallel
from svcflow.analyzers.structure.never_ends import NeverEnds
from svcflow.analyzers.structure.no_outcome import NoOutcome
from svcflow.analyzers.structure.not_decided import NotDecided
from svcflow.analyzers.structure.parallel_without_join import ParallelWithoutJoin
from svcflow.analyzers.structure.runs_twice import RunsTwice
from svcflow.analyzers.structure.shares_do_not_add_up import SharesDoNotAddUp
from svcflow.analyzers.structure.too_complex import TooComplex
from svcflow.analyzers.structure.unbounded_rework import UnboundedRework
from svcflow.analyzers.structure.unknown_process import UnknownProcess
from svcflow.analyzers.structure.unknown_step import UnknownStep
from svcflow.analyzers.structure.unknown_target import UnknownTarget
from svcflow.analyzers.structure.unreachable_step import UnreachableStep

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = (
    DuplicateId,
    UnknownTarget,
    UnknownStep,
    UnknownProcess,
    DuplicateProcess,
    CallCycle,
    UnreachableStep,
    Deadlock,
    RunsTwice,
    NeverEnds,
    NotDecided,
    FallsIntoBranch,
    ParallelWithoutJoin,
    JoinWithoutParallel,
    EndGoesOn,
    BranchWithoutCondition,
    DecisionWithoutOtherwise,
    DecisionWithOneBranch,
    DuplicateBranch,
    ChoiceWithoutEffect,
    ConditionOnParallel,
    SharesDoNotAddUp,
    UnboundedRework,
    NoOutcome,
    TooComplex,
)
