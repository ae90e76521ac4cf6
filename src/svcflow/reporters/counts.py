"""Counting findings and files in words."""

from __future__ import annotations

from svcflow.finding import Finding, Severity
from svcflow.i18n import Message, msg
from svcflow.lint import LintResult

__all__ = ["counted", "severity_word", "summary"]

_WORDS = {Severity.ERROR: msg("error"), Severity.WARNING: msg("warning"), Severity.INFO: msg("note")}


def severity_word(severity: Severity) -> Message:
    """Return the word for a severity."""
    return _WORDS[severity]


def counted(findings: tuple[Finding, ...] | list[Finding]) -> list[Message]:
    """Return how many findings there are of each severity, the worst first; empty for no findings."""
    numbers = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    return [_counted(severity, number) for severity, number in numbers.items() if number]


def _counted(severity: Severity, count: int) -> Message:
    if severity is Severity.ERROR:
        return msg("1 error") if count == 1 else msg("{count} errors", count=count)
    if severity is Severity.WARNING:
        return msg("1 warning") if count == 1 else msg("{count} warnings", count=count)
    return msg("1 note") if count == 1 else msg("{count} notes", count=count)


def summary(result: LintResult) -> list[Message]:
    """Return the sentences that sum up a lint run."""
    return [*_first(result), *_skipped(result.skipped), *_repairable(result)]


def _first(result: LintResult) -> list[Message]:
    files = msg("1 file") if result.files == 1 else msg("{count} files", count=result.files)
    if not result.findings:
        if result.profile:
            return [msg("No problems in {files} (profile: {profile}).", files=files, profile=result.profile)]
        return [msg("No problems in {files} (selected rules only).", files=files)]
    found, *others = counted(result.findings)
    for other in others:
        found = msg("{some}, {more}", some=found, more=other)
    if result.profile:
        return [
            msg("{found} in {files} (profile: {profile}).", found=found, files=files, profile=result.profile)
        ]
    return [msg("{found} in {files} (selected rules only).", found=found, files=files)]


def _skipped(count: int) -> list[Message]:
    if count == 1:
        return [msg("1 YAML file was skipped: it is neither a process nor a catalogue.")]
    if count:
        return [
            msg("{count} YAML files were skipped: they are neither processes nor catalogues.", count=count)
        ]
    return []


def _repairable(result: LintResult) -> list[Message]:
    count = sum(finding.fix is not None for finding in result.findings)
    if count == 1:
        return [msg("1 finding can be repaired with `--fix`; `--fix --diff` shows how.")]
    if count:
        return [msg("{count} findings can be repaired with `--fix`; `--fix --diff` shows how.", count=count)]
    return []
