"""The figures of a drawing, on drawings whose figures anybody can count."""

from __future__ import annotations

import pytest

from benchmarks.layout_geometry import Drawing, figures, flattened

BOXES = ((0.0, 0.0, 10.0, 10.0), (100.0, 0.0, 110.0, 10.0))


def drawn(
    *lines: tuple[tuple[float, float], ...], labels: tuple[tuple[float, float, float, float], ...] = ()
) -> Drawing:
    return Drawing(BOXES, labels, lines, 110, 10, 0.5)


def test_a_straight_line() -> None:
    found = figures(drawn(((10, 5), (100, 5))))
    assert (found.crossings, found.turns, found.faults) == (0, 0, 0)
    assert (found.length, found.area) == (9, 11)


def test_corners_are_turns_and_lines_cross_once() -> None:
    found = figures(drawn(((10, 5), (50, 5), (50, 50)), ((30, -20), (30, 40))))
    assert (found.turns, found.crossings) == (pytest.approx(1), 1)


def test_a_bundle_crosses_once_and_lines_that_join_do_not() -> None:
    joined = ((20.0, 50.0), (30.0, 50.0), (30.0, 5.0), (100.0, 5.0))
    assert figures(drawn(((10, 5), (100, 5)), joined)).crossings == 0
    assert figures(drawn(((10, 5), (100, 5)), ((10, 5), (100, 5)), ((50, -9), (50, 9)))).crossings == 1


def test_lines_that_share_an_end_do_not_cross_there() -> None:
    assert figures(drawn(((10, 5), (100, 5)), ((10, 5), (60, -50)))).crossings == 0


def test_what_lies_on_each_other_is_a_fault() -> None:
    assert figures(drawn(labels=((5, 5, 30, 8),))).faults == 1
    assert figures(drawn(((50, 5), (200, 5)))).faults == 1
    assert figures(drawn(((10, 5), (100, 5)))).faults == 0


def test_a_curve_turns_as_far_as_it_does() -> None:
    quarter = flattened(((0, 0), (55, 0), (100, 45), (100, 100)))
    assert figures(drawn(quarter)).turns == pytest.approx(1, abs=0.1)


def test_figures_add_up() -> None:
    one = figures(drawn(((10, 5), (100, 5))))
    assert (one + one).edges == 2
    assert (one + one).seconds == 1
