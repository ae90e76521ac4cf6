"""Rules about documents, forms, data and tools: who makes what, who needs it, how long it is kept."""

from __future__ import annotations

from svcflow.analyzers.data.form_without_number import FormWithoutNumber
from svcflow.analyzers.data.form_without_owner import FormWithoutOwner
from svcflow.analyzers.data.input_never_produced import InputNeverProduced
from svcflow.analyzers.data.input_not_always_produced import InputNotAlwaysProduced
from svcflow.analyzers.data.output_never_used import OutputNeverUsed
from svcflow.analyzers.data.overwritten_unread import OverwrittenUnread
from svcflow.analyzers.data.produced_by_two_roles import ProducedByTwoRoles
from svcflow.analyzers.data.record_without_retention import RecordWithoutRetention
from svcflow.analyzers.data.step_without_output import StepWithoutOutput
from svcflow.analyzers.data.unknown_artifact import UnknownArtifact
from svcflow.analyzers.data.unknown_tool import UnknownTool
from svcflow.analyzers.rule import Rule

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = (
    UnknownArtifact,
    UnknownTool,
    FormWithoutOwner,
    FormWithoutNumber,
    RecordWithoutRetention,
    InputNeverProduced,
    InputNotAlwaysProduced,
    OutputNeverUsed,
    OverwrittenUnread,
    StepWithoutOutput,
    ProducedByTwoRoles,
)
