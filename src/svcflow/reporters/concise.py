"""One line a finding, for editors and for grep."""

from __future__ import annotations

from svcflow.finding import Finding
from svcflow.lint import LintResult
from svcflow.reporters.context import ReportContext
from svcflow.reporters.counts import severity_word, summary
from svcflow.reporters.style import Style
from svcflow.text.cells import printable

__all__ = ["report"]


def report(result: LintResult, context: ReportContext) -> str:
    """Return a line ``path:line:column: severity[code] message`` for each finding, and a summary."""
    style = Style(context.color)
    lines = [_line(finding, context, style) for finding in result.findings]
    if not context.quiet:
        lines += [context.say_line(sentence) for sentence in summary(result)]
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding, context: ReportContext, style: Style) -> str:
    span = finding.place.span
    where = (
        f"{printable(finding.place.path)}:{span.line}:{span.column}"
        if span
        else printable(finding.place.path)
    )
    word = f"{context.say(severity_word(finding.severity))}[{finding.code}]"
    message = context.say_line(finding.message)
    return f"{style.strong(where)}: {style.severity(word, finding.severity)} {message}"
