"""Where processes stand: version, state, approvals, reviews, findings, and the profiles they pass."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from svcflow.documents.labels import word
from svcflow.documents.outline import Facts, Outline, Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.finding import Finding, Severity
from svcflow.lint.ladder import next_rung, passed

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Translator

__all__ = ["Standing", "status_outline"]

_STALE = "approval-stale"


@dataclass(frozen=True, slots=True)
class Standing:
    """A process and all that lint says of it at the strictest profile."""

    context: ProcessContext
    findings: tuple[Finding, ...]


def status_outline(
    standings: Sequence[Standing], language: str, organization: str, today: dt.date
) -> Outline:
    """Return the standing of processes, at least one, as a document."""
    sops = [SopContext(standing.context, language) for standing in standings]
    t = sops[0].t
    rows = tuple(_row(sop, standing, today) for sop, standing in zip(sops, standings, strict=True))
    headers = (
        t("Process"), t("Version"), t("Status"), t("Prepared by"), t("Reviewed by"), t("Approved by"),
        t("Next review"), t("Findings"), t("Profile passed"), t("Next profile asks"),
    )  # fmt: skip
    sections = [Section("status", t("Status"), (Table(headers, rows),))]
    return Outline(
        organization or t("Processes"), t("Status"), language, Facts(()), tuple(sections), organization
    )


def _row(sop: SopContext, standing: Standing, today: dt.date) -> tuple[str, ...]:
    process, t = sop.process, sop.t
    best = passed(standing.findings)
    return (
        sop.text(process.name),
        str(process.version or ""),
        word(process.status, t),
        *(_signed(sop, standing, kind) for kind in ("prepared", "reviewed", "approved")),
        _review(sop, today),
        _counted(standing.findings, t),
        str(best) if best else "–",
        _next(standing.findings, t),
    )


def _signed(sop: SopContext, standing: Standing, kind: str) -> str:
    stale = {f.place.route[1] for f in standing.findings if f.rule == _STALE and len(f.place.route) > 1}
    given = []
    for index, approval in enumerate(sop.process.approvals):
        if approval.as_ == kind:
            who = approval.by or sop.role(approval.role)
            when = sop.day(approval.on) or sop.t("open")
            mark = f" ({sop.t('stale')})" if index in stale else ""
            given.append(f"{who} {when}{mark}")
    return sop.t("; ").join(given) or "–"


def _review(sop: SopContext, today: dt.date) -> str:
    review = sop.process.review
    if review is None or review.last is None:
        return "–"
    due = review.every.after(review.last)
    return f"{due.isoformat()} ({sop.t('overdue')})" if due < today else due.isoformat()


def _counted(findings: Sequence[Finding], t: Translator) -> str:
    counts = Counter(finding.severity for finding in findings)
    words = {Severity.ERROR: t("errors"), Severity.WARNING: t("warnings"), Severity.INFO: t("notes")}
    return (
        t(", ").join(f"{counts[severity]} {name}" for severity, name in words.items() if counts[severity])
        or "–"
    )


def _next(findings: Sequence[Finding], t: Translator) -> str:
    """Return what the profile after the best one asks: how many findings, of which rules first."""
    rung = next_rung(findings)
    if rung is None:
        return "–"
    named = t(", ").join(rung.rules[:3])
    more = t("{rules} and more").format(rules=named) if len(rung.rules) > 3 else named
    return t("{name} ({detail})").format(name=f"{rung.profile}: {rung.count}", detail=more)
