"""What could not be done, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from svcflow.finding import CannotDo, Severity
from svcflow.i18n import Message, msg
from svcflow.lint import LintResult
from svcflow.reporters.context import ReportContext
from svcflow.reporters.counts import severity_word
from svcflow.reporters.style import Style
from svcflow.reporters.text import report as report_text
from svcflow.text.cells import cells, fold

__all__ = ["report_failure", "warnings_text"]


def report_failure(error: CannotDo, context: ReportContext) -> str:
    """Return the findings that come with an error, what went wrong, and what to do about it."""
    style = Style(context.color)
    word = context.say(msg("{severity}: ", severity=severity_word(Severity.ERROR)))
    lines = _after(word, style.severity(word, Severity.ERROR), context.say_line(error.message), context.width)
    if error.help:
        word = context.say(msg("help: "))
        lines += _after(word, style.strong(word), context.say_line(error.help), context.width)
    text = "".join(f"{line}\n" for line in lines)
    if error.findings:
        findings = report_text(LintResult(error.findings, 1), replace(context, quiet=True))
        text = f"{findings}\n{text}"
    return text


def warnings_text(warnings: Iterable[Message], context: ReportContext) -> str:
    """Return what should be known although everything was done, each warning once."""
    style = Style(context.color)
    word = context.say(msg("{severity}: ", severity=severity_word(Severity.WARNING)))
    painted = style.severity(word, Severity.WARNING)
    said = dict.fromkeys(context.say_line(warning) for warning in warnings)
    lines = [line for text in said for line in _after(word, painted, text, context.width)]
    return "".join(f"{line}\n" for line in lines)


def _after(word: str, painted: str, text: str, width: int) -> list[str]:
    """Fold a text behind a word that may be coloured."""
    indent = " " * cells(word)
    first, *rest = fold(text, width, indent, indent)
    return [painted + first[len(indent) :], *rest]
