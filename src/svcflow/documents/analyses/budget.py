"""The time budget: when each step is done by its SLA, on the longest run, and what slack it has."""

from __future__ import annotations

from svcflow.documents.outline import Block, Facts, Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.graph.visits import Visits
from svcflow.model.duration import Duration

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the longest run with the time left to the promise, and the slack of each timed step."""
    timing, process = sop.context.timing, sop.process
    if not sop.context.graph.is_whole or not any(timing.allowed(step) for step in process.steps):
        return None
    t = sop.t
    rows = []
    run = set(timing.run_to(timing.last))
    for node in sop.context.graph.nodes.values():
        allowed = timing.allowed(node.step)
        if allowed is None or node.id not in timing.done:
            continue
        work = sop.duration(node.step.work.expected) if node.step.work else ""
        spent = Duration(seconds=timing.calendar.elapsed(timing.start, timing.done[node.id]))
        on_run = "●" if node.id in run else ""
        rows.append(
            (
                sop.step(node.id),
                sop.duration(allowed),
                work,
                sop.duration(spent),
                _slack(sop, node.id),
                on_run,
            )
        )
    headers = (
        t("Step"),
        t("Time"),
        t("Hands-on time"),
        t("Done after, at the latest"),
        t("Slack"),
        t("On the longest run"),
    )
    blocks: list[Block] = [_promise(sop), Table(headers, tuple(rows))]
    return Section("budget", t("Time budget"), tuple(blocks))


def _promise(sop: SopContext) -> Facts:
    timing, sla, t = sop.context.timing, sop.process.sla, sop.t
    work = sum(Visits(sop.context.graph).work(timing).values())
    longest = Duration(seconds=timing.calendar.elapsed(timing.start, timing.done[timing.last]))
    pairs = [
        (t("Resolution time"), sop.duration(sla.resolution) if sla else ""),
        (t("Longest run, in working time"), sop.duration(longest)),
        (t("Too long by"), sop.duration(timing.overrun)),
        (t("Hands-on time of a case, on average"), sop.duration(Duration(seconds=round(work)))),
    ]
    return Facts(tuple((label, value) for label, value in pairs if value))


def _slack(sop: SopContext, step: str) -> str:
    slack = sop.context.timing.slack(step)
    if slack is None:
        return ""
    said = sop.duration(Duration(seconds=abs(slack)))
    return said if slack >= 0 else f"−{said}"
