"""A decision that asks nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.wording.languages import BY_LANGUAGE, language_of
from svcflow.analyzers.wording.reading import texts
from svcflow.analyzers.wording.words import plain
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["DecisionNotAQuestion"]

_QUESTION_MARKS = ("?", "？", "؟", ";")


class DecisionNotAQuestion(ProcessRule):
    """The name of a decision is no question.

    A question ends in a question mark, or is put as one: it begins with a word such as ‘is’, ‘does’ or ‘which’, or has
    a word such as 是否, 有无, 何种, 吗. In other languages the question mark decides.

    Why: The branches are answers. Without the question a reader sees ‘yes’ and ‘no’ and has to guess to what; often
    the decision hides work (‘Check the documents’) that belongs to a step of its own, with a role and a time.

    Fix: Ask what the branches answer: ‘Are the documents complete?’. Put the work of finding out into a step before.
    """

    code = "W202"
    name = "decision-not-a-question"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: permit
        name: Building permit
        steps:
          - id: complete
            kind: decision
            name: Check the documents  #!
            next: [{when: complete, to: end}, {otherwise: end}]
        ---
        process: 信用卡
        name: 信用卡申请
        language: zh-Hans
        steps:
          - {id: 额度, kind: decision, name: 审核申请, next: [{when: 通过, to: end}, {otherwise: end}]}  #!
    """
    good = """
        process: permit
        name: Building permit
        steps:
          - {id: check, name: Check the documents}
          - id: complete
            kind: decision
            name: Are the documents complete?
            next: [{when: yes, to: end}, {otherwise: end}]
    """
    near = (
        """
        process: permit
        name: Building permit
        steps:
          - {id: a, kind: decision, name: Documents complete?, next: [{when: yes, to: b}, {otherwise: end}]}
          - {id: b, kind: decision, name: Which district is it in, next: [{when: north, to: end}, {otherwise: end}]}
        ---
        process: 信用卡
        name: 信用卡申请
        language: zh-Hans
        steps:
          - {id: 甲, kind: decision, name: 是否通过, next: [{when: 是, to: 乙}, {otherwise: end}]}
          - {id: 乙, kind: decision, name: 额度属于哪一档, next: [{when: 高, to: 丙}, {otherwise: end}]}
          - {id: 丙, kind: decision, name: 申请人满18岁吗？, next: [{when: 是, to: 丁}, {otherwise: end}]}
          - {id: 丁, name: 审核申请}
        ---
        process: 補助
        name: 補助申請
        language: zh-Hant
        steps:
          - {id: 甲, kind: decision, name: 文件有無缺漏, next: [{when: 有, to: end}, {otherwise: end}]}
        """,
        """
        process: umtausch
        name: Umtausch
        language: de
        steps:
          - {id: a, kind: decision, name: Ist die Ware unbeschädigt?, next: [{when: ja, to: end}, {otherwise: end}]}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each decision whose name asks nothing."""
        for said in texts(context):
            if said.field != "steps.name" or not isinstance(said.route[1], int):
                continue
            if context.process.steps[said.route[1]].kind is StepKind.DECISION:
                name = plain(said.text)
                if not name.endswith(_QUESTION_MARKS) and not _asks(name, language_of(name, said.language)):
                    yield Problem(
                        said.route,
                        msg("the decision ‘{name}’ asks no question", name=said.text.strip()),
                        msg("ask what its branches answer, such as ‘Is the form complete?’"),
                    )


def _asks(name: str, language: str | None) -> bool:
    """Tell whether a name without a question mark is put as a question."""
    lists = BY_LANGUAGE.get(language or "", ())
    if language == "en":
        return any(name.split(" ", 1)[0] in words.questions for words in lists)
    return any(word in name for words in lists for word in words.questions)
