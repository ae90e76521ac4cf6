"""What the parts of a process are called that a signature is for."""

from __future__ import annotations

from collections.abc import Sequence

from svcflow.i18n import Message, msg

__all__ = ["PARTS", "told_parts"]

PARTS: dict[str, Message] = {
    "head": msg("name, owner or state"),
    "scope": msg("purpose and scope"),
    "sla": msg("promise and calendars"),
    "roles": msg("roles"),
    "steps": msg("steps"),
    "handoffs": msg("handoffs"),
    "needs": msg("needs of the customers"),
    "goals": msg("objectives and KPIs"),
    "risks": msg("risks"),
    "training": msg("training"),
    "inspection": msg("inspection"),
    "records": msg("records"),
    "notes": msg("explanations"),
}
"""The sections of a digest in words."""


def told_parts(sections: Sequence[str]) -> Message:
    """Return the names of sections, at least one, as an enumeration."""
    first, *rest = (PARTS[section] for section in sections)
    for other in rest:
        first = msg("{first}, {second}", first=first, second=other)
    return first
