"""Where the customer meets the service, and how many departments they meet."""

from __future__ import annotations

from svcflow.documents.outline import Block, Facts, Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["section"]


def section(sop: SopContext) -> Section | None:
    """Return the list of touchpoints and the contact points of a visit (the one-window check)."""
    t = sop.t
    rows, departments, channels = [], [], []
    for node in sop.context.graph.nodes.values():
        touch = node.step.touchpoint
        if touch is None:
            continue
        channel = sop.shared_name("channels", touch.channel)
        channels.append(channel)
        departments += [sop.department(role) for role in node.step.role if not sop.context.is_customer(role)]
        feeling = f"{touch.emotion:+d}" if touch.emotion is not None else ""
        star = "★" if touch.moment_of_truth else ""
        evidence = sop.listed(sop.texts(touch.evidence))
        rows.append((sop.step(node.id), channel, sop.text(touch.customer), evidence, feeling, star))
    if not rows:
        return None
    met, used = (list(dict.fromkeys(filter(None, names))) for names in (departments, channels))
    facts = Facts(
        (
            (t("Touchpoints"), str(len(rows))),
            (t("Departments the customer meets"), f"{len(met)}: {sop.listed(met)}" if met else "0"),
            (t("Channels"), f"{len(used)}: {sop.listed(used)}" if used else "0"),
        )
    )
    headers = (
        t("Step"),
        t("Channel"),
        t("The customer"),
        t("Physical evidence"),
        t("Emotion"),
        t("Moment of truth"),
    )
    blocks: list[Block] = [facts, Table(headers, tuple(rows))]
    return Section("touchpoints", t("Touchpoints"), tuple(blocks))
