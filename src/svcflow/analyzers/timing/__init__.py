"""Rules about what is promised about time."""

from __future__ import annotations

from svcflow.analyzers.rule import Rule

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = ()
