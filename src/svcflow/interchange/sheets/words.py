"""The words of closed lists as they stand in cells, in three languages."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from svcflow.i18n import LANGUAGES, Message, Translator, msg, translator
from svcflow.interchange.sheets.headings import folded

__all__ = ["choice_of", "choices", "no_words", "otherwise_words", "say_choice", "yes_no", "yes_words"]

_WORDS: dict[str, Message] = {
    "Automation.manual": msg("by hand"),
    "Automation.assisted": msg("with a system's help"),
    "Automation.automatic": msg("automatic"),
    "ChangeKind.major": msg("major"),
    "ChangeKind.minor": msg("minor"),
    "ChangeKind.patch": msg("patch"),
    "ImprovementState.proposed": msg("proposed"),
    "ImprovementState.accepted": msg("accepted"),
    "ImprovementState.in-progress": msg("in progress"),
    "ImprovementState.done": msg("done"),
    "ImprovementState.rejected": msg("rejected"),
    "Join.all": msg("all of them"),
    "Join.any": msg("any of them"),
    "Kano.basic": msg("basic need"),
    "Kano.performance": msg("performance need"),
    "Kano.excitement": msg("excitement need"),
    "Level.low": msg("low"),
    "Level.medium": msg("medium"),
    "Level.high": msg("high"),
    "Level.critical": msg("critical"),
    "Line.customer": msg("customer"),
    "Line.frontstage": msg("frontstage"),
    "Line.backstage": msg("backstage"),
    "Line.support": msg("support process"),
    "RiskResponse.avoid": msg("avoid"),
    "RiskResponse.reduce": msg("reduce"),
    "RiskResponse.transfer": msg("transfer"),
    "RiskResponse.accept": msg("accept"),
    "RoleKind.person": msg("person"),
    "RoleKind.system": msg("system"),
    "RoleKind.partner": msg("partner"),
    "Servqual.tangibles": msg("tangibles"),
    "Servqual.reliability": msg("reliability"),
    "Servqual.responsiveness": msg("responsiveness"),
    "Servqual.assurance": msg("assurance"),
    "Servqual.empathy": msg("empathy"),
    "Signature.prepared": msg("Prepared by"),
    "Signature.reviewed": msg("Reviewed by"),
    "Signature.approved": msg("Approved by"),
    "State.as-is": msg("as-is"),
    "State.to-be": msg("to-be"),
    "Status.draft": msg("Draft"),
    "Status.in-review": msg("In review"),
    "Status.piloting": msg("Piloting"),
    "Status.approved": msg("Approved"),
    "Status.effective": msg("Effective"),
    "Status.retired": msg("Retired"),
    "StepKind.task": msg("task"),
    "StepKind.decision": msg("decision"),
    "StepKind.parallel": msg("parallel"),
    "StepKind.inclusive": msg("inclusive"),
    "StepKind.wait": msg("wait"),
    "StepKind.call": msg("call of a process"),
    "StepKind.end": msg("end"),
    "Tier.fixed": msg("fixed"),
    "Tier.options": msg("options"),
    "Tier.bespoke": msg("bespoke"),
    "Value.customer": msg("valued by the customer"),
    "Value.business": msg("needed by the business"),
    "Value.waste": msg("waste"),
}
_ALSO: dict[str, dict[str, tuple[str, ...]]] = {
    "StepKind": {
        "task": (
            "activity",
            "action",
            "步骤",
            "步驟",
            "操作",
            "活动",
            "活動",
            "处理",
            "處理",
            "作业",
            "作業",
        ),
        "decision": (
            "choice",
            "gateway",
            "if",
            "判断",
            "判斷",
            "决策",
            "決策",
            "判定",
            "审批",
            "審批",
            "核准",
        ),
        "parallel": ("并行", "並行", "同时", "同時", "fork"),
        "wait": ("等候", "timer"),
        "call": ("subprocess", "sub-process", "process", "子流程", "调用", "呼叫"),
        "end": ("finish", "stop", "终止", "終止", "完成", "结束", "結束"),
    },
    "Line": {"support": ("support", "支持", "支援", "后台支持")},
    "Servqual": {"tangibles": ("有形展示",)},
}
_YES = ("yes", "y", "true", "x", "✓", "✔", "√", "是", "有", "对", "對", "1", "★", "●", "☑")
_NO = ("no", "n", "false", "×", "✗", "否", "无", "無", "不是", "0", "-", "/", "☐")
_OTHERWISE = (
    "otherwise", "else", "default", "in all other cases", "其他情况", "其他", "其它", "否则", "其余", "其餘",
    "其他情況", "否則", "默认", "預設", "缺省",
)  # fmt: skip


def say_choice(enum: type[StrEnum], value: str, language: str) -> str:
    """Return how a word of the format stands in a cell; the word itself in English."""
    if language == "en":
        return value
    said = _WORDS.get(f"{enum.__name__}.{value}")
    return said.render(translator(language)) if said else value


def choices(enum: type[StrEnum], language: str) -> list[str]:
    """Return all words of a list as they stand in cells."""
    return [say_choice(enum, member.value, language) for member in enum]


def choice_of(enum: type[StrEnum], text: str) -> str | None:
    """Return the word of the format that a cell means, in whatever language; None when it means none."""
    return _known(enum).get(folded(text))


@lru_cache(maxsize=32)
def _known(enum: type[StrEnum]) -> dict[str, str]:
    found: dict[str, str] = {}
    also = _ALSO.get(enum.__name__, {})
    for member in enum:
        message = _WORDS.get(f"{enum.__name__}.{member.value}")
        said = [message.render(translator(language)) for language in LANGUAGES] if message else []
        for text in (member.value, *said, *also.get(member.value, ())):
            found.setdefault(folded(text), member.value)
    return found


def yes_no(value: bool, language: str) -> str:
    """Return yes or no."""
    t: Translator = translator(language)
    return t("yes") if value else t("no")


@lru_cache(maxsize=1)
def yes_words() -> frozenset[str]:
    """Return what people write for yes."""
    return frozenset(map(folded, _YES))


@lru_cache(maxsize=1)
def no_words() -> frozenset[str]:
    """Return what people write for no."""
    return frozenset(map(folded, _NO))


@lru_cache(maxsize=1)
def otherwise_words() -> frozenset[str]:
    """Return what people write for the branch that is left."""
    ours = (translator(language)("otherwise") for language in LANGUAGES)
    return frozenset(map(folded, (*_OTHERWISE, *ours)))
