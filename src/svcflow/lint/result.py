"""What a lint run found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from svcflow.finding import Finding, Severity

__all__ = ["LintResult"]


@dataclass(frozen=True, slots=True)
class LintResult:
    """The findings, ordered by file and place, and how many files were looked at.

    ``skipped`` counts YAML files that are neither processes nor catalogues.
    """

    findings: tuple[Finding, ...]
    files: int
    skipped: int = 0
    profile: str = ""

    def count(self, severity: Severity) -> int:
        """Return how many findings are of a severity."""
        return Counter(finding.severity for finding in self.findings)[severity]

    def fails(self, at: Severity) -> bool:
        """Tell whether there is a finding at least as bad as ``at``."""
        return any(finding.severity.rank <= at.rank for finding in self.findings)
