"""Findings for programs: one JSON object whose form is a promise (``version`` rises when it changes)."""

from __future__ import annotations

import json
from typing import Any

from svcflow.finding import Finding, Related, Severity, Span
from svcflow.lint import LintResult
from svcflow.reporters.context import ReportContext

__all__ = ["VERSION", "report"]

VERSION = 1
"""The version of the form of the report."""

_START = Span(1, 1, 1, 1)
"""Where a finding about a whole file is."""


def report(result: LintResult, context: ReportContext) -> str:
    """Return the findings as JSON; keys keep their order, texts are in the report's language.

    Lines and columns count from 1, in code points; the end is exclusive. A finding about a whole file is at 1:1.
    """
    document = {
        "version": VERSION,
        "findings": [_finding(finding, context) for finding in result.findings],
        "summary": {
            "files": result.files,
            "errors": result.count(Severity.ERROR),
            "warnings": result.count(Severity.WARNING),
            "infos": result.count(Severity.INFO),
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, context: ReportContext) -> dict[str, Any]:
    span = finding.place.span or _START
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": context.say(finding.message),
        "path": finding.place.path,
        "route": list(finding.place.route),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "related": [_related(related, context) for related in finding.related],
    }


def _related(related: Related, context: ReportContext) -> dict[str, Any]:
    span = related.place.span or _START
    return {
        "path": related.place.path,
        "line": span.line,
        "column": span.column,
        "message": context.say(related.message),
    }
