"""What svcflow finds in the examples that have faults, and the record of it that the tests compare with.

    python -m tools.examples

writes ``examples/defects/expected.json`` and ``examples/municipal/findings.json`` anew. Read the difference before you
commit it: a finding that comes or goes there is a change of what users see.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

from svcflow.api import lint

if TYPE_CHECKING:
    from svcflow.finding import Finding

__all__ = ["DEFECTS", "MUNICIPAL", "RECORDS", "found", "recorded"]

EXAMPLES = Path(__file__).parent.parent / "examples"
DEFECTS = EXAMPLES / "defects"
MUNICIPAL = EXAMPLES / "municipal"
RECORDS = {DEFECTS: DEFECTS / "expected.json", MUNICIPAL: MUNICIPAL / "findings.json"}
"""Where the findings of an example workspace are recorded."""

_TODAY = dt.date(2026, 11, 22)
"""The day by which it is told what is overdue: a record does not change by itself."""

_PROFILES = {DEFECTS: None, MUNICIPAL: "audit"}
"""What is asked of it; None leaves that to the workspace file."""

Entry = dict[str, str | int]


def found(workspace: Path) -> dict[str, list[Entry]]:
    """Return what lint finds in a workspace now: by file, from its root."""
    by_file: dict[str, list[Entry]] = {}
    for finding in lint([workspace], profile=_PROFILES[workspace], today=_TODAY).findings:
        name = Path(finding.place.path).resolve().relative_to(workspace.resolve()).as_posix()
        by_file.setdefault(name, []).append(_entry(finding, full=workspace == MUNICIPAL))
    return {name: by_file[name] for name in sorted(by_file)}


def recorded(workspace: Path) -> dict[str, list[Entry]]:
    """Return what was recorded of a workspace."""
    record: dict[str, list[Entry]] = json.loads(RECORDS[workspace].read_text(encoding="utf-8"))
    return record


def _entry(finding: Finding, *, full: bool) -> Entry:
    entry: Entry = {"rule": finding.rule, "line": finding.place.span.line if finding.place.span else 1}
    return {**entry, "severity": str(finding.severity), "message": str(finding.message)} if full else entry


def _text(record: dict[str, list[Entry]]) -> str:
    """Return a record as JSON with one finding a line, for differences that can be read."""
    files = []
    for name, entries in record.items():
        lines = ",\n".join(f"    {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
        files.append(f"  {json.dumps(name)}: [\n{lines}\n  ]")
    return "{\n" + ",\n".join(files) + "\n}\n"


def main() -> None:
    """Write the records."""
    for workspace, path in RECORDS.items():
        path.write_text(_text(found(workspace)), encoding="utf-8")


if __name__ == "__main__":
    main()
