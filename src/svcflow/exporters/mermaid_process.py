"""A process as a Mermaid flowchart, to be read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from svcflow.exporters.mermaid import to_mermaid
from svcflow.i18n import msg
from svcflow.views.swimlane import swimlane

if TYPE_CHECKING:
    from svcflow.analyzers.context import ProcessContext
    from svcflow.i18n import Message

__all__ = ["export"]


def export(context: ProcessContext, language: str | None = None) -> tuple[bytes, tuple[Message, ...]]:
    """Return a process as Mermaid text with a subgraph a role, and a warning of what Mermaid has no words for."""
    warning = msg("Mermaid holds steps, roles and flows; the rest of the process is left out")
    return to_mermaid(swimlane(context, language)).encode("utf-8", "replace"), (warning,)
