from __future__ import annotations

import pytest

from svcflow.analyzers.structure.opposites import are_opposite, cover_all


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("yes", "No"),
        ("是", "否"),
        ("有", "无"),
        ("有库存", "没有库存"),
        ("客户接受", "客户不接受"),
        ("通过", "未通过"),
        ("資料齊全", "資料不齊全"),
        ("The customer accepts", "The customer does not accept"),
        ("complete", "not complete"),
        ("The form is complete", "The form is incomplete"),
        ("paid", "Unpaid"),
        ("the guest can pay", "the guest can't pay"),
        ("over 500", "up to 500"),
        ("more than 3 days", "at most 3 days"),
        ("amount > 1000", "amount <= 1000"),
        ("under 18", "at least 18"),
        ("超过 1 万元", "不超过 1 万元"),
        ("超过 1 万元", "至多 1 万元"),
    ],
)
def test_opposites(one: str, other: str) -> None:
    assert are_opposite(one, other)
    assert are_opposite(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("yes", "yes"),
        ("fire", "water"),
        ("over 500", "up to 400"),
        ("over 500", "under 500"),
        ("金额超过 1 万元", "金额不足 1 万元"),
        ("complete", "Complete!"),
        ("the fee is paid", "the fee was paid"),
        ("inspected", "not inspected by us"),
        ("客户接受", "员工不接受"),
        ("", ""),
    ],
)
def test_no_opposites(one: str, other: str) -> None:
    assert not are_opposite(one, other)
    assert not are_opposite(other, one)


def test_two_of_several_are_enough() -> None:
    assert cover_all(["fire", "insured", "not insured"])
    assert not cover_all(["fire", "water"])
    assert not cover_all(["fire"])
    assert not cover_all([])
