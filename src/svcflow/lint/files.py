"""Linting one file: all that does not depend on what stands in the other files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from svcflow import source
from svcflow.analyzers.rule import ProcessRule
from svcflow.finding import Finding, Place, Route, Span
from svcflow.i18n import msg
from svcflow.lint.check import check_process, finish
from svcflow.lint.selection import Selection
from svcflow.load.checks import format_finding
from svcflow.load.endings import is_foreign
from svcflow.load.files import WORKSPACE_FILE, FileKind, almost_kind, kind_of, shown_path
from svcflow.load.foreign import read_foreign
from svcflow.load.read import Loaded, read_as
from svcflow.load.summary import ProcessSummary, outline, summarize
from svcflow.load.workspace import Workspace
from svcflow.model.catalog import Catalog
from svcflow.model.process import Process

__all__ = ["FileLinter", "FileReport"]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file gives: data, which may come from another process of the computer."""

    findings: tuple[Finding, ...] = ()
    summaries: tuple[ProcessSummary, ...] = ()
    """Its processes from outside. Those of a file of another program have paths of their own: ``FILE/ID``."""
    foreign: str = ""
    """The path to show of a file of another program."""
    names: Mapping[str, str] = field(default_factory=dict)
    """In a file of another program: the ids of its processes, by the ids they have there."""
    spans: Mapping[str, Mapping[Route, Span]] = field(default_factory=dict)
    """In a file of another program: where things stand of which rules about the whole may speak, by process."""
    commented: bool = False
    """Whether comments in a file of another program speak to svcflow."""
    files: int = 0
    """1 where it counts as a file that was looked at."""
    skipped: int = 0
    """1 where it is neither process nor catalogue."""
    ours: bool = False
    """Whether it is a process or a catalogue in YAML, of which rules about the whole may speak."""
    catalog: bool = False


class FileLinter:
    """Lints files of a workspace one by one."""

    def __init__(self, workspace: Workspace, selection: Selection, foreign: Selection) -> None:
        self.workspace = workspace
        self.selection = selection
        self.foreign = foreign
        self._names = _names(selection)
        self._foreign_names = _names(foreign)

    def lint(self, path: Path, *, report: bool = True, named: bool = False) -> FileReport:
        """Look at one file; ``report`` says whether its findings are wanted, ``named`` that the user named it."""
        if path.name == WORKSPACE_FILE:
            return FileReport(files=1)  # it was read, and found right, when the workspace was opened
        if is_foreign(path):
            return self._foreign(path, report)
        document = source.read(path)
        shown = shown_path(path)
        kind = kind_of(document.text)
        if kind is FileKind.PROCESS or (kind is None and document.problems):
            return self._process(read_as(document, shown, Process), report)
        if kind is FileKind.CATALOG:
            return self._catalog(read_as(document, shown, Catalog), report)
        return _unknown(document, shown, report, named)

    def _process(self, loaded: Loaded[Process], report: bool) -> FileReport:
        summaries: tuple[ProcessSummary, ...] = ()
        if loaded.model is not None:
            summaries = (summarize(loaded.model, loaded.path),)
        elif isinstance(loaded.document.data, dict) and isinstance(loaded.document.data.get("process"), str):
            # Broken, but there: who calls it is not to blame.
            summaries = (outline(loaded.document.data["process"], loaded.path),)
        findings: tuple[Finding, ...] = ()
        if report:
            found = [*loaded.findings, *check_process(loaded, self.workspace, self.selection)]
            findings = tuple(finish(found, loaded.document, loaded.path, self._names))
        return FileReport(findings, summaries, files=int(report), ours=bool(summaries))

    def _catalog(self, loaded: Loaded[Catalog], report: bool) -> FileReport:
        if not report:
            return FileReport(ours=True)
        mine = [f for f in self.workspace.findings if f.place.path == loaded.path] or loaded.findings
        findings = tuple(finish(mine, loaded.document, loaded.path, frozenset()))
        return FileReport(findings, files=1, ours=True, catalog=True)

    def _foreign(self, path: Path, report: bool) -> FileReport:
        shown = shown_path(path)
        file = read_foreign(path, shown)
        whole = [(loaded, loaded.model) for loaded in file.processes if loaded.model is not None]
        # Rules about the whole tell processes apart by their paths.
        summaries = tuple(summarize(model, f"{shown}/{model.process}") for _, model in whole)
        spans = {
            summary.path: _spans(loaded, summary)
            for summary, (loaded, _) in zip(summaries, whole, strict=True)
        }
        commented = bool(file.document.comments)
        if not report:
            return FileReport((), summaries, shown, file.names, spans, commented)
        found = [*file.findings]
        for loaded in file.processes:
            found += loaded.findings
            found += check_process(loaded, self.workspace, self.foreign)
        unfixed = (replace(finding, fix=None) if finding.fix else finding for finding in found)
        findings = tuple(finish(unfixed, file.document, shown, self._foreign_names))
        return FileReport(findings, summaries, shown, file.names, spans, commented, files=1)


def _spans(loaded: Loaded[Process], summary: ProcessSummary) -> dict[Route, Span]:
    """Return the places of what stands at the top of a process, and of its calls."""
    routes: list[Route] = [(), *((key,) for key in loaded.document.data)]
    routes += [call.route for call in summary.calls]
    return {route: loaded.document.span(route) for route in routes}


def _names(selection: Selection) -> frozenset[str]:
    """Return the rules that look at each process by itself: of these it is known whether a comment silenced one."""
    return frozenset(rule.name for rule in selection.rules if isinstance(rule, ProcessRule))


def _unknown(document: source.Document, shown: str, report: bool, named: bool) -> FileReport:
    almost = almost_kind(document.text)
    if not report or not (named or almost):
        return FileReport(skipped=int(report))
    if almost:
        message = msg("the file starts with `{key}`; did you mean `{guess}`?", key=almost[0], guess=almost[1])
    elif document.data is None:
        message = msg("the file is empty")
    else:
        message = msg("the file is no process and no catalogue")
    place = Place(shown, (), document.span(()))
    help = msg("a process starts with `process: ID`, a catalogue with `catalog: ID`")
    return FileReport((format_finding("unknown-file", message, place, help),), files=1)
