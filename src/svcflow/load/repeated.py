"""What a foreign file has many times, told once: the first, how many more there are, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from svcflow.finding import Severity
from svcflow.i18n import Message, msg
from svcflow.interchange.result import ImportProblem

__all__ = ["together", "told"]

_FEW = 3
"""So many problems of one kind are told one by one."""
_SHOWN = 8


def together(problems: Iterable[ImportProblem]) -> list[list[ImportProblem]]:
    """Return problems in their order; mere notes that say the same are put together where they are many."""
    groups: list[list[ImportProblem]] = []
    of_kind: dict[tuple[str, str], list[ImportProblem]] = {}
    for problem in problems:
        if (problem.severity or problem.loss.severity) is not Severity.INFO:
            groups.append([problem])
            continue
        same = of_kind.setdefault((str(problem.loss), problem.message.text), [])
        same.append(problem)
        if len(same) == 1:
            groups.append(same)
    return [
        part
        for group in groups
        for part in ([group] if len(group) > _FEW else [[problem] for problem in group])
    ]


def told(group: list[ImportProblem]) -> Message:
    """Return the message for problems of one kind."""
    first, *others = group
    if not first.element:
        return first.message
    if not others:
        return msg("{message} (id {id})", message=first.message, id=first.element)
    lines = [str(problem.span.line) for problem in others]
    shown = (*lines[:_SHOWN], "…") if len(lines) > _SHOWN else tuple(lines)
    return msg(
        "{message} (id {id}; likewise {count} more, in lines {lines})",
        message=first.message,
        id=first.element,
        count=len(others),
        lines=shown,
    )
