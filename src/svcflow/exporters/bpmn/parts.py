"""Processes that stand in others: a step that came from a sub-process of BPMN becomes one again, with its content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.exporters.bpmn.foreign import remembered, said
from svcflow.interchange.bpmn.names import SUB_PROCESSES
from svcflow.model.vocabulary import StepKind

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.model.step import Step

__all__ = ["Parts", "is_part"]


class Parts:
    """Finds what stands in a process; nothing stands in itself."""

    def __init__(self, context: ProcessContext, around: frozenset[str] = frozenset()) -> None:
        self._context = context
        self.around = around | {context.process.process}

    def of(self, step: Step) -> tuple[str, ProcessContext] | None:
        """Return the element that a step becomes, and the process in it; None for anything but a sub-process."""
        kind = said(step, "type")
        if step.kind is not StepKind.CALL or kind not in SUB_PROCESSES or not step.process:
            return None
        found = self._find(step.process)
        return (kind, found) if found else None

    def aside(self) -> Iterator[ProcessContext]:
        """Yield the processes of event sub-processes: no step leads there."""
        named = remembered(self._context.process).get("event_processes")
        for id in named if isinstance(named, list) else ():
            found = self._find(id) if isinstance(id, str) else None
            if found:
                yield found

    def _find(self, id: str) -> ProcessContext | None:
        found = None if id in self.around else self._context.find(id)
        usable = found and not found.graph.duplicates and said(found.process, "part_of")
        return found if usable == self._context.process.process else None


def is_part(context: ProcessContext) -> bool:
    """Tell whether a process is written with the one that it stands in."""
    outer = context.find(said(context.process, "part_of") or context.process.process)
    if outer is None or outer.process.process == context.process.process:
        return False
    parts = Parts(outer)
    inside = [found[1] for _, step in outer.steps() if (found := parts.of(step))]
    return any(one.process.process == context.process.process for one in (*inside, *parts.aside()))
