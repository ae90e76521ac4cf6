"""Which steps are approvals, by what they are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.step import Step

__all__ = ["is_approval"]

_APPROVAL = re.compile(
    r"\b(approv\w*|authori[sz]\w*|sign(s|ed)?[ -]off|countersign\w*|release[sd]? the)\b"
    r"|(审批|批准|审核|审定|签批|复核|核准|簽核|簽准|核定|覆核|複核|審核|審批|審定)"
    r"(?!(登[记記])?[函书書])",  # a letter of approval is not the approval
    re.IGNORECASE,
)


def is_approval(context: ProcessContext, step: Step) -> bool:
    """Tell whether a step judges work: its name says approve, authorise, sign off, 审核, 批准, 核准 or the like."""
    return bool(_APPROVAL.search(context.text(step.name)))
