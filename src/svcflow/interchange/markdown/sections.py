"""What headings and lines of a procedure are: a part of the usual parts, a step, a fact such as its owner."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from svcflow.interchange.markdown.blocks import plain
from svcflow.interchange.sheets.headings import folded
from svcflow.interchange.sheets.template import PROCESS

__all__ = ["StepHeading", "fact_of", "heading_in_bold", "part_of", "step_heading"]

_PARTS = {
    "Purpose": (
        "purpose", "aim", "objective", "目的", "目标", "宗旨",
    ),
    "Covers": (
        "scope", "applies to", "范围", "适用范围",
    ),
    "References": (
        "references", "related documents", "引用文件", "参考文件", "依据", "相关文件", "规范性引用文件",
    ),
    "Trigger": (
        "trigger", "when", "start", "触发条件", "启动条件",
    ),
    "Role": (
        "roles", "responsibilities", "roles and responsibilities", "who", "岗位", "职责", "岗位职责",
        "岗位与职责", "职责与权限", "角色", "职务", "权责",
    ),
    "Procedure": (
        "procedure", "procedures", "process", "steps", "workflow", "work instructions", "程序", "流程", "步骤",
        "作业程序", "工作程序", "作业流程", "工作流程", "操作流程", "操作步骤", "流程步骤",
        "服务流程", "作业内容", "工作内容", "程序内容",
    ),
    "Other": (
        "definitions", "terms", "glossary", "records", "forms", "attachments", "appendix", "appendices",
        "annex", "revision history", "change history", "faq", "定义", "术语", "术语和定义", "记录", "相关记录",
        "表单", "相关表单", "附件", "附录", "附则", "修订记录", "修订历史", "常见问题",
    ),
}  # fmt: skip
_NUMBER = re.compile(
    r"^[\d.、]+\s*|^第?[一二三四五六七八九十]+[、.．章]\s*|^[（(][一二三四五六七八九十\d]+[)）]\s*"
)
_STEP = re.compile(
    r"^(?:step\s*|步[骤驟]\s*|第)(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})\s*步?\s*[:：.、—–-]?\s*(?P<text>\S.*)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:\d{1,2}\.)*(?P<number>\d{1,3})(?:[.、)）]|\s)\s*(?P<text>\S.*)$")
_FACT = re.compile(r"^(?P<label>[^:：]{1,30})[:：]\s*(?P<text>\S.*)$", re.DOTALL)
_BOLD = re.compile(r"^(?:\*\*|__)(?P<text>[^*_]+)(?:\*\*|__)[:：]?$")
_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九十", 1)}


def part_of(heading: str) -> str:
    """Return which of the usual parts a heading begins (of the process sheet, Role, Procedure, Other), or nothing."""
    return _parts_by_word().get(folded(_NUMBER.sub("", heading)), "")


@lru_cache(maxsize=1)
def _parts_by_word() -> dict[str, str]:
    return {folded(word): part for part, words in _PARTS.items() for word in words}


class StepHeading(NamedTuple):
    """A heading that is a step; not ``sure`` where only a number says so, as it may head a part of steps too."""

    number: int
    name: str
    sure: bool


def step_heading(heading: str, *, numbered: bool) -> StepHeading | None:
    """Return the step that a heading is; with ``numbered``, a number before it is enough.

    >>> step_heading("第十一步 归档", numbered=False)
    StepHeading(number=11, name='归档', sure=True)
    >>> step_heading("4.2 Verify", numbered=True), step_heading("4.2 Verify", numbered=False)
    (StepHeading(number=2, name='Verify', sure=False), None)
    """
    found = _STEP.match(heading)
    if found:
        return StepHeading(_value(found["number"]), found["text"], sure=True)
    found = _NUMBERED.match(heading) if numbered else None
    return StepHeading(int(found["number"]), found["text"], sure=False) if found else None


def heading_in_bold(line: str) -> str:
    """Return a line that is all bold, where it is one of the usual parts or a step; else nothing."""
    found = _BOLD.match(line)
    text = found["text"].rstrip(":：") if found else ""
    return text if text and (part_of(text) or step_heading(text, numbered=False)) else ""


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def fact_of(line: str) -> tuple[str, str] | None:
    """Return label and text of a line that tells a fact of the process sheet: ``Owner: Front office``."""
    found = _FACT.match(plain(line))
    if not found or folded(found["label"]) not in _labels():
        return None
    return found["label"], found["text"]


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    return frozenset(name for column in PROCESS.columns for name in column.names())
