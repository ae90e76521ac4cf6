"""The small signs as characters, for formats that draw none: draw.io, Mermaid, the terminal."""

from __future__ import annotations

from svcflow.views.diagram import Badge, BadgeKind, Shape

__all__ = ["BADGES", "GATEWAYS", "badge_text"]

BADGES = {
    BadgeKind.SLA: "⏱",
    BadgeKind.MOMENT_OF_TRUTH: "★",
    BadgeKind.EXCEPTION: "⚠",
    BadgeKind.RISK: "▲",
    BadgeKind.DOCUMENT: "▤",
    BadgeKind.FAIL_POINT: "Ⓕ",
    BadgeKind.WAIT_POINT: "Ⓦ",
    BadgeKind.EMOTION: "☺",
    BadgeKind.WORK: "⧗",
    BadgeKind.ERROR: "⊗",
    BadgeKind.WARNING: "⚠",
    BadgeKind.INFO: "ⓘ",
    BadgeKind.NEW: "⊕",
    BadgeKind.GONE: "⊖",
    BadgeKind.CHANGED: "≠",
    BadgeKind.MOVED: "↕",
}
"""What stands for each kind of badge."""
GATEWAYS = {Shape.PARALLEL: "+", Shape.INCLUSIVE: "○"}
"""What a gateway does."""


def badge_text(badge: Badge) -> str:
    """Return a badge as text: its sign, and its words if it has any."""
    return f"{BADGES[badge.kind]} {badge.text}".strip()
