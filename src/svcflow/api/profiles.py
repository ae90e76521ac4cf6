"""Profiles and severities by name."""

from __future__ import annotations

from svcflow.api.choices import chosen
from svcflow.finding import Severity
from svcflow.i18n import msg
from svcflow.model.workspace import Profile

__all__ = ["find_profile", "find_severity"]


def find_profile(name: str) -> Profile:
    """Return a profile by its name; raises `CannotDo` with the nearest one when there is none."""
    return Profile(chosen(name, Profile, lambda unknown: msg("there is no profile `{name}`", name=unknown)))


def find_severity(name: str) -> Severity:
    """Return a severity by its name; raises `CannotDo` with the nearest one when there is none."""
    return Severity(
        chosen(name, Severity, lambda unknown: msg("there is no severity `{name}`", name=unknown))
    )
