from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from svcflow.views.layout.channel import Net, tracks

PLACES = st.lists(st.integers(0, 30).map(float), min_size=1, max_size=2)


def test_runs_apart_share_a_track() -> None:
    assert tracks([Net([0], [3]), Net([5], [9])]) == [0, 0]


def test_runs_that_meet_do_not() -> None:
    assert sorted(tracks([Net([0], [5]), Net([5], [9])])) == [0, 1]
    assert tracks([Net([0], [4]), Net([5], [9])], clearance=1) != [0, 0]


def test_no_line_lies_on_another() -> None:
    """What comes in at 5 must turn before what goes out at 5 has come there."""
    first, second = tracks([Net([9], [5]), Net([5], [0])])
    assert second < first


def test_the_order_saves_crossings() -> None:
    """Both go the same way: the one further on turns first."""
    behind, ahead = tracks([Net([0], [8]), Net([1], [10])])
    assert ahead < behind


@given(st.lists(st.builds(Net, PLACES, PLACES), max_size=8))
def test_runs_on_one_track_never_meet(nets: list[Net]) -> None:
    found = tracks(nets)
    for number, net in enumerate(nets):
        for other in range(number):
            apart = nets[other].high < net.low or net.high < nets[other].low
            assert apart or found[number] != found[other]
