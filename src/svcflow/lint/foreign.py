"""Linting files of other programs: each may hold several processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from svcflow.analyzers.rule import ProcessRule
from svcflow.finding import Finding, Place, Related
from svcflow.lint.check import check_process, finish
from svcflow.lint.selection import Selection
from svcflow.load.files import shown_path
from svcflow.load.foreign import ForeignReader
from svcflow.load.read import Loaded
from svcflow.load.summary import ProcessSummary, Reference, summarize
from svcflow.load.workspace import Workspace
from svcflow.model.process import Process
from svcflow.source import Document

__all__ = ["ForeignRun"]


class ForeignRun:
    """What a lint run found out about files of other programs."""

    def __init__(self, workspace: Workspace, selection: Selection) -> None:
        self.workspace = workspace
        self.selection = selection
        self.active = frozenset(rule.name for rule in selection.rules if isinstance(rule, ProcessRule))
        self._summaries: list[ProcessSummary] = []
        self._reader = ForeignReader()
        self.documents: dict[str, Document] = {}
        """The files, by the path that messages show."""
        self._processes: dict[str, Loaded[Process]] = {}

    def file(self, path: Path, report: bool) -> Iterator[Finding]:
        """Yield the findings of one file, if they are wanted; rules about the whole learn of its processes."""
        shown = shown_path(path)
        file = self._reader.read(path, shown)
        self.documents[shown] = file.document
        for loaded in file.processes:
            if loaded.model is not None:
                # Rules about the whole tell processes apart by their paths.
                inside = f"{shown}/{loaded.model.process}"
                self._processes[inside] = loaded
                self._summaries.append(summarize(loaded.model, inside))
        if not report:
            return
        found = [*file.findings]
        for loaded in file.processes:
            found += loaded.findings
            found += check_process(loaded, self.workspace, self.selection)
        unfixed = (replace(finding, fix=None) for finding in found)
        yield from finish(unfixed, file.document, shown, self.active)

    @property
    def summaries(self) -> list[ProcessSummary]:
        """What rules about the whole need of the processes; calls lead to files that were read later, too."""
        known = self._reader.known()
        return [
            replace(summary, calls=tuple(_met(call, known) for call in summary.calls))
            for summary in self._summaries
        ]

    def placed(self, finding: Finding) -> Finding:
        """Return a finding about the whole with the places in such files that it speaks of; others stay."""
        related = tuple(Related(self._place(one.place), one.message) for one in finding.related)
        return replace(finding, place=self._place(finding.place), related=related)

    def _place(self, place: Place) -> Place:
        loaded = self._processes.get(place.path)
        if loaded is None:
            return place
        return Place(loaded.path, place.route, loaded.document.span(place.route))


def _met(call: Reference, known: dict[str, str]) -> Reference:
    return replace(call, process=known.get(call.process, call.process))
