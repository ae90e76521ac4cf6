"""A document, form or thing is named that no catalogue lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.data.references import artifact_references
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["UnknownArtifact"]


class UnknownArtifact(ProcessRule):
    """A document, form or thing is named that no catalogue lists.

    It is only looked at where a catalogue of the workspace lists artifacts: then all of them should be there,
    each with its name, number, owner and how long it is kept.

    Why: A typing error makes two papers of one: one step writes `ticket`, the next waits for `tickets`. And what
    is in no register has no template, no owner and no end.

    Fix: Correct the id, or add the artifact to the catalogue: `artifacts: {ID: {name: …, kind: form, owner: …}}`.
    """

    code = "D101"
    name = "unknown-artifact"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: visa
        name: Visa application
        inputs: [application]
        steps:
          - {id: check, name: Check the application, inputs: [application], outputs: [check-list]}
          - id: decide
            name: Decide on the application
            inputs:
              - application
              - checklist  #!
        ---
        catalog: consulate
        artifacts:
          application: {name: Application, kind: form}
          check-list: {name: Check list, kind: form}
    """
    good = """
        process: visa
        name: Visa application
        inputs: [application]
        steps:
          - {id: check, name: Check the application, inputs: [application], outputs: [check-list]}
          - {id: decide, name: Decide on the application, inputs: [application, check-list]}
        ---
        catalog: consulate
        artifacts:
          application: {name: Application, kind: form}
          check-list: {name: Check list, kind: form}
    """
    near = (
        """
        process: 签证
        name: 签证申请
        inputs: [申请表]
        steps:
          - {id: 审查, name: 审查申请, inputs: [申请表], outputs: [审查意见]}
        ---
        catalog: 领馆
        tools:
          系统: 签证系统
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each unknown artifact once, at the first place that names it."""
        known = context.shared.artifacts
        seen = set(known)
        for route, id in artifact_references(context.process) if known else ():
            if id in seen:
                continue
            seen.add(id)
            guess = nearest(id, known)
            if guess:
                message = msg(
                    "no catalogue lists `{artifact}`; did you mean `{guess}`?", artifact=id, guess=guess
                )
            else:
                message = msg("no catalogue lists `{artifact}`", artifact=id)
            yield Problem(route, message, msg("add it under `artifacts` of a catalogue, or correct the id"))
