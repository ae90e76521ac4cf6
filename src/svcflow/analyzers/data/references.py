"""Where a process names artifacts and tools, and what it does with artifacts besides its steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from svcflow.graph.algorithms import reachable
from svcflow.model.vocabulary import StepKind
from svcflow.text.nearest import nearest

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.finding import Route
    from svcflow.model.governance import Record
    from svcflow.model.process import Process

__all__ = [
    "after_open_calls",
    "artifact_references",
    "is_misspelt",
    "kept_or_handed_on",
    "records",
    "tool_references",
]


def artifact_references(process: Process) -> Iterator[tuple[Route, str]]:
    """Yield every place where the process names an artifact, with its id, in the order of the file."""
    for key in ("inputs", "outputs"):
        for number, id in enumerate(getattr(process, key)):
            yield (key, number), id
    for index, step in enumerate(process.steps):
        for key in ("inputs", "outputs"):
            for number, id in enumerate(getattr(step, key)):
                yield ("steps", index, key, number), id
    for index, handoff in enumerate(process.handoffs):
        for number, id in enumerate(handoff.passes):
            yield ("handoffs", index, "passes", number), id


def tool_references(process: Process) -> Iterator[tuple[Route, str]]:
    """Yield every place where a step names a tool, with its id."""
    for index, step in enumerate(process.steps):
        for number, id in enumerate(step.tools):
            yield ("steps", index, "tools", number), id


def records(process: Process) -> Iterator[tuple[Route, Record]]:
    """Yield the records of the steps and of the process, in the order of the file."""
    for index, step in enumerate(process.steps):
        for number, record in enumerate(step.records):
            yield ("steps", index, "records", number), record
    for number, record in enumerate(process.records):
        yield ("records", number), record


def kept_or_handed_on(context: ProcessContext) -> frozenset[str]:
    """Return the artifacts that somebody wants besides the steps that read them.

    The process leaves them to the customer or its caller, a handoff passes them, or they are kept as a record, which
    may be named by its id, by its name or by the number of its form.
    """
    process = context.process
    wanted = {*process.outputs, *(id for handoff in process.handoffs for id in handoff.passes)}
    kept = {
        text for _, record in records(process) for text in (context.text(record.what), record.form) if text
    }
    for id, entry in context.shared.artifacts.items():
        if entry.value.number in kept or context.text(entry.value.name) in kept:
            wanted.add(id)
    return frozenset(wanted | kept)


def is_misspelt(context: ProcessContext, artifact: str) -> bool:
    """Tell whether an artifact is none of the catalogue but much like one: another rule says so."""
    known = context.shared.artifacts
    return bool(known) and artifact not in known and nearest(artifact, known) is not None


def after_open_calls(context: ProcessContext) -> set[str]:
    """Return the steps that a called process may come before which does not say here what it brings back."""
    graph = context.graph
    calls = [node.id for node in context.nodes() if node.step.kind is StepKind.CALL and not node.step.outputs]
    return reachable(graph.successors, [target for call in calls for target in graph.successors[call]])
