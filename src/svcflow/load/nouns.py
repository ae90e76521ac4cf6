"""What the mappings of the format are called in messages."""

from __future__ import annotations

from svcflow.i18n import Message, msg
from svcflow.model.base import Model

__all__ = ["noun_of"]

_NOUNS: dict[str, Message] = {
    "Approval": msg("an approval"),
    "Artifact": msg("an artifact"),
    "Branch": msg("a branch"),
    "Calendar": msg("a calendar"),
    "Catalog": msg("a catalogue"),
    "Category": msg("a category"),
    "Channel": msg("a channel"),
    "Control": msg("a control"),
    "Cost": msg("a cost"),
    "Department": msg("a department"),
    "DocumentSettings": msg("the document settings"),
    "Escalation": msg("an escalation"),
    "ExceptionCase": msg("an exception"),
    "Feedback": msg("a feedback"),
    "Handoff": msg("a handoff"),
    "Improvement": msg("an improvement"),
    "Inspection": msg("an inspection"),
    "Kpi": msg("a KPI"),
    "LintSettings": msg("the lint settings"),
    "Measure": msg("a measure"),
    "Need": msg("a need"),
    "Objective": msg("an objective"),
    "Pilot": msg("a pilot"),
    "Problem": msg("a problem"),
    "Process": msg("a process"),
    "ProcessSla": msg("a process's SLA"),
    "Record": msg("a record"),
    "Reminder": msg("a reminder"),
    "RenderSettings": msg("the render settings"),
    "Residual": msg("a residual risk"),
    "Review": msg("a review"),
    "Revision": msg("a revision"),
    "Risk": msg("a risk"),
    "Role": msg("a role"),
    "Rollout": msg("a rollout"),
    "RuleChoice": msg("a choice of rules"),
    "RuleSettings": msg("a rule's settings"),
    "Scope": msg("a scope"),
    "Segment": msg("a segment"),
    "Standard": msg("a standard"),
    "Step": msg("a step"),
    "StepSla": msg("a step's SLA"),
    "Term": msg("a term"),
    "TimeLimit": msg("a time limit"),
    "Tool": msg("a tool"),
    "Touchpoint": msg("a touchpoint"),
    "Training": msg("a training"),
    "WaitEvent": msg("an event"),
    "Work": msg("a work time"),
    "WorkspaceFile": msg("the workspace file"),
}


def noun_of(model: type[Model]) -> Message:
    """Return what a mapping of this class is called, with its article."""
    return _NOUNS.get(model.__name__, msg("this entry"))
