"""Rules about who does what, and who answers for it."""

from __future__ import annotations

from svcflow.analyzers.rule import Rule

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = ()
