"""Findings as JUnit XML, which most CI servers show as tests."""

from __future__ import annotations

import re
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from svcflow.finding import Finding
from svcflow.lint import LintResult
from svcflow.reporters.context import ReportContext

__all__ = ["report"]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(result: LintResult, context: ReportContext) -> str:
    """Return a test suite a file and a failed test a finding; a run without findings is one test that passes."""
    count = len(result.findings)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<testsuites name="svcflow" tests="{max(count, 1)}" failures="{count}" errors="0">')
    for path, findings in groupby(result.findings, key=lambda finding: finding.place.path):
        lines += _suite(path, list(findings), context)
    if not count:
        lines += _passed()
    return "\n".join([*lines, "</testsuites>", ""])


def _suite(path: str, findings: list[Finding], context: ReportContext) -> list[str]:
    count = len(findings)
    head = f'  <testsuite name={_attribute(path)} tests="{count}" failures="{count}" errors="0">'
    return [head, *(line for finding in findings for line in _case(finding, context)), "  </testsuite>"]


def _passed() -> list[str]:
    return [
        '  <testsuite name="svcflow lint" tests="1" failures="0" errors="0">',
        '    <testcase name="no findings" classname="svcflow"/>',
        "  </testsuite>",
    ]


def _case(finding: Finding, context: ReportContext) -> list[str]:
    span = finding.place.span
    where = f"{finding.place.path}:{span.line}:{span.column}" if span else finding.place.path
    message = context.say(finding.message)
    detail = [where, message, *([context.say(finding.help)] if finding.help else [])]
    name = _attribute(f"{finding.code} {finding.rule} {span.line if span else 1}")
    kind = finding.severity.value
    return [
        f"    <testcase name={name} classname={_attribute(finding.place.path)}>",
        f'      <failure type="{kind}" message={_attribute(message)}>{_content(chr(10).join(detail))}</failure>',
        "    </testcase>",
    ]


def _valid(text: str) -> str:
    """Write out what XML cannot hold: control characters and halves of characters."""
    return _NOT_XML.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def _attribute(text: str) -> str:
    return quoteattr(_valid(text))


def _content(text: str) -> str:
    return escape(_valid(text))
