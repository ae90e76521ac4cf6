from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcflow.exporters.mermaid_ids import mermaid_id


@pytest.mark.parametrize("id", ["verify", "check-in", "s1", "a_b", "Ready"])
def test_plain_ids_stay(id: str) -> None:
    assert mermaid_id(id) == id


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("end", "x_end"),
        ("end-case", "x_end_2d_case"),
        ("投诉", "x__6295__8bc9_"),
        (":start", "x__3a_start"),
        ("x", "x_x"),
        ("class_of_2026", "x_class_5f_of_5f_2026"),
        ("", "x_"),
    ],
)
def test_others_are_written_out(id: str, said: str) -> None:
    assert mermaid_id(id) == said


def test_lanes_and_steps_may_have_the_same_id() -> None:
    assert mermaid_id("desk", "lane") == "lane_desk"
    assert mermaid_id("lane_desk") == "x_lane_5f_desk"


@given(st.lists(st.text(max_size=6), min_size=2, unique=True))
def test_ids_stay_apart_and_safe(ids: list[str]) -> None:
    said = [mermaid_id(id) for id in ids]
    assert len(set(said)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z]\w*(-\w+)*", one, re.ASCII) for one in said)
