"""A join at which no branches that run side by side come together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Edit, Fix, Severity
from svcflow.graph.algorithms import reachable
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import ProcessGraph

__all__ = ["JoinWithoutParallel"]


class JoinWithoutParallel(ProcessRule):
    """A step joins branches although no branches run side by side before it.

    `join` is for branches that `kind: parallel` or `kind: inclusive` has started together. Of the branches of a
    decision only one runs, and they need no join: a step to which several lead just goes on with the one that comes.

    Why: With `join: all` the step waits for branches that were never started. Even where it does no harm, a reader
    looks for work that runs side by side, and there is none.

    Fix: Take `join` out, or start the branches with `kind: parallel` if all of them are meant to run.
    """

    code = "F208"
    name = "join-without-parallel"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: exchange
        name: Exchange of goods
        steps:
          - id: sort
            name: What is wrong with the goods?
            next:
              - {when: they are broken, to: repair}
              - otherwise: swap
          - {id: repair, name: Repair the goods, next: hand-over}
          - {id: swap, name: Take others from the shelf}
          - id: hand-over
            name: Hand them over
            join: any  #!
          - id: thank
            name: Thank the customer
            join: all  #!
    """
    good = """
        process: exchange
        name: Exchange of goods
        steps:
          - id: sort
            name: What is wrong with the goods?
            next:
              - {when: they are broken, to: repair}
              - otherwise: swap
          - {id: repair, name: Repair the goods, next: hand-over}
          - {id: swap, name: Take others from the shelf}
          - {id: hand-over, name: Hand them over}
    """
    near = (
        """
        process: 换货
        name: 换货
        steps:
          - id: 判断
            name: 需要哪些处理？
            kind: inclusive
            next:
              - {when: 需要维修, to: 维修}
              - {when: 需要补偿, to: 补偿}
              - otherwise: 交付
          - {id: 维修, name: 维修, next: 交付}
          - {id: 补偿, name: 补偿}
          - {id: 交付, name: 交付客户, join: all}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each join to which no two branches of one parallel or inclusive step lead."""
        graph = context.graph
        joins = [node for node in context.nodes() if node.step.join is not None]
        if not joins or not graph.is_whole:
            return
        several = {step for fork in graph.forks for step in fork.shared}
        for node in joins:
            if node.id in several:
                continue
            name = context.step_name(node.id)
            yield Problem(
                (*node.route, "join"),
                msg("‘{step}’ joins branches, but only one way leads to it", step=name)
                if len(graph.incoming[node.id]) < 2
                else msg("‘{step}’ joins branches, but none are started together before it", step=name),
                msg("take `join` out, or start the branches with `kind: parallel` if all of them shall run"),
                fix=None
                if _is_in_loop(graph, node.id)
                else Fix(msg("take `join` out"), (Edit((*node.route, "join")),)),
            )


def _is_in_loop(graph: ProcessGraph, step: str) -> bool:
    """Whether a run can come to a step again: then `join: any` may be what ends the loop."""
    return step in reachable(graph.successors, graph.successors[step])
