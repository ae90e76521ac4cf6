"""The ladder of profiles: which ones findings leave passed, and what the next one asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from svcflow.analyzers.registry import find_rules
from svcflow.finding import Finding, Severity
from svcflow.model.workspace import Profile

__all__ = ["Rung", "next_rung", "passed"]


@dataclass(frozen=True, slots=True)
class Rung:
    """A profile that is not passed yet: how many findings stand against it, and of which rules, most frequent first."""

    profile: Profile
    count: int
    rules: tuple[str, ...]


def _rank(finding: Finding) -> int:
    """Return the rank of the first profile that asks for a finding's rule; checks of the format belong to the first."""
    rules = find_rules(finding.rule)
    return rules[0].profile.rank if rules else 0


def _open(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is not Severity.INFO]


def passed(findings: Sequence[Finding]) -> Profile | None:
    """Return the strictest profile passed without errors and warnings; None where none is.

    ``findings`` are those of a run at the strictest profile.
    """
    lowest = min(map(_rank, _open(findings)), default=len(Profile))
    return list(Profile)[lowest - 1] if lowest else None


def next_rung(findings: Sequence[Finding]) -> Rung | None:
    """Return the profile after the strictest one passed, with what stands against it; None where all are passed."""
    best = passed(findings)
    rank = best.rank + 1 if best else 0
    if rank >= len(Profile):
        return None
    rules = Counter(finding.rule for finding in _open(findings) if _rank(finding) == rank)
    often = sorted(rules, key=lambda rule: (-rules[rule], rule))
    return Rung(list(Profile)[rank], rules.total(), tuple(often))
