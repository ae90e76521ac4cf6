"""Linting files and workspaces."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from svcflow import source
from svcflow.analyzers.context import WorkspaceContext
from svcflow.finding import CannotDo, Finding, Place, Severity
from svcflow.i18n import msg
from svcflow.lint.check import check_workspace
from svcflow.lint.files import FileLinter, FileReport
from svcflow.lint.foreign import ForeignFiles
from svcflow.lint.jobs import fitting_jobs, linted
from svcflow.lint.result import LintResult
from svcflow.lint.selection import Selection
from svcflow.lint.suppress import apply_suppressions, suppressions_of
from svcflow.load.checks import format_finding
from svcflow.load.endings import is_foreign
from svcflow.load.files import (
    FileKind,
    exists,
    head,
    kind_of,
    matches,
    process_id,
    real,
    shown_path,
)
from svcflow.load.read import located
from svcflow.load.summary import ProcessSummary, outline
from svcflow.load.workspace import Workspace
from svcflow.workers import no_garbage_collection

__all__ = ["lint_workspace"]


class _Run:
    """One lint run over a workspace: what was found so far, and what rules about the whole need."""

    def __init__(self, linter: FileLinter) -> None:
        self.linter = linter
        self.workspace = linter.workspace
        self.foreign = ForeignFiles()
        self.summaries: list[ProcessSummary] = []
        self.findings: list[Finding] = []
        self.pending: dict[str, Path] = {}
        self.files = 0
        self.skipped = 0
        self.catalogs = False
        """Whether a catalogue was asked about."""

    def take(self, path: Path, report: FileReport) -> None:
        """Take what one file gives."""
        self.findings.extend(report.findings)
        self.files += report.files
        self.skipped += report.skipped
        self.catalogs |= report.catalog
        if report.ours:
            self.pending[shown_path(path)] = path
        if report.foreign:
            self.foreign.take(path, report)
        else:
            self.summaries.extend(report.summaries)

    def others(self, paths: list[Path]) -> None:
        """Look at the files that nobody asked about, as far as those asked about refer to them.

        Of the others it is enough to know that they are there. A catalogue concerns all processes.
        """
        for path in filter(is_foreign, paths):
            self.take(path, self.linter.lint(path, report=False))
        texts = ((path, head(path)) for path in paths if not is_foreign(path))
        known = {path: process_id(text) for path, text in texts if kind_of(text) is FileKind.PROCESS}
        while needed := {path for path, id in known.items() if id is None or self._concerns(id)}:
            for path in sorted(needed):
                del known[path]
                self.take(path, self.linter.lint(path, report=False))
        for path, id in known.items():
            self.summaries.append(outline(str(id), shown_path(path)))
            self.pending[shown_path(path)] = path

    def _concerns(self, id: str) -> bool:
        return self.catalogs or any(id in summary.refers_to for summary in self.summaries)

    def across(self, wanted: set[str]) -> None:
        """Check how the files fit together; findings in files that are not wanted are left out."""
        summaries = sorted(self.summaries + self.foreign.summaries, key=lambda summary: summary.path)
        context = WorkspaceContext(tuple(summaries), self.workspace.shared)
        found = [
            f
            for f in map(self.foreign.placed, check_workspace(context, self.workspace, self.linter.selection))
            if f.place.path in wanted
        ]
        documents = {
            path: source.read(self.pending[path]) for path in sorted(_paths(found) & self.pending.keys())
        }
        by_path: dict[str, list[Finding]] = {}
        for finding in found:
            by_path.setdefault(finding.place.path, []).append(_with_spans(finding, documents))
        for path, findings in by_path.items():
            document = documents.get(path) or self.foreign.document(path)
            silenced = suppressions_of(document) if document else []
            self.findings.extend(apply_suppressions(findings, silenced))


def lint_workspace(
    workspace: Workspace,
    paths: Iterable[Path],
    selection: Selection,
    foreign: Selection | None = None,
    *,
    asked: bool = True,
    jobs: int = 1,
) -> LintResult:
    """Lint files and folders of a workspace; everything else of it is read as far as they refer to it.

    ``foreign`` is the selection for files of other programs (default: the same). Those in a folder count where somebody
    ``asked`` for it, or where a pattern of the workspace names them. ``jobs`` processes of the computer work side by
    side; 0 stands for as many as suit the files and the computer. The result is always the same.

    Raises `CannotDo` when a path does not exist or there is nothing to lint.
    """
    named, wanted = _wanted_files(workspace, list(paths), asked)
    run = _Run(FileLinter(workspace, selection, foreign or selection))
    with no_garbage_collection():
        tasks = [(path, path in named) for path in sorted(wanted)]
        for (path, _), report in zip(
            tasks, linted(run.linter, tasks, jobs or fitting_jobs(len(tasks))), strict=True
        ):
            run.take(path, report)
        run.others(sorted(_rest(workspace, wanted)))
        run.across({shown_path(path) for path in wanted})
        run.findings.extend(_closed_folders(workspace))
    if not run.files and not run.findings:
        raise CannotDo(
            msg("there is nothing to lint here: no file starts with `process:` or `catalog:`"),
            msg("`svcflow init` makes a workspace to start from"),
        )
    return LintResult(
        tuple(sorted(run.findings, key=_order)),
        run.files,
        run.skipped,
        _profiles(wanted, selection, foreign or selection),
        Severity(workspace.settings.lint.fail_on),
    )


def _wanted_files(workspace: Workspace, paths: list[Path], given: bool) -> tuple[set[Path], set[Path]]:
    named: set[Path] = set()
    wanted: set[Path] = set()
    for path in paths or [workspace.root]:
        if path.is_dir():
            wanted.update(real(found) for found in workspace.candidates(real(path)))
            wanted.update(
                real(found) for found in workspace.foreign(real(path), named=given or not workspace.has_file)
            )
        elif exists(path):
            named.add(real(path))
        else:
            raise CannotDo(
                msg("there is no {path}", path=shown_path(path)), msg("check the spelling of the path")
            )
    return named, wanted | named


def _profiles(wanted: set[Path], selection: Selection, foreign: Selection) -> str:
    """Return the profiles by which the files were looked at."""
    kinds = {is_foreign(path) for path in wanted}
    used = [selection.profile] * (False in kinds) + [foreign.profile] * (True in kinds)
    return ", ".join(dict.fromkeys(filter(None, used)))


def _closed_folders(workspace: Workspace) -> Iterator[Finding]:
    for folder, reason in workspace.closed.items():
        if matches(workspace.relative(folder), workspace.settings.exclude):
            continue
        message = msg("the folder cannot be read: {reason}", reason=reason)
        help = msg("allow svcflow to read it, or name it under `exclude` in svcflow.yaml")
        yield format_finding("unreadable-file", message, Place(shown_path(folder)), help)


def _rest(workspace: Workspace, wanted: set[Path]) -> set[Path]:
    """Return the other files of the workspace: rules about how files fit together need them.

    Outside any workspace these are the files in the same folder.
    """
    if workspace.has_file:
        return {real(path) for path in (*workspace.candidates(), *workspace.foreign())} - wanted
    beside = next(os.walk(workspace.root), ("", [], []))[2]
    return {real(workspace.root / name) for name in beside if name.endswith((".yaml", ".yml"))} - wanted


def _paths(findings: list[Finding]) -> set[str]:
    return {place.path for f in findings for place in (f.place, *(related.place for related in f.related))}


def _with_spans(finding: Finding, documents: dict[str, source.Document]) -> Finding:
    def with_span(place: Place) -> Place:
        document = documents.get(place.path)
        return located(place, document) if document and place.span is None else place

    related = tuple(replace(related, place=with_span(related.place)) for related in finding.related)
    return replace(finding, place=with_span(finding.place), related=related)


def _order(finding: Finding) -> tuple[str, int, int, int, str]:
    span = finding.place.span
    return (
        finding.place.path, span.line if span else 0, span.column if span else 0, finding.severity.rank, finding.code
    )  # fmt: skip
