"""Targets: what a measured value has to reach."""

from __future__ import annotations

from decimal import Decimal

import pytest

from svcflow.model.target import Goal, Target


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        (">= 95%", (">=", "95", "%")),
        ("< 3 min", ("<", "3", "min")),
        ("≥ 98.5％", (">=", "98.5", "%")),
        ("At most 1,000 cases", ("<=", "1000", "cases")),
        ("不低于 98%", (">=", "98", "%")),
        ("不超過 3 分鐘", ("<=", "3", "分鐘")),
        ("85%以上", (">=", "85", "%")),
        ("90 分及以上", (">=", "90", "分")),
        ("3 天以内", ("<=", "3", "天")),
        ("95 % or more", (">=", "95", "%")),
        ("100%", ("=", "100", "%")),
        ("-2", ("=", "-2", "")),
    ],
)
def test_a_comparison_is_read(text: str, goal: tuple[str, str, str]) -> None:
    operator, value, unit = goal
    assert Target(text).goal == Goal(operator, Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["high", "越高越好", "as fast as possible", "5-10 min", "3–5%", "5 到 10 分钟", ">= %"]
)
def test_what_is_no_comparison_is_none(text: str) -> None:
    assert Target(text).goal is None
