"""The standard operating procedure of a process, as an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.documents.labels import word
from svcflow.documents.outline import Facts, Outline
from svcflow.documents.sections import SECTIONS
from svcflow.documents.sop_context import SopContext

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["sop_outline"]


def sop_outline(
    context: ProcessContext, language: str | None = None, organization: str = "", number: str = ""
) -> Outline:
    """Return a process as a standard operating procedure.

    ``language`` is that of the headings, and of the texts where the process has them in several; left out: that of
    the process. ``number`` is the document's number when the process gives none. Sections without content are left out.
    """
    sop = SopContext(context, language)
    sections = (make(sop) for make in SECTIONS)
    return Outline(
        title=sop.text(context.process.name),
        kind=sop.t("Standard operating procedure"),
        language=sop.language,
        control=_control(sop, number),
        sections=tuple(section for section in sections if section is not None),
        organization=organization,
    )


def _control(sop: SopContext, number: str) -> Facts:
    process, t = sop.process, sop.t
    category = process.category
    pairs = (
        (t("Document number"), process.number or number),
        (t("Version"), str(process.version) if process.version else ""),
        (t("Status"), word(process.status, t)),
        (t("Effective from"), sop.day(process.effective)),
        (t("Process owner"), sop.role(process.owner)),
        (t("Next review"), _next_review(sop)),
        (t("Category"), category.function or "" if category else ""),
        (t("As-is or to-be"), word(process.state, t)),
        (t("Baseline"), process.baseline or ""),
        (t("Classification"), process.classification or ""),
        (t("Distribution"), sop.listed(sop.texts(process.distribution))),
        (t("Process id"), process.process),
    )
    return Facts(tuple((label, value) for label, value in pairs if value))


def _next_review(sop: SopContext) -> str:
    review = sop.process.review
    if review is None:
        return ""
    if review.last is None:
        return sop.t("{period}, not yet reviewed").format(period=sop.every(review.every))
    return sop.day(review.every.after(review.last))
