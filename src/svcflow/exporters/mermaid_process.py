"""A process as a Mermaid flowchart, to be read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.exporters.mermaid import to_mermaid
from svcflow.exporters.mermaid_ids import mermaid_id
from svcflow.i18n import msg
from svcflow.views.swimlane import swimlane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Message

__all__ = ["export"]


def export(context: ProcessContext, language: str | None = None) -> tuple[bytes, tuple[Message, ...]]:
    """Return a process as Mermaid text with a subgraph a role, and a warning of what Mermaid has no words for."""
    warning = msg("Mermaid holds steps, roles and flows; the rest of the process is left out")
    text = to_mermaid(swimlane(context, language))
    return "\n".join([text.rstrip("\n"), *_remarks(context), ""]).encode("utf-8", "replace"), (warning,)


def _remarks(context: ProcessContext) -> Iterator[str]:
    """Yield comments that say what the chart has no shape for, in words that mean nothing to Mermaid."""
    yield f"    %% svcflow: process={context.process.process} language={context.language}"
    for _, step in context.steps():
        said = {
            "process": step.process,
            "automation": step.automation,
            "for": step.for_ and step.for_.short(),
        }
        told = "".join(f" {key}={value}" for key, value in said.items() if value)
        if told:
            yield f"    %% svcflow: {mermaid_id(step.id)}{told}"
