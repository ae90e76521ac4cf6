"""A severe problem was found in operation, and nothing was changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers import rule
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.vocabulary import Level
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["ProblemWithoutPrevention"]


class ProblemWithoutPrevention(ProcessRule):
    """A severe problem was found in operation, and nothing was changed.

    The problem is of the `severity` of the option `severity` (default `high`) or above, and has no `prevention`: what
    was changed so that it does not come back. An `action` settles the case at hand only.

    Why: What happened to one customer happens to the next, and the second time it was known.

    Fix: Find the `cause`, change the process, and write under `prevention` what was changed.
    """

    code = "C305"
    name = "problem-without-prevention"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: surgery
        name: Day surgery
        steps:
          - {id: prepare, name: Prepare the patient}
        problems:
          - {what: Long way to the car park, severity: low}
          - what: Two patients were mixed up  #!
            severity: critical
            cause: both were called by their family name
            action: stopped in time, both informed
    """
    good = """
        process: surgery
        name: Day surgery
        steps:
          - {id: prepare, name: Prepare the patient}
        problems:
          - {what: Long way to the car park, severity: low}
          - what: Two patients were mixed up
            severity: critical
            cause: both were called by their family name
            action: stopped in time, both informed
            prevention: the wristband is scanned before each step
    """
    near = (
        """
        process: 日间手术
        name: 日间手术
        steps:
          - {id: 准备, name: 术前准备}
        problems:
          - {what: 停车位不足, severity: medium, action: 已张贴指引}
          - {what: 未评级的问题}
    """,
    )

    class Options(rule.Options):
        """The options of the rule."""

        severity: Level = Level.HIGH
        """From which severity on something has to change: `low`, `medium`, `high` or `critical`."""

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each severe problem without a prevention."""
        for index, problem in enumerate(context.process.problems):
            severe = problem.severity is not None and _RANK[problem.severity] >= _RANK[self.options.severity]
            if severe and problem.prevention is None:
                message = msg(
                    "nothing was changed after the severe problem ‘{problem}’",
                    problem=context.text(problem.what),
                )
                help_ = msg("write under `prevention` what was changed so that it does not come back")
                yield Problem(("problems", index, "what"), message, help_)


_RANK = {level: rank for rank, level in enumerate(Level)}
