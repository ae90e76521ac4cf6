"""What a lint run found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from svcflow.finding import Finding, Severity

__all__ = ["LintResult", "merged"]


@dataclass(frozen=True, slots=True)
class LintResult:
    """The findings, ordered by file and place, and how many files were looked at.

    ``skipped`` counts YAML files that are neither processes nor catalogues. ``profile`` is empty where rules were
    selected one by one. ``fail_on`` is the mildest severity that fails, as the workspace sets it.
    """

    findings: tuple[Finding, ...]
    files: int
    skipped: int = 0
    profile: str = ""
    fail_on: Severity = Severity.ERROR

    def count(self, severity: Severity) -> int:
        """Return how many findings are of a severity."""
        return Counter(finding.severity for finding in self.findings)[severity]

    def fails(self, at: Severity | None = None) -> bool:
        """Tell whether there is a finding at least as bad as ``at`` (default: what the workspace says)."""
        rank = (at or self.fail_on).rank
        return any(finding.severity.rank <= rank for finding in self.findings)


def merged(results: Sequence[LintResult]) -> LintResult:
    """Return the results of several workspaces as one; the strictest failing level counts for all."""
    if len(results) == 1:
        return results[0]
    findings = [finding for result in results for finding in result.findings]
    return LintResult(
        tuple(sorted(findings, key=lambda finding: finding.place.path)),
        sum(result.files for result in results),
        sum(result.skipped for result in results),
        ", ".join(dict.fromkeys(name for result in results for name in result.profile.split(", ") if name)),
        max((result.fail_on for result in results), key=lambda severity: severity.rank),
    )
