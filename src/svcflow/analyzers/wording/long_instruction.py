"""An instruction that is too long to be followed while working."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from svcflow.analyzers import rule
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.wording.reading import texts
from svcflow.analyzers.wording.words import has_chinese, length_of
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["LongInstruction"]


class LongInstruction(ProcessRule):
    """An instruction is too long to be followed while working.

    A line of `instructions`, or what is done about an exception, is measured: in words, and for Chinese in
    characters, where a word of Latin letters or a number counts as one.

    Why: Whoever stands at the counter looks at the procedure for two seconds. A paragraph is not read; the third
    action in a long sentence is the one that is forgotten.

    Fix: Write one action a line, and put reasons and background into `description` or `knowledge`.
    """

    code = "W102"
    name = "long-instruction"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        lint: {rules: {long-instruction: {words: 15, characters: 30}}}
        ---
        process: pharmacy
        name: Handing out medicine
        steps:
          - id: check
            name: Check the prescription
            instructions:
              - Compare the name on the prescription with the identity card
              - Read the name of the medicine aloud, look it up in the system, print the label and stick it on  #!
        ---
        process: 取药
        name: 门诊取药
        language: zh-Hans
        steps:
          - id: 核对
            name: 核对处方
            instructions: 核对患者姓名与处方上的药品名称、数量，确认无误后打印标签并贴在药盒正面，请患者复述用法  #!
            exceptions:
              - when: 药品缺货
                do: 联系开方医生更换药品，告知患者预计等候时间，并请患者到二楼药房窗口凭新处方再次排队领取  #!
    """
    good = """
        lint: {rules: {long-instruction: {words: 15, characters: 30}}}
        ---
        process: pharmacy
        name: Handing out medicine
        steps:
          - id: check
            name: Check the prescription
            instructions:
              - Compare the name on the prescription with the identity card
              - Read the name of the medicine aloud
              - Look it up in the system
              - Print the label and stick it on
        ---
        process: 取药
        name: 门诊取药
        language: zh-Hans
        steps:
          - id: 核对
            name: 核对处方
            instructions: [核对患者姓名与处方, 打印标签并贴在药盒正面, 请患者复述用法]
    """
    near = (
        """
        lint: {rules: {long-instruction: {words: 15, characters: 30}}}
        ---
        process: 取药
        name: 门诊取药
        language: zh-Hans
        steps:
          - id: 核对
            name: 核对处方
            description: 患者姓名、药品名称、规格、数量四项都要与处方一致，任何一项不符都不得发药，并由药师联系开方医生
            instructions: 在 pharmacy-dispensing-2.example 系统登记 202611220001 号处方
        """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        words: int = Field(default=30, ge=1)
        """The largest number of words, e.g. `25`."""
        characters: int = Field(default=60, ge=1)
        """The largest number of characters of a Chinese instruction, e.g. `50`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each instruction above its limit."""
        shortest = min(self.options.words, self.options.characters)
        for said in texts(context):
            if said.field not in ("steps.instructions", "steps.exceptions.do") or len(said.text) <= shortest:
                continue
            count = length_of(said.text)
            help = msg("write one action a line; put reasons and background into `description`")
            if has_chinese(said.text):
                limit = self.options.characters
                message = msg("the instruction has {count} characters; more than {limit} are not read", count=count,
                              limit=limit)  # fmt: skip
            else:
                limit = self.options.words
                message = msg("the instruction has {count} words; more than {limit} are not read", count=count,
                              limit=limit)  # fmt: skip
            if count > limit:
                yield Problem(said.route, message, help)
