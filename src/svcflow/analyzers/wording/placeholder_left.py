"""A text that was still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers import rule
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.wording.languages import BY_LANGUAGE
from svcflow.analyzers.wording.reading import shared_texts, texts_and_labels
from svcflow.analyzers.wording.words import has_chinese, plain
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.text import Label
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.load.shared import Shared
    from svcflow.model.texts import Said

__all__ = ["PlaceholderLeft"]

_WHOLE = frozenset(word for words in BY_LANGUAGE["en"] + BY_LANGUAGE["zh"] for word in words.placeholders)
_FRAME = " \t\n.,;:!?()[]{}<>*-_…。，；：！？（）【】《》〈〉「」『』“”‘’\"'"

_INSIDE = re.compile(
    r"(?<![\w*])(?:T\.?B\.?[DC]|TBA|tb[dc]|TODO|FIXME|XXX+|xxx+|lorem ipsum)(?![\w*])"  # signs of writers
    r"|[_＿]{3,}|[?？]{3,}"  # blanks of a form, and open questions
    r"|<(?:insert|enter|fill in|your|name of|to be) [^<>]+>|\[(?:insert|enter|fill in|to be) [^\[\]]+\]"
    r"|[［【\[（(<](?:待定|待补|待補|待填|此处填写|此處填寫|在此输入|在此輸入)[^］】\]）)>]{0,20}[］】\]）)>]"
)
_CHINESE_INSIDE = re.compile(
    "(?<![A-Za-z0-9*×])[Xx×]{2,}(?![A-Za-z0-9*×])|某某(?=[部单單公科处處人客银銀])"
    "|(?<![一二三四五六七八九十零○〇])[○〇◯]{2,}(?![一二三四五六七八九十零○〇年月日])"
    "|(?:时间|时限|金额|人员|岗位|标准|内容|地点|時間|時限|金額|人員|職務|標準|內容|地點)待[定补補](?![位期])"
)
_HINT = re.compile(
    r"T\.?B\.?[DC]|TBA|tb[dc]|TODO|FIXME|XX|xx|Xx|××|X×|lorem|__|＿|\?\?|？|[<\[(（［【○〇◯]|某某|待[定补補填]"
)
"""Something of this is in every text that has one of the two above: most texts need not be searched for them."""
_LONGEST_WHOLE = max(map(len, _WHOLE)) + 8
_NEW_STEP = re.compile(
    r"(?:new )?(?:step|task|activity) ?(?:no\.? ?)?[0-9a-z]?"
    r"|新?(?:步[骤驟]|任[务務]|活[动動]) ?[0-9一二三四五六七八九十a-z]*"
)


class PlaceholderLeft(ProcessRule):
    """A text was left to be written later: TBD, to be defined, 待定, xxx.

    All texts are read, also names of people and numbers of forms, and those of the catalogues. A step named ‘Step 3’
    counts as not named yet.

    Why: What is open in the procedure is decided anew at every counter. In a document that is in force it also tells
    every reader that nobody read it before signing.

    Fix: Write what belongs there, or take it out; what is still to be decided belongs to `improvements`, with an
    owner.
    """

    code = "W104"
    name = "placeholder-left"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        catalog: clinic
        kpis:
          - {id: wait, name: Waiting time, formula: TBD}  #!
        ---
        process: admission
        name: Admission
        number: SOP-XXX  #!
        purpose: (to be defined)  #!
        steps:
          - {id: one, name: Step 1}  #!
          - id: form
            name: Fill in the form
            instructions:
              - Call extension ___ when the printer fails  #!
              - 'TODO: who signs?'  #!
        approvals:
          - {as: approved, by: '<insert name>'}  #!
        ---
        process: 入院
        name: 入院办理
        language: zh-Hans
        trigger: 待定  #!
        steps:
          - id: 登记
            name: 登记入院
            instructions:
              - 致电 XX 病区确认床位  #!
              - 押金金额待定  #!
        ---
        process: 住院
        name: 住院手續
        language: zh-Hant
        steps:
          - {id: 登記, name: 通知○○病房}  #!
          - {id: 簽名, name: 新步驟}  #!
    """
    good = """
        process: admission
        name: Admission
        number: SOP-012
        purpose: To have every patient in bed within an hour
        steps:
          - id: form
            name: Fill in the form
            instructions: Call extension 4711 when the printer fails
    """
    near = (
        """
        process: booking
        name: Table booking
        steps:
          - {id: take, name: Take the booking to be confirmed}
          - {id: size, name: Note the size of the party (XL from 12 guests)}
          - id: confirm
            name: Confirm the booking
            instructions: ['Ask: what is the occasion?', Name the step of the menu, "Hide the number as 138xxxx1234"]
        """,
        """
        process: 备案
        name: 备案
        language: zh-Hans
        steps:
          - {id: 核对, name: 核对待定位设备}
          - {id: 待办, name: 分派待确认工单}
          - {id: 打印, name: 打印 XXL 号工服标签, description: 手机号显示为 138XXXX1234 或 138××××1234}
          - {id: 第一步, name: 第一步宣读须知}
        """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        allow: tuple[Label, ...] = ()
        """Texts that look like placeholders and are none, e.g. `[XX]`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each text of the process that is still to be written."""
        for said in texts_and_labels(context):
            yield from self._problem(said)

    def check_shared(self, shared: Shared) -> Iterator[Problem]:
        """Yield each text of the catalogues that is still to be written."""
        for path, said in shared_texts(shared, labels=True):
            yield from self._problem(said, path)

    def _problem(self, said: Said, path: str | None = None) -> Iterator[Problem]:
        found = _placeholder(said.text, said.field == "steps.name")
        if found and found not in self.options.allow:
            message = msg("‘{found}’ was left to be written later", found=found)
            yield Problem(said.route, message, msg("write what belongs here, or take it out"), path=path)


def _placeholder(text: str, is_name_of_step: bool) -> str | None:
    """Return what in a text stands for something that is still to be written."""
    if len(text) <= _LONGEST_WHOLE:
        bare = plain(text.strip(_FRAME))
        if not bare or bare in _WHOLE or (is_name_of_step and _NEW_STEP.fullmatch(bare)):
            return text.strip()
    if not _HINT.search(text):
        return None
    found = _INSIDE.search(text) or (_CHINESE_INSIDE.search(text) if has_chinese(text) else None)
    return found[0] if found else None
