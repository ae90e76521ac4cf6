from __future__ import annotations

import pytest

from svcflow.text import is_whole
from svcflow.views.diagram import Lane
from svcflow.views.layout.lanes import GROUP_SIZE, GROUP_SMALL, GROUP_STEP, group_length, groups_of
from svcflow.views.layout.picture import Box, PlacedLane

TITLES = [
    "都市發展處都市計畫科",
    "客户服务部",
    "Housekeeping",
    "Front office",
    "Customer Service Department",
    "IT",
    "",
]


def lane(title: str, height: float) -> PlacedLane:
    return PlacedLane(Lane("a", "A", title), Box(28, 0, 500, height), Box(28, 0, 116, height), ("A",))


@pytest.mark.parametrize("title", TITLES[:-1])
def test_a_department_fits_where_it_has_the_length_that_it_needs(title: str) -> None:
    (group,) = groups_of([lane(title, group_length(title))], right=True)
    assert is_whole(title, group.lines)
    assert len(group.lines) <= 2
    assert len(group.lines) * GROUP_SMALL * GROUP_STEP <= group.box.width


def test_a_chinese_name_stands_in_columns_that_fit() -> None:
    (group,) = groups_of([lane(TITLES[0], 84)], right=True)
    assert (group.stacked, group.small) == (True, True)
    assert group.lines == ("都市發展處", "都市計畫科")
    assert all(len(line) * GROUP_SMALL * GROUP_STEP <= 84 for line in group.lines)
    (group,) = groups_of([lane(TITLES[0], 200)], right=True)
    assert (group.lines, group.small) == ((TITLES[0],), False)
    assert len(TITLES[0]) * GROUP_SIZE * GROUP_STEP <= 200


def test_neighbours_share_a_band_and_no_department_has_none() -> None:
    lanes = [lane("A", 50), lane("A", 50), lane("", 50), lane("A", 50)]
    assert [group.title for group in groups_of(lanes, right=True)] == ["A", "A"]
