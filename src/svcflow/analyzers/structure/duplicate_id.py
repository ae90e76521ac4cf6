"""Two steps, risks or KPIs of a process with the same id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route

__all__ = ["DuplicateId"]


class DuplicateId(ProcessRule):
    """Two steps of the process have the same id.

    The id is how `next`, handoffs, risks and settings name a step. With two of them, every such place means the first
    one, and nothing ever leads to the second. The ids of risks and of KPIs are looked at in the same way.

    Why: A copied step whose id was forgotten looks fine on the page and is never carried out.

    Fix: Give the second one an id of its own, and look at each place that names the id which of the two it means.
    """

    code = "F101"
    name = "duplicate-id"
    severity = Severity.ERROR
    profile = Profile.STARTER
    bad = """
        process: parcel-return
        name: Return of a parcel
        steps:
          - {id: receive, name: Take in the parcel}
          - {id: check, name: Check the goods}
          - {id: check, name: Check the receipt}  #!
          - {id: refund, name: Pay the money back}
        risks:
          - {id: R1, what: The goods are damaged}
          - {id: R1, what: The receipt is forged}  #!
    """
    good = """
        process: parcel-return
        name: Return of a parcel
        steps:
          - {id: receive, name: Take in the parcel}
          - {id: check-goods, name: Check the goods}
          - {id: check-receipt, name: Check the receipt}
          - {id: refund, name: Pay the money back}
        risks:
          - {id: R1, what: The goods are damaged}
          - {id: R2, what: The receipt is forged}
    """
    near = (
        """
        process: 退货
        name: 退货处理
        steps:
          - {id: 验货, name: 检查商品}
          - {id: 验货单, name: 检查商品}
        risks:
          - {id: 验货, what: 商品损坏}
          - {what: 没有编号的风险}
          - {what: 另一个没有编号的风险}
        """,
    )

    def check(self, context: ProcessContext) -> Iterator[Problem]:
        """Yield each id that was used before in the same list."""
        process = context.process
        yield from _repeated("steps", (step.id for step in process.steps))
        yield from _repeated("risks", (risk.id for risk in process.risks))
        yield from _repeated("kpis", (kpi.id for kpi in process.kpis))


def _repeated(key: str, ids: Iterable[str | None]) -> Iterator[Problem]:
    first: dict[str, Route] = {}
    for index, id in enumerate(ids):
        here: Route = (key, index, "id")
        if id is not None and first.setdefault(id, here) is not here:
            yield Problem(
                here,
                msg("`{id}` is taken: another entry of the list has this id already", id=id),
                msg("write an id of its own"),
                related=((first[id], msg("this one has it")),),
            )
