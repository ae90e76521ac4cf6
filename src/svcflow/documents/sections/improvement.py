"""Trial and improvement."""

from __future__ import annotations

from svcflow.documents.labels import word
from svcflow.documents.outline import Block, Facts, Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return pilot and backlog."""
    blocks: list[Block] = []
    if sop.process.pilot:
        blocks.append(_pilot(sop))
    if sop.process.improvements:
        blocks.append(_backlog(sop))
    return Section("improvement", sop.t("Pilot and improvement"), tuple(blocks)) if blocks else None


def _pilot(sop: SopContext) -> Facts:
    pilot, t = sop.process.pilot, sop.t
    assert pilot is not None  # the caller asked
    days = " – ".join(day for day in (sop.day(pilot.from_), sop.day(pilot.to)) if day)
    pairs = (
        (t("Pilot at"), sop.text(pilot.where)),
        (t("Days"), days),
        (t("Passed when"), sop.t("; ").join(sop.texts(pilot.success))),
        (t("Result"), sop.text(pilot.result)),
    )
    return Facts(tuple((label, value) for label, value in pairs if value))


def _backlog(sop: SopContext) -> Table:
    t = sop.t
    rows = tuple(
        (sop.text(item.what), sop.text(item.why), sop.role(item.owner), word(item.state, t))
        for item in sop.process.improvements
    )
    return Table((t("Improvement"), t("Reason"), t("Owner"), t("Progress")), rows)
