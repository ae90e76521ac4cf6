"""What one looks up: the forms, documents and tools, and the words of the catalogue that are used."""

from __future__ import annotations

from dataclasses import replace

from svcflow.documents.outline import Facts, Section
from svcflow.documents.sections import registers
from svcflow.documents.sop_context import SopContext
from svcflow.model.texts import texts_of

__all__ = ["forms", "terms"]


def forms(sop: SopContext) -> Section | None:
    """Return the register of forms, documents and tools."""
    found = registers.section(sop)
    if found is None:
        return None
    title = sop.t("Appendix: {title}").format(title=found.title)
    return replace(found, id="appendix-forms", title=title)


def terms(sop: SopContext) -> Section | None:
    """Return the terms of the catalogue that occur in the process, other than its own."""
    own = sop.process.terms
    words = [word for word in sop.shared.terms if word not in own]
    said = "\n".join(said.text for said in texts_of(sop.process, sop.language)).casefold() if words else ""
    pairs = tuple(
        (word, sop.text(sop.shared.terms[word].value.means)) for word in words if word.casefold() in said
    )
    title = sop.t("Appendix: {title}").format(title=sop.t("Terms"))
    return Section("appendix-terms", title, (Facts(pairs),)) if pairs else None
