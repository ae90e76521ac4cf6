"""Findings as a GitLab Code Quality report."""

from __future__ import annotations

import json
from typing import Any

from svcflow.finding import Finding, Severity
from svcflow.lint import LintResult
from svcflow.reporters.context import ReportContext
from svcflow.reporters.fingerprint import fingerprints

__all__ = ["report"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(result: LintResult, context: ReportContext) -> str:
    """Return the findings as the JSON list that GitLab reads as a ``codequality`` artifact."""
    marks = fingerprints(result.findings)
    issues = [_issue(finding, mark, context) for finding, mark in zip(result.findings, marks, strict=True)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, fingerprint: str, context: ReportContext) -> dict[str, Any]:
    span = finding.place.span
    return {
        "description": context.say(finding.message),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.place.path,
            "lines": {"begin": span.line if span else 1, "end": span.end_line if span else 1},
        },
    }
