"""How the words of the format are said in documents."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from svcflow.i18n import Message, msg

if TYPE_CHECKING:
    from svcflow.i18n import Translator

__all__ = ["word"]

_WORDS: dict[str, Message] = {
    "Automation.MANUAL": msg("by hand"),
    "Automation.ASSISTED": msg("with a system's help"),
    "Automation.AUTOMATIC": msg("automatic"),
    "ChangeKind.MAJOR": msg("major"),
    "ChangeKind.MINOR": msg("minor"),
    "ChangeKind.PATCH": msg("patch"),
    "ImprovementState.ACCEPTED": msg("accepted"),
    "ImprovementState.DONE": msg("done"),
    "ImprovementState.IN_PROGRESS": msg("in progress"),
    "ImprovementState.PROPOSED": msg("proposed"),
    "ImprovementState.REJECTED": msg("rejected"),
    "Kano.BASIC": msg("basic need"),
    "Kano.EXCITEMENT": msg("excitement need"),
    "Kano.PERFORMANCE": msg("performance need"),
    "Level.CRITICAL": msg("critical"),
    "Level.HIGH": msg("high"),
    "Level.LOW": msg("low"),
    "Level.MEDIUM": msg("medium"),
    "Line.BACKSTAGE": msg("backstage"),
    "Line.CUSTOMER": msg("customer"),
    "Line.FRONTSTAGE": msg("frontstage"),
    "Line.SUPPORT": msg("support process"),
    "RiskLevel.EXTREME": msg("extreme"),
    "RiskLevel.HIGH": msg("high"),
    "RiskLevel.LOW": msg("low"),
    "RiskLevel.MEDIUM": msg("medium"),
    "RiskResponse.ACCEPT": msg("accept"),
    "RiskResponse.AVOID": msg("avoid"),
    "RiskResponse.REDUCE": msg("reduce"),
    "RiskResponse.TRANSFER": msg("transfer"),
    "Servqual.ASSURANCE": msg("assurance"),
    "Servqual.EMPATHY": msg("empathy"),
    "Servqual.RELIABILITY": msg("reliability"),
    "Servqual.RESPONSIVENESS": msg("responsiveness"),
    "Servqual.TANGIBLES": msg("tangibles"),
    "Signature.APPROVED": msg("Approved by"),
    "Signature.PREPARED": msg("Prepared by"),
    "Signature.REVIEWED": msg("Reviewed by"),
    "State.AS_IS": msg("as-is"),
    "State.TO_BE": msg("to-be"),
    "Status.APPROVED": msg("Approved"),
    "Status.DRAFT": msg("Draft"),
    "Status.EFFECTIVE": msg("Effective"),
    "Status.IN_REVIEW": msg("In review"),
    "Status.PILOTING": msg("Piloting"),
    "Status.RETIRED": msg("Retired"),
    "StepKind.CALL": msg("Process"),
    "StepKind.DECISION": msg("Decision"),
    "StepKind.END": msg("End"),
    "StepKind.INCLUSIVE": msg("Every branch that applies"),
    "StepKind.PARALLEL": msg("At the same time"),
    "StepKind.TASK": msg("Step"),
    "StepKind.WAIT": msg("Wait"),
    "Tier.BESPOKE": msg("bespoke: shaped to the customer within limits"),
    "Tier.FIXED": msg("fixed: the same for every customer"),
    "Tier.OPTIONS": msg("options: a choice among set options"),
    "Value.BUSINESS": msg("needed by the business"),
    "Value.CUSTOMER": msg("valued by the customer"),
    "Value.WASTE": msg("waste"),
}


def word(member: StrEnum | None, translate: Translator) -> str:
    """Return how a word of the format is said in a document, empty for none."""
    if member is None:
        return ""
    return _WORDS[f"{type(member).__name__}.{member.name}"].render(translate)
