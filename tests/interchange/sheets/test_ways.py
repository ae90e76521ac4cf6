from __future__ import annotations

from typing import Any

import pytest

from svcflow.interchange.sheets.names import Misread, Names
from svcflow.interchange.sheets.ways import ways_of


def names(*, own: bool = False) -> Names:
    found = Names("en", own=own)
    for number, (id, name) in enumerate((("ask", "Ask"), ("pay", "付款"), ("close", "Close the case")), 1):
        found.add_step(id, name, str(number))
    return found


WAYS: list[tuple[str, Any]] = [
    ("pay", [{"to": "pay"}]),
    ("2", [{"to": "pay"}]),
    ("步骤 2", [{"to": "pay"}]),
    ("第2步", [{"to": "pay"}]),
    ("付款", [{"to": "pay"}]),
    ("结束", [{"to": "end"}]),
    ("2、3", [{"to": "pay"}, {"to": "close"}]),
    ("yes → 2; no → 3", [{"when": "yes", "to": "pay"}, {"when": "no", "to": "close"}]),
    (
        "amount > 500 -> pay (8%)\notherwise -> close",
        [{"when": "amount > 500", "to": "pay", "share": "8%"}, {"otherwise": "close"}],
    ),
    ("同意：2；否则：3", [{"when": "同意", "to": "pay"}, {"otherwise": "close"}]),
    ("若同意，转步骤2；否则转3", [{"when": "同意", "to": "pay"}, {"otherwise": "close"}]),
    ("if accepted go to Close the case", [{"when": "accepted", "to": "close"}]),
    (
        "back → ask (max. 2×, by boss + chief)",
        [{"when": "back", "to": "ask", "limit": 2, "role": ["boss", "chief"]}],
    ),
    ("x（最多 3 次，由 主管）→ ask", [{"when": "x（最多 3 次，由 主管）", "to": "ask"}]),
]


@pytest.mark.parametrize(("text", "ways"), WAYS)
def test_what_people_write(text: str, ways: list[dict[str, Any]]) -> None:
    assert ways_of(text, names(), "when") == ways


def test_an_event_needs_no_target() -> None:
    assert ways_of("papers arrive (90%)\ncancelled → close", names(), "event") == [
        {"event": "papers arrive", "share": "90%"},
        {"event": "cancelled", "to": "close"},
    ]


def test_a_way_to_nowhere() -> None:
    with pytest.raises(Misread) as caught:
        ways_of("yes → gone", names(), "when")
    assert str(caught.value.message) == "‘yes → gone’ leads to no step"


def test_in_a_filled_template_an_id_is_an_id() -> None:
    assert ways_of("gone", names(own=True), "when") == [{"to": "gone"}]
