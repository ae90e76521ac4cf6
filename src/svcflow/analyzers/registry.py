"""All rules, and how they are named: by code, by name, by family."""

from __future__ import annotations

from functools import lru_cache

from svcflow.analyzers import (
    customer,
    data,
    exceptions,
    governance,
    handoffs,
    quality,
    risk,
    roles,
    structure,
    timing,
    wording,
)
from svcflow.analyzers.rule import Rule

__all__ = ["FAMILIES", "all_rules", "find_rules", "rule_names"]

FAMILIES: dict[str, tuple[str, tuple[type[Rule], ...]]] = {
    "structure": ("F", structure.RULES),
    "roles": ("R", roles.RULES),
    "handoffs": ("H", handoffs.RULES),
    "timing": ("T", timing.RULES),
    "customer": ("C", customer.RULES),
    "data": ("D", data.RULES),
    "quality": ("Q", quality.RULES),
    "exceptions": ("X", exceptions.RULES),
    "risk": ("K", risk.RULES),
    "governance": ("G", governance.RULES),
    "wording": ("W", wording.RULES),
}
"""The families in their order: the letter of their codes and their rules."""


@lru_cache(maxsize=1)
def all_rules() -> tuple[type[Rule], ...]:
    """Return every rule, by family and code."""
    return tuple(rule for _, rules in FAMILIES.values() for rule in rules)


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[type[Rule], ...]]:
    index: dict[str, tuple[type[Rule], ...]] = {}
    for family, (letter, rules) in FAMILIES.items():
        index[family] = index[letter.lower()] = rules
        for rule in rules:
            index[rule.name] = index[rule.code.lower()] = (rule,)
    return index


def find_rules(name: str) -> tuple[type[Rule], ...]:
    """Return the rules that a name, code, family or family's letter stands for; empty when it stands for none."""
    return _index().get(name.strip().lower(), ())


def rule_names() -> list[str]:
    """Return everything by which rules can be named, for suggestions."""
    return list(_index())
