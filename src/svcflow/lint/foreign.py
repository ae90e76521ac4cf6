"""Files of other programs beside each other: each may hold several processes, and one may call those of another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from svcflow.finding import Finding, Place, Related, Route, Severity, Span
from svcflow.interchange.ids import Ids, slug
from svcflow.interchange.result import start_of
from svcflow.lint.files import FileReport
from svcflow.load.foreign import read_foreign
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
        self._spans: dict[str, tuple[str, Mapping[Route, Span]]] = {}
        self._commented: dict[str, Path] = {}

    def take(self, path: Path, report: FileReport) -> None:
        """Take the processes of one file.

        Those of different files get different ids, unless they have the same one in their files, given by a person.
        """
        from svcflow.interchange.bpmn.file import is_given

        shown = report.foreign
        if report.commented:
            self._commented[shown] = path
        ids: dict[str, str] = {}
        for theirs, ours in report.names.items():
            twin = self._known.get(theirs) if is_given(theirs) else None
            ids[ours] = twin or self._ids.give_exactly(ours)
            self._known.setdefault(theirs, ids[ours])
        for summary in report.summaries:
            if summary.id not in ids:  # a sub-process
                ids[summary.id] = self._ids.give_exactly(summary.id)
            self._spans[summary.path] = (shown, report.spans[summary.path])
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

    def document(self, shown: str) -> Document | None:
        """Return a file of which it is of use to see the comments; None for all others."""
        path = self._commented.get(shown)
        return read_foreign(path, shown).document if path else None

    def placed(self, finding: Finding) -> Finding:
        """Return a finding about the whole with the places in such files that it speaks of; others stay."""
        related = tuple(Related(self._place(one.place), one.message) for one in finding.related)
        severity = finding.severity
        if finding.rule == _ELSEWHERE and finding.place.path in self._spans:
            severity = Severity.WARNING
        return replace(finding, place=self._place(finding.place), related=related, severity=severity)

    def _place(self, place: Place) -> Place:
        if place.path not in self._spans:
            return place
        shown, spans = self._spans[place.path]
        return Place(shown, place.route, start_of(spans, place.route))


def _leading(call: Reference, ids: Mapping[str, str], known: Mapping[str, str]) -> Reference:
    return replace(call, process=ids.get(call.process) or known.get(call.process, call.process))
