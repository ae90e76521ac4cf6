"""The work on a site that can be done side by side: the pages of some processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.api.drafting import context_of, drafts
from svcflow.api.linting import lint
from svcflow.api.looks import theme_of
from svcflow.api.order import Order
from svcflow.api.pictures import view_of
from svcflow.api.processes import Opened, open_processes
from svcflow.api.writers import write_document
from svcflow.exporters.drawing import draw
from svcflow.exporters.site.places import href, process_folder, slug
from svcflow.exporters.site.process_pages import Neighbour, ProcessMaterial, process_pages
from svcflow.exporters.site.recording import record_of, told_of
from svcflow.exporters.site.words import VIEW_NAMES
from svcflow.exporters.site.writer import Site, Writer
from svcflow.exporters.templating import anchor
from svcflow.load import Workspace, open_workspace
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from svcflow.api.writers.draft import Draft
    from svcflow.documents.outline import Outline
    from svcflow.exporters.site.record import Record, Told
    from svcflow.finding import Finding

__all__ = ["Batch", "Job", "ProcessSite", "work"]

_TEXT_WIDTH = 780
"""Width of the picture in the text of the procedure, in pixels."""
_PAPERS = ("sop", "quick-card", "checklist", "training-plan", "handoff-agreement")
_ABOUT = {"checklist": "inspection", "training-plan": "training"}
"""Kinds that are left out where a process says nothing of what they are about."""


@dataclass(frozen=True, slots=True)
class Job:
    """One process: its file, the language in which it is shown by the language of the site, and its neighbours so.

    ``known`` are the ids of all processes of the site.
    """

    file: Path
    spoken: Mapping[str, str]
    neighbours: Mapping[str, tuple[Sequence[Neighbour], Sequence[Neighbour]]]
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Batch:
    """Processes that are made one after the other; they are linted together.

    ``state`` is the digest of all that the workspace holds.
    """

    root: Path
    state: str
    site: Site
    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class ProcessSite:
    """The files of one process by path, its records by their own language, and what the site tells by its."""

    files: dict[str, bytes]
    records: dict[str, Record]
    told: dict[str, Told]


def work(batch: Batch) -> list[ProcessSite]:
    """Make the pages of some processes; raises `CannotDo` as `open_processes` does."""
    workspace = _workspace(batch.root, batch.state)
    found: dict[str, list[Finding]] = {}
    # What is overdue is told by the calendar of reviews, so that pages do not change from day to day.
    for finding in lint([job.file for job in batch.jobs], ignore=("review-overdue",)).findings:
        found.setdefault(finding.place.path, []).append(finding)
    made = []
    for job in batch.jobs:
        (opened,) = open_processes(job.file, workspace)
        made.append(_Maker(batch.site, job, opened, found.get(opened.context.path, [])).made())
    return made


@lru_cache(maxsize=1)
def _workspace(root: Path, _state: str) -> Workspace:
    """Open a workspace, for several batches once: until something in it changes."""
    return open_workspace(root)


class _Maker:
    """Makes the site of one process; what is the same in several languages is made once."""

    def __init__(self, site: Site, job: Job, opened: Opened, findings: list[Finding]) -> None:
        self.site, self.job, self.opened, self.findings = site, job, opened, findings
        self.folder = process_folder(opened.id)
        self.theme = theme_of(opened.workspace)

    def made(self) -> ProcessSite:
        files: dict[str, bytes] = {}
        told: dict[str, Told] = {}
        parts = {spoken: _Parts(self, spoken) for spoken in dict.fromkeys(self.job.spoken.values())}
        for part in parts.values():
            files |= part.papers
        for language in self.site.languages:
            part = parts[self.job.spoken[language]]
            writer = Writer(self.site, language)
            told[language] = told_of(part.sop, self.findings, writer.t)
            record = part.record.told(told[language])
            calls, callers = self.job.neighbours[language]
            up = (
                "../" * (self.folder.count("/") + 2) + f"{self.folder}/" if self.site.prefix(language) else ""
            )
            material = ProcessMaterial(
                record, part.outline, part.pictures, part.inside,
                [(href(up + name), text) for name, text in part.named], calls, callers,
                self.job.known,
            )  # fmt: skip
            files.update(process_pages(writer, material))
        return ProcessSite(files, {spoken: part.record for spoken, part in parts.items()}, told)


class _Parts:
    """What the pages of a process hold in one language of its texts."""

    def __init__(self, maker: _Maker, language: str) -> None:
        opened, theme = maker.opened, maker.theme
        links = _links(opened, maker.job.known)
        papers = [(f"{name}.{language}.html", draft) for name, draft in _papers(opened, language)]
        self.sop = context_of(opened, language)
        self.record = record_of(self.sop)
        self.outline = papers[0][1].outline
        self.named = [
            (name, _label(draft.outline, [one.outline for _, one in papers])) for name, draft in papers
        ]
        self.papers = {f"{maker.folder}/{name}": write_document(draft, "html").data for name, draft in papers}
        shown = {view: view_of(opened.context, view, language) for view in VIEW_NAMES if _has(opened, view)}
        self.pictures = {
            view: draw(one, theme=theme, links=None if view == "network" else links).data
            for view, one in shown.items()
        }
        self.inside = {
            view: draw(diagram, width=_TEXT_WIDTH, theme=theme, links=links).data
            for view, diagram in papers[0][1].diagrams.items()
        }


def _papers(opened: Opened, language: str) -> Iterator[tuple[str, Draft]]:
    """Yield the documents to print with names for their files; the procedure comes first."""
    for kind in _PAPERS:
        if kind in _ABOUT and not getattr(opened.context.process, _ABOUT[kind]):
            continue
        for number, draft in enumerate(drafts([opened], Order(kind=kind, format="html"), language)):
            yield f"{kind}-{number + 1}" if number else kind, draft


def _label(outline: Outline, all_: Sequence[Outline]) -> str:
    several = sum(one.kind == outline.kind for one in all_) > 1
    return f"{outline.kind}: {outline.title}" if several else outline.kind


def _has(opened: Opened, view: str) -> bool:
    """Tell whether a process says something that a view shows."""
    process, graph = opened.context.process, opened.context.graph
    if view == "risk":
        return bool(process.risks)
    if view == "journey":
        return any(step.touchpoint or opened.context.by_customer(step) for step in process.steps)
    if view in {"handoffs", "network"}:
        return bool(graph.handoffs)
    if view in {"raci", "swimlane", "blueprint"}:
        return any(step.role for step in process.steps)
    return True


def _links(opened: Opened, known: frozenset[str]) -> dict[str, str]:
    """Return where each step leads: calls to the process that they run, others to where they are described."""
    links = {}
    for step in opened.context.process.steps:
        called = step.process if step.kind is StepKind.CALL else None
        to = (
            f"../{slug(called)}/index.html"
            if called in known and called
            else f"procedure.html#{anchor(step.id)}"
        )
        links[step.id] = href(to)
    return links
