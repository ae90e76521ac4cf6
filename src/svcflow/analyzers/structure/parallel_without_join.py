"""Branches that are started together and that nothing joins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ParallelWithoutJoin"]


class ParallelWithoutJoin(ProcessRule):
    """Branches that are started together are never joined.

    What `kind: parallel` or `kind: inclusive` starts should meet again at a step with `join: all`, or `join: any` where
    the first one is enough. Here the branches come together at a step that does not wait for them, or they end each on
    its own.

    Why: Nothing tells when all of the work is done. The process is called finished while a branch is still open, or
    what comes after the branches is done once for each of them.

    Fix: Write `join: all` at the step where the branches meet, or lead them to such a step.
    """

    code = "F207"
    name = "parallel-without-join"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: new-employee
        name: A new employee starts
        steps:
          - {id: sign, name: Sign the contract}
          - id: prepare
            name: Prepare the first day  #!
            kind: parallel
            next: [desk, account]
          - {id: desk, name: Set up the desk, next: welcome}
          - {id: account, name: Open the accounts}
          - {id: welcome, name: Welcome the colleague}
          - id: tell
            name: Tell everybody  #!
            kind: parallel
            next: [mail, newsletter]
          - {id: mail, name: Write a mail, next: end}
          - {id: newsletter, name: Write for the newsletter}
    """
    good = """
        process: new-employee
        name: A new employee starts
        steps:
          - {id: sign, name: Sign the contract}
          - {id: prepare, name: Prepare the first day, kind: parallel, next: [desk, account]}
          - {id: desk, name: Set up the desk, next: welcome}
          - {id: account, name: Open the accounts}
          - {id: welcome, name: Welcome the colleague, join: all}
    """
    near = (
        # Three branches of which an exception leaves one; a part of them is joined before the rest.
        """
        process: 入职
        name: 新员工入职
        steps:
          - {id: 准备, name: 入职准备, kind: parallel, next: [工位, 账号, 门禁]}
          - id: 工位
            name: 安排工位
            exceptions:
              - {when: 没有空位, goto: 汇合}
            next: 布置
          - {id: 账号, name: 开通账号, next: 布置}
          - {id: 布置, name: 布置工位, join: all, next: 汇合}
          - {id: 门禁, name: 办理门禁}
          - {id: 汇合, name: 入职欢迎, join: all}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each step whose branches meet at no join."""
        graph = context.graph
        if not graph.is_whole:
            return
        for fork in graph.forks:
            if len(fork.branches) < 2:
                continue  # the same step, twice: that says another rule
            if any(graph.nodes[step].step.join is not None for step in fork.meetings):
                continue
            name = context.step_name(fork.node.id)
            route = (*fork.node.route, "name")
            if not fork.meetings:
                yield Problem(
                    route,
                    msg("the branches that ‘{step}’ starts never meet again", step=name),
                    msg("lead them to a step with `join: all`"),
                )
                continue
            place = graph.nodes[fork.meetings[0]]
            yield Problem(
                route,
                msg(
                    "the branches that ‘{step}’ starts meet at ‘{place}’, which does not wait for them",
                    step=name,
                    place=context.step_name(place.id),
                ),
                msg("write `join: all` at ‘{place}’", place=context.step_name(place.id)),
                related=((("steps", place.index, "name"), msg("they meet here")),),
            )
