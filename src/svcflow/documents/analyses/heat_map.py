"""The risk register as a heat map: likelihood by impact."""

from __future__ import annotations

from svcflow.documents.outline import Block, Section, Table
from svcflow.documents.sections import risks
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the map, with the numbers of the risks in its cells, and the register below."""
    register = risks.section(sop)
    if register is None:
        return None
    t = sop.t
    cells: dict[tuple[int, int], list[str]] = {}
    for number, risk in enumerate(sop.process.risks, 1):
        if risk.likelihood and risk.impact:
            cells.setdefault((risk.likelihood, risk.impact), []).append(risk.id or f"R{number}")
    rows = tuple(
        (str(likelihood), *(", ".join(cells.get((likelihood, impact), [])) for impact in range(1, 6)))
        for likelihood in range(5, 0, -1)
    )
    heat = Table((t("Likelihood, by impact"), *map(str, range(1, 6))), rows)
    blocks: list[Block] = [heat, *register.blocks]
    return Section("risks", t("Risk register and heat map"), tuple(blocks))
