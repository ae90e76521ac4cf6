"""Files of other programs beside each other: each may hold several processes, and one may call those of another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from svcflow.finding import Finding, Place, Related, Severity
from svcflow.interchange.ids import Ids, slug
from svcflow.lint.files import FileReport
from svcflow.load.foreign import ForeignFile, read_foreign
from svcflow.load.summary import ProcessSummary, Reference
from svcflow.source import Document

__all__ = ["ForeignFiles"]

_ELSEWHERE = "unknown-process"
"""What a model of another program calls may well lie where svcflow does not look: on an engine, in a repository."""


class ForeignFiles:
    """What rules about the whole need of the files of other programs, as far as they were met."""

    def __init__(self) -> None:
        self._ids = Ids()
        self._known: dict[str, str] = {}
        self._met: list[tuple[ProcessSummary, Mapping[str, str]]] = []
        self._paths: dict[str, tuple[Path, str]] = {}
        self._files: dict[str, ForeignFile] = {}

    def take(self, path: Path, report: FileReport) -> None:
        """Take the processes of one file.

        Those of different files get different ids, unless they have the same one in their files, given by a person.
        """
        from svcflow.interchange.bpmn.file import is_given

        ids: dict[str, str] = {}
        for theirs, ours in report.names.items():
            twin = self._known.get(theirs) if is_given(theirs) else None
            ids[ours] = twin or self._ids.give_exactly(ours)
            self._known.setdefault(theirs, ids[ours])
        for summary in report.summaries:
            if summary.id not in ids:  # a sub-process
                ids[summary.id] = self._ids.give_exactly(summary.id)
            self._paths[summary.path] = (path, summary.id)
            self._met.append((summary, ids))

    @property
    def summaries(self) -> list[ProcessSummary]:
        """The processes from outside; calls lead to files that were met later, too."""
        known = {slug(theirs): ours for theirs, ours in self._known.items()}
        return [
            replace(
                summary,
                id=ids[summary.id],
                calls=tuple(_leading(call, ids, known) for call in summary.calls),
            )
            for summary, ids in self._met
        ]

    @property
    def documents(self) -> dict[str, Document]:
        """The files in which findings about the whole were placed, by the paths that messages show."""
        return {shown: file.document for shown, file in self._files.items()}

    def placed(self, finding: Finding) -> Finding:
        """Return a finding about the whole with the places in such files that it speaks of; others stay."""
        related = tuple(Related(self._place(one.place), one.message) for one in finding.related)
        severity = finding.severity
        if finding.rule == _ELSEWHERE and finding.place.path in self._paths:
            severity = Severity.WARNING
        return replace(finding, place=self._place(finding.place), related=related, severity=severity)

    def _place(self, place: Place) -> Place:
        """Return where a place in a process stands in its file, which is read once more for it."""
        if place.path not in self._paths:
            return place
        path, id = self._paths[place.path]
        shown = place.path.removesuffix(f"/{id}")
        if shown not in self._files:
            self._files[shown] = read_foreign(path, shown)
        for loaded in self._files[shown].processes:
            if loaded.model is not None and loaded.model.process == id:
                return Place(shown, place.route, loaded.document.span(place.route))
        return Place(shown, place.route)  # the file has changed in the meantime


def _leading(call: Reference, ids: Mapping[str, str], known: Mapping[str, str]) -> Reference:
    return replace(call, process=ids.get(call.process) or known.get(call.process, call.process))
