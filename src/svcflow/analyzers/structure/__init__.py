"""Rules about what is wrong with the flow of a process."""

from __future__ import annotations

from svcflow.analyzers.rule import Rule

__all__ = ["RULES"]

RULES: tuple[type[Rule], ...] = ()
