"""What the pages call their parts."""

from __future__ import annotations

from svcflow.i18n import Message, Translator, msg

__all__ = ["SEARCH_KINDS", "VIEW_NAMES", "picture_words", "severities", "view_hint"]

VIEW_NAMES: dict[str, Message] = {
    "swimlane": msg("Swimlane"),
    "flowchart": msg("Flowchart"),
    "blueprint": msg("Service blueprint"),
    "journey": msg("Customer journey"),
    "timeline": msg("Timeline"),
    "raci": msg("RACI matrix"),
    "handoffs": msg("Handoff matrix"),
    "network": msg("Handoff network"),
    "risk": msg("Risk heat map"),
}
"""The pictures of a process in the order of their tabs."""

SEARCH_KINDS: dict[str, tuple[Message, float]] = {
    "process": (msg("Process"), 9.0),
    "step": (msg("Step"), 0.0),
    "role": (msg("Role"), 3.0),
    "department": (msg("Department"), 3.0),
    "form": (msg("Form"), 0.5),
    "system": (msg("System"), 0.5),
    "term": (msg("Term"), 2.0),
    "kpi": (msg("KPI"), 0.5),
    "risk": (msg("Risk"), 0.2),
}
"""What can be found, and how much more it counts than a step."""


def picture_words(t: Translator) -> dict[str, str]:
    """Return what the viewer of pictures says, by the names its script knows."""
    return {
        "found": t("{count} found"),
        "before": t("comes from"),
        "after": t("leads to"),
        "close": t("Close"),
        "open": t("Open"),
    }


def view_hint(t: Translator) -> str:
    """Return how to move about in a picture."""
    return t(
        "Drag to move, wheel to zoom, click a step for its card. Keys: / search, + − zoom, 0 fit, Esc close."
    )


def severities(t: Translator) -> dict[str, str]:
    """Return how severities are said."""
    return {"error": t("error"), "warning": t("warning"), "info": t("note")}
