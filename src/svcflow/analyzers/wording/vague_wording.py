"""Wording that two readers understand differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from svcflow.analyzers import rule
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.wording.languages import BY_LANGUAGE, language_of
from svcflow.analyzers.wording.reading import texts
from svcflow.analyzers.wording.words import Finder, Vague, plain
from svcflow.finding import Severity
from svcflow.i18n import Message, msg
from svcflow.model.text import Label
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.texts import Said

__all__ = ["VagueList", "VagueWording"]

BINDING = frozenset(
    (
        "distribution",
        "trigger",
        "scope.covers",
        "scope.excludes",
        "steps.name",
        "steps.description",
        "steps.instructions",
        "steps.quality.standard",
        "steps.exceptions.when",
        "steps.exceptions.do",
        "steps.discretion",
        "steps.options",
        "steps.next.when",
        "steps.until.event",
        "steps.remind.do",
        "handoffs.accepted_when",
        "risks.control.what",
        "risks.indicator",
        "kpis.formula",
        "training.assessment",
        "inspection.what",
        "inspection.method",
        "inspection.sample",
        "pilot.success",
        "rollout.audience",
    )
)
"""The texts that people act on. Purposes, titles of laws, what customers say and what happened once may be vague."""


class VagueWording(ProcessRule):
    """Wording that two readers understand differently: promptly, appropriate, where necessary, the relevant staff.

    The texts that people act on are read: steps, instructions, standards, conditions, exceptions, handoffs, controls,
    checks. Purposes, titles of laws and documents, the voice of the customer, problems and the history are not.
    There are lists for English, for Chinese in simplified and for Chinese in traditional characters; the options add
    words of your own and let phrases pass.

    Why: ‘Promptly’ is two minutes to the guest and two hours to the back office, and nobody can check either.
    A standard that cannot be failed cannot be kept.

    Fix: Say by when, how much, who, which, in which cases. What belongs to the judgement of the front line goes to
    `discretion`, with its limit.
    """

    code = "W101"
    name = "vague-wording"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        lint: {rules: {vague-wording: {words: [flexibly, 机动], allow: [proper name]}}}
        ---
        process: luggage
        name: Lost luggage
        steps:
          - id: report
            name: Take the report
            instructions:
              - Ask for the proper name on the tag
              - Record colour, size, etc.  #!
              - Inform the relevant staff  #!
              - Handle late reports flexibly  #!
            quality: The passenger is called back promptly  #!
          - id: trace
            name: Trace the bag
            exceptions:
              - {when: the bag is not found, do: search other airports where necessary}  #!
        ---
        process: 退货
        name: 退货处理
        language: zh-Hans
        steps:
          - id: 受理
            name: 受理退货
            instructions:
              - 及时登记退货申请  #!
              - 核对订单、发票等  #!
              - 酌情减免运费  #!
              - 通知相关人员  #!
            exceptions:
              - {when: 商品破损, do: 原则上不予退款}  #!
        ---
        process: 陳情
        name: 陳情案件處理
        language: zh-Hant
        steps:
          - id: 收件
            name: 收受陳情
            instructions:
              - 儘速轉送權責單位  #!
              - 必要時聯絡陳情人  #!
    """
    good = """
        process: luggage
        name: Lost luggage
        steps:
          - id: report
            name: Take the report
            instructions:
              - Record colour, size, brand and the number of the tag
              - Inform the tracing desk
            quality: The passenger is called back within 2 hours
          - id: trace
            name: Trace the bag
            exceptions:
              - {when: the bag is not found after 5 hours, do: search the airports of the last three flights}
        ---
        process: 退货
        name: 退货处理
        language: zh-Hans
        steps:
          - id: 受理
            name: 受理退货
            instructions: [10 分钟内登记退货申请, 核对订单、发票、保修卡, 运费 20 元以内直接减免, 通知仓库管理员]
    """
    near = (
        """
        process: enrolment
        name: 继续教育报名
        language: zh-Hans
        purpose: 及时为学员办理报名
        references: [高等学历继续教育校外教学点设置与管理工作办法, 关于加强支付结算账户管理的通知]
        steps:
          - id: 受理
            name: 受理报名
            instructions:
              - 核对姓名、学号、高等教育证书与学历等级
              - 请学员稍等，等待系统返回结果
              - 记录办理地点及时间、证件号码
              - 收取身份证、毕业证、照片等三项材料
              - 确认真实姓名，等于报名表所填
        """,
        """
        process: refund
        name: Refund
        purpose: To give money back promptly
        steps:
          - id: pay
            name: Pay the money back
            instructions:
              - As soon as the return is scanned, pay to the card of the purchase
              - Attach the form where required by the card scheme
            pain_points: Customers usually call twice
        needs:
          - {what: I want my money soon}
        problems:
          - {what: money was not sent promptly}
        """,
        """
        process: 補發
        name: 證件補發
        language: zh-Hant
        references: [加強身分證件管理要點]
        steps:
          - id: 受理
            name: 受理補發
            instructions: [請申請人稍坐等候, 確認地點及時間, 收取照片、申請書、規費收據等三項]
        """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        words: tuple[Label, ...] = ()
        """Words that shall be found besides those known, in any language, e.g. `[flexibly, 机动]`."""
        allow: tuple[Label, ...] = ()
        """Words, or phrases with such a word, that are let pass, e.g. `[proper name, 原则上]`."""

    @cached_property
    def _lists(self) -> Mapping[str | None, VagueList]:
        return {
            language: VagueList(language, self.options.words, self.options.allow)
            for language in (None, *BY_LANGUAGE)
        }

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each binding text with vague words, once."""
        binding: dict[VagueList, list[Said]] = {}
        for said in texts(context):
            if said.field in BINDING:
                words = self._lists[language_of(said.text, said.language)]
                binding.setdefault(words, []).append(said)
        for words, said_here in binding.items():
            suspect = words.any_in(said.text for said in said_here)
            for said in said_here:
                if (suspect or "等" in said.text) and (found := words.find(said.text)):
                    yield Problem(said.route, *_said(found))


_APART = " \0 "
"""What no text can have, so that nothing is found across two of them."""


class VagueList:
    """The vague words of one language, ready for finding."""

    def __init__(
        self, language: str | None, added: tuple[str, ...] = (), allowed: tuple[str, ...] = ()
    ) -> None:
        words = BY_LANGUAGE.get(language or "", ())
        passing = frozenset(map(plain, allowed))
        kinds = {word: kind for one in words for kind, found in one.vague.items() for word in found}
        kinds |= {plain(word): Vague.OWN for word in added}
        self._kinds = {word: kind for word, kind in kinds.items() if word not in passing}
        self._finder = Finder(self._kinds, [*passing, *(phrase for one in words for phrase in one.not_vague)])
        self._open = [one.open_list for one in words if one.open_list] if not passing & {"等"} else []

    def any_in(self, texts: Iterable[str]) -> bool:
        """Tell whether one of many texts has a vague word, left-open lists aside: faster than one by one."""
        return any(self._finder.find(_APART.join(texts)))

    def find(self, text: str) -> dict[str, Vague]:
        """Return the vague words of a text and what each leaves open."""
        found = {word: self._kinds[word] for word in self._finder.find(text)}
        if not found and "等" in text and any(re.search(pattern, text) for pattern in self._open):
            found["等"] = Vague.WHAT_ELSE
        return found


def _said(found: dict[str, Vague]) -> tuple[Message, Message]:
    kinds = set(found.values())
    return _messages(tuple(found), kinds.pop() if len(kinds) == 1 else Vague.OWN)


def _messages(words: tuple[str, ...], kind: Vague) -> tuple[Message, Message]:
    """Return what is wrong with words that leave something open, and what to do."""
    match kind:
        case Vague.WHEN:
            return msg("‘{words}’ does not say by when", words=words), msg(
                "write a time, such as ‘within 10 minutes’"
            )
        case Vague.HOW_MUCH:
            return msg("‘{words}’ does not say how much or how well", words=words), msg(
                "write a number, a limit, or what can be seen when it is done"
            )
        case Vague.WHO:
            return msg("‘{words}’ does not say who", words=words), msg("name the role or the department")
        case Vague.WHICH:
            return msg("‘{words}’ does not say which", words=words), msg(
                "name them, or the list they stand in"
            )
        case Vague.CASES:
            return msg("‘{words}’ does not say in which cases", words=words), msg("write the condition")
        case Vague.WHAT_ELSE:
            return msg("‘{words}’ does not say what else", words=words), msg(
                "name all of them, or the list they stand in"
            )
        case Vague.OTHERWISE:
            return msg("‘{words}’ does not say when it is otherwise", words=words), msg("name the exceptions")
    return msg("‘{words}’ can be understood in several ways", words=words), msg(
        "write it so that two readers do the same: when, who, which, how much"
    )
