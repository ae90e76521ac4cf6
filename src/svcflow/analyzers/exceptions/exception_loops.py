"""An exception that leads back, as often as it happens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.analyzers.structure.telling import told_steps
from svcflow.finding import Severity
from svcflow.graph.elements import FlowKind
from svcflow.graph.rework import unbounded_ways_back
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ExceptionLoops"]


class ExceptionLoops(ProcessRule):
    """An exception leads back to where it can happen again, and nothing ends it.

    `goto` leads to the step itself or to an earlier one, and on the way round nobody is called, no time runs out and
    no limit stands. The branches of `next` that lead back so are found by `unbounded-rework`.

    Why: What failed once mostly fails again for the same reason. The clerk tries a fifth time, the customer waits, and
    nobody who could help knows of it.

    Fix: Let somebody be called: `escalate: ROLE` at the exception, or `escalate` at the SLA of the step; or lead to a
    step that solves the case another way.
    """

    code = "X201"
    name = "exception-loops"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: passport
        name: Passport photo and fingerprints
        roles:
          clerk: {name: Clerk}
        steps:
          - {id: photo, name: Take the photo, role: clerk}
          - id: prints
            name: Take the fingerprints
            role: clerk
            exceptions:
              - when: the device reads no print
                goto: prints  #!
          - id: pay
            name: Take the fee
            role: clerk
            exceptions:
              - {when: the photo is lost, do: excuse oneself, goto: photo}  #!
    """
    good = """
        process: passport
        name: Passport photo and fingerprints
        roles:
          clerk: {name: Clerk}
          head: {name: Head of the counter}
        steps:
          - id: prints
            name: Take the fingerprints
            role: clerk
            exceptions:
              - {when: the device reads no print, goto: by-hand}
          - {id: pay, name: Take the fee, role: clerk, next: end}
          - {id: by-hand, name: Take the prints with ink, role: head, next: pay}
    """
    near = (
        """
        process: 缴费
        name: 窗口缴费
        roles:
          收费员: {name: 收费员}
          组长: {name: 窗口组长}
        steps:
          - id: 扫码
            name: 扫码收费
            role: 收费员
            exceptions:
              - {when: 扫码失败, do: 重启设备后再试, escalate: 组长, goto: 扫码}
          - id: 开票
            name: 开具票据
            role: 收费员
            sla: {completion: 3m, escalate: 组长}
            exceptions:
              - {when: 打印机卡纸, do: 换一台打印机, goto: 开票}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each exception that leads back without a bound."""
        for flow, around in unbounded_ways_back(context.graph):
            if flow.kind is FlowKind.EXCEPTION:
                message = msg(
                    "‘{case}’ leads back as often as it happens, and nobody is called: {loop}",
                    case=context.text(flow.label or ""),
                    loop=told_steps(context, around),
                )
                yield Problem(
                    flow.route,
                    message,
                    msg("call somebody with `escalate`, or lead to a step that solves it another way"),
                )
