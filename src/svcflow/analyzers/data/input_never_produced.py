"""A step needs something that nobody has made by then, on any run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.data.references import after_open_calls, is_misspelt
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.graph.elements import Node

__all__ = ["InputNeverProduced"]


class InputNeverProduced(ProcessRule):
    """A step needs something that nobody has made by then, on any run.

    No step before makes it, the process is not given it (`inputs`), and the catalogue does not say that it comes
    from outside (`external: true`). What the first step needs is taken to be there. Behind a call whose `outputs`
    are not written nothing is said.

    Why: The clerk looks for a paper that does not exist. Either a step is missing that makes or asks for it, or
    the step that does forgot to say so.

    Fix: Write it into the `outputs` of the step that makes it; if it is there from the start, into the `inputs`
    of the process; if the customer brings it, write `external: true` in the catalogue.
    """

    code = "D201"
    name = "input-never-produced"
    severity = Severity.WARNING
    profile = Profile.STANDARD
    bad = """
        process: claim
        name: Insurance claim
        steps:
          - {id: receive, name: Take the claim, inputs: [claim], outputs: [file]}
          - id: assess
            name: Assess the damage
            inputs: [file, photos]  #!
            outputs: [assessment]
          - {id: pay, name: Pay the claim, inputs: [assessment]}
    """
    good = """
        process: claim
        name: Insurance claim
        steps:
          - {id: receive, name: Take the claim, inputs: [claim], outputs: [file, photos]}
          - {id: assess, name: Assess the damage, inputs: [file, photos], outputs: [assessment]}
          - {id: pay, name: Pay the claim, inputs: [assessment]}
    """
    near = (
        """
        process: 理赔
        name: 保险理赔
        inputs: [保单]
        steps:
          - {id: 受理, name: 受理报案, inputs: [报案信息], outputs: [案卷]}
          - {id: 查勘, name: 现场查勘, inputs: [案卷, 保单, 报案信息, 行驶证], outputs: [查勘报告]}
        ---
        catalog: 保险
        artifacts:
          行驶证: {name: 行驶证, external: true}
          报案信息: {name: 报案信息, kind: data}
          案卷: {name: 案卷}
          保单: {name: 保单}
          查勘报告: {name: 查勘报告}
    """,
        """
        process: claim
        name: Insurance claim
        steps:
          - {id: receive, name: Take the claim, outputs: [file]}
          - {id: survey, name: Run the survey, kind: call, process: survey}
          - {id: pay, name: Pay the claim, inputs: [file, survey-report]}
        ---
        process: survey
        name: Survey of the damage
        outputs: [survey-report]
        steps:
          - {id: visit, name: Visit the place, outputs: [survey-report]}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each artifact that is not there on any run, at the first step that needs it."""
        if not context.graph.is_whole:
            return
        possible, unsaid = context.data.possible, after_open_calls(context)
        made_by = {artifact: node for node in _backwards(context) for artifact in node.step.outputs}
        seen: set[str] = set()
        for node in context.nodes():
            for index, artifact in enumerate(node.step.inputs):
                if artifact in seen or artifact in possible[node.id] or node.id in unsaid:
                    continue
                seen.add(artifact)
                if not is_misspelt(context, artifact):
                    yield _problem(context, node, index, made_by.get(artifact))


def _backwards(context: ProcessContext) -> Iterator[Node]:
    return reversed(context.graph.nodes.values())


def _problem(context: ProcessContext, node: Node, index: int, maker: Node | None) -> Problem:
    artifact, step = node.step.inputs[index], context.step_name(node.id)
    route = (*node.route, "inputs", index)
    if maker is None:
        return Problem(
            route,
            msg("‘{step}’ needs `{artifact}`, and nobody makes it", step=step, artifact=artifact),
            msg("write it under `outputs` of the step that makes it, or under `inputs` of the process"),
        )
    if maker is node:
        return Problem(
            route,
            msg(
                "‘{step}’ needs `{artifact}`, which only the step itself makes", step=step, artifact=artifact
            ),
            msg(
                "take it out of `inputs` where the step makes it anew, or name the step that makes it before"
            ),
        )
    message = msg(
        "‘{step}’ needs `{artifact}`, which is made only afterwards or on other ways",
        step=step,
        artifact=artifact,
    )
    made = (*maker.route, "outputs", maker.step.outputs.index(artifact))
    help = msg("make it earlier, or take it out of `inputs` here")
    return Problem(route, message, help, related=((made, msg("this step makes it")),))
