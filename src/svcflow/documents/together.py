"""Documents about several processes: what they say of themselves, and how they name what they are made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from svcflow.documents.asked import Asked
from svcflow.documents.identity import dated, running
from svcflow.documents.labels import word
from svcflow.documents.outline import Facts, Outline, Page, Section, Table
from svcflow.documents.sop_context import SopContext
from svcflow.model.vocabulary import Status

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
    """Return a document about processes out of its sections; those that are None are left out.

    One about several has no number or version of its own: the day on which the newest of them came into force stands
    for its version, on every page, and its control block lists them with theirs.
    """
    t = sops[0].t
    several = len(sops) > 1
    day = (
        sops[0].day(max(filter(None, (dated(sop.process) for sop in sops)), default=None)) if several else ""
    )
    named = "\n".join(_named(sop) for sop in sops)
    facts = (*control, (t("Version"), day), (t("Processes") if several else t("Process"), named))
    return Outline(
        title=title,
        kind=kind,
        language=sops[0].language,
        control=Facts(tuple((label, value) for label, value in facts if value)),
        sections=tuple(section for section in sections if section is not None),
        organization=asked.organization,
        running=_running(sops, day) if several else running(sops[0]),
        page=page,
    )


def process_table(sops: Sequence[SopContext]) -> Table:
    """Return the processes with version, status and owner."""
    t = sops[0].t
    rows = tuple(
        (
            sop.text(sop.process.name), sop.number or sop.process.process,
            str(sop.process.version or ""), word(sop.process.status, t), sop.role(sop.process.owner),
        )
        for sop in sops
    )  # fmt: skip
    return Table((t("Process"), t("Document number"), t("Version"), t("Status"), t("Process owner")), rows)


def _running(sops: Sequence[SopContext], day: str) -> tuple[str, ...]:
    """Return what stands on every page: how many processes it is about; the day that stands for its version."""
    t = sops[0].t
    about = t("{count} processes").format(count=len(sops))
    return (about, t("Version {version}").format(version=day)) if day else (about,)


def _named(sop: SopContext) -> str:
    """Return a process by name, number, version, and its status where it is not in force."""
    name, process, t = sop.text(sop.process.name), sop.process, sop.t
    version = t("version {version}").format(version=process.version) if process.version else ""
    status = "" if process.status is Status.EFFECTIVE else word(process.status, t)
    known = sop.listed((sop.number, version, status))
    return sop.t("{name} ({detail})").format(name=name, detail=known) if known else name
