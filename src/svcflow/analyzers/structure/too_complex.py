"""A process that is too large or too branched to be followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from svcflow.analyzers import rule
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import StepKind
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph import ProcessGraph

__all__ = ["TooComplex"]


class TooComplex(ProcessRule):
    """The process has so many steps or branches that it can hardly be followed.

    Two measures are taken. The number of steps: models with more than 50 elements should be divided (guideline G7 of
    J. Mendling, H. A. Reijers and W. M. P. van der Aalst, "Seven Process Modeling Guidelines", 2010). The control-flow
    complexity (J. Cardoso, "Control-flow Complexity Measurement of Processes", 2005), which counts what a reader has to
    keep in mind: each choice counts its branches, each parallel step 1, each inclusive step with n branches 2ⁿ - 1,
    exceptions that lead elsewhere 1 each.

    Why: Errors rise with the size of a model, and a procedure that fills twenty pages is not read.

    Fix: Put a part with a purpose of its own, such as the payment, into another process and call it with `kind: call`.
    """

    code = "F403"
    name = "too-complex"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        lint: {rules: {too-complex: {steps: 4, complexity: 5}}}
        ---
        process: claim
        name: Damage claim  #!
        steps:
          - {id: receive, name: Take the claim}
          - {id: visit, name: Visit the place}
          - {id: estimate, name: Estimate the damage}
          - {id: pay, name: Pay}
          - {id: close, name: Close}
        ---
        process: triage
        name: Triage  #!
        steps:
          - id: look
            name: Look at the patient
            next:
              - {when: red, to: now}
              - {when: orange, to: soon}
              - {when: yellow, to: soon}
              - {when: green, to: later}
              - {when: blue, to: later}
              - otherwise: later
          - {id: now, name: Treat now, next: end}
          - {id: soon, name: Treat soon, next: end}
          - {id: later, name: Treat later}
    """
    good = """
        process: claim
        name: Damage claim
        steps:
          - {id: receive, name: Take the claim}
          - {id: assess, name: Assess the damage, kind: call, process: assessment}
          - {id: pay, name: Pay}
        ---
        process: assessment
        name: Assessment of a damage
        steps:
          - {id: visit, name: Visit the place}
          - {id: estimate, name: Estimate the damage}
    """
    near = (
        """
        process: 咨询
        name: 两个判断不算复杂
        steps:
          - {id: 问题, name: 是否会员？, kind: decision, next: [{when: 是, to: 优先}, {otherwise: 排队}]}
          - {id: 优先, name: 优先接待, next: 解答}
          - {id: 排队, name: 取号排队, next: 解答}
          - {id: 解答, name: 解答问题, next: [{when: 未解决, to: 问题, limit: 1}, {otherwise: end}]}
        """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        steps: int = Field(default=50, ge=1)
        """The largest number of steps that is let pass, e.g. `60`."""
        complexity: int = Field(default=40, ge=1)
        """The highest control-flow complexity that is let pass, e.g. `30`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield one finding for each measure that is above its limit."""
        steps = len(context.process.steps)
        complexity = _control_flow_complexity(context.graph)
        help = msg("put a part with a purpose of its own into another process, and call it with `kind: call`")
        if steps > self.options.steps:
            yield Problem(
                ("name",),
                msg(
                    "the process has {count} steps; more than {limit} are hard to follow",
                    count=steps,
                    limit=self.options.steps,
                ),
                help,
            )
        if complexity > self.options.complexity:
            yield Problem(
                ("name",),
                msg(
                    "the process has a control-flow complexity of {value}; above {limit} it is hard to follow",
                    value=complexity,
                    limit=self.options.complexity,
                ),
                help,
            )


def _control_flow_complexity(graph: ProcessGraph) -> int:
    """Return Cardoso's measure of a process: the sum over its splits."""
    total = 0
    for node in graph.nodes.values():
        ways = len(graph.outgoing[node.id])
        branches = len(node.step.next)
        if node.step.kind is StepKind.PARALLEL:
            total += 1 + ways - branches if branches > 1 else ways - 1
        elif node.step.kind is StepKind.INCLUSIVE and branches > 1:
            total += 2**branches - 1 + ways - branches
        elif ways > 1:
            total += ways
    return total
