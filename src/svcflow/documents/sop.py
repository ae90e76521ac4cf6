"""The standard operating procedure of a process, as an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.documents.asked import Asked
from svcflow.documents.gaps import gap_section
from svcflow.documents.identity import control, running
from svcflow.documents.outline import Outline
from svcflow.documents.sections import SECTIONS
from svcflow.documents.sop_context import SopContext

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext

__all__ = ["procedure", "sop_outline"]


def sop_outline(context: ProcessContext, language: str | None = None, asked: Asked | None = None) -> Outline:
    """Return a process as a standard operating procedure.

    ``language`` is that of the headings, and of the texts where the process has them in several; left out: that of
    the process. Sections without content are left out or, asked for gaps, say what to fill in.
    """
    return procedure(SopContext(context, language), asked or Asked())


def procedure(sop: SopContext, asked: Asked) -> Outline:
    """Return a process as a standard operating procedure, with the names of others as its workspace knows them."""
    sections = (make(sop) or (gap_section(id, sop) if asked.gaps else None) for id, make in SECTIONS.items())
    return Outline(
        title=sop.text(sop.process.name),
        kind=sop.t("Standard operating procedure"),
        language=sop.language,
        control=control(sop, asked),
        sections=tuple(section for section in sections if section is not None),
        organization=asked.organization,
        running=running(sop),
    )
