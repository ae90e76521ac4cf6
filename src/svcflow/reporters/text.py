"""Findings for people at a terminal: grouped by file, each with the lines it speaks of."""

from __future__ import annotations

from itertools import groupby

from svcflow.finding import Finding, Place, Severity
from svcflow.i18n import Message, msg
from svcflow.lint import LintResult
from svcflow.reporters.context import ReportContext
from svcflow.reporters.counts import counted, severity_word, summary
from svcflow.reporters.excerpt import excerpt
from svcflow.reporters.style import Style
from svcflow.text.cells import cells, fold, printable

__all__ = ["report"]

_NARROWEST = 40


def report(result: LintResult, context: ReportContext) -> str:
    """Return the findings with excerpts of their files, and a summary."""
    style = Style(context.color)
    blocks: list[str] = []
    for path, findings in groupby(result.findings, key=lambda finding: finding.place.path):
        group = list(findings)
        blocks.append(_heading(path, group, context, style))
        blocks.extend("\n".join(_Block(finding, context, style).lines()) for finding in group)
    if not context.quiet:
        blocks.append(_summary(result, context, style))
    return "".join(f"{block}\n\n" for block in blocks[:-1]) + "".join(f"{block}\n" for block in blocks[-1:])


def _heading(path: str, findings: list[Finding], context: ReportContext, style: Style) -> str:
    counts = context.translate(", ").join(context.say(count) for count in counted(findings))
    return f"{style.heading(printable(path))}  {style.faint(counts)}"


def _summary(result: LintResult, context: ReportContext, style: Style) -> str:
    first, *others = (context.say_line(sentence) for sentence in summary(result))
    worst = min((finding.severity for finding in result.findings), key=lambda s: s.rank, default=None)
    painted = style.severity(first, worst) if worst else style.good(first)
    return "\n".join([painted, *others])


class _Block:
    """The block of one finding: head, place, excerpts, help."""

    def __init__(self, finding: Finding, context: ReportContext, style: Style) -> None:
        self.finding = finding
        self.context = context
        self.style = style
        self.width = max(context.width, _NARROWEST)
        places = [finding.place, *(related.place for related in finding.related)]
        self.gutter = max((len(str(place.span.line)) for place in places if place.span), default=1)
        self.bar = style.margin(f"{'':>{self.gutter}} |")

    def lines(self) -> list[str]:
        """Return the lines of the block."""
        finding = self.finding
        arrow = self.style.margin(f"{'':>{self.gutter}}-->")
        lines = [*self._head(), f"{arrow} {_location(finding.place)}"]
        lines += self._excerpt(finding.place, "^", None, finding.severity)
        current = finding.place.path
        for related in finding.related:
            if related.place.path != current:
                elsewhere = self.style.margin(f"{'':>{self.gutter}}:::")
                lines.append(f"{elsewhere} {_location(related.place)}")
                current = related.place.path
            lines += self._excerpt(related.place, "-", related.message, None)
        if finding.help:
            lines += self._help(finding.help)
        return lines

    def _head(self) -> list[str]:
        finding, context = self.finding, self.context
        word = f"{context.say(severity_word(finding.severity))}[{finding.code} {finding.rule}]"
        first, *rest = fold(context.say_line(finding.message), self.width, " " * (cells(word) + 2), "  ")
        message = [first.lstrip(), *rest]
        painted = [self.style.strong(line) for line in message]
        return [f"{self.style.severity(word, finding.severity)}: {painted[0]}", *painted[1:]]

    def _excerpt(
        self, place: Place, mark: str, message: Message | None, severity: Severity | None
    ) -> list[str]:
        """Return the excerpt of a place, underlined; the message alone where the line cannot be shown."""
        said = self.context.say_line(message) if message else ""
        line = self.context.line(place.path, place.span.line) if place.span else None
        if place.span is None or line is None:
            return [f"{self.bar} {said}"] if said else []
        span = place.span
        end = span.end_column if span.end_line == span.line else len(line) + 1
        shown = excerpt(line, span.column, end, self.width - self.gutter - 3)
        underline = self._painted(mark * shown.width, severity)
        number = self.style.margin(f"{span.line:>{self.gutter}} |")
        under = f"{self.bar} {' ' * shown.start}{underline}"
        return [
            self.bar,
            f"{number} {shown.text}".rstrip(),
            *self._said(under, shown.start, shown.width, said, severity),
        ]

    def _said(self, under: str, start: int, width: int, said: str, severity: Severity | None) -> list[str]:
        """Put what is to be seen at an underline beside it, or below it where there is no room."""
        if not said:
            return [under]
        used = self.gutter + 3 + start + width + 1
        if used + cells(said) <= self.width:
            return [f"{under} {self._painted(said, severity)}"]
        left = min(start, self.width // 3)
        folded = fold(said, self.width - self.gutter - 3, " " * left, " " * left)
        return [
            under,
            *(f"{self.bar} {' ' * left}{self._painted(line.strip(), severity)}" for line in folded),
        ]

    def _painted(self, text: str, severity: Severity | None) -> str:
        return self.style.severity(text, severity) if severity else self.style.margin(text)

    def _help(self, help: Message) -> list[str]:
        lead = f"{'':>{self.gutter}} = "
        word = self.context.say(msg("help: "))
        indent = " " * (cells(lead) + cells(word))
        first, *rest = fold(self.context.say_line(help), self.width, indent, indent)
        return [self.bar, f"{self.style.margin(lead)}{self.style.strong(word)}{first.strip()}", *rest]


def _location(place: Place) -> str:
    if place.span is None:
        return printable(place.path)
    return f"{printable(place.path)}:{place.span.line}:{place.span.column}"
