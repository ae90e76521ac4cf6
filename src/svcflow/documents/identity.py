"""What identifies a document: its control block, and what stands on each of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.documents.asked import Asked
from svcflow.documents.labels import word
from svcflow.documents.outline import Facts
from svcflow.documents.sop_context import SopContext

if TYPE_CHECKING:
    import datetime as dt

    from svcflow.model.process import Process

__all__ = ["control", "dated", "reference", "running"]


def control(sop: SopContext, asked: Asked) -> Facts:
    """Return the whole control block of a procedure; asked for gaps, with what it lacks as places to fill in."""
    process, t = sop.process, sop.t
    category = process.category
    needed = (
        (t("Document number"), sop.number),
        (t("Version"), str(process.version or "")),
        (t("Status"), word(process.status, t)),
        (t("Effective from"), sop.day(process.effective)),
        (t("Process owner"), sop.role(process.owner)),
        (t("Next review"), _next_review(sop)),
    )
    more = (
        (t("Classification"), process.classification or ""),
        (t("Distribution"), sop.listed(sop.texts(process.distribution))),
        (t("Category"), category.function or "" if category else ""),
        (t("As-is or to-be"), word(process.state, t)),
        (t("Baseline"), sop.other(process.baseline)),
        (t("Process id"), process.process),
    )
    empty = t("(to be filled in)") if asked.gaps else ""
    pairs = (*((label, value or empty) for label, value in needed), *more)
    return Facts(tuple((label, value) for label, value in pairs if value))


def reference(sop: SopContext) -> Facts:
    """Return the short control block of what is made from a procedure: which one, which version, who answers for it."""
    process, t = sop.process, sop.t
    pairs = (
        (t("From procedure"), sop.number or process.process),
        (t("Version"), str(process.version or "")),
        (t("Status"), word(process.status, t)),
        (t("Process owner"), sop.role(process.owner)),
    )
    return Facts(tuple((label, value) for label, value in pairs if value))


def running(sop: SopContext) -> tuple[str, ...]:
    """Return what stands on every page: the number; the version and the status."""
    process, t = sop.process, sop.t
    version = t("Version {version}").format(version=process.version) if process.version else ""
    state = " · ".join(part for part in (version, word(process.status, t)) if part)
    return tuple(part for part in (sop.number, state) if part)


def dated(process: Process) -> dt.date | None:
    """Return the day a process says of its version: that it came into force, or that it was last revised."""
    return process.effective or max((one.date for one in process.revisions), default=None)


def _next_review(sop: SopContext) -> str:
    review = sop.process.review
    if review is None:
        return ""
    if review.last is None:
        return sop.t("{period}, not yet reviewed").format(period=sop.every(review.every))
    return sop.day(review.every.after(review.last))
