"""A step makes something that nobody uses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.data.references import is_misspelt, kept_or_handed_on
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["OutputNeverUsed"]


class OutputNeverUsed(ProcessRule):
    """A step makes something that nobody uses.

    No step after it needs it, no handoff passes it, the process does not leave it to anybody (`outputs`), and it
    is not kept as a record.

    Why: A form that is filled in for nobody costs time at every case. Or somebody does use it, and the process
    does not say who: then nobody notices when it is missing or wrong.

    Fix: Write it into the `inputs` of the steps that need it, into the `outputs` of the process if the customer
    gets it, or into `records` if it is kept as a proof. If none of these fits, stop making it.
    """

    code = "D203"
    name = "output-never-used"
    severity = Severity.WARNING
    profile = Profile.STRICT
    bad = """
        process: dry-cleaning
        name: Dry cleaning
        steps:
          - id: accept
            name: Accept the clothes
            outputs:
              - slip
              - statistics-sheet  #!
          - {id: clean, name: Clean the clothes, inputs: [slip]}
    """
    good = """
        process: dry-cleaning
        name: Dry cleaning
        outputs: [bill]
        steps:
          - {id: accept, name: Accept the clothes, outputs: [slip, statistics-sheet]}
          - {id: clean, name: Clean the clothes, inputs: [slip], outputs: [bill]}
        records:
          - {what: statistics-sheet, kept_for: 2 years}
    """
    near = (
        """
        process: 干洗
        name: 衣物干洗
        steps:
          - {id: 收衣, name: 收取衣物, outputs: [取衣凭证, 登记表, 瑕疵记录]}
          - {id: 洗涤, name: 洗涤衣物, inputs: [登记表], outputs: [登记表]}
          - {id: 交付, name: 交付衣物, inputs: [取衣凭证]}
        records:
          - {what: 衣物瑕疵, form: GX-02, kept_for: 1年}
        ---
        catalog: 洗衣店
        artifacts:
          瑕疵记录: {name: 瑕疵记录表, kind: form, number: GX-02}
          登记表: {name: 登记表}
          取衣凭证: {name: 取衣凭证}
    """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each artifact that is of no use, at the first step that makes it."""
        if not context.graph.is_whole:
            return
        data = context.data
        wanted = kept_or_handed_on(context)
        for artifact, makers in data.writers.items():
            if artifact in wanted or is_misspelt(context, artifact) or _read_later(context, artifact, makers):
                continue
            node = context.graph.nodes[makers[0]]
            message = msg(
                "nobody uses `{artifact}`, which ‘{step}’ makes",
                artifact=artifact,
                step=context.step_name(node.id),
            )
            help = msg(
                "write it under `inputs` of the step that needs it, or under `outputs` or `records` of the process"
            )
            yield Problem((*node.route, "outputs", node.step.outputs.index(artifact)), message, help)


def _read_later(context: ProcessContext, artifact: str, makers: tuple[str, ...]) -> bool:
    """Tell whether some step that may come after one that makes the artifact needs it."""
    readers = frozenset(context.data.readers.get(artifact, ()))
    if not readers:
        return False
    successors = context.graph.successors
    after = [target for maker in makers for target in successors[maker]]
    seen = set(after)
    for step in after:
        if step in readers:
            return True
        new = [target for target in successors[step] if target not in seen]
        seen.update(new)
        after.extend(new)
    return False
