"""How often each rule found something."""

from __future__ import annotations

from collections import Counter

from svcflow.lint import LintResult
from svcflow.reporters.cards import find_cards
from svcflow.reporters.context import ReportContext
from svcflow.reporters.counts import summary
from svcflow.reporters.style import Style

__all__ = ["report"]


def report(result: LintResult, context: ReportContext) -> str:
    """Return a line a rule, the most frequent first: how often, code and name, what is wrong."""
    style = Style(context.color)
    counts = Counter((finding.code, finding.rule, finding.severity) for finding in result.findings)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][0]))
    digits = max((len(str(count)) for count in counts.values()), default=1)
    widest = max((len(f"{code} {rule}") for code, rule, _ in counts), default=1)
    lines = []
    for (code, rule, severity), count in ordered:
        number, name = f"{count:>{digits}}", f"{f'{code} {rule}':<{widest}}"
        lines.append(f"{style.strong(number)}  {style.severity(name, severity)}  {_meaning(code, context)}")
    if not context.quiet:
        lines += [""] if lines else []
        lines += [context.say_line(sentence) for sentence in summary(result)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _meaning(code: str, context: ReportContext) -> str:
    return next((context.translate(card.summary) for card in find_cards(code)), "")
