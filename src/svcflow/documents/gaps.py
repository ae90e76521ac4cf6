"""What a procedure should say and a process leaves out, as places to fill in."""

from __future__ import annotations

from collections.abc import Mapping

from svcflow.documents.outline import Gap, Section
from svcflow.documents.sop_context import SopContext
from svcflow.i18n import Message, msg

__all__ = ["GAPS", "gap_section"]

GAPS: Mapping[str, tuple[Message, Message]] = {
    "approvals": (
        msg("Approval"),
        msg("Who prepared, reviewed and approved this? Fill in `approvals`, or sign with `svcflow approve`."),
    ),
    "revisions": (
        msg("Revision history"),
        msg("What changed when, and by whom? Fill in `revisions`."),
    ),
    "purpose": (msg("Purpose"), msg("What is this for, in a sentence? Fill in `purpose`.")),
    "scope": (
        msg("Scope"),
        msg("Which cases does it cover, and which not? Fill in `scope`."),
    ),
    "references": (
        msg("References"),
        msg("Which laws, standards and documents does it follow? Fill in `references`."),
    ),
    "definitions": (
        msg("Definitions"),
        msg("Which words may a new colleague not know? Fill in `terms`."),
    ),
    "roles": (msg("Roles"), msg("Who does the steps? Fill in `role` of each step.")),
    "raci": (
        msg("RACI matrix"),
        msg("Who answers for it, who is asked and who is told? Fill in `owner`, `consulted` and `informed`."),
    ),
    "trigger": (
        msg("Trigger and promise"),
        msg("What starts it, and within what time is it done? Fill in `trigger` and `sla`."),
    ),
    "exceptions": (
        msg("Exceptions and escalation"),
        msg("What can go wrong, and what is done then? Fill in `exceptions` of the steps."),
    ),
    "quality": (
        msg("Quality and inspection"),
        msg(
            "What does good look like, and how is it checked? Fill in `quality` of the steps and `inspection`."
        ),
    ),
    "needs": (msg("Customer needs"), msg("What do customers want from it? Fill in `needs`.")),
    "kpis": (
        msg("Key performance indicators"),
        msg("By which figures is it steered? Fill in `kpis` and `objectives`."),
    ),
    "risks": (
        msg("Risks and controls"),
        msg("What may harm the customer or the organisation, and what keeps it down? Fill in `risks`."),
    ),
    "training": (
        msg("Training"),
        msg("What do people have to learn to work in it? Fill in `training`."),
    ),
    "records": (
        msg("Records and retention"),
        msg("What is recorded, and how long is it kept? Fill in `records`."),
    ),
    "feedback": (
        msg("Feedback and problems"),
        msg("How are customers asked, and what was learnt from problems? Fill in `feedback` and `problems`."),
    ),
    "improvement": (
        msg("Pilot and improvement"),
        msg("Where was it tried, and what shall become better? Fill in `pilot` and `improvements`."),
    ),
}
"""By the id of the section: its title, and what to fill in. Other sections are left out where they say nothing."""


def gap_section(id: str, sop: SopContext) -> Section | None:
    """Return a section that is nothing but a place to fill in, None for one that a procedure can do without."""
    if id not in GAPS:
        return None
    title, wanted = GAPS[id]
    return Section(id, title.render(sop.t), (Gap(wanted.render(sop.t)),))
