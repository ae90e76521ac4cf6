"""Which steps are approvals, by what they are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.step import Step

__all__ = ["is_approval", "only_takes_in"]

_APPROVAL = re.compile(
    # the verb, and "approval" at the beginning: not "tell that it is approved", not "ask for the approval"
    r"(?<!to )\b(approves?|authori[sz]es?|countersigns?|signs?[ -]off)\b"
    r"|^(?!(?:request|get|obtain|record|await|ask|seek|file|send)\b)(?:\w+ )?(?:approval|authori[sz]ation)\b"
    # not what only asks for it or comes after it, nor its form, letter or result
    r"|(?<!提交)(?<!等待)(?<!等候)(?<!申请)(?<!申請)(?<![送报報呈未已经經])"
    r"(?:审批|批准|审核|审定|签批|复核|核准|簽核|簽准|核定|覆核|複核|審核|審批|審定)"
    r"(?!(?:登[记記])?[函书書]|[表单單](?![格据據])|[结結]果|通知|通过后|通過後|记录|紀錄|[后後的])",
    re.IGNORECASE,
)
_TAKING_IN = re.compile(
    r"\b(receives?|accepts?|collects?|registers?|takes? in)\b"
    r"|\btakes? (the |an? )?(application|claim|complaint|form|goods|order|report|request)\b"
    r"|受理|接收|接件|收件|收取|收集|登记|登記|收下|点收|點收",
    re.IGNORECASE,
)


def is_approval(context: ProcessContext, step: Step) -> bool:
    """Tell whether a step judges work: its name says approve, authorise, sign off, 审核, 批准, 核准 or the like."""
    return bool(_APPROVAL.search(context.text(step.name)))


def only_takes_in(context: ProcessContext, step: Step) -> bool:
    """Tell whether a step takes in what others made: its name says receive, take, register, 受理, 登記 or the like."""
    return bool(_TAKING_IN.search(context.text(step.name)))
