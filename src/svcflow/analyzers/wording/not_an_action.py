"""A step whose name is no action."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.wording.actions import is_no_action
from svcflow.analyzers.wording.languages import language_of
from svcflow.analyzers.wording.reading import texts
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["NotAnAction"]


class NotAnAction(ProcessRule):
    """The name of a step is a thing, a place or a person, not an action.

    English names begin with a verb (‘Verify the identity’, ‘Verifies the identity’), or tell who does what (‘Guest
    signs’). Chinese names have a verb and its object, in either order (核实身份, 身份核实). Only names that are surely
    no action are reported; other languages are not judged. Decisions, waits, calls and ends are no tasks and need none.

    Why: ‘Complaint form’ tells nobody what to do with it: hand it out, fill it in, check it, file it? Each reader
    takes the step to be over at another moment.

    Fix: Begin with the verb: ‘Fill in the complaint form’, 填写投诉登记表.
    """

    code = "W201"
    name = "not-an-action"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: complaint
        name: Complaint
        steps:
          - {id: form, name: Complaint form}  #!
          - {id: identity, name: Customer identification}  #!
          - {id: manager, name: The department manager}  #!
          - {id: payment, name: Payment of the compensation}  #!
        ---
        process: 投诉
        name: 投诉处理
        language: zh-Hans
        steps:
          - {id: 表, name: 投诉登记表}  #!
          - {id: 部门, name: 客户服务部}  #!
          - {id: 信息, name: 客户信息}  #!
        ---
        process: 陳情
        name: 陳情處理
        language: zh-Hant
        steps:
          - {id: 窗口, name: 單一窗口}  #!
          - {id: 文件, name: 陳情人書件}  #!
    """
    good = """
        process: complaint
        name: Complaint
        steps:
          - {id: form, name: Fill in the complaint form}
          - {id: identity, name: Identify the customer}
          - {id: manager, name: Inform the department manager}
          - {id: payment, name: Pay the compensation}
        ---
        process: 投诉
        name: 投诉处理
        language: zh-Hans
        steps:
          - {id: 表, name: 填写投诉登记表}
          - {id: 部门, name: 转交客户服务部}
          - {id: 信息, name: 核对客户信息}
    """
    near = (
        """
        process: stay
        name: Stay
        steps:
          - {id: a, name: Reports the lost key}
          - {id: b, name: Guest signs the form}
          - {id: c, name: Personally hand over the key}
          - {id: d, name: Re-check the room status}
          - {id: e, name: Checking the documents}
          - {id: f, name: 'Document verification, request confirmation'}
          - {id: g, name: Order information, kind: wait, until: order information arrives}
          - {id: h, name: Triage}
        """,
        """
        process: 就诊
        name: 门诊就诊
        language: zh-Hans
        steps:
          - {id: 甲, name: 身份核实}
          - {id: 乙, name: 前台接待患者}
          - {id: 丙, name: 财务部审批}
          - {id: 丁, name: 挂号}
          - {id: 戊, name: 患者离院}
          - {id: 己, name: 通知客户}
          - {id: 庚, name: 材料是否齐全？, kind: decision, next: [{when: 是, to: end}, {otherwise: 甲}]}
        """,
        """
        process: ausleihe
        name: Ausleihe
        language: de
        steps:
          - {id: a, name: Identifikation}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each task whose name is no action."""
        for said in texts(context):
            if said.field != "steps.name" or not isinstance(said.route[1], int):
                continue
            if context.process.steps[said.route[1]].kind is not StepKind.TASK:
                continue
            if _is_none(said.text, language_of(said.text, said.language)):
                yield Problem(
                    said.route,
                    msg("‘{name}’ is no action", name=said.text.strip()),
                    msg("begin with what is done: a verb and its object, such as ‘Check the form’"),
                )


_is_none = lru_cache(maxsize=4096)(is_no_action)
