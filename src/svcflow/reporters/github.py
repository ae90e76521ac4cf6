"""Findings as GitHub's workflow commands: annotations at the lines of a pull request."""

from __future__ import annotations

from svcflow.finding import Finding, Severity
from svcflow.lint import LintResult
from svcflow.reporters.context import ReportContext
from svcflow.reporters.counts import summary

__all__ = ["report"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def report(result: LintResult, context: ReportContext) -> str:
    """Return a workflow command a finding, and a summary for the log.

    Line breaks and the characters that the commands use themselves are escaped as the runner decodes them.
    """
    lines = [_command(finding, context) for finding in result.findings]
    if not context.quiet:
        lines += [context.say_line(sentence) for sentence in summary(result)]
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding, context: ReportContext) -> str:
    properties: dict[str, str | int] = {"file": finding.place.path}
    if span := finding.place.span:
        properties |= {"line": span.line, "endLine": span.end_line}
        if span.line == span.end_line:  # GitHub wants columns within one line only, and both ends inclusive
            properties |= {"col": span.column, "endColumn": max(span.column, span.end_column - 1)}
    properties["title"] = f"{finding.code} {finding.rule}"
    shown = ",".join(f"{name}={_escape(str(value), _PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {shown}::{_escape(_text(finding, context), _DATA)}"


def _text(finding: Finding, context: ReportContext) -> str:
    parts = [finding.message, *([finding.help] if finding.help else [])]
    return "\n".join(context.say(part) for part in parts)


def _escape(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
