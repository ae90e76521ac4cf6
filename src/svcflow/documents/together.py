"""Documents about several processes: what they say of themselves, and how they name what they are made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from svcflow.documents.asked import Asked
from svcflow.documents.identity import running
from svcflow.documents.labels import word
from svcflow.documents.outline import Facts, Outline, Page, Section, Table
from svcflow.documents.sop_context import SopContext

__all__ = ["assembled", "process_table", "stem"]


def stem(sops: Sequence[SopContext], name: str) -> str:
    """Return the name of a document's file: with that of the process where there is only one."""
    return f"{sops[0].process.process}-{name}" if len(sops) == 1 else name


def assembled(
    sops: Sequence[SopContext],
    asked: Asked,
    kind: str,
    title: str,
    sections: Iterable[Section | None],
    *,
    control: Sequence[tuple[str, str]] = (),
    page: Page = Page.PORTRAIT,
) -> Outline:
    """Return a document about processes out of its sections; those that are None are left out."""
    t = sops[0].t
    names = "\n".join(_named(sop) for sop in sops)
    return Outline(
        title=title,
        kind=kind,
        language=sops[0].language,
        control=Facts((*((label, value) for label, value in control if value), (t("Processes"), names))),
        sections=tuple(section for section in sections if section is not None),
        organization=asked.organization,
        running=running(sops[0], asked) if len(sops) == 1 else (),
        page=page,
    )


def process_table(sops: Sequence[SopContext]) -> Table:
    """Return the processes with version, status and owner."""
    t = sops[0].t
    rows = tuple(
        (
            sop.text(sop.process.name), sop.process.number or sop.process.process,
            str(sop.process.version or ""), word(sop.process.status, t), sop.role(sop.process.owner),
        )
        for sop in sops
    )  # fmt: skip
    return Table((t("Process"), t("Document number"), t("Version"), t("Status"), t("Process owner")), rows)


def _named(sop: SopContext) -> str:
    name, process = sop.text(sop.process.name), sop.process
    known = " ".join(part for part in (process.number or "", str(process.version or "")) if part)
    return sop.t("{name} ({detail})").format(name=name, detail=known) if known else name
