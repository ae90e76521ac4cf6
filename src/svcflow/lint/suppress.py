"""Comments that switch rules off: ``# svcflow: ignore[missing-sla] reason``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from svcflow.analyzers.registry import find_rules
from svcflow.finding import Finding, Place, Severity, Span
from svcflow.i18n import msg
from svcflow.lint.selection import unknown_rule
from svcflow.load.checks import format_finding
from svcflow.source import Document

__all__ = ["Suppression", "apply_suppressions", "suppressions_of"]

_MARK = "svcflow:"
_IGNORE = re.compile(r"#\s*svcflow:\s*ignore(-file)?\s*(?:\[([^\]]*)\])?\s*(.*)$")


@dataclass(slots=True)
class Suppression:
    """One rule named in an ignore comment, the lines it covers, and whether it has silenced anything."""

    name: str
    rules: frozenset[str]
    span: Span
    lines: range
    used: bool = field(default=False)


def suppressions_of(document: Document) -> list[Suppression]:
    """Return what the comments of a document switch off.

    At the end of a line a comment covers the element that begins there, however long it is; on a line of its own, the
    element that begins on the next line of content; ``ignore-file`` covers the whole file.
    """
    if _MARK not in document.text:
        return []
    found = []
    for comment in document.comments:
        match = _IGNORE.search(comment.text)
        if not match:
            continue
        span = Span(comment.line, comment.column, comment.line, comment.column + len(comment.text))
        lines = range(1, 10**9) if match[1] else _covered(document, comment.line, comment.column)
        for name in (match[2] or "").split(","):
            rules = frozenset(rule.name for rule in find_rules(name)) if name.strip() else frozenset()
            found.append(Suppression(name.strip(), rules, span, lines))
    return found


def _covered(document: Document, line: int, column: int) -> range:
    lines = document.text.splitlines()
    first = line
    if not lines[line - 1][: column - 1].strip():
        first += 1
        while first <= len(lines) and not _has_content(lines[first - 1]):
            first += 1
    return range(first, _last_line(lines, first) + 1)


def _has_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _last_line(lines: list[str], first: int) -> int:
    """Return the last line of the element that begins on a line: what follows is indented deeper, or is its list."""
    if first > len(lines):
        return first
    begins = lines[first - 1]
    indent = len(begins) - len(begins.lstrip())
    last = first
    for number, line in enumerate(lines[first:], first + 1):
        if not _has_content(line):
            continue
        deeper = len(line) - len(line.lstrip())
        own_list = (
            deeper == indent and line.lstrip().startswith("- ") and not begins.lstrip().startswith("- ")
        )
        if deeper <= indent and not own_list:
            break
        last = number
    return last


def apply_suppressions(findings: list[Finding], suppressions: list[Suppression]) -> Iterator[Finding]:
    """Yield the findings that no comment silences; mark the suppressions that silenced one."""
    for finding in findings:
        line = finding.place.span.line if finding.place.span else 0
        silencing = [s for s in suppressions if finding.rule in s.rules and line in s.lines]
        for suppression in silencing:
            suppression.used = True
        if not silencing:
            yield finding


def complaints(suppressions: list[Suppression], path: str, active: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding for each comment that names no rule or silences nothing.

    Of rules that do not run this time, nothing can be said.
    """
    for suppression in suppressions:
        place = Place(path, (), suppression.span)
        if not suppression.name:
            yield format_finding(
                "unknown-rule", msg("the comment does not say which rule to ignore"), place,
                msg("write `# svcflow: ignore[RULE] reason`"), severity=Severity.WARNING,
            )  # fmt: skip
        elif not suppression.rules:
            yield format_finding(
                "unknown-rule", unknown_rule(suppression.name), place, severity=Severity.WARNING
            )
        elif not suppression.used and suppression.rules <= active:
            yield format_finding(
                "unused-ignore", msg("`{rule}` finds nothing here to ignore", rule=suppression.name), place,
                msg("take the comment out"), severity=Severity.WARNING,
            )  # fmt: skip
