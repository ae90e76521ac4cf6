"""Repairs: what rules know to mend safely, as new texts of files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from svcflow import source
from svcflow.finding import Edit, Finding
from svcflow.lint import LintResult

__all__ = ["Repair", "repairs"]


@dataclass(frozen=True, slots=True)
class Repair:
    """A file before and after: ``findings`` are those that the new text mends."""

    path: str
    before: str
    after: str
    findings: tuple[Finding, ...]

    def diff(self) -> str:
        """Return the change as a unified diff."""
        from difflib import unified_diff

        before, after = (text.splitlines(keepends=True) for text in (self.before, self.after))
        lines = unified_diff(before, after, self.path, self.path)
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
        )


def repairs(result: LintResult) -> Iterator[Repair]:
    """Yield the repaired files of a lint run; nothing is written.

    A repair that cannot be written back without changing something else is left out; its finding stays.
    """
    fixable = [finding for finding in result.findings if finding.fix]
    for path, findings in groupby(fixable, key=lambda finding: finding.place.path):
        repair = _repaired(path, list(findings))
        if repair.findings:
            yield repair


def _repaired(path: str, findings: list[Finding]) -> Repair:
    from svcflow.source.edit import EditError, apply

    document = source.read(Path(path))
    before = text = ("\ufeff" if document.bom else "") + document.text
    mended = []
    # From the end backwards: taking an entry out of a list moves only those behind it.
    for finding in sorted(findings, key=_last_place, reverse=True):
        try:
            text = apply(source.parse(text, path), _edits(finding))
        except EditError:
            continue
        mended.append(finding)
    return Repair(path, before, text, tuple(mended))


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _last_place(finding: Finding) -> list[tuple[bool, int | str]]:
    routes = (edit.route for edit in _edits(finding))
    return max(([(isinstance(part, str), part) for part in route] for route in routes), default=[])
